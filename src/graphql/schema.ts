import { builder } from './builder.ts';
import './scalars.ts';
import './certification.ts';
import './certification-texts.ts';
import './certification-links.ts';
import './block.ts';
import './cohort.ts';
import './insertion-rate.ts';
import './pooled-rate.ts';
import './certifier.ts';
import './partner.ts';
import './occupation.ts';
import './speciality.ts';
import './formacode.ts';
import './level.ts';
import './lineage.ts';
import './equivalence.ts';
import './legal-reference.ts';
import './collective-agreement.ts';
import './finding.ts';
import './publication.ts';
import './data-status.ts';
import './measure.ts';

/** The schema: the contract that schema/schema.graphql prints. */
export const schema = builder.toSchema();

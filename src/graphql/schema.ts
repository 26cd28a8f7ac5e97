import { builder } from './builder.ts';
import './scalars.ts';
import './certification.ts';
import './certification-texts.ts';
import './certification-links.ts';
import './block.ts';
import './cohort.ts';
import './insertion-rate.ts';
import './pooled-rate.ts';

/** The schema: the contract that schema/schema.graphql prints. */
export const schema = builder.toSchema();

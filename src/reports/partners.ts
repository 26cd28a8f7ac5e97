import { PARTNER_ROLE_LABELS } from './code-labels.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension, figure } from './columns.ts';
import { ReportPartnersDocument, type ReportPartnersQuery } from './documents.ts';
import { AS_OF, asOf, CERTIFICATION_PARAMETERS, certificationFilter } from './filter-parameters.ts';
import { defineReport } from './report.ts';

type Certification = ReportPartnersQuery['certifications']['nodes'][number];
interface Item {
  readonly certification: Certification;
  readonly counts: Certification['partnerCounts'][number];
}

export const partners = defineReport({
  name: 'partners',
  title: { fr: 'Partenaires habilités', en: 'Licensed partners' },
  description:
    'How many partners each certification has licensed to train or to assess, by role and state. A certification without partners has no row.',
  grain: 'one row for each certification, role and state that occurs',
  key: ['certification_code', 'partner_role', 'partner_state'],
  document: ReportPartnersDocument,
  parameters: [...CERTIFICATION_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: certificationFilter(values), asOf: asOf(values) }),
  listOf: (data) => data.certifications,
  itemsOf: (data): Item[] =>
    data.certifications.nodes.flatMap((certification) =>
      certification.partnerCounts.map((counts) => ({ certification, counts })),
    ),
  columns: [
    ...certificationColumns<Item>(({ certification }) => certification),
    dimension<Item>(
      'partner_role',
      'TEXT',
      'Habilitation',
      'What the partners may do; absent where it is not published',
      ({ counts }) => counts.role,
      PARTNER_ROLE_LABELS,
    ),
    dimension<Item>(
      'partner_state',
      'TEXT',
      'État de l’habilitation',
      'State of the licence as published; absent where it is not',
      ({ counts }) => counts.state,
    ),
    dimension<Item>(
      'partner_active',
      'BOOLEAN',
      'Habilitation en vigueur',
      'Whether the licence is in force (état « Actif »)',
      ({ counts }) => counts.active,
    ),
    figure<Item>(
      'rows',
      'INTEGER',
      null,
      { fr: 'Lignes de partenaires', en: 'Lines of partners' },
      'Rows. Lines of « Partenaires » of the fiche.',
      ({ counts }) => counts.rows,
    ),
    figure<Item>(
      'establishments',
      'INTEGER',
      null,
      { fr: 'Établissements', en: 'Establishments' },
      'Establishments. Each SIRET once; those without one by name.',
      ({ counts }) => counts.establishments,
    ),
    figure<Item>(
      'legal_units',
      'INTEGER',
      null,
      { fr: 'Unités légales', en: 'Legal units' },
      'Legal units. Each SIREN once; those without one by name.',
      ({ counts }) => counts.legalUnits,
    ),
  ],
});

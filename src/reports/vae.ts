import { cohortColumns } from './cohort-columns.ts';
import { dimension, measure } from './columns.ts';
import { ReportVaeDocument, type ReportVaeQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { defineReport } from './report.ts';

type Cohort = ReportVaeQuery['cohorts']['nodes'][number];

export const vae = defineReport({
  name: 'vae',
  title: { fr: 'Validation des acquis de l’expérience', en: 'Validation of experience' },
  description:
    'Cohorts with the number and the share of the certified who came through validation of experience (VAE).',
  grain: 'one row for each certification and cohort',
  key: ['certification_code', 'year'],
  document: ReportVaeDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  listOf: (data) => data.cohorts,
  itemsOf: (data) => data.cohorts.nodes,
  columns: [
    ...cohortColumns<Cohort>((cohort) => cohort),
    measure<Cohort>('vae_share', 'NUMBER', 'VAE_SHARE', ({ vaeShare }) => vaeShare),
    dimension<Cohort>(
      'access_vae',
      'BOOLEAN',
      'Accès par VAE',
      'Whether the certification is open to validation of experience; absent when the source does not say',
      ({ certification }) => certification.accessRoutes.find(({ route }) => route === 'VAE')?.open,
    ),
  ],
});

import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import { INDICATOR_LABELS } from './code-labels.ts';
import { cohortColumns } from './cohort-columns.ts';
import { measure, publishedRateColumns } from './columns.ts';
import { ReportCohortsDocument, type ReportCohortsQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { defineReport } from './report.ts';

type Cohort = ReportCohortsQuery['cohorts']['nodes'][number];

export const cohorts = defineReport({
  name: 'cohorts',
  title: { fr: 'Promotions', en: 'Cohorts' },
  description: 'Cohorts with their numbers and their three rates side by side.',
  grain: 'one row for each certification and cohort',
  key: ['certification_code', 'year'],
  document: ReportCohortsDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  listOf: (data) => data.cohorts,
  itemsOf: (data) => data.cohorts.nodes,
  columns: [
    ...cohortColumns<Cohort>((cohort) => cohort),
    ...INSERTION_INDICATORS.flatMap((indicator, index) => {
      const name = indicator.toLowerCase();
      return [
        ...publishedRateColumns<Cohort>(
          name,
          INDICATOR_LABELS[indicator],
          (cohort) => cohort.insertionRates[index],
        ),
        measure<Cohort>(
          `${name}_due_on`,
          'DATE',
          'DUE_ON',
          (cohort) => cohort.insertionRates[index]?.dueOn,
        ),
      ];
    }),
    measure<Cohort>('gap_6_months', 'NUMBER', 'GAP_6_MONTHS', (cohort) => cohort.gapAt6Months),
  ],
});

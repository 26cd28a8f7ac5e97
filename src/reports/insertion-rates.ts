import { BASIS_LABELS, INDICATOR_LABELS } from './code-labels.ts';
import { cohortColumns } from './cohort-columns.ts';
import { dimension, measure, publishedRateColumns, reliability } from './columns.ts';
import { ReportInsertionRatesDocument, type ReportInsertionRatesQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { defineReport } from './report.ts';

type Cohort = ReportInsertionRatesQuery['cohorts']['nodes'][number];
interface Item {
  readonly cohort: Cohort;
  readonly rate: Cohort['insertionRates'][number];
}

export const insertionRates = defineReport({
  name: 'insertion-rates',
  title: { fr: 'Taux d’insertion, un par ligne', en: 'Insertion rates, one a row' },
  description:
    'Every rate of every cohort in long form, published or not, with its status: what a BI tool filters and pivots.',
  grain: 'one row for each certification, cohort and indicator',
  key: ['certification_code', 'year', 'indicator'],
  document: ReportInsertionRatesDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  listOf: ({ cohorts }) => cohorts,
  itemsOf: ({ cohorts }): Item[] =>
    cohorts.nodes.flatMap((cohort) => cohort.insertionRates.map((rate) => ({ cohort, rate }))),
  columns: [
    ...cohortColumns<Item>(({ cohort }) => cohort),
    dimension<Item>(
      'indicator',
      'TEXT',
      'Indicateur',
      'Which of the three rates',
      ({ rate }) => rate.indicator,
      INDICATOR_LABELS,
    ),
    ...publishedRateColumns<Item>(
      'rate',
      { fr: 'Taux d’insertion', en: 'Insertion rate' },
      ({ rate }) => rate,
    ),
    measure<Item>('rate_due_on', 'DATE', 'DUE_ON', ({ rate }) => rate.dueOn),
    measure<Item>('days_late', 'INTEGER', 'DAYS_LATE', ({ rate }) => rate.daysLate),
    dimension<Item>(
      'rate_basis',
      'TEXT',
      'Base de calcul',
      'What the interval rests on',
      ({ rate }) => rate.basis,
      BASIS_LABELS,
    ),
    reliability<Item>(
      'rate_reliability',
      { fr: 'Fiabilité du taux', en: 'Reliability of the rate' },
      ({ rate }) => rate.reliability,
    ),
  ],
});

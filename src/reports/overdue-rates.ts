import { HORIZON_MONTHS, INSERTION_INDICATORS } from '../domain/indicator.ts';
import { certifierColumns } from './certifier-columns.ts';
import { INDICATOR_LABELS, STATUS_LABELS } from './code-labels.ts';
import { cohortColumns } from './cohort-columns.ts';
import { dimension, measure } from './columns.ts';
import {
  type InsertionIndicator,
  ReportOverdueRatesDocument,
  type ReportOverdueRatesQuery,
} from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import type { Parameter } from './parameter.ts';
import { defineReport } from './report.ts';

type Cohort = ReportOverdueRatesQuery['cohorts']['nodes'][number];

/** The rates that are required: those at 2 years are optional, and never overdue like these. */
const REQUIRED = INSERTION_INDICATORS.filter((indicator) => HORIZON_MONTHS[indicator] === 6);

const INDICATOR: Parameter = {
  name: 'indicator',
  description: 'Which of the rates at 6 months.',
  kind: { type: 'CHOICE', of: REQUIRED },
  ...{ many: false, otherwise: 'GLOBAL_6_MONTHS', example: 'GLOBAL_6_MONTHS' },
};

export const overdueRates = defineReport({
  name: 'overdue-rates',
  title: { fr: 'Taux à six mois en retard', en: 'Overdue rates at six months' },
  description:
    'Rates at six months that are past due and not published, with the days they are late, oldest cohorts first.',
  grain: 'one row for each certification and cohort that owes the rate',
  key: ['certification_code', 'year', 'indicator'],
  document: ReportOverdueRatesDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, INDICATOR, AS_OF],
  variablesOf: (values) => {
    const indicator = values['indicator'] as InsertionIndicator;
    return {
      filter: { ...cohortFilter(values), rateStatus: { indicator, anyOf: ['OVERDUE' as const] } },
      indicator,
      asOf: asOf(values),
    };
  },
  listOf: (data) => data.cohorts,
  itemsOf: (data) => data.cohorts.nodes,
  columns: [
    ...cohortColumns<Cohort>((cohort) => cohort),
    ...certifierColumns<Cohort>(({ certification }) => certification.certifiers),
    dimension<Cohort>(
      'indicator',
      'TEXT',
      'Indicateur',
      'Which rate is owed',
      ({ insertionRate }) => insertionRate.indicator,
      INDICATOR_LABELS,
    ),
    dimension<Cohort>(
      'rate_status',
      'TEXT',
      'Taux d’insertion : état',
      'Insertion rate: status',
      ({ insertionRate }) => insertionRate.status,
      STATUS_LABELS,
    ),
    measure<Cohort>('rate_due_on', 'DATE', 'DUE_ON', ({ insertionRate }) => insertionRate.dueOn),
    measure<Cohort>(
      'days_late',
      'INTEGER',
      'DAYS_LATE',
      ({ insertionRate }) => insertionRate.daysLate,
    ),
  ],
});

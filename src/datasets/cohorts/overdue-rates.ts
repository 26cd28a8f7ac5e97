import { INDICATOR_LABELS, STATUS_LABELS } from '../../domain/code-labels.ts';
import {
  HORIZON_MONTHS,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CohortRate } from '../../snapshot/figures.ts';
import type { CohortCriteria } from '../../snapshot/filter/cohort-filter.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, measure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { cohortsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { cohortColumns } from './cohort-columns.ts';

/** The rates that are required: those at 2 years are optional, and never overdue like these. */
const REQUIRED = INSERTION_INDICATORS.filter((indicator) => HORIZON_MONTHS[indicator] === 6);

const INDICATOR: Parameter = {
  name: 'indicator',
  description: { fr: 'Lequel des taux à 6 mois.', en: 'Which of the rates at 6 months.' },
  kind: { type: 'CHOICE', of: REQUIRED },
  ...{ many: false, otherwise: 'GLOBAL_6_MONTHS', example: 'GLOBAL_6_MONTHS' },
};

export const overdueRates = dataset<CohortRate>({
  name: 'overdue-rates',
  title: { fr: 'Taux à six mois en retard', en: 'Overdue rates at six months' },
  description: {
    fr: 'Taux à six mois dont l’échéance est passée et qui ne sont pas publiés, avec leurs jours de retard, les plus anciennes promotions d’abord.',
    en: 'Rates at six months that are past due and not published, with the days they are late, oldest cohorts first.',
  },
  grain: {
    fr: 'une ligne par certification et promotion qui doit le taux',
    en: 'one row for each certification and cohort that owes the rate',
  },
  key: ['certification_code', 'year', 'indicator'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, INDICATOR, AS_OF],
  items: overdue,
  whyEmpty: emptyCohorts(owing),
  columns: () => [
    ...cohortColumns<CohortRate>(({ cohort }) => cohort),
    ...certifierColumns<CohortRate>(
      ({ cohort, view }) => view.snapshot.cohorts.certification[cohort] ?? 0,
    ),
    dimension<CohortRate>(
      'indicator',
      'TEXT',
      { label: 'Indicateur', description: 'Lequel des taux est dû' },
      { label: 'Indicator', description: 'Which rate is owed' },
      (rate) => rate.indicator,
      INDICATOR_LABELS,
    ),
    dimension<CohortRate>(
      'rate_status',
      'TEXT',
      { label: 'Taux d’insertion : état', description: 'Taux d’insertion\u00a0: état' },
      'Insertion rate: status',
      (rate) => rate.status,
      STATUS_LABELS,
    ),
    measure<CohortRate>('rate_due_on', 'DATE', 'DUE_ON', (rate) => rate.dueOn),
    measure<CohortRate>('days_late', 'INTEGER', 'DAYS_LATE', (rate) => rate.daysLate),
    notesColumn<CohortRate>(({ cohort, indicator }, view) =>
      notesOfCohort(view, cohort, indicator),
    ),
  ],
});

function owing(_view: DayView, values: ParameterValues): CohortCriteria {
  const indicator = values['indicator'] as InsertionIndicator;
  return { rateStatus: { indicator, anyOf: ['OVERDUE'] } };
}

function* overdue(view: DayView, values: ParameterValues): Work<Iterable<CohortRate>> {
  const indicator = values['indicator'] as InsertionIndicator;
  const oldestFirst = [{ field: 'YEAR', direction: 'ASC' } as const];
  const cohorts = yield* cohortsOf(view, values, owing(view, values), oldestFirst);
  return Array.from(cohorts, (cohort) => new CohortRate(view, cohort, indicator));
}

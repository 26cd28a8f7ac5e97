import { BASIS_LABELS, INDICATOR_LABELS } from '../../domain/code-labels.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CohortRate } from '../../snapshot/figures.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { dimension, measure, weighed } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { cohortsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { ParameterValues } from '../parameter.ts';
import { publishedRateColumns, reliability } from '../rates/rate-columns.ts';
import { cohortColumns } from './cohort-columns.ts';

/** Of each of the three rates: the row says which. */
const INSERTION_RATE = { fr: 'Taux d’insertion', en: 'Insertion rate' };

/** Heads are in three rows here: what a rate of several rows is made of is in the star. */
const POOLED = { weighted: 'weighted', base: 'base', dataset: 'insertion_rate' } as const;

export const insertionRates = dataset<CohortRate>({
  name: 'insertion-rates',
  title: { fr: 'Taux d’insertion, un par ligne', en: 'Insertion rates, one a row' },
  description: {
    fr: 'Chaque taux de chaque promotion, un par ligne, publié ou non, avec son statut\u00a0: ce qu’un outil de décision filtre et croise.',
    en: 'Every rate of every cohort in long form, published or not, with its status: what a BI tool filters and pivots.',
  },
  grain: {
    fr: 'une ligne par certification, promotion et indicateur',
    en: 'one row for each certification, cohort and indicator',
  },
  key: ['certification_code', 'year', 'indicator'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: rates,
  whyEmpty: emptyCohorts(),
  columns: () => [
    ...cohortColumns<CohortRate>(({ cohort }) => cohort),
    dimension<CohortRate>(
      'indicator',
      'TEXT',
      { label: 'Indicateur', description: 'Lequel des trois taux' },
      { label: 'Indicator', description: 'Which of the three rates' },
      (rate) => rate.indicator,
      INDICATOR_LABELS,
    ),
    ...publishedRateColumns<CohortRate>(
      'rate',
      { whole: INSERTION_RATE, part: INSERTION_RATE },
      (rate) => rate,
    ).map((column) => (column.name === 'rate' ? weighed(POOLED, column) : column)),
    measure<CohortRate>('rate_due_on', 'DATE', 'DUE_ON', (rate) => rate.dueOn),
    measure<CohortRate>('days_late', 'INTEGER', 'DAYS_LATE', (rate) => rate.daysLate),
    dimension<CohortRate>(
      'rate_basis',
      'TEXT',
      { label: 'Base de calcul', description: 'Ce sur quoi l’intervalle repose' },
      { label: 'Basis of the interval', description: 'What the interval rests on' },
      (rate) => rate.basis,
      BASIS_LABELS,
    ),
    reliability<CohortRate>(
      'rate_reliability',
      { fr: 'Fiabilité du taux', en: 'Reliability of the rate' },
      (rate) => rate.reliability,
    ),
    notesColumn<CohortRate>(({ cohort, indicator }, view) =>
      notesOfCohort(view, cohort, indicator),
    ),
  ],
});

function* rates(view: DayView, values: ParameterValues): Work<Iterable<CohortRate>> {
  return ratesOf(view, yield* cohortsOf(view, values));
}

function* ratesOf(view: DayView, cohorts: Iterable<number>): Generator<CohortRate> {
  for (const cohort of cohorts) {
    for (const indicator of INSERTION_INDICATORS) yield new CohortRate(view, cohort, indicator);
  }
}

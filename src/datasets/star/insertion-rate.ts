import { INDICATOR_LABELS, STATUS_LABELS } from '../../domain/code-labels.ts';
import { weightedSum } from '../../domain/insertion/pooling.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import { done } from '../../domain/work.ts';
import { intOf, NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CohortRate } from '../../snapshot/figures.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { dimension, figure, measure, weighed } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { AS_OF } from '../filter-parameters.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { codeOfCohort, OF_CERTIFICATION } from './keys.ts';

export const insertionRate = dataset<CohortRate>({
  name: 'insertion_rate',
  title: { fr: 'Taux d’insertion (étoile)', en: 'Insertion rates (star)' },
  description: {
    fr: 'Le taux de lignes quelconques, promotions réunies, est sum(weighted) / sum(base)\u00a0: les deux s’additionnent quel que soit le groupement.',
    en: 'The pooled rate of any rows is sum(weighted) / sum(base): both add up over whatever they are grouped by.',
  },
  grain: {
    fr: 'une ligne par certification, promotion et indicateur',
    en: 'one row for each certification, cohort and indicator',
  },
  key: ['certification_code', 'year', 'indicator'],
  additive: ['weighted', 'base'],
  references: [OF_CERTIFICATION, { columns: ['certification_code', 'year'], dataset: 'cohort' }],
  parameters: [AS_OF],
  items: (view) => done(rates(view)),
  columns: () => [
    codeOfCohort<CohortRate>(({ cohort }) => cohort),
    dimension<CohortRate>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort',
      ({ cohort, view }) => view.snapshot.cohorts.year[cohort],
    ),
    dimension<CohortRate>(
      'indicator',
      'TEXT',
      { label: 'Indicateur', description: 'Lequel des trois taux' },
      { label: 'Indicator', description: 'Which of the three rates' },
      ({ indicator }) => indicator,
      INDICATOR_LABELS,
    ),
    weighed(
      { base: 'base', weighted: 'weighted' },
      figure<CohortRate>(
        'rate',
        'NUMBER',
        'PERCENT',
        { fr: 'Taux d’insertion', en: 'Insertion rate' },
        {
          fr: 'Pour cent, de 0 à 100. Tel que publié\u00a0; il ne s’additionne pas. Vide quand il n’y en a pas\u00a0: rate_status dit pourquoi.',
          en: 'Percent, 0 to 100. As published; it does not add up. Absent when there is none: rate_status says why.',
        },
        ({ value }) => value,
      ),
    ),
    dimension<CohortRate>(
      'rate_status',
      'TEXT',
      {
        label: 'Taux d’insertion : état',
        description: 'Taux d’insertion\u00a0: état à la date de référence',
      },
      'Insertion rate: status on the day',
      ({ status }) => status,
      STATUS_LABELS,
    ),
    measure<CohortRate>('rate_due_on', 'DATE', 'DUE_ON', ({ dueOn }) => dueOn),
    figure<CohortRate>(
      'weighted',
      'NUMBER',
      null,
      { fr: 'Taux × certifiés', en: 'Rate times certified' },
      {
        fr: 'Pour cent fois personnes. N·r, qui s’additionne. Vide quand il manque à la promotion le taux ou le nombre de certifiés, et au RS, où aucun taux ne compte.',
        en: 'Percent times heads. N·r, which adds up. Absent when the cohort lacks the rate or its number of certified, and on the RS, where no rate counts.',
      },
      (rate) => partsOf(rate)?.weighted,
    ),
    figure<CohortRate>(
      'base',
      'INTEGER',
      'HEADS',
      { fr: 'Certifiés dont le taux est connu', en: 'Certified whose rate is known' },
      {
        fr: 'Personnes. N des promotions qui ont un taux pondéré, qui s’additionne. Vide avec lui.',
        en: 'Heads. N of the cohorts that have a weighted rate, which adds up. Absent with it.',
      },
      (rate) => partsOf(rate)?.base,
    ),
    notesColumn<CohortRate>(({ cohort, indicator }, view) =>
      notesOfCohort(view, cohort, indicator),
    ),
  ],
});

function* rates(view: DayView): Generator<CohortRate> {
  for (let cohort = 0; cohort < view.snapshot.cohorts.count; cohort++) {
    for (const indicator of INSERTION_INDICATORS) yield new CohortRate(view, cohort, indicator);
  }
}

/** What a pooled rate is made of; null for a rate that counts in none. */
function partsOf({ view: { snapshot }, cohort, indicator }: CohortRate) {
  const millionths = snapshot.cohorts.rates[indicator].millionths[cohort] ?? NONE;
  const base = intOf(snapshot.cohorts.certified[cohort]);
  if (millionths === NONE || base === null) return null;
  return { weighted: weightedSum(base * millionths), base };
}

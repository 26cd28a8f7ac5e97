import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CohortRate, gapAt6Months } from '../../snapshot/figures.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { measure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { cohortsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { publishedRateColumns } from '../rates/rate-columns.ts';
import { partName, RATE_NAMES } from '../rates/rate-names.ts';
import { cohortColumns } from './cohort-columns.ts';

export const cohorts = dataset<number>({
  name: 'cohorts',
  title: { fr: 'Promotions', en: 'Cohorts' },
  description: {
    fr: 'Promotions avec leurs nombres et leurs trois taux côte à côte.',
    en: 'Cohorts with their numbers and their three rates side by side.',
  },
  grain: {
    fr: 'une ligne par certification et promotion',
    en: 'one row for each certification and cohort',
  },
  key: ['certification_code', 'year'],
  additive: [
    ...['certified', 'certified_through_vae'],
    ...INSERTION_INDICATORS.map((indicator) => `${indicator.toLowerCase()}_base`),
  ],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: cohortsOf,
  whyEmpty: emptyCohorts(),
  columns: () => [
    ...cohortColumns<number>((cohort) => cohort),
    ...INSERTION_INDICATORS.flatMap((indicator) => {
      const name = indicator.toLowerCase();
      const rateOf = (cohort: number, view: DayView) => new CohortRate(view, cohort, indicator);
      return [
        ...publishedRateColumns<number>(name, RATE_NAMES[indicator], rateOf),
        measure<number>(
          `${name}_due_on`,
          'DATE',
          'DUE_ON',
          (cohort, view) => rateOf(cohort, view).dueOn,
          partName(RATE_NAMES[indicator].part, 'échéance', 'due date'),
        ),
      ];
    }),
    measure<number>('gap_6_months', 'NUMBER', 'GAP_6_MONTHS', (cohort, view) =>
      gapAt6Months(view.snapshot, cohort),
    ),
    notesColumn<number>((cohort, view) => notesOfCohort(view, cohort, null)),
  ],
});

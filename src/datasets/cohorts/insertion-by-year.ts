import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { COHORT_SUMS, groupColumns } from './group-columns.ts';
import { groupsOf } from './group-rows.ts';

export const insertionByYear = dataset<CohortGroup>({
  name: 'insertion-by-year',
  title: { fr: 'Insertion par année', en: 'Insertion by year' },
  description: {
    fr: 'Devenir des certifiés de chaque année civile d’obtention, toutes certifications confondues.',
    en: 'What became of the certified of each calendar year of obtention, over all certifications.',
  },
  grain: { fr: 'une ligne par année de promotions', en: 'one row for each year of cohorts' },
  key: ['year'],
  additive: COHORT_SUMS,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'YEAR'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohorts',
      ({ keys: [year] }) => (year == null ? null : Number(year)),
    ),
    ...groupColumns(),
  ],
});

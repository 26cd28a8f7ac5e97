import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { CERTIFICATION_SUMS, COHORT_SUMS, groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionByLevel = dataset<CohortGroup>({
  name: 'insertion-by-level',
  title: { fr: 'Insertion par niveau de qualification', en: 'Insertion by level of qualification' },
  description: {
    fr: 'Devenir des certifiés de chaque niveau de qualification. Une certification a un niveau ou aucun\u00a0: les lignes s’additionnent.',
    en: 'What became of the certified of each level of qualification. A certification has one level or none: rows add up.',
  },
  grain: {
    fr: 'une ligne par niveau de qualification, et une pour les certifications sans niveau',
    en: 'one row for each level of qualification, and one for certifications without a level',
  },
  key: ['level'],
  nullableKey: ['level'],
  additive: [...COHORT_SUMS, ...CERTIFICATION_SUMS],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'LEVEL'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'level',
      'INTEGER',
      {
        label: 'Niveau de qualification',
        description: 'Niveau de qualification, de 1 à 8\u00a0; vide pour celles qui n’en ont pas',
      },
      {
        label: 'Level of qualification',
        description: 'Level of qualification, 1 to 8; absent for those without one',
      },
      ({ keys: [level] }) => (level == null ? null : Number(level)),
    ),
    dimension<CohortGroup>(
      'level_label',
      'TEXT',
      {
        label: 'Libellé du niveau',
        description: 'Nom du niveau, en français\u00a0; le dit quand il n’y en a pas',
      },
      {
        label: 'Level (label)',
        description: 'What the level is called, in French; says so when there is none',
      },
      (group, view) => labelOf(group, view, 'LEVEL'),
    ),
    ...groupColumns(),
  ],
});

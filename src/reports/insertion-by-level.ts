import { dimension } from './columns.ts';
import { ReportInsertionByLevelDocument, type ReportInsertionByLevelQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { defineReport } from './report.ts';

type Group = ReportInsertionByLevelQuery['insertionStatistics']['groups'][number];

export const insertionByLevel = defineReport({
  name: 'insertion-by-level',
  title: { fr: 'Insertion par niveau de qualification', en: 'Insertion by level of qualification' },
  description:
    'What became of the certified of each level of qualification. A certification has one level or none: rows add up.',
  grain: 'one row for each level of qualification, and one for certifications without a level',
  key: ['level'],
  document: ReportInsertionByLevelDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  itemsOf: ({ insertionStatistics }) => insertionStatistics.groups,
  columns: [
    dimension<Group>(
      'level',
      'INTEGER',
      'Niveau de qualification',
      'Level of qualification, 1 to 8; absent for those without one',
      ({ key }) => key.level,
    ),
    dimension<Group>(
      'level_label',
      'TEXT',
      'Libellé du niveau',
      'What the level is called, in French; says so when there is none',
      ({ key }) => key.label,
    ),
    ...groupColumns<Group>(({ summary }) => summary),
  ],
});

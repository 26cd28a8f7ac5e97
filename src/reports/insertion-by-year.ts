import { dimension } from './columns.ts';
import { ReportInsertionByYearDocument, type ReportInsertionByYearQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { defineReport } from './report.ts';

type Group = ReportInsertionByYearQuery['insertionStatistics']['groups'][number];

export const insertionByYear = defineReport({
  name: 'insertion-by-year',
  title: { fr: 'Insertion par année', en: 'Insertion by year' },
  description:
    'What became of the certified of each calendar year of obtention, over all certifications.',
  grain: 'one row for each year of cohorts',
  key: ['year'],
  document: ReportInsertionByYearDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  itemsOf: ({ insertionStatistics }) => insertionStatistics.groups,
  columns: [
    dimension<Group>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohorts',
      ({ key }) => key.year,
    ),
    ...groupColumns<Group>(({ summary }) => summary),
  ],
});

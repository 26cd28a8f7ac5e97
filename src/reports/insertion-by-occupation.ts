import { officialOccupationLabel } from '../domain/nomenclature-labels.ts';
import { dimension } from './columns.ts';
import {
  ReportInsertionByOccupationDocument,
  type ReportInsertionByOccupationQuery,
} from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  cohortFilter,
  YEAR_PARAMETERS,
} from './filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { defineReport } from './report.ts';

type Group = ReportInsertionByOccupationQuery['insertionStatistics']['groups'][number];

export const insertionByOccupation = defineReport({
  name: 'insertion-by-occupation',
  title: { fr: 'Insertion par métier ROME', en: 'Insertion by ROME occupation' },
  description:
    'What became of the certified of each ROME occupation (métier). A certification may have several codes and counts in the row of each: rows do not add up.',
  grain: 'one row for each ROME code, and one for certifications without one',
  key: ['occupation'],
  document: ReportInsertionByOccupationDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  itemsOf: ({ insertionStatistics }) => insertionStatistics.groups,
  columns: [
    dimension<Group>(
      'occupation_domain',
      'TEXT',
      'Domaine professionnel ROME',
      'ROME domain, three characters',
      ({ key }) => key.occupation?.code.slice(0, 3),
    ),
    dimension<Group>(
      'occupation_domain_label',
      'TEXT',
      'Libellé du domaine professionnel',
      'Official label of the ROME domain, in French',
      ({ key }) => key.occupation && officialOccupationLabel(key.occupation.code.slice(0, 3)),
    ),
    dimension<Group>(
      'occupation',
      'TEXT',
      'Code ROME',
      'ROME code; absent for certifications without one',
      ({ key }) => key.occupation?.code,
    ),
    dimension<Group>(
      'occupation_label',
      'TEXT',
      'Libellé du métier',
      'What the occupation is called, in French; says so when there is no code',
      ({ key }) => key.label,
    ),
    ...groupColumns<Group>(({ summary }) => summary),
  ],
});

import { dimension } from './columns.ts';
import {
  ReportInsertionByCertifierDocument,
  type ReportInsertionByCertifierQuery,
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

type Group = ReportInsertionByCertifierQuery['insertionStatistics']['groups'][number];

export const insertionByCertifier = defineReport({
  name: 'insertion-by-certifier',
  title: { fr: 'Insertion par certificateur', en: 'Insertion by certifying body' },
  description:
    'What became of the certified of what each certifying body in force certifies, by SIREN. A certification of several bodies counts in the row of each: rows do not add up.',
  grain:
    'one row for each SIREN of a certifying body in force, and one for certifications without any',
  key: ['certifier_siren'],
  document: ReportInsertionByCertifierDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  itemsOf: ({ insertionStatistics }) => insertionStatistics.groups,
  columns: [
    dimension<Group>(
      'certifier_siren',
      'TEXT',
      'SIREN du certificateur',
      'SIREN of the certifying body; absent for certifications without one in force that is known by SIREN',
      ({ key }) => key.certifier?.siren,
    ),
    dimension<Group>(
      'certifier_name',
      'TEXT',
      'Certificateur',
      'Name of the certifying body, the one it most often has; says so when there is none',
      ({ key }) => key.label,
    ),
    ...groupColumns<Group>(({ summary }) => summary),
  ],
});

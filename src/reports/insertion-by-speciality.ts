import { officialSpecialityLabel } from '../domain/nomenclature-labels.ts';
import { dimension } from './columns.ts';
import {
  ReportInsertionBySpecialityDocument,
  type ReportInsertionBySpecialityQuery,
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

type Group = ReportInsertionBySpecialityQuery['insertionStatistics']['groups'][number];

export const insertionBySpeciality = defineReport({
  name: 'insertion-by-speciality',
  title: { fr: 'Insertion par spécialité NSF', en: 'Insertion by NSF speciality' },
  description:
    'What became of the certified of each NSF group (groupe de spécialités). A certification may have several codes and counts in the row of each: rows do not add up.',
  grain: 'one row for each NSF group, three digits, and one for certifications without an NSF code',
  key: ['speciality'],
  document: ReportInsertionBySpecialityDocument,
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({ filter: cohortFilter(values), asOf: asOf(values) }),
  itemsOf: ({ insertionStatistics }) => insertionStatistics.groups,
  columns: [
    dimension<Group>(
      'speciality_domain',
      'TEXT',
      'Domaine NSF',
      'NSF domain, one digit',
      ({ key }) => key.speciality?.code.slice(0, 1),
    ),
    dimension<Group>(
      'speciality_domain_label',
      'TEXT',
      'Libellé du domaine NSF',
      'Official label of the NSF domain, in French',
      ({ key }) => key.speciality && officialSpecialityLabel(key.speciality.code.slice(0, 1)),
    ),
    dimension<Group>(
      'speciality_subdomain',
      'TEXT',
      'Sous-domaine NSF',
      'NSF subdomain, two digits; absent for a code of one',
      ({ key }) => subdomainOf(key.speciality?.code),
    ),
    dimension<Group>(
      'speciality_subdomain_label',
      'TEXT',
      'Libellé du sous-domaine NSF',
      'Official label of the NSF subdomain, in French',
      ({ key }) => officialSpecialityLabel(subdomainOf(key.speciality?.code) ?? ''),
    ),
    dimension<Group>(
      'speciality',
      'TEXT',
      'Groupe de spécialités NSF',
      'NSF group, three digits; shorter where fiches give no more, absent without a code',
      ({ key }) => key.speciality?.code,
    ),
    dimension<Group>(
      'speciality_label',
      'TEXT',
      'Libellé de la spécialité',
      'What the group is called, in French; says so when there is no code',
      ({ key }) => key.label,
    ),
    ...groupColumns<Group>(({ summary }) => summary),
  ],
});

function subdomainOf(code: string | undefined): string | null {
  return code && code.length > 1 ? code.slice(0, 2) : null;
}

import { officialSpecialityLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionBySpeciality = dataset<CohortGroup>({
  name: 'insertion-by-speciality',
  title: { fr: 'Insertion par spécialité NSF', en: 'Insertion by NSF speciality' },
  description:
    'What became of the certified of each NSF group (groupe de spécialités). A certification may have several codes and counts in the row of each: rows do not add up.',
  grain: 'one row for each NSF group, three digits, and one for certifications without an NSF code',
  key: ['speciality'],
  nullableKey: ['speciality'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'SPECIALITY'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'speciality_domain',
      'TEXT',
      'Domaine NSF',
      { label: 'NSF domain', description: 'NSF domain, one digit' },
      ({ keys: [code] }) => code?.slice(0, 1),
    ),
    dimension<CohortGroup>(
      'speciality_domain_label',
      'TEXT',
      'Libellé du domaine NSF',
      { label: 'NSF domain (label)', description: 'Official label of the NSF domain, in French' },
      ({ keys: [code] }) => code && officialSpecialityLabel(code.slice(0, 1)),
    ),
    dimension<CohortGroup>(
      'speciality_subdomain',
      'TEXT',
      'Sous-domaine NSF',
      {
        label: 'NSF subdomain',
        description: 'NSF subdomain, two digits; absent for a code of one',
      },
      ({ keys: [code] }) => subdomainOf(code),
    ),
    dimension<CohortGroup>(
      'speciality_subdomain_label',
      'TEXT',
      'Libellé du sous-domaine NSF',
      {
        label: 'NSF subdomain (label)',
        description: 'Official label of the NSF subdomain, in French',
      },
      ({ keys: [code] }) => officialSpecialityLabel(subdomainOf(code) ?? ''),
    ),
    dimension<CohortGroup>(
      'speciality',
      'TEXT',
      'Groupe de spécialités NSF',
      {
        label: 'NSF group',
        description:
          'NSF group, three digits; shorter where fiches give no more, absent without a code',
      },
      ({ keys: [code] }) => code,
    ),
    dimension<CohortGroup>(
      'speciality_label',
      'TEXT',
      'Libellé de la spécialité',
      {
        label: 'NSF group (label)',
        description: 'What the group is called, in French; says so when there is no code',
      },
      (group, view) => labelOf(group, view, 'SPECIALITY'),
    ),
    ...groupColumns(),
  ],
});

function subdomainOf(code: string | null | undefined): string | null {
  return code && code.length > 1 ? code.slice(0, 2) : null;
}

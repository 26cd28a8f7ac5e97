import { officialSpecialityLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionBySpeciality = dataset<CohortGroup>({
  name: 'insertion-by-speciality',
  title: { fr: 'Insertion par spécialité NSF', en: 'Insertion by NSF speciality' },
  description: {
    fr: 'Devenir des certifiés de chaque groupe de spécialités NSF. Une certification peut avoir plusieurs codes et compte dans la ligne de chacun\u00a0: les lignes ne s’additionnent pas.',
    en: 'What became of the certified of each NSF group (groupe de spécialités). A certification may have several codes and counts in the row of each: rows do not add up.',
  },
  grain: {
    fr: 'une ligne par groupe de spécialités NSF, à trois chiffres, et une pour les certifications sans code NSF',
    en: 'one row for each NSF group, three digits, and one for certifications without an NSF code',
  },
  key: ['speciality'],
  nullableKey: ['speciality'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'SPECIALITY'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'speciality_domain',
      'TEXT',
      { label: 'Domaine NSF', description: 'Domaine NSF, un chiffre' },
      { label: 'NSF domain', description: 'NSF domain, one digit' },
      ({ keys: [code] }) => code?.slice(0, 1),
    ),
    dimension<CohortGroup>(
      'speciality_domain_label',
      'TEXT',
      {
        label: 'Libellé du domaine NSF',
        description: 'Libellé officiel du domaine NSF, en français',
      },
      { label: 'NSF domain (label)', description: 'Official label of the NSF domain, in French' },
      ({ keys: [code] }) => code && officialSpecialityLabel(code.slice(0, 1)),
    ),
    dimension<CohortGroup>(
      'speciality_subdomain',
      'TEXT',
      {
        label: 'Sous-domaine NSF',
        description: 'Sous-domaine NSF, deux chiffres\u00a0; vide pour un code d’un seul chiffre',
      },
      {
        label: 'NSF subdomain',
        description: 'NSF subdomain, two digits; absent for a code of one',
      },
      ({ keys: [code] }) => subdomainOf(code),
    ),
    dimension<CohortGroup>(
      'speciality_subdomain_label',
      'TEXT',
      {
        label: 'Libellé du sous-domaine NSF',
        description: 'Libellé officiel du sous-domaine NSF, en français',
      },
      {
        label: 'NSF subdomain (label)',
        description: 'Official label of the NSF subdomain, in French',
      },
      ({ keys: [code] }) => officialSpecialityLabel(subdomainOf(code) ?? ''),
    ),
    dimension<CohortGroup>(
      'speciality',
      'TEXT',
      {
        label: 'Groupe de spécialités NSF',
        description:
          'Groupe de spécialités NSF, trois chiffres\u00a0; plus court là où les fiches n’en donnent pas plus, vide sans code',
      },
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
      {
        label: 'Libellé de la spécialité',
        description: 'Nom du groupe, en français\u00a0; le dit quand il n’y a pas de code',
      },
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

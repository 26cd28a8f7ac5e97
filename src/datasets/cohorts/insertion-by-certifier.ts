import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionByCertifier = dataset<CohortGroup>({
  name: 'insertion-by-certifier',
  title: { fr: 'Insertion par certificateur', en: 'Insertion by certifying body' },
  description: {
    fr: 'Devenir des certifiés de ce que certifie chaque certificateur en vigueur, par SIREN. Une certification de plusieurs certificateurs compte dans la ligne de chacun\u00a0: les lignes ne s’additionnent pas.',
    en: 'What became of the certified of what each certifying body in force certifies, by SIREN. A certification of several bodies counts in the row of each: rows do not add up.',
  },
  grain: {
    fr: 'une ligne par SIREN d’un certificateur en vigueur, et une pour les certifications qui n’en ont aucun',
    en: 'one row for each SIREN of a certifying body in force, and one for certifications without any',
  },
  key: ['certifier_siren'],
  nullableKey: ['certifier_siren'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'CERTIFIER'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'certifier_siren',
      'TEXT',
      {
        label: 'SIREN du certificateur',
        description:
          'SIREN du certificateur\u00a0; vide pour les certifications sans certificateur en vigueur connu par son SIREN',
      },
      {
        label: 'SIREN of the certifying body',
        description:
          'SIREN of the certifying body; absent for certifications without one in force that is known by SIREN',
      },
      ({ keys: [siren] }) => siren,
    ),
    dimension<CohortGroup>(
      'certifier_name',
      'TEXT',
      {
        label: 'Certificateur',
        description:
          'Nom du certificateur, celui qu’il a le plus souvent\u00a0; le dit quand il n’y en a pas',
      },
      {
        label: 'Certifying body',
        description:
          'Name of the certifying body, the one it most often has; says so when there is none',
      },
      (group, view) => labelOf(group, view, 'CERTIFIER'),
    ),
    ...groupColumns(),
  ],
});

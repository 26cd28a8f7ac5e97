import { officialOccupationLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionByOccupation = dataset<CohortGroup>({
  name: 'insertion-by-occupation',
  title: { fr: 'Insertion par métier ROME', en: 'Insertion by ROME occupation' },
  description: {
    fr: 'Devenir des certifiés de chaque métier ROME. Une certification peut avoir plusieurs codes et compte dans la ligne de chacun\u00a0: les lignes ne s’additionnent pas.',
    en: 'What became of the certified of each ROME occupation (métier). A certification may have several codes and counts in the row of each: rows do not add up.',
  },
  grain: {
    fr: 'une ligne par code ROME, et une pour les certifications qui n’en ont pas',
    en: 'one row for each ROME code, and one for certifications without one',
  },
  key: ['occupation'],
  nullableKey: ['occupation'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'OCCUPATION'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'occupation_domain',
      'TEXT',
      {
        label: 'Domaine professionnel ROME',
        description: 'Domaine professionnel ROME, trois caractères',
      },
      { label: 'ROME domain', description: 'ROME domain, three characters' },
      ({ keys: [code] }) => code?.slice(0, 3),
    ),
    dimension<CohortGroup>(
      'occupation_domain_label',
      'TEXT',
      {
        label: 'Libellé du domaine professionnel',
        description: 'Libellé officiel du domaine professionnel ROME, en français',
      },
      { label: 'ROME domain (label)', description: 'Official label of the ROME domain, in French' },
      ({ keys: [code] }) => code && officialOccupationLabel(code.slice(0, 3)),
    ),
    dimension<CohortGroup>(
      'occupation',
      'TEXT',
      {
        label: 'Code ROME',
        description: 'Code ROME\u00a0; vide pour les certifications qui n’en ont pas',
      },
      { label: 'ROME code', description: 'ROME code; absent for certifications without one' },
      ({ keys: [code] }) => code,
    ),
    dimension<CohortGroup>(
      'occupation_label',
      'TEXT',
      {
        label: 'Libellé du métier',
        description: 'Nom du métier, en français\u00a0; le dit quand il n’y a pas de code',
      },
      {
        label: 'Occupation (label)',
        description: 'What the occupation is called, in French; says so when there is no code',
      },
      (group, view) => labelOf(group, view, 'OCCUPATION'),
    ),
    ...groupColumns(),
  ],
});

import { officialOccupationLabel } from '../../domain/nomenclature/nomenclature-labels.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { groupColumns } from './group-columns.ts';
import { groupsOf, labelOf } from './group-rows.ts';

export const insertionByOccupation = dataset<CohortGroup>({
  name: 'insertion-by-occupation',
  title: { fr: 'Insertion par métier ROME', en: 'Insertion by ROME occupation' },
  description:
    'What became of the certified of each ROME occupation (métier). A certification may have several codes and counts in the row of each: rows do not add up.',
  grain: 'one row for each ROME code, and one for certifications without one',
  key: ['occupation'],
  nullableKey: ['occupation'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: (view, values) => groupsOf(view, values, 'OCCUPATION'),
  whyEmpty: emptyCohorts(),
  columns: () => [
    dimension<CohortGroup>(
      'occupation_domain',
      'TEXT',
      'Domaine professionnel ROME',
      { label: 'ROME domain', description: 'ROME domain, three characters' },
      ({ keys: [code] }) => code?.slice(0, 3),
    ),
    dimension<CohortGroup>(
      'occupation_domain_label',
      'TEXT',
      'Libellé du domaine professionnel',
      { label: 'ROME domain (label)', description: 'Official label of the ROME domain, in French' },
      ({ keys: [code] }) => code && officialOccupationLabel(code.slice(0, 3)),
    ),
    dimension<CohortGroup>(
      'occupation',
      'TEXT',
      'Code ROME',
      { label: 'ROME code', description: 'ROME code; absent for certifications without one' },
      ({ keys: [code] }) => code,
    ),
    dimension<CohortGroup>(
      'occupation_label',
      'TEXT',
      'Libellé du métier',
      {
        label: 'Occupation (label)',
        description: 'What the occupation is called, in French; says so when there is no code',
      },
      (group, view) => labelOf(group, view, 'OCCUPATION'),
    ),
    ...groupColumns(),
  ],
});

import type {
  SurveyGroupDimension as Dimension,
  SurveySelection,
} from '../../domain/survey/survey-grouping.ts';
import { builder } from '../core/builder.ts';

export const Selection = builder.inputType('SurveySelection', {
  description:
    'Which holders: one value of an attribute, or all. No lists: sets that differ by one holder would tell their answer.',
  fields: (t) => ({
    year: t.int({ description: 'Année d’obtention.' }),
    register: t.string({ description: 'RNCP or RS.' }),
    level: t.int({ description: 'Niveau, 1 to 8.' }),
    specialityDomain: t.string({ description: 'NSF, one digit.' }),
    occupationDomain: t.string({ description: 'ROME domain, as M18.' }),
    route: t.string({ description: 'Code of the voie d’accès.' }),
    sex: t.string({ description: 'F or M.' }),
    ageBand: t.string({ description: 'Code of the age band.' }),
    region: t.string({ description: 'Région of the training (INSEE).' }),
  }),
});

const SELECTED = {
  year: 'YEAR',
  register: 'REGISTER',
  level: 'LEVEL',
  specialityDomain: 'SPECIALITY_DOMAIN',
  occupationDomain: 'OCCUPATION_DOMAIN',
  route: 'ROUTE',
  sex: 'SEX',
  ageBand: 'AGE_BAND',
  region: 'REGION',
} as const satisfies Record<string, Dimension>;

type Given = Readonly<Partial<Record<keyof typeof SELECTED, string | number | null | undefined>>>;

/** The selection of an argument. */
export function selectionOf(given: Given | null | undefined): SurveySelection {
  const selected: Partial<Record<Dimension, string>> = {};
  for (const [name, dimension] of Object.entries(SELECTED)) {
    const value = given?.[name as keyof typeof SELECTED];
    if (value != null) selected[dimension] = String(value);
  }
  return selected;
}

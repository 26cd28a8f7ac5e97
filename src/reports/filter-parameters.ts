import { MAX_LAST_COHORTS } from '../domain/pooling.ts';
import { MAX_MONTHS } from '../domain/range.ts';
import { REGISTERS } from '../domain/register-code.ts';
import type { Parameter, ParameterValues } from './parameter.ts';

const text = (
  name: string,
  pattern: RegExp,
  accepted: string,
  example: string,
  description: string,
): Parameter => ({
  ...{ name, description, example, many: true },
  kind: { type: 'TEXT', pattern, accepted },
});

/** The day that statuses, activity and peers are of. */
export const AS_OF: Parameter = {
  name: 'as_of',
  description:
    'The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is.',
  kind: { type: 'DATE' },
  ...{ many: false, example: '2026-06-30' },
};

/** Which certifications: each restricts, those with several values mean "any of". */
export const CERTIFICATION_PARAMETERS: readonly Parameter[] = [
  text(
    'code',
    /^\S.{0,199}$/,
    'a register code such as RNCP35746',
    'RNCP35746',
    'Register codes, in any form they are written in.',
  ),
  {
    name: 'register',
    description: 'RNCP or RS.',
    kind: { type: 'CHOICE', of: REGISTERS },
    ...{ many: false, example: 'RNCP' },
  },
  {
    name: 'active',
    description: 'Only certifications that are active on the day, or only those that are not.',
    kind: { type: 'BOOLEAN' },
    ...{ many: false, example: 'true' },
  },
  {
    name: 'level',
    description: 'Levels of qualification (niveau), 1 to 8.',
    kind: { type: 'INTEGER', from: 1, to: 8 },
    ...{ many: true, example: '6' },
  },
  text(
    'speciality',
    /^\w{1,4}$/,
    'an NSF code or the start of one',
    '326',
    'NSF codes (spécialités) or the starts of some.',
  ),
  text(
    'occupation',
    /^\w{1,5}$/,
    'a ROME code or the start of one',
    'M18',
    'ROME codes (métiers) or the starts of some.',
  ),
  text('formacode', /^\d{1,5}$/, 'a Formacode', '31054', 'Formacodes, whole.'),
  text(
    'certifier',
    /^(\d ?){9}$/,
    'a SIREN of nine digits',
    '130025265',
    'Certifying bodies (certificateurs), by SIREN.',
  ),
];

/** The parameters of certifications, but for some. */
export function certificationParametersBut(...names: readonly string[]): Parameter[] {
  return CERTIFICATION_PARAMETERS.filter(({ name }) => !names.includes(name));
}

/** Within how many months of the day the registration ends. */
export const MONTHS: Parameter = {
  name: 'months',
  description:
    'Only certifications whose registration ends from the day to so many months later, both included.',
  kind: { type: 'INTEGER', from: 1, to: MAX_MONTHS },
  ...{ many: false, example: '12' },
};

/** The `CertificationFilter` that the parameters mean. */
export function certificationFilter(values: ParameterValues) {
  return {
    codes: values['code'],
    register: values['register'],
    active: values['active'],
    levels: values['level'],
    specialities: values['speciality'],
    occupations: values['occupation'],
    formacodes: values['formacode'],
    certifiers: values['certifier'],
  } as {
    readonly codes?: string[];
    readonly register?: 'RNCP' | 'RS';
    readonly active?: boolean;
    readonly levels?: number[];
    readonly specialities?: string[];
    readonly occupations?: string[];
    readonly formacodes?: string[];
    readonly certifiers?: string[];
  };
}

/** How many of the most recent cohorts are pooled. */
export const LAST_COHORTS: Parameter = {
  name: 'last_cohorts',
  description:
    'How many of the most recent cohorts of a certification are pooled, whether or not their rate is published.',
  kind: { type: 'INTEGER', from: 1, to: MAX_LAST_COHORTS },
  ...{ many: false, otherwise: 3, example: '3' },
};

const year = (name: string, description: string): Parameter => ({
  ...{ name, description, many: false, example: '2022' },
  kind: { type: 'INTEGER', from: 1, to: 9999 },
});

/** Which years of cohorts, both included. */
export const YEAR_PARAMETERS: readonly Parameter[] = [
  year('year_from', 'Only cohorts of this year and later ones.'),
  year('year_to', 'Only cohorts of this year and earlier ones.'),
];

/** The `CohortFilter` that the parameters of certifications and years mean. */
export function cohortFilter(values: ParameterValues) {
  return {
    certification: certificationFilter(values),
    year: { from: values['year_from'] as number, to: values['year_to'] as number },
  };
}

/** The `asOf` of a document. */
export function asOf(values: ParameterValues): string | undefined {
  return values['as_of'] as string | undefined;
}

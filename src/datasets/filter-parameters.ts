import type { Bilingual } from '../domain/bilingual.ts';
import {
  parseRegisterCode,
  REGISTERS,
  type Register,
} from '../domain/certification/register-code.ts';
import { BadUserInputError, type UnknownCodeError } from '../domain/errors.ts';
import { MAX_LAST_COHORTS } from '../domain/insertion/pooling.ts';
import {
  parseFormacode,
  parseOccupationCode,
  parseSpecialityCode,
} from '../domain/nomenclature/nomenclature.ts';
import { parseSiren } from '../domain/nomenclature/siret.ts';
import { MAX_MONTHS, type Range } from '../domain/range.ts';
import { ACCEPTED_YEARS, YEAR_SELECTION } from '../domain/year-selection.ts';
import { selectedYears } from '../snapshot/cohort-years.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { CertificationFilter } from '../snapshot/filter/certification-filter.ts';
import type { CohortFilter } from '../snapshot/filter/cohort-mask.ts';
import { checkKnown } from '../snapshot/filter/known-codes.ts';
import type { Parameter, ParameterValues } from './parameter.ts';

const text = (
  name: string,
  pattern: RegExp,
  accepted: Bilingual,
  example: string,
  description: Bilingual,
): Parameter => ({
  ...{ name, description, example, many: true },
  kind: { type: 'TEXT', pattern, accepted },
});

/** The day that statuses, activity and peers are of. */
export const AS_OF: Parameter = {
  name: 'as_of',
  description: {
    fr: 'La date de référence, à laquelle les chiffres sont regardés\u00a0: elle décide de ce qui est actif et des taux qui sont dus. Sans elle, aujourd’hui à Paris, ou le jour de la publication quand celle-ci est donnée.',
    en: 'The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is.',
  },
  kind: { type: 'DATE' },
  ...{ many: false, example: '2026-06-30' },
};

/** Which certifications: each restricts, those with several values mean "any of". */
export const CERTIFICATION_PARAMETERS: readonly Parameter[] = [
  text(
    'code',
    /^\S.{0,199}$/,
    { en: 'a register code such as RNCP35746', fr: 'un numéro de fiche comme RNCP35746' },
    'RNCP35746',
    {
      fr: 'Numéros de fiche, sous toute forme où ils s’écrivent.',
      en: 'Register codes, in any form they are written in.',
    },
  ),
  {
    name: 'register',
    description: { fr: 'RNCP ou RS.', en: 'RNCP or RS.' },
    kind: { type: 'CHOICE', of: REGISTERS },
    ...{ many: false, example: 'RNCP' },
  },
  {
    name: 'active',
    description: {
      fr: 'Seulement les certifications qui sont actives à la date de référence, ou seulement celles qui ne le sont pas. Une certification dont ni la fin ni l’indicateur d’activité du répertoire ne sont connus n’est ni l’un ni l’autre.',
      en: 'Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither.',
    },
    kind: { type: 'BOOLEAN' },
    ...{ many: false, example: 'true' },
  },
  {
    name: 'level',
    description: {
      fr: 'Niveaux de qualification, de 1 à 8.',
      en: 'Levels of qualification (niveau), 1 to 8.',
    },
    kind: { type: 'INTEGER', from: 1, to: 8 },
    ...{ many: true, example: '6' },
  },
  text(
    'speciality',
    /^\w{1,4}$/,
    { en: 'an NSF code or the start of one', fr: 'un code NSF ou le début d’un code' },
    '326',
    {
      fr: 'Codes NSF (spécialités) ou débuts de codes.',
      en: 'NSF codes (spécialités) or the starts of some.',
    },
  ),
  text(
    'occupation',
    /^\w{1,5}$/,
    { en: 'a ROME code or the start of one', fr: 'un code ROME ou le début d’un code' },
    'M18',
    {
      fr: 'Codes ROME (métiers) ou débuts de codes.',
      en: 'ROME codes (métiers) or the starts of some.',
    },
  ),
  text('formacode', /^\d{1,5}$/, { en: 'a Formacode', fr: 'un Formacode' }, '31054', {
    fr: 'Formacodes, entiers.',
    en: 'Formacodes, whole.',
  }),
  text(
    'certifier',
    /^(\d ?){9}$/,
    { en: 'a SIREN of nine digits', fr: 'un SIREN de neuf chiffres' },
    '130025265',
    { fr: 'Certificateurs, par SIREN.', en: 'Certifying bodies (certificateurs), by SIREN.' },
  ),
];

/** The parameters of certifications, but for some. */
export function certificationParametersBut(...names: readonly string[]): Parameter[] {
  return CERTIFICATION_PARAMETERS.filter(({ name }) => !names.includes(name));
}

/** Within how many months of the day the registration ends. */
export const MONTHS: Parameter = {
  name: 'months',
  description: {
    fr: 'Seulement les certifications dont l’enregistrement prend fin entre la date de référence et ce nombre de mois plus tard, bornes comprises.',
    en: 'Only certifications whose registration ends from the day to so many months later, both included.',
  },
  kind: { type: 'INTEGER', from: 1, to: MAX_MONTHS },
  ...{ many: false, example: '12' },
};

/** Reads the parameters whose values are codes of the register. */
const READ_CODE = {
  code: parseRegisterCode,
  speciality: parseSpecialityCode,
  occupation: parseOccupationCode,
  formacode: parseFormacode,
  certifier: parseSiren,
} as const satisfies Readonly<Record<string, (text: string) => string>>;

/** Values without the codes that the register lacks; null when a parameter has no other. */
export function withoutUnknown(
  values: ParameterValues,
  { argument, codes }: UnknownCodeError,
): ParameterValues | null {
  const read: (text: string) => string = READ_CODE[argument as keyof typeof READ_CODE];
  const unknown = new Set(codes);
  const left = [values[argument] ?? []].flat().filter((text) => !unknown.has(read(String(text))));
  return left.length === 0 ? null : { ...values, [argument]: left };
}

/**
 * The certifications that the parameters mean.
 *
 * - Throws `BadUserInputError` for a code that is malformed or that the register lacks.
 */
export function certificationFilter({ snapshot }: DayView, values: ParameterValues) {
  const list = (name: string) => values[name] as readonly string[] | undefined;
  const filter: CertificationFilter = {
    codes: list('code')?.map(READ_CODE.code),
    register: values['register'] as Register | undefined,
    active: values['active'] as boolean | undefined,
    levels: values['level'] as readonly number[] | undefined,
    specialities: list('speciality')?.map(READ_CODE.speciality),
    occupations: list('occupation')?.map(READ_CODE.occupation),
    formacodes: list('formacode')?.map(READ_CODE.formacode),
    certifiers: list('certifier')?.map(READ_CODE.certifier),
  };
  checkKnown(snapshot, 'code', 'certification', filter.codes);
  checkKnown(snapshot, 'speciality', 'speciality', filter.specialities);
  checkKnown(snapshot, 'occupation', 'occupation', filter.occupations);
  checkKnown(snapshot, 'formacode', 'formacode', filter.formacodes);
  checkKnown(snapshot, 'certifier', 'certifier', filter.certifiers);
  return filter;
}

/** How many of the most recent cohorts are pooled. */
export const LAST_COHORTS: Parameter = {
  name: 'last_cohorts',
  description: {
    fr: 'Combien des dernières promotions d’une certification sont réunies, que leur taux soit publié ou non.',
    en: 'How many of the most recent cohorts of a certification are pooled, whether or not their rate is published.',
  },
  kind: { type: 'INTEGER', from: 1, to: MAX_LAST_COHORTS },
  ...{ many: false, otherwise: 3, example: '3' },
};

/** The cohorts that are pooled. */
export function lastCohorts(values: ParameterValues): number {
  return (values[LAST_COHORTS.name] ?? LAST_COHORTS.otherwise) as number;
}

const year = (name: string, description: Bilingual): Parameter => ({
  ...{ name, description, many: false, example: '2022' },
  kind: { type: 'INTEGER', from: 1, to: 9999 },
});

/** Which years of cohorts, both included. */
export const YEAR_PARAMETERS: readonly Parameter[] = [
  year('year_from', {
    fr: 'Seulement les promotions de cette année et des suivantes.',
    en: 'Only cohorts of this year and later ones.',
  }),
  year('year_to', {
    fr: 'Seulement les promotions de cette année et des précédentes.',
    en: 'Only cohorts of this year and earlier ones.',
  }),
  {
    name: 'years',
    description: {
      fr: 'Seulement les promotions de ces années, à la place de `year_from` et `year_to` : `latest(3)`, les trois dernières années qui ont des promotions, et qui restent les dernières à chaque publication ; `from(2019)`, `to(2021)`, `range(2019,2021)`, bornes comprises ; ou une année.',
      en: 'Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year.',
    },
    kind: { type: 'TEXT', pattern: YEAR_SELECTION, accepted: ACCEPTED_YEARS },
    ...{ many: false, example: 'latest(3)' },
  },
];

/**
 * The years of cohorts that the parameters mean on the day of a view.
 *
 * - Throws `BadUserInputError` when they end before they begin, and when they are given in both ways.
 */
export function yearRange(view: DayView, values: ParameterValues): Range<number> {
  const { years } = values;
  if (typeof years === 'string') {
    const [other] = ['year_from', 'year_to'].filter((name) => values[name] !== undefined);
    if (other === undefined) return selectedYears(view, 'years', years);
    throw new BadUserInputError({
      en: `years and ${other} are both given: give one of them`,
      fr: `years et ${other} sont donnés tous deux : donnez l’un des deux`,
    });
  }
  const range = {
    from: values['year_from'] as number | undefined,
    to: values['year_to'] as number | undefined,
  };
  const { from, to } = range;
  if (from === undefined || to === undefined || from <= to) return range;
  throw new BadUserInputError({
    en: `year_from ${from} is after year_to ${to}: give a year_from that is not after year_to`,
    fr: `year_from ${from} est après year_to ${to} : donnez un year_from qui n’est pas après year_to`,
  });
}

/** The cohorts that the parameters of certifications and years mean. */
export function cohortFilter(view: DayView, values: ParameterValues): CohortFilter {
  return { certification: certificationFilter(view, values), cohortYear: yearRange(view, values) };
}

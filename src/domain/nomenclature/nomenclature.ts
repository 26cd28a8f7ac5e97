import type { Bilingual } from '../bilingual.ts';
import { BadUserInputError } from '../errors.ts';

const SPECIALITY = /^\d{1,3}[a-z]?$/;
const OCCUPATION = /^[A-N]\d{0,4}$/;
const FORMACODE = /^\d{1,5}$/;

/**
 * Reads an NSF code or its first characters: `3`, `32`, `326`, `326t`.
 *
 * - Throws `BadUserInputError` for anything else.
 */
export function parseSpecialityCode(text: string): string {
  return parse(text.trim().toLowerCase(), text, SPECIALITY, {
    what: { en: 'an NSF code', fr: 'un code NSF' },
    accepted: {
      en: 'one to three digits, with or without a letter, for example 3, 32, 326 or 326t',
      fr: 'un à trois chiffres, avec ou sans lettre, par exemple 3, 32, 326 ou 326t',
    },
  });
}

/** The digits of an NSF code, without the letter of the function: by them specialities are compared. */
export function specialityDigits(code: string): string {
  return code.slice(0, 3);
}

/**
 * Reads a ROME code or its first characters: `M`, `M18`, `M1805`.
 *
 * - Throws `BadUserInputError` for anything else.
 */
export function parseOccupationCode(text: string): string {
  return parse(text.trim().toUpperCase(), text, OCCUPATION, {
    what: { en: 'a ROME code', fr: 'un code ROME' },
    accepted: {
      en: 'a letter from A to N and up to four digits, for example M, M18 or M1805',
      fr: 'une lettre de A à N et quatre chiffres au plus, par exemple M, M18 ou M1805',
    },
  });
}

/**
 * Reads a Formacode.
 *
 * - Throws `BadUserInputError` for anything else.
 */
export function parseFormacode(text: string): string {
  return parse(text.trim(), text, FORMACODE, {
    what: { en: 'a Formacode', fr: 'un Formacode' },
    accepted: {
      en: 'up to five digits, for example 46301',
      fr: 'cinq chiffres au plus, par exemple 46301',
    },
  });
}

/**
 * Checks a level of qualification.
 *
 * - Throws `BadUserInputError` unless it is a whole number from 1 to 8.
 */
export function parseLevel(level: number): number {
  if (Number.isInteger(level) && level >= 1 && level <= 8) return level;
  throw new BadUserInputError({
    en: `${level} is not a level of qualification: give 1 to 8`,
    fr: `${level} n’est pas un niveau de qualification : donnez 1 à 8`,
  });
}

function parse(
  code: string,
  given: string,
  form: RegExp,
  { what, accepted }: { readonly what: Bilingual; readonly accepted: Bilingual },
): string {
  if (form.test(code)) return code;
  throw new BadUserInputError({
    en: `"${given}" is not ${what.en}: give ${accepted.en}`,
    fr: `« ${given} » n’est pas ${what.fr} : donnez ${accepted.fr}`,
  });
}

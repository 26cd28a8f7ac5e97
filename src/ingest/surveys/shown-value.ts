import type { SurveyField } from '../../domain/survey/layout.ts';

/** A code of a certification, or a number that is too short to be one of a person. */
const SHORT = /^(?:(?:RNCP|RS)\d{1,9}|[+-]?\d{1,5}(?:[.,]\d{1,2})?)$/i;

/** Days of this century, as they are accepted: holders were born before, but for pupils of late. */
const RECENT_DAY = /^(?:20\d\d-\d\d-\d\d|\d{1,2}([-/])\d{1,2}\1(?:20|21)\d\d)$/;

/** Characters of the longest code that is repeated, and the first number of digits that is one of a person. */
const LONGEST_CODE = 40;
const MANY_DIGITS = 5;

/**
 * Whether a message may repeat a value that cannot be read: nothing that may be somebody’s name, number,
 * address or day of birth. Values of lists of codes are repeated, so that they can be mapped.
 */
export function isHarmless(text: string, { type }: SurveyField): boolean {
  if (SHORT.test(text)) return true;
  switch (type) {
    case 'DATE':
      return RECENT_DAY.test(text);
    case 'ROME':
      return /^[a-z]\d{4}$/i.test(text);
    case 'COUNTRY':
      return /^[A-Z]{2}$/.test(text);
    case 'ENUM':
      return (
        text.length <= LONGEST_CODE &&
        !/[\p{C}@]/u.test(text) &&
        text.replace(/\D/g, '').length < MANY_DIGITS
      );
    default:
      return false;
  }
}

/** A header as messages show it; its number where it is no name of a column but a value. */
export function shownHeader(header: string, index: number): string {
  return /@|\d(?:\D{0,2}\d){8}/.test(header) ? String(index + 1) : header;
}

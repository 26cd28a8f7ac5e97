import { type PlainDate, parseFrenchDate } from '../../domain/calendar.ts';
import type { ReadingRule } from '../../domain/findings/finding.ts';
import { isValidSiret } from '../../domain/nomenclature/siret.ts';

/**
 * Called with a value that cannot be read and why; the value is then absent. Called also with one
 * that is read and doubtful. What reads a source gives one that records a finding, of the rule
 * `REFUSED_VALUE` when none is named.
 */
export type Refuse = (given: string, message: string, rule?: ReadingRule) => null;

/** PostgreSQL's `integer`: no count or identifier of the register comes near it. */
const LARGEST_INTEGER = 2_147_483_647;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Days to which any number of months can be added within the calendar. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2200-12-31';

const INTEGER = /^\d+$/;
const RATE = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*%?$/;
const YEAR = /^\d{4}$/;
const SIRET = /^\d{14}$/;

/** Trimmed text, or null when there is none. */
export function parseText(text: string | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}

/** A French day, `dd/mm/yyyy` or `dd-mm-yyyy`, of the years 1900 to 2200; absent = null. */
export function parseDay(text: string | null, refuse: Refuse): PlainDate | null {
  if (text === null || text === '-') return null;
  const day = parseFrenchDate(text);
  if (day !== null && day >= FIRST_DAY && day <= LAST_DAY) return day;
  return refuse(
    text,
    'not a day: a real date of the years 1900 to 2200 written dd/mm/yyyy is accepted, for example 31/08/2026',
  );
}

/** Oui or Non; absent = null. */
export function parseYesNo(text: string | null, refuse: Refuse): boolean | null {
  if (text === null) return null;
  if (text === 'Oui') return true;
  if (text === 'Non') return false;
  const folded = text.toLowerCase();
  if (folded === 'oui') return true;
  if (folded === 'non') return false;
  return refuse(text, 'neither Oui nor Non');
}

/** A plain count or identifier, 0 or more; absent or `-` = null. */
export function parseCount(text: string | null, refuse: Refuse): number | null {
  if (text === null || text === '-') return null;
  if (!INTEGER.test(text)) return refuse(text, 'not a count: an integer of 0 or more is accepted');
  const count = Number(text);
  if (count > LARGEST_INTEGER) {
    return refuse(text, `too large: at most ${LARGEST_INTEGER} is accepted`);
  }
  return count;
}

/**
 * A rate in percent, 0 to 100: `86`, `86.5`, `86,5`, `86 %`. Absent or `-` = null, never 0.
 */
export function parseRate(text: string | null, refuse: Refuse): number | null {
  if (text === null || text === '-') return null;
  const match = RATE.exec(text);
  const rate = match ? Number(`${match[1]}.${match[2] ?? '0'}`) : Number.NaN;
  if (!(rate <= 100)) {
    return refuse(
      text,
      'not a rate: a number from 0 to 100 is accepted, as 86, 86.5, 86,5 or 86 %',
      'INVALID_RATE',
    );
  }
  return rate;
}

/** A calendar year, 1900 to 2100; absent = null. */
export function parseYear(text: string | null, refuse: Refuse): number | null {
  if (text === null) return null;
  const year = YEAR.test(text) ? Number(text) : 0;
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse(text, `not a year: ${FIRST_YEAR} to ${LAST_YEAR} is accepted, as 4 digits`);
  }
  return year;
}

/**
 * The 14 digits of a SIRET, written with or without spaces or dots; absent or `-` = null. One whose
 * check digit is wrong is kept: it is what the register says.
 */
export function parseSiret(text: string | null, refuse: Refuse): string | null {
  if (text === null || text === '-') return null;
  const digits = SIRET.test(text) ? text : text.replace(/\D/g, '');
  if (!SIRET.test(digits)) return refuse(text, 'not a SIRET: 14 digits are accepted');
  if (!isValidSiret(digits)) {
    refuse(
      text,
      'the check digit of this SIRET is wrong: it is served as given, and no establishment has it',
      'INVALID_SIRET',
    );
  }
  return digits;
}

/** The link to the description is free text; `*`, dashes and spaces alone mean that there is none. */
export function parseDescriptionLink(text: string | null): string | null {
  return text === null || /^[\s*_–—-]*$/.test(text) ? null : text;
}

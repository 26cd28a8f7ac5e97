import { type PlainDate, parseFrenchDate } from '../../domain/calendar.ts';
import type { FicheCohort } from '../../domain/certification/fiche.ts';
import type { ReadingRule } from '../../domain/findings/finding.ts';
import { isValidSiret } from '../../domain/nomenclature/siret.ts';
import { byIndicator, type InsertionIndicator } from '../../domain/rate/indicator.ts';

/**
 * Called with a value that cannot be read and why; the value is then absent. Called also with one
 * that is read and doubtful. What reads a source gives one that records a finding, of the rule
 * `REFUSED_VALUE` when none is named.
 */
export type Refuse = (given: string, message: string, rule?: ReadingRule) => null;

/** PostgreSQL's `integer`: no identifier of the register comes near it. */
const LARGEST_INTEGER = 2_147_483_647;
/** Heads: ten times the largest cohorts of the registers. A register of such cohorts alone would not fit in its sums. */
const LARGEST_COHORT = 10_000_000;
/** Years that a registration or a certification may last. */
const LONGEST_DURATION = 100;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Days to which any number of months can be added within the calendar. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2200-12-31';

// Programs that hold whole numbers as fractions write 23.0.
const INTEGER = /^(\d+)(?:[.,]0+)?$/;
const RATE = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/;
/** Rates are kept in whole millionths. */
const RATE_DECIMALS = 6;
const YEAR = /^(\d{4})(?:[.,]0+)?$/;
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

/** A number of persons, 0 to 10 million: `23`, `23.0`; absent or `-` = null. */
export function parseCount(text: string | null, refuse: Refuse): number | null {
  return parseInteger(text, LARGEST_COHORT, refuse);
}

/** A number that identifies; absent or `-` = null. */
export function parseIdentifier(text: string | null, refuse: Refuse): number | null {
  return parseInteger(text, LARGEST_INTEGER, refuse);
}

/** Years that something lasts, 0 to 100; absent or `-` = null. */
export function parseDuration(text: string | null, refuse: Refuse): number | null {
  return parseInteger(text, LONGEST_DURATION, refuse);
}

function parseInteger(text: string | null, largest: number, refuse: Refuse): number | null {
  if (text === null || text === '-') return null;
  const digits = INTEGER.exec(text)?.[1];
  if (digits === undefined) {
    return refuse(text, 'not a whole number: an integer of 0 or more is accepted');
  }
  const value = Number(digits);
  return value <= largest ? value : refuse(text, `too large: at most ${largest} is accepted`);
}

/**
 * A rate in percent, 0 to 100: `86`, `86.5`, `86,5`, `86 %`, with as many decimals as a program
 * writes, of which six are kept. Absent or `-` = null, never 0.
 */
export function parseRate(text: string | null, refuse: Refuse): number | null {
  if (text === null || text === '-') return null;
  const digits = RATE.exec(text)?.[1];
  const rate =
    digits === undefined
      ? Number.NaN
      : Number(Number(digits.replace(',', '.')).toFixed(RATE_DECIMALS));
  if (!(rate <= 100)) {
    return refuse(
      text,
      'not a rate: a number from 0 to 100 is accepted, as 86, 86.5, 86,5 or 86 %',
      'INVALID_RATE',
    );
  }
  return rate;
}

/** The three rates of a cohort, and those that were given and could not be read. */
export function parseRates(
  textOf: (indicator: InsertionIndicator) => string | null,
  refuseOf: (indicator: InsertionIndicator) => Refuse,
): Pick<FicheCohort, 'rates' | 'unreadableRates'> {
  const unreadableRates: InsertionIndicator[] = [];
  const rates = byIndicator((indicator) =>
    parseRate(textOf(indicator), (given, message, rule) => {
      unreadableRates.push(indicator);
      return refuseOf(indicator)(given, message, rule);
    }),
  );
  return unreadableRates.length > 0 ? { rates, unreadableRates } : { rates };
}

/** A calendar year, 1900 to 2100: `2020`, `2020.0`; absent = null. */
export function parseYear(text: string | null, refuse: Refuse): number | null {
  if (text === null) return null;
  const year = Number(YEAR.exec(text)?.[1] ?? 0);
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

/** Whether a source gives a value and it was refused. */
export function isUnreadable(given: string | null, value: unknown): boolean {
  return value === null && given !== null && given !== '-';
}

/** The link to the description is free text; `*`, dashes and spaces alone mean that there is none. */
export function parseDescriptionLink(text: string | null): string | null {
  return text === null || /^[\s*_–—-]*$/.test(text) ? null : text;
}

import { addMonths, daysBetween, type PlainDate, plainDate } from '../calendar.ts';
import type { Register } from '../certification/register-code.ts';
import { BadUserInputError } from '../errors.ts';
import { DEFAULT_CHOICES } from '../method.ts';
import { HORIZON_MONTHS, type InsertionIndicator } from './indicator.ts';

/** Why a rate has, or has not, a value; docs/method.md#status explains each. */
export const RATE_STATUSES = [
  'PUBLISHED',
  'PUBLISHED_EARLY',
  'UNREADABLE',
  'NOT_IN_SOURCE',
  'NO_HOLDER',
  'NOT_APPLICABLE',
  'NOT_YET_OBSERVABLE',
  'IN_COLLECTION',
  'CLOSED_BEFORE_DUE',
  'OVERDUE',
  'OVERDUE_OPTIONAL',
] as const;

export type RateStatus = (typeof RATE_STATUSES)[number];

/** A status as shown: `SUPPRESSED` is laid over a status, with a reason, and never stored. */
export type DisplayedRateStatus = RateStatus | 'SUPPRESSED';

/** Months granted between the end of the observation and the due date. Ours: docs/method.md#status. */
export const PUBLICATION_GRACE_MONTHS = DEFAULT_CHOICES.graceMonths;

/** The last day of a cohort's year. */
function cohortEnd(year: number): PlainDate {
  const end = plainDate(year, 12, 31);
  if (!end) {
    throw new BadUserInputError({
      en: `${year} is not a cohort year: whole years from 1 to 9999 are accepted`,
      fr: `${year} n’est pas une année de cohorte : une année entière de 1 à 9999 est acceptée`,
    });
  }
  return end;
}

/**
 * The day on which the observation of a cohort closes: 31 December of its year plus the horizon.
 *
 * - Throws `BadUserInputError` for a year outside the calendar.
 *
 * @example observationCloses(2020, 'TARGET_OCCUPATION_2_YEARS') // '2022-12-31'
 */
export function observationCloses(year: number, indicator: InsertionIndicator): PlainDate {
  return monthsAfter(year, HORIZON_MONTHS[indicator]);
}

/** Days that were worked out: a few for each year, asked for every cohort of it. */
const knownDays = new Map<number, PlainDate>();

/** The day so many months after the end of a cohort's year. */
function monthsAfter(year: number, months: number): PlainDate {
  // A key is of one year and one number of months only within these.
  if (!Number.isInteger(year) || months >= 1000) return addMonths(cohortEnd(year), months);
  const key = year * 1000 + months;
  const known = knownDays.get(key);
  if (known) return known;
  const day = addMonths(cohortEnd(year), months);
  knownDays.set(key, day);
  return day;
}

/**
 * The last day on which a rate is not late: 31 December of the cohort's year plus horizon and
 * grace, added in one step and then clamped to the month's end.
 *
 * - Throws `BadUserInputError` for a year outside the calendar, or a grace that is not a whole
 *   number of months, 0 or more.
 *
 * @example rateDueOn(2020, 'GLOBAL_6_MONTHS') // '2021-12-31'
 */
export function rateDueOn(
  year: number,
  indicator: InsertionIndicator,
  graceMonths = PUBLICATION_GRACE_MONTHS,
): PlainDate {
  if (!Number.isInteger(graceMonths) || graceMonths < 0) {
    throw new BadUserInputError({
      en: `graceMonths ${graceMonths} is not accepted: give a whole number of months, 0 or more`,
      fr: `graceMonths ${graceMonths} n’est pas accepté : donnez un nombre entier de mois, 0 ou plus`,
    });
  }
  return monthsAfter(year, HORIZON_MONTHS[indicator] + graceMonths);
}

/**
 * What is settled about a rate when it is published, whatever the day of the question. `EXPECTED`
 * and `CLOSED` have no value: of a closed one the registration ended before the due date.
 */
export const RATE_OUTCOMES = [
  'PUBLISHED',
  'PUBLISHED_EARLY',
  'UNREADABLE',
  'NOT_IN_SOURCE',
  'NO_HOLDER',
  'NOT_APPLICABLE',
  'EXPECTED',
  'CLOSED',
] as const;

export type RateOutcome = (typeof RATE_OUTCOMES)[number];

/** What the outcome of one rate depends on. */
export interface RateOutcomeInput {
  readonly register: Register;
  /** The cohort's year. */
  readonly year: number;
  readonly indicator: InsertionIndicator;
  /** The rate as published, 0 to 100; null = not published. */
  readonly value: number | null;
  /** Date of the first publication that carried the value; null = not known. */
  readonly firstSeenOn: PlainDate | null;
  /** Whether one of the cohort's sources can carry this indicator at all. */
  readonly inSource: boolean;
  /** Whether a source gives a value that could not be read. */
  readonly unreadable?: boolean;
  /** Heads; null = not published. */
  readonly certified: number | null;
  /** Last active day of the registration; null = not known. */
  readonly registrationEndsOn: PlainDate | null;
  readonly graceMonths?: number;
}

/** What the status of one rate depends on. */
export interface RateStatusInput extends RateOutcomeInput {
  /** The day of the question, in Paris. */
  readonly asOf: PlainDate;
}

/**
 * What is settled about one rate. The first row of docs/method.md#status that matches, without
 * those that look at the day; exactly one always does.
 *
 * - Throws `BadUserInputError` as `rateDueOn` does.
 */
export function rateOutcome(input: RateOutcomeInput): RateOutcome {
  if (input.register === 'RS') return 'NOT_APPLICABLE';
  if (input.value !== null) {
    return input.firstSeenOn !== null &&
      input.firstSeenOn < observationCloses(input.year, input.indicator)
      ? 'PUBLISHED_EARLY'
      : 'PUBLISHED';
  }
  if (input.unreadable) return 'UNREADABLE';
  if (!input.inSource) return 'NOT_IN_SOURCE';
  if (input.certified === 0) return 'NO_HOLDER';
  const due = rateDueOn(input.year, input.indicator, input.graceMonths);
  const closed = input.registrationEndsOn !== null && input.registrationEndsOn < due;
  return closed ? 'CLOSED' : 'EXPECTED';
}

/**
 * The status, on a day, of a rate of which the outcome is known: not due is not missing.
 *
 * - Throws `BadUserInputError` as `rateDueOn` does.
 */
export function statusOfOutcome(
  outcome: RateOutcome,
  rate: Pick<RateStatusInput, 'year' | 'indicator' | 'asOf' | 'graceMonths'>,
): RateStatus {
  if (outcome !== 'EXPECTED' && outcome !== 'CLOSED') return outcome;
  const { year, indicator, asOf, graceMonths } = rate;
  if (asOf < observationCloses(year, indicator)) return 'NOT_YET_OBSERVABLE';
  if (asOf <= rateDueOn(year, indicator, graceMonths)) return 'IN_COLLECTION';
  if (outcome === 'CLOSED') return 'CLOSED_BEFORE_DUE';
  return HORIZON_MONTHS[indicator] === 6 ? 'OVERDUE' : 'OVERDUE_OPTIONAL';
}

/**
 * The newest cohort year whose rate is past due on a day: a rate that is expected is late when its
 * cohort is of that year or older.
 */
export function lastOverdueYear(
  indicator: InsertionIndicator,
  asOf: PlainDate,
  graceMonths = PUBLICATION_GRACE_MONTHS,
): number {
  const months = HORIZON_MONTHS[indicator] + graceMonths;
  return lastYear(asOf, months, (year) => rateDueOn(year, indicator, graceMonths) < asOf);
}

/**
 * The cohort years whose rate falls due between two days, both included; an absent day is open.
 * From a year after the last one when none does.
 */
export function yearsDue(
  indicator: InsertionIndicator,
  days: {
    readonly from?: PlainDate | null | undefined;
    readonly to?: PlainDate | null | undefined;
  },
  graceMonths = PUBLICATION_GRACE_MONTHS,
): { readonly from: number; readonly to: number } {
  return {
    from: days.from == null ? 1 : lastOverdueYear(indicator, days.from, graceMonths) + 1,
    to: days.to == null ? 9999 : lastDueYear(indicator, days.to, graceMonths),
  };
}

function lastDueYear(indicator: InsertionIndicator, day: PlainDate, graceMonths: number): number {
  const months = HORIZON_MONTHS[indicator] + graceMonths;
  return lastYear(day, months, (year) => rateDueOn(year, indicator, graceMonths) <= day);
}

/**
 * The newest cohort year of which something holds by a day, when it does so from a day on that is
 * `months` after the end of the year; 0 when it holds of none.
 */
function lastYear(day: PlainDate, months: number, holds: (year: number) => boolean): number {
  // That day is in the calendar year so many after the cohort's: two years are left to look at.
  const year = Number(day.slice(0, 4)) - Math.ceil(months / 12);
  if (year < 1) return 0;
  return holds(year) ? year : year - 1;
}

/** Days past the due date; 0 up to and including that day. */
export function daysLate(dueOn: PlainDate, asOf: PlainDate): number {
  return Math.max(0, daysBetween(dueOn, asOf));
}

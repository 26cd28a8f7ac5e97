import { addMonths, daysBetween, type PlainDate, plainDate } from './calendar.ts';
import { BadUserInputError } from './errors.ts';
import { HORIZON_MONTHS, type InsertionIndicator } from './indicator.ts';
import type { Register } from './register-code.ts';

/** Why a rate has, or has not, a value; docs/method.md#status explains each. */
export const RATE_STATUSES = [
  'PUBLISHED',
  'PUBLISHED_EARLY',
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
export const PUBLICATION_GRACE_MONTHS = 6;

/** The last day of a cohort's year. */
function cohortEnd(year: number): PlainDate {
  const end = plainDate(year, 12, 31);
  if (!end) {
    throw new BadUserInputError(
      `${year} is not a cohort year: whole years from 1 to 9999 are accepted`,
    );
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
  return addMonths(cohortEnd(year), HORIZON_MONTHS[indicator]);
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
    throw new BadUserInputError(
      `graceMonths ${graceMonths} is not accepted: give a whole number of months, 0 or more`,
    );
  }
  return addMonths(cohortEnd(year), HORIZON_MONTHS[indicator] + graceMonths);
}

/** What the status of one rate depends on. */
export interface RateStatusInput {
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
  /** Heads; null = not published. */
  readonly certified: number | null;
  /** Last active day of the registration; null = not known. */
  readonly registrationEndsOn: PlainDate | null;
  /** The day of the question, in Paris. */
  readonly asOf: PlainDate;
  readonly graceMonths?: number;
}

/**
 * The status of one rate: not due is not missing. The first row of docs/method.md#status that
 * matches wins; exactly one always does. A value counts whatever the as-of date.
 *
 * - Throws `BadUserInputError` as `rateDueOn` does.
 */
export function rateStatus(input: RateStatusInput): RateStatus {
  if (input.register === 'RS') return 'NOT_APPLICABLE';
  const closes = observationCloses(input.year, input.indicator);
  const due = rateDueOn(input.year, input.indicator, input.graceMonths);
  if (input.value !== null) {
    return input.firstSeenOn !== null && input.firstSeenOn < closes
      ? 'PUBLISHED_EARLY'
      : 'PUBLISHED';
  }
  if (!input.inSource) return 'NOT_IN_SOURCE';
  if (input.certified === 0) return 'NO_HOLDER';
  if (input.asOf < closes) return 'NOT_YET_OBSERVABLE';
  if (input.asOf <= due) return 'IN_COLLECTION';
  if (input.registrationEndsOn !== null && input.registrationEndsOn < due) {
    return 'CLOSED_BEFORE_DUE';
  }
  return HORIZON_MONTHS[input.indicator] === 6 ? 'OVERDUE' : 'OVERDUE_OPTIONAL';
}

/** Days past the due date; 0 up to and including that day. */
export function daysLate(dueOn: PlainDate, asOf: PlainDate): number {
  return Math.max(0, daysBetween(dueOn, asOf));
}

import type { PlainDate } from '../calendar.ts';
import type { Register } from '../certification/register-code.ts';
import type { InsertionIndicator } from './indicator.ts';
import { daysLate, type RateStatus, rateDueOn } from './rate-status.ts';
import type { Reliability } from './reliability.ts';

/** One published figure: a value with its status, never a bare null. */
export interface PublishedRate {
  readonly indicator: InsertionIndicator;
  readonly value: number | null;
  readonly status: RateStatus;
  /** null on the RS, where no rate is expected. */
  readonly dueOn: PlainDate | null;
  /** Days since the due day; null unless the rate is overdue. */
  readonly daysLate: number | null;
  readonly basis: 'CERTIFIED_WEIGHTED';
  /** Heads behind the rate: the certified; null when not published. */
  readonly base: number | null;
  /** null when there is no value or no base to judge it by. */
  readonly reliability: Reliability | null;
}

/** The rate of a cohort's year, and the grace that it is given. */
interface RateOfYear {
  readonly year: number;
  readonly indicator: InsertionIndicator;
  readonly graceMonths: number;
}

/** The last day on which a rate is not late; null on the RS, where none is expected. */
export function dueDay(
  register: Register,
  { year, indicator, graceMonths }: RateOfYear,
): PlainDate | null {
  return register === 'RS' ? null : rateDueOn(year, indicator, graceMonths);
}

/** Days since the due day of a rate that is overdue; null for any other. */
export function lateness(
  status: RateStatus,
  dueOn: PlainDate | null,
  asOf: PlainDate,
): number | null {
  const late = status === 'OVERDUE' || status === 'OVERDUE_OPTIONAL';
  return late && dueOn !== null ? daysLate(dueOn, asOf) : null;
}

import type { PlainDate } from './calendar.ts';
import type { InsertionIndicator } from './indicator.ts';
import {
  daysLate,
  type RateStatus,
  rateDueOn,
  rateOutcome,
  statusOfOutcome,
} from './rate-status.ts';
import type { Register } from './register-code.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';

/** One rate of one cohort, as its sources give it. */
export interface RateRecord {
  readonly register: Register;
  readonly year: number;
  readonly indicator: InsertionIndicator;
  /** Percent, 0 to 100, as published; null = not published. */
  readonly value: number | null;
  readonly firstSeenOn: PlainDate | null;
  readonly inSource: boolean;
  /** Heads; null = not published. */
  readonly certified: number | null;
  readonly registrationEndsOn: PlainDate | null;
}

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

/**
 * A published rate as it is served on a day: with status, due date and delay, base and
 * reliability.
 *
 * Source: docs/method.md#status.
 */
export function publishedRate(record: RateRecord, asOf: PlainDate): PublishedRate {
  const { register, year, indicator, value, certified } = record;
  const status = statusOfOutcome(rateOutcome(record), { year, indicator, asOf });
  const dueOn = register === 'RS' ? null : rateDueOn(year, indicator);
  const late = dueOn !== null && (status === 'OVERDUE' || status === 'OVERDUE_OPTIONAL');
  return {
    indicator,
    value,
    status,
    dueOn,
    daysLate: late ? daysLate(dueOn, asOf) : null,
    basis: 'CERTIFIED_WEIGHTED',
    base: certified,
    reliability: value === null ? null : reliabilityOf(certified),
  };
}

import type { PlainDate } from '../domain/calendar.ts';
import type { AccessRouteKind } from '../domain/certification/access-route.ts';
import { REGISTERS, type Register } from '../domain/certification/register-code.ts';
import type { StatusCount } from '../domain/insertion/insertion-summary.ts';
import { Pool, type PooledFigure, type WeighedRate } from '../domain/insertion/pooling.ts';
import type { InsertionIndicator } from '../domain/rate/indicator.ts';
import { dueDay, lateness, type PublishedRate } from '../domain/rate/published-rate.ts';
import { RATE_STATUSES, type RateStatus } from '../domain/rate/rate-status.ts';
import { type Reliability, reliabilityOf } from '../domain/rate/reliability.ts';
import { flagOf, intOf, NONE, rateOf } from './columns.ts';
import type { DayView } from './day-view.ts';
import type { Rates, Snapshot } from './snapshot.ts';

/** RNCP or RS, of a certification by row. */
export function registerOfRow({ certifications }: Snapshot, certification: number): Register {
  return REGISTERS[certifications.register[certification] ?? 0] ?? 'RNCP';
}

/** One rate of one cohort on a day. */
export class CohortRate implements PublishedRate {
  readonly view: DayView;
  readonly cohort: number;
  readonly indicator: InsertionIndicator;
  readonly value: number | null;
  readonly status: RateStatus;
  readonly basis = 'CERTIFIED_WEIGHTED';
  readonly base: number | null;
  #daysLate: number | null | undefined;

  constructor(view: DayView, cohort: number, indicator: InsertionIndicator) {
    const { rates, certified } = view.snapshot.cohorts;
    this.view = view;
    this.cohort = cohort;
    this.indicator = indicator;
    this.value = rateOf(rates[indicator].published[cohort]);
    this.status = view.status(cohort, indicator);
    this.base = intOf(certified[cohort]);
  }

  get dueOn(): PlainDate | null {
    const { snapshot } = this.view;
    const { certification, year } = snapshot.cohorts;
    const register = registerOfRow(snapshot, certification[this.cohort] ?? 0);
    const { graceMonths } = snapshot.method;
    return dueDay(register, {
      year: year[this.cohort] ?? 0,
      indicator: this.indicator,
      graceMonths,
    });
  }

  get daysLate(): number | null {
    if (this.#daysLate === undefined) {
      this.#daysLate = lateness(this.status, this.dueOn, this.view.day);
    }
    return this.#daysLate;
  }

  get reliability(): Reliability | null {
    const { value, base, view } = this;
    return value === null ? null : reliabilityOf({ base, coverage: null }, view.snapshot.method);
  }
}

/** The rate of a cohort that counts, percent: none on the RS, whatever was published there. */
export function countedRate(
  { cohorts }: Snapshot,
  cohort: number,
  indicator: InsertionIndicator,
): number | null {
  const { millionths, published } = cohorts.rates[indicator];
  return (millionths[cohort] ?? NONE) === NONE ? null : rateOf(published[cohort]);
}

/** Rows of the most recent cohorts of a certification, newest first. */
export function latestCohortRows(
  { cohorts }: Snapshot,
  certification: number,
  lastCohorts: number | null,
): number[] {
  const from = cohorts.offset[certification] ?? 0;
  const to = cohorts.offset[certification + 1] ?? 0;
  const count = lastCohorts === null ? to - from : Math.min(to - from, lastCohorts);
  return Array.from({ length: count }, (_, place) => from + place);
}

/** The cohort of the year before of the same certification; null when there is none. */
export function cohortBefore({ cohorts }: Snapshot, cohort: number): number | null {
  const { certification, year } = cohorts;
  const before = cohort + 1;
  const isBefore =
    certification[before] === certification[cohort] && year[before] === (year[cohort] ?? 0) - 1;
  return isBefore ? before : null;
}

/** One indicator pooled over cohorts of one certification. */
export function pooledFigure(
  { cohorts }: Snapshot,
  rows: readonly number[],
  indicator: InsertionIndicator,
): PooledFigure {
  const pool = new Pool();
  const rates = cohorts.rates[indicator];
  for (const row of rows) {
    pool.add(cohorts.year[row] ?? 0, intOf(cohorts.certified[row]), weighedRate(rates, row));
  }
  return pool.figure(indicator);
}

function weighedRate(
  { millionths, base, weighted, fromSurvey }: Rates,
  cohort: number,
): WeighedRate | null {
  const rate = millionths[cohort] ?? NONE;
  if (rate === NONE) return null;
  return {
    ...{ millionths: rate, base: intOf(base[cohort]), weighted: weighted[cohort] ?? 0 },
    fromSurvey: fromSurvey?.[cohort] === 1,
  };
}

/** How many of some cohorts have each status of a rate, in the order of statuses. */
export function statusCounts(
  view: DayView,
  rows: readonly number[],
  indicator: InsertionIndicator,
): StatusCount[] {
  const counts = new Map<RateStatus, number>();
  for (const row of rows) {
    const status = view.status(row, indicator);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return RATE_STATUSES.flatMap((status) => {
    const cohorts = counts.get(status);
    return cohorts === undefined ? [] : { status, cohorts };
  });
}

/**
 * Global rate minus target rate at 6 months of a cohort, percentage points, unrounded; null unless
 * both count.
 */
export function gapAt6Months(snapshot: Snapshot, cohort: number): number | null {
  const global = countedRate(snapshot, cohort, 'GLOBAL_6_MONTHS');
  const target = countedRate(snapshot, cohort, 'TARGET_OCCUPATION_6_MONTHS');
  return global === null || target === null ? null : global - target;
}

/** Whether an access route to a certification is open; null when the source does not say. */
export function isOpen(
  { routes }: Snapshot,
  certification: number,
  route: AccessRouteKind,
): boolean | null {
  const to = routes.offset[certification + 1] ?? 0;
  for (let at = routes.offset[certification] ?? 0; at < to; at++) {
    if (routes.route[at] === route) return flagOf(routes.open[at]);
  }
  return null;
}

/** One indicator pooled over the most recent cohorts of a certification. */
export function latestPooledFigure(
  snapshot: Snapshot,
  certification: number,
  indicator: InsertionIndicator,
  lastCohorts: number,
): PooledFigure {
  return pooledFigure(snapshot, latestCohortRows(snapshot, certification, lastCohorts), indicator);
}

/** How many cohorts a certification has. */
export function cohortCount({ cohorts: { offset } }: Snapshot, certification: number): number {
  return (offset[certification + 1] ?? 0) - (offset[certification] ?? 0);
}

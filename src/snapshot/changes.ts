import type { InsertionIndicator } from '../domain/rate/indicator.ts';
import {
  CHANGE_VERDICTS,
  type ChangeVerdict,
  differenceProbability,
} from '../domain/rate/interval.ts';
import { type ManyComparisons, manyComparisons, qValues } from '../domain/rate/q-values.ts';
import {
  type ChangeStatus,
  type MaybeRate,
  type RateChange,
  rateChange,
  rateOnBase,
} from '../domain/rate/rate-change.ts';
import { inRanges, type Work } from '../domain/work.ts';
import { intOf } from './columns.ts';
import type { DayView } from './day-view.ts';
import { cohortBefore, countedRate } from './figures.ts';
import { breakBefore, breaksOf } from './notes/notes.ts';
import type { Snapshot } from './snapshot.ts';

/** α of what is called a change when it is looked at alone. */
const ALONE = 0.05;

/**
 * The changes of a rate between cohorts of consecutive years, all of the register together, but for
 * those that a break in series stops.
 */
export interface CohortChanges {
  /** By cohort, the later of the two; NaN where there is no change to test. */
  readonly q: Float64Array;
  readonly comparisons: ManyComparisons;
}

/** A rate of a cohort on its certified; none on the RS. */
export function rateOnCertified(
  snapshot: Snapshot,
  cohort: number,
  indicator: InsertionIndicator,
): MaybeRate {
  return {
    value: countedRate(snapshot, cohort, indicator),
    base: intOf(snapshot.cohorts.certified[cohort]),
  };
}

/** Cohorts whose change is tested at a time. */
const TESTED = 500;

/** Tests every change of a rate. Remembered; some 50 ms at the real size the first time. */
export function cohortChanges(view: DayView, indicator: InsertionIndicator): Work<CohortChanges> {
  const { snapshotMemo, snapshot } = view;
  return snapshotMemo.work(`changes ${indicator} ${breaksOf(view)}`, function* () {
    const p = new Float64Array(snapshot.cohorts.count).fill(Number.NaN);
    const testSome = (from: number, to: number) => {
      for (let cohort = from; cohort < to; cohort++) {
        if (breakBefore(view, cohort, indicator)) continue;
        p[cohort] = changeProbability(snapshot, cohort, indicator) ?? Number.NaN;
      }
    };
    yield* inRanges(p.length, testSome, TESTED);
    const tested = p.reduce((count, each) => count + Number(!Number.isNaN(each)), 0);
    return { q: yield* qValues(p), comparisons: manyComparisons(tested, ALONE) };
  });
}

/** The p-value of the change to a cohort from the one of the year before; null where there is none. */
function changeProbability(
  snapshot: Snapshot,
  cohort: number,
  indicator: InsertionIndicator,
): number | null {
  const before = cohortBefore(snapshot, cohort);
  const from = before === null ? null : rateOnBase(rateOnCertified(snapshot, before, indicator));
  const to = from && rateOnBase(rateOnCertified(snapshot, cohort, indicator));
  return from && to ? differenceProbability(to, from) : null;
}

/** The q-value of the change to a cohort; null where there is none. */
export function* changeQValue(
  view: DayView,
  cohort: number,
  indicator: InsertionIndicator,
): Work<number | null> {
  const q = (yield* cohortChanges(view, indicator)).q[cohort] ?? Number.NaN;
  return Number.isNaN(q) ? null : q;
}

/** A change of one rate of one certification; `change` is null unless it was computed. */
export interface CohortChange {
  readonly status: ChangeStatus;
  readonly change: RateChange | null;
}

/**
 * How a rate went to a cohort from the one of the year before, and why there is no change when there
 * is none.
 *
 * - Throws `BadUserInputError` for a confidence level that is not accepted, where there are two rates.
 */
export function cohortChange(
  view: DayView,
  cohort: number,
  indicator: InsertionIndicator,
  level?: number,
): CohortChange {
  const { snapshot } = view;
  const before = cohortBefore(snapshot, cohort);
  if (before === null) return { status: 'NO_YEAR_BEFORE', change: null };
  const change = rateChange(
    rateOnCertified(snapshot, before, indicator),
    rateOnCertified(snapshot, cohort, indicator),
    level,
  );
  if (breakBefore(view, cohort, indicator)) return { status: 'BREAK_IN_SERIES', change: null };
  return { status: change ? 'COMPUTED' : 'NO_RATE', change };
}

/** What a change to a cohort is called, at 95 %; null where none can be told, or a break stops it. */
export function verdictOfChange(
  view: DayView,
  cohort: number,
  indicator: InsertionIndicator,
): ChangeVerdict | null {
  const place = view.snapshot.cohorts.rates[indicator].change[cohort] ?? 0;
  if (place === 0 || breakBefore(view, cohort, indicator)) return null;
  return CHANGE_VERDICTS[place - 1] ?? null;
}

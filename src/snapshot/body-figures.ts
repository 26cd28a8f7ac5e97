import type { Register } from '../domain/certification/register-code.ts';
import { INSERTION_INDICATORS } from '../domain/rate/indicator.ts';
import { dueDay, lateness } from '../domain/rate/published-rate.ts';
import { inRanges, type Work } from '../domain/work.ts';
import { type Ints, NONE } from './columns.ts';
import type { DayView } from './day-view.ts';
import { latestCohortRows } from './figures.ts';
import type { Sized } from './memo.ts';

const RNCP: Register = 'RNCP';

/** What certifying bodies are chosen and ordered by on a day, by row of the body. */
export interface BodyFigures extends Sized {
  /** Certifications that it certifies now. */
  readonly certifications: Ints;
  /** Rates at 6 months that these owe: a cohort that owes both counts twice. */
  readonly overdueRates: Ints;
  /** Days since the oldest of them was due; −1 = none is overdue. */
  readonly daysLate: Ints;
}

/** The figures of all certifying bodies on a day, remembered. */
export function bodyFigures(view: DayView): Work<BodyFigures> {
  return view.memo.work('figures of bodies', () => computeFigures(view));
}

/** Certifications that are looked at at a time: each has several rates, which have statuses. */
const LOOKED_AT = 1_000;

function* computeFigures(view: DayView): Work<BodyFigures> {
  const { bodies, certifications } = view.snapshot;
  const { offset, value } = bodies.certifications;
  const owed: (typeof NOTHING)[] = [];
  const lookAt = (from: number, to: number) => {
    for (let row = from; row < to; row++) owed.push(overdueOf(view, row));
  };
  yield* inRanges(certifications.count, lookAt, LOOKED_AT);
  const figures = {
    certifications: new Int32Array(bodies.count),
    overdueRates: new Int32Array(bodies.count),
    daysLate: new Int32Array(bodies.count).fill(NONE),
  };
  for (let body = 0; body < bodies.count; body++) {
    const own = value.subarray(offset[body], offset[body + 1]);
    figures.certifications[body] = own.length;
    for (const row of own) {
      const { rates, daysLate } = owed[row] ?? NOTHING;
      figures.overdueRates[body] = (figures.overdueRates[body] ?? 0) + rates;
      figures.daysLate[body] = Math.max(figures.daysLate[body] ?? NONE, daysLate);
    }
  }
  return { ...figures, bytes: 12 * bodies.count };
}

const NOTHING = { rates: 0, daysLate: NONE };

/** Rates that a certification owes, and days since the oldest was due; −1 = none. */
function overdueOf(view: DayView, certification: number): typeof NOTHING {
  const { graceMonths } = view.snapshot.method;
  const { year } = view.snapshot.cohorts;
  let rates = 0;
  let daysLate = NONE;
  for (const cohort of latestCohortRows(view.snapshot, certification, null)) {
    for (const indicator of INSERTION_INDICATORS) {
      // A rate at two years is never that: it is OVERDUE_OPTIONAL.
      if (view.status(cohort, indicator) !== 'OVERDUE') continue;
      rates += 1;
      const due = dueDay(RNCP, { year: year[cohort] ?? 0, indicator, graceMonths });
      daysLate = Math.max(daysLate, lateness('OVERDUE', due, view.day) ?? NONE);
    }
  }
  return rates === 0 ? NOTHING : { rates, daysLate };
}

/** Rates at 6 months that a certification owes on a day. */
export function overdueRates(view: DayView, certification: number): number {
  return overdueOf(view, certification).rates;
}

import type { PlainDate } from '../../domain/calendar.ts';
import type { Range } from '../../domain/range.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { ChangeVerdict } from '../../domain/rate/interval.ts';
import { RATE_STATUSES, type RateStatus, yearsDue } from '../../domain/rate/rate-status.ts';
import { finish, type Work } from '../../domain/work.ts';
import { cohortChanges, verdictOfChange } from '../changes.ts';
import { NONE } from '../columns.ts';
import type { DayView, Mask } from '../day-view.ts';

/** What is asked of cohorts. Absent = no restriction; `has` and `lacks` mean "all of". */
export interface CohortCriteria {
  readonly cohortYear?: Range<number> | null | undefined;
  readonly certified?: Range<number> | null | undefined;
  readonly certifiedThroughVae?: Range<number> | null | undefined;
  /** Rates that must be published, or must not be. */
  readonly has?: readonly InsertionIndicator[] | null | undefined;
  readonly lacks?: readonly InsertionIndicator[] | null | undefined;
  /** A rate that has one of these statuses on the as-of day. */
  readonly rateStatus?: RateIn<RateStatus> | null | undefined;
  /** A rate that falls due between two days, published or not. */
  readonly rateDue?:
    | (Range<PlainDate> & { readonly indicator: InsertionIndicator })
    | null
    | undefined;
  /** A rate that changed so from the cohort of the year before. */
  readonly rateChange?:
    | (RateIn<ChangeVerdict> & { readonly maximumQ?: number | null })
    | null
    | undefined;
}

interface RateIn<Value> {
  readonly indicator: InsertionIndicator;
  readonly anyOf: readonly Value[];
}

/** Whether something holds of a row. */
export type Test = (row: number) => boolean;

/** What a cohort must be like; nothing for empty criteria. */
export function* cohortTests(view: DayView, criteria: CohortCriteria): Work<Test[]> {
  const { cohorts, certifications } = view.snapshot;
  const { cohortYear, certified, certifiedThroughVae, has, lacks } = criteria;
  const { rateStatus, rateDue, rateChange } = criteria;
  const published = (indicator: InsertionIndicator): Test => {
    const { published: rates } = cohorts.rates[indicator];
    return (row) => !Number.isNaN(rates[row]);
  };
  const tests: Test[] = [
    ...withinTests(cohorts.year, cohortYear),
    ...withinTests(cohorts.certified, certified),
    ...withinTests(cohorts.certifiedThroughVae, certifiedThroughVae),
    ...Array.from(new Set(has), published),
    ...Array.from(new Set(lacks), (indicator): Test => {
      const isPublished = published(indicator);
      return (row) => !isPublished(row);
    }),
  ];
  if (rateStatus) {
    const { indicator, anyOf } = rateStatus;
    const wanted = RATE_STATUSES.map((status) => anyOf.includes(status));
    const status = yield* view.statuses(indicator);
    tests.push((row) => wanted[status[row] ?? 0] === true);
  }
  if (rateDue) {
    // On the RS no rate is expected, and so none is due.
    tests.push((row) => certifications.register[cohorts.certification[row] ?? 0] === 0);
    tests.push(
      ...withinTests(
        cohorts.year,
        yearsDue(rateDue.indicator, rateDue, view.snapshot.method.graceMonths),
      ),
    );
  }
  if (rateChange) {
    const { indicator, anyOf } = rateChange;
    tests.push((row) => {
      const verdict = verdictOfChange(view, row, indicator);
      return verdict !== null && anyOf.includes(verdict);
    });
    const { maximumQ } = rateChange;
    if (maximumQ != null) {
      const { q } = yield* cohortChanges(view, rateChange.indicator);
      tests.push((row) => (q[row] ?? Number.NaN) <= maximumQ);
    }
  }
  return tests;
}

/** Cohorts that meet criteria, by row; null for empty criteria. */
export function criteriaMask(view: DayView, criteria: CohortCriteria): Mask | null {
  const tests = finish(cohortTests(view, criteria));
  if (tests.length === 0) return null;
  const mask = new Uint8Array(view.snapshot.cohorts.count).fill(1);
  for (const holds of tests) {
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !holds(row)) mask[row] = 0;
  }
  return mask;
}

/** Whether a number is known and within a range; nothing for an open range. */
export function withinTests(values: Int32Array, range: Range<number> | null | undefined): Test[] {
  if (range?.from == null && range?.to == null) return [];
  const from = range.from ?? Number.NEGATIVE_INFINITY;
  const to = range.to ?? Number.POSITIVE_INFINITY;
  return [
    (row) => {
      const value = values[row] ?? NONE;
      return value !== NONE && value >= from && value <= to;
    },
  ];
}

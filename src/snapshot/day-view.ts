import type { PlainDate } from '../domain/calendar.ts';
import { activityOn } from '../domain/certification/activity.ts';
import { isFilingPassed } from '../domain/certification/renewal.ts';
import type { InsertionIndicator } from '../domain/rate/indicator.ts';
import {
  lastOverdueYear,
  RATE_OUTCOMES,
  RATE_STATUSES,
  type RateStatus,
  statusOfOutcome,
} from '../domain/rate/rate-status.ts';
import { finish, inRanges, SharedWork, type Work } from '../domain/work.ts';
import { dayNumber, dayOf, flagOf, NONE } from './columns.ts';
import { type Memo, memoOf, type Sized } from './memo.ts';
import { NotesOfDay } from './notes/notes-of-day.ts';
import { cutAfter } from './past.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows that something holds of: 1 yes, 0 no. */
export type Mask = Uint8Array;

/** Masks of certifications that depend on the day. */
type MaskName = 'active' | 'inactive' | 'filingPassed' | 'completeSixMonthRates';

/** A snapshot seen on a day: what is active then, which rates are due. */
export class DayView implements Sized {
  readonly snapshot: Snapshot;
  readonly day: PlainDate;
  /** The day as a number, yyyymmdd. */
  readonly number: number;
  readonly #masks: Record<MaskName, Mask | null> = {
    active: null,
    inactive: null,
    filingPassed: null,
    completeSixMonthRates: null,
  };
  #notes: NotesOfDay | null = null;
  readonly #statuses = new Map<InsertionIndicator, Uint8Array>();
  readonly #underWay: Partial<Record<MaskName | InsertionIndicator, SharedWork<Uint8Array>>> = {};
  /** What depends on the snapshot alone. */
  readonly snapshotMemo: Memo;
  /** What depends on the day as well. */
  readonly memo: Memo;

  constructor(snapshot: Snapshot, day: PlainDate) {
    this.snapshot = snapshot;
    this.day = day;
    this.number = dayNumber(day);
    this.snapshotMemo = memoOf(snapshot);
    this.memo = this.snapshotMemo.part(day);
  }

  /** Four masks and three columns of statuses. */
  get bytes(): number {
    return 4 * this.snapshot.certifications.count + 3 * this.snapshot.cohorts.count;
  }

  /**
   * Works out masks that are about to be read: in pieces, while each takes some milliseconds where it
   * is read without.
   */
  *ready(...names: readonly MaskName[]): Work<void> {
    for (const name of names) {
      if (this.#masks[name]) continue;
      this.#underWay[name] ??= new SharedWork(this.#mask(name));
      this.#masks[name] = yield* this.#underWay[name].rest();
    }
  }

  /** The notes that are shown on the day. */
  get notes(): NotesOfDay {
    this.#notes ??= new NotesOfDay(this.snapshot, this.day);
    return this.#notes;
  }

  /** Certifications that are active on the day. */
  get active(): Mask {
    return this.#read('active');
  }

  /** Whether a certification is known to be active on the day. */
  isActive(row: number): boolean {
    const mask = this.#masks.active;
    return mask ? mask[row] === 1 : this.#activity(row) === true;
  }

  /** Certifications that are known not to be active on the day: some are in neither mask. */
  get inactive(): Mask {
    return this.#read('inactive');
  }

  /** Whether a certification is active on the day; null = not known. */
  activity(row: number): boolean | null {
    if (this.active[row] === 1) return true;
    return this.inactive[row] === 1 ? false : null;
  }

  /** Certifications whose recommended day of filing for renewal has passed. */
  get filingPassed(): Mask {
    return this.#read('filingPassed');
  }

  /** Certifications that publish a global rate at 6 months and owe no rate at 6 months. */
  get completeSixMonthRates(): Mask {
    return this.#read('completeSixMonthRates');
  }

  /** The status of a rate of each cohort: places in `RATE_STATUSES`. */
  *statuses(indicator: InsertionIndicator): Work<Uint8Array> {
    const known = this.#statuses.get(indicator);
    if (known) return known;
    this.#underWay[indicator] ??= new SharedWork(statusesOn(this.snapshot, indicator, this.day));
    const statuses = yield* this.#underWay[indicator].rest();
    this.#statuses.set(indicator, statuses);
    return statuses;
  }

  /** Status of a rate of a cohort. */
  status(cohort: number, indicator: InsertionIndicator): RateStatus {
    const known = this.#statuses.get(indicator);
    if (known) return RATE_STATUSES[known[cohort] ?? 0] ?? 'NOT_APPLICABLE';
    const { rates, year } = this.snapshot.cohorts;
    const outcome = RATE_OUTCOMES[rates[indicator].outcome[cohort] ?? 0] ?? 'NOT_APPLICABLE';
    return statusOfOutcome(outcome, {
      ...{ year: year[cohort] ?? 0, indicator, asOf: this.day },
      graceMonths: this.snapshot.method.graceMonths,
    });
  }

  #activity(row: number): boolean | null {
    const { effectiveOn, decisionOn, registrationEndsOn, activeFlag } =
      this.snapshot.certifications;
    return activityOn(
      {
        registrationStartsOn: dayOf(effectiveOn[row]) ?? dayOf(decisionOn[row]),
        registrationEndsOn: dayOf(registrationEndsOn[row]),
        activeFlag: flagOf(activeFlag[row]),
      },
      this.day,
    );
  }

  #read(name: MaskName): Mask {
    const known = this.#masks[name];
    if (known) return known;
    finish(this.ready(name));
    return this.#masks[name] as Mask;
  }

  *#mask(name: MaskName): Work<Mask> {
    const mask = new Uint8Array(this.snapshot.certifications.count);
    const holds = this.#test(name);
    yield* inRanges(mask.length, (from, to) => {
      for (let row = from; row < to; row++) mask[row] = Number(holds(row));
    });
    return mask;
  }

  /** Tells whether what a mask is of holds of a certification. */
  #test(name: MaskName): (row: number) => boolean {
    switch (name) {
      case 'active':
        return (row) => this.#activity(row) === true;
      case 'inactive':
        return (row) => this.#activity(row) === false;
      case 'filingPassed':
        return this.#filingTest();
      case 'completeSixMonthRates':
        return this.#completeTest();
    }
  }

  #filingTest(): (row: number) => boolean {
    const { registrationEndsOn } = this.snapshot.certifications;
    const ends = new Map<number, boolean>();
    return (row) => {
      const end = registrationEndsOn[row] ?? NONE;
      const passed = ends.get(end) ?? isFilingPassed(dayOf(end), this.day);
      ends.set(end, passed);
      return passed;
    };
  }

  #completeTest(): (row: number) => boolean {
    const overdue = lastOverdueYear('GLOBAL_6_MONTHS', this.day, this.snapshot.method.graceMonths);
    const { usableCohorts, oldestMissingCohort } = this.snapshot.certifications;
    return (row) => {
      const missing = oldestMissingCohort[row] ?? NONE;
      return (usableCohorts[row] ?? 0) > 0 && (missing === NONE || missing > overdue);
    };
  }
}

function* statusesOn(
  { cohorts, method: { graceMonths } }: Snapshot,
  indicator: InsertionIndicator,
  asOf: PlainDate,
): Work<Uint8Array> {
  const { outcome } = cohorts.rates[indicator];
  // Few years and outcomes: a status is worked out once for each pair of them.
  const known = new Map<number, number>();
  const statuses = new Uint8Array(cohorts.count);
  yield* inRanges(cohorts.count, (from, to) => {
    for (let cohort = from; cohort < to; cohort++) {
      const year = cohorts.year[cohort] ?? 0;
      const place = outcome[cohort] ?? 0;
      const pair = year * RATE_OUTCOMES.length + place;
      let status = known.get(pair);
      if (status === undefined) {
        const settled = RATE_OUTCOMES[place] ?? 'NOT_APPLICABLE';
        status = RATE_STATUSES.indexOf(
          statusOfOutcome(settled, { year, indicator, asOf, graceMonths }),
        );
        known.set(pair, status);
      }
      statuses[cohort] = status;
    }
  });
  return statuses;
}

/** A snapshot on a day, without the cohorts of years that had not begun; what was computed for the days seen last is still there. */
export function viewOn(snapshot: Snapshot, day: PlainDate): DayView {
  return memoOf(snapshot).of(
    `view ${day}`,
    () => new DayView(cutAfter(snapshot, Number(day.slice(0, 4))), day),
  );
}

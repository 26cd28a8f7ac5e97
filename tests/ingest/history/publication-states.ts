import fc from 'fast-check';
import { addDays, type PlainDate, parsePlainDate } from '../../../src/domain/calendar.ts';
import type { KeepRule } from '../../../src/domain/retention.ts';

/** What can be read of a publication, and why not. */
export interface PublicationState {
  readonly id: number;
  readonly datedOn: PlainDate;
  readonly state: 'PUBLISHED' | 'WITHDRAWN' | 'PRUNED';
  readonly because: string | null;
}

/** The day that the first publication stands for. */
const FIRST_DAY = parsePlainDate('2024-01-20');

/** The publications that there were, and how each stands. */
export class PublicationStates {
  #all: readonly PublicationState[] = [];

  /** Adds one with the next number, for a day so many after that of the last one; gives it. */
  add(daysLater: number, today: PlainDate): PublicationState {
    const { datedOn: day, id } = this.next(daysLater, today);
    const added = { id, datedOn: day, state: 'PUBLISHED' as const, because: null };
    this.#all = [...this.#all, added];
    return added;
  }

  /** Number and day of the next publication; none is of a day that has not come. */
  next(daysLater: number, today: PlainDate): Pick<PublicationState, 'id' | 'datedOn'> {
    const last = this.#all.at(-1);
    const day = last ? addDays(last.datedOn, daysLater) : FIRST_DAY;
    return { id: (last?.id ?? 0) + 1, datedOn: day > today ? today : day };
  }

  get all(): readonly PublicationState[] {
    return this.#all;
  }

  /** Numbers of those that can be read, oldest first. */
  get readable(): readonly number[] {
    return this.#all.filter(({ state }) => state === 'PUBLISHED').map(({ id }) => id);
  }

  get gone(): readonly PublicationState[] {
    return this.#all.filter(({ state }) => state !== 'PUBLISHED');
  }

  /** The newest that can be read of those before one. */
  before(id: number): number | undefined {
    return this.readable.filter((each) => each < id).at(-1);
  }

  withdraw(withdrawn: number, because: string): void {
    this.#change([withdrawn], { state: 'WITHDRAWN', because });
  }

  prune(pruned: readonly number[]): void {
    this.#change(pruned, { state: 'PRUNED' });
  }

  #change(ids: readonly number[], to: Partial<PublicationState>): void {
    this.#all = this.#all.map((each) => (ids.includes(each.id) ? { ...each, ...to } : each));
  }

  /** Those that a pruning lets go: withdrawn ones, and those that no part of its rule keeps. */
  prunedBy(rule: KeepRule, served: number, today: PlainDate): number[] {
    const readable = this.#all.filter(({ state }) => state === 'PUBLISHED');
    const isKept = (one: PublicationState) =>
      one.id === served ||
      readable.filter(({ id }) => id > one.id).length < rule.last ||
      PERIODS.some(
        ([unit, periodOf]) =>
          periodOf(today) - periodOf(one.datedOn) < rule[unit] &&
          !readable.some(
            ({ id, datedOn }) => id > one.id && periodOf(datedOn) === periodOf(one.datedOn),
          ),
      );
    return this.#all
      .filter(({ id, state }) => state !== 'PRUNED' && id !== served)
      .filter((one) => one.state === 'WITHDRAWN' || !isKept(one))
      .map(({ id }) => id);
  }
}

/** Periods of a rule, each with the number of the one that a day is in. */
const PERIODS: readonly [keyof KeepRule, (day: PlainDate) => number][] = [
  ['days', (day) => Date.parse(day) / 86_400_000],
  ['months', (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))],
  ['years', (day) => Number(day.slice(0, 4))],
];

/** Days between two publications: of one day, of one month, of others. */
export const daysLater = fc.constantFrom(0, 1, 9, 25, 90, 300);

/** What a pruning is told to keep. */
export const keepRule: fc.Arbitrary<KeepRule> = fc.record({
  last: fc.constantFrom(0, 1, 2, 3),
  days: fc.constantFrom(0, 1, 400),
  months: fc.constantFrom(0, 2, 24),
  years: fc.constantFrom(0, 1, 3),
});

/** A rule as it is given to the command. */
export function ruleText({ last, days, months, years }: KeepRule): string {
  return `${last},${days}d,${months}m,${years}y`;
}

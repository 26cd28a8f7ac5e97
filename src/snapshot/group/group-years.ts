import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { NONE } from '../columns.ts';
import type { Cohorts } from '../snapshot.ts';

/** Bits of a word. */
const BITS = 32;

/** Years of cohorts with a rate, by group: a bit for each year from the oldest cohort's on. */
export class GroupYears {
  readonly #year: ArrayLike<number>;
  readonly #millionths: ArrayLike<number>;
  readonly #oldest: number;
  /** Words of a group. */
  readonly #width: number;
  readonly #bits: Uint32Array;

  /** None yet, of so many groups. */
  constructor({ year, rates }: Cohorts, indicator: InsertionIndicator, groups: number) {
    this.#year = year;
    this.#millionths = rates[indicator].millionths;
    const years = new Set(year);
    this.#oldest = Math.min(...years, Number.MAX_SAFE_INTEGER);
    const span = years.size === 0 ? 0 : Math.max(...years) - this.#oldest + 1;
    this.#width = Math.ceil(span / BITS);
    this.#bits = new Uint32Array(groups * this.#width);
  }

  /** Adds the year of a cohort to a group, if it has the rate. */
  add(group: number, cohort: number): void {
    if (this.#millionths[cohort] === NONE) return;
    const bit = (this.#year[cohort] ?? 0) - this.#oldest;
    const place = group * this.#width + Math.floor(bit / BITS);
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (bit % BITS));
  }

  /** Those of a group, newest first. */
  of(group: number): number[] {
    const found: number[] = [];
    for (let bit = BITS * this.#width - 1; bit >= 0; bit--) {
      const word = this.#bits[group * this.#width + Math.floor(bit / BITS)] ?? 0;
      if ((word & (1 << (bit % BITS))) !== 0) found.push(this.#oldest + bit);
    }
    return found;
  }
}

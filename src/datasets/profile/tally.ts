import { inRanges, type Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG, NO_TEXT } from '../column-vector.ts';
import type { Cell } from '../dataset.ts';

/** A value of a column, and in how many rows it is. */
export interface ValueCount {
  readonly value: string | number | boolean;
  readonly rows: number;
}

/** The values of a column over some rows. */
export interface Tally {
  /** Rows without a value. */
  readonly absent: number;
  /** Each value with its rows, in the order they are met; null when they are too many to be held. */
  readonly values: readonly ValueCount[] | null;
}

/** Cells that are looked at between two yields. */
const CELLS = 20_000;

/** Counts the values of a vector. */
export function* tallyOfVector(vector: ColumnVector): Work<Tally> {
  if (vector.kind === 'NUMBERS') return yield* tallyOfNumbers(vector.values);
  const isTexts = vector.kind === 'TEXTS';
  const codes = isTexts ? vector.codes : vector.values;
  const absentAs = isTexts ? NO_TEXT : FLAG.ABSENT;
  const valueAt = isTexts
    ? (code: number) => vector.texts[code] ?? ''
    : (code: number) => code === FLAG.TRUE;
  const counts = new Int32Array(isTexts ? vector.texts.length : 2);
  let absent = 0;
  yield* inRanges(
    codes.length,
    (from, to) => {
      for (let row = from; row < to; row++) {
        const code = codes[row] ?? absentAs;
        if (code === absentAs) absent += 1;
        else counts[code] = (counts[code] ?? 0) + 1;
      }
    },
    CELLS,
  );
  const values = Array.from(counts, (rows, code) => ({ value: valueAt(code), rows }));
  return { absent, values: values.filter(({ rows }) => rows > 0) };
}

function* tallyOfNumbers(numbers: Float64Array): Work<Tally> {
  const counts = new Map<number, number>();
  let absent = 0;
  yield* inRanges(
    numbers.length,
    (from, to) => {
      for (let row = from; row < to; row++) {
        const value = numbers[row] ?? Number.NaN;
        if (Number.isNaN(value)) absent += 1;
        else counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    },
    CELLS,
  );
  return { absent, values: Array.from(counts, ([value, rows]) => ({ value, rows })) };
}

/** Values of a column that are held while rows are read in batches, and characters of one. */
const MOST_VALUES = 10_000;
const MOST_CHARACTERS = 200;

/**
 * Counts cells that come one after the other. Of more than 10,000 different values, and of long texts,
 * those that are absent alone are counted.
 */
export class BatchTally implements Tally {
  absent = 0;
  #counts: Map<string | number | boolean, number> | null = new Map();

  add(cell: Cell): void {
    if (cell === null) {
      this.absent += 1;
      return;
    }
    if (this.#counts === null) return;
    const isLong = typeof cell === 'string' && cell.length > MOST_CHARACTERS;
    if (isLong || this.#counts.size >= MOST_VALUES) this.#counts = null;
    else this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
  }

  get values(): readonly ValueCount[] | null {
    return this.#counts && Array.from(this.#counts, ([value, rows]) => ({ value, rows }));
  }
}

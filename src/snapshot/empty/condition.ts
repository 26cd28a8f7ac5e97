import type { Bilingual } from '../../domain/bilingual.ts';
import { intOf } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import { nearestOf } from '../filter/nearest-codes.ts';

/** One condition of a list, as rows that meet it. */
export interface Condition {
  /** Path of the argument. */
  readonly condition: string;
  readonly given: unknown;
  readonly mask: Mask;
  /** What could stand in its place; null where that is not known. */
  readonly existing: Existing | null;
  /** What would carry it and was not imported; null when all that could was. */
  readonly away: Bilingual | null;
}

/** What rows have that a condition asks for: codes and choices, or something that has a range. */
export type Existing =
  | {
      readonly kind: 'CODES';
      readonly codesOf: (row: number) => Iterable<string>;
      readonly given: readonly string[];
    }
  | {
      readonly kind: 'RANGE';
      /** null = not known. */
      readonly valueOf: (row: number) => number | null;
      /** As the argument takes it. */
      readonly written: (value: number) => number | string;
    };

/** The range of a column of whole numbers. */
export function rangeOfInts(column: Int32Array): Existing {
  return {
    kind: 'RANGE',
    valueOf: (row) => intOf(column[row]),
    written: (value) => value,
  };
}

/** Codes or choices that rows have, nearest to those that are given first. */
export function nearestOn(existing: Existing | null, rows: Iterable<number>): readonly string[] {
  if (existing?.kind !== 'CODES') return [];
  const codes = new Set<string>();
  for (const row of rows) for (const code of existing.codesOf(row)) codes.add(code);
  return nearestOf([...codes], existing.given);
}

/** The range that rows have; null for what is no range, and when none has any. */
export function rangeOn(existing: Existing | null, rows: Iterable<number>) {
  if (existing?.kind !== 'RANGE') return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = existing.valueOf(row);
    if (value === null) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return from > to ? null : { from: existing.written(from), to: existing.written(to) };
}

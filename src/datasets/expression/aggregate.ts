import type { Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG, NO_TEXT } from '../column-vector.ts';
import type { Cell, Row } from '../dataset.ts';
import type { VectorSource } from './evaluate.ts';
import { scalarAt } from './values.ts';

export const AGGREGATIONS = ['sum', 'average', 'min', 'max', 'countdistinct'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** A figure over the rows of a group; without a column, how many they are. */
export interface AggregateFigure {
  readonly column: string | null;
  readonly method: Aggregation | 'count';
}

interface Groups {
  /** The group of each row, from 0 on, in the order that they are met. */
  readonly of: Int32Array;
  /** A row of each. */
  readonly first: readonly number[];
}

/**
 * Groups rows by columns and gives for each group its cells of these and its figures. Absent values
 * are a value to group by, and are in no figure: one of no values is absent.
 */
export function* aggregated(
  source: VectorSource,
  rows: Int32Array,
  by: readonly string[],
  figures: readonly AggregateFigure[],
): Work<readonly Row[]> {
  const groups = yield* groupsOf(source, rows, by);
  const keys = by.map((column) => cellsOf(source.vector(column)));
  const columns: (readonly Cell[])[] = [];
  for (const { column, method } of figures) {
    yield;
    columns.push(
      column === null || method === 'count'
        ? countsOf(groups)
        : figuresOf(source.vector(column), rows, groups, method),
    );
  }
  return groups.first.map(
    (row, group): Row => [
      ...keys.map((cellAt) => cellAt(row)),
      ...columns.map((figure) => figure[group] ?? null),
    ],
  );
}

function* groupsOf(source: VectorSource, rows: Int32Array, by: readonly string[]): Work<Groups> {
  // Without columns all rows are one group, be they none.
  let of = new Int32Array(rows.length);
  let first: number[] = by.length === 0 ? [rows[0] ?? 0] : [];
  let size = 1;
  for (const column of by) {
    yield;
    const codeAt = codesOf(source.vector(column));
    const known = new Map<number, number>();
    const next = new Int32Array(rows.length);
    first = [];
    for (let at = 0; at < rows.length; at++) {
      const key = codeAt(rows[at] ?? 0) * size + (of[at] ?? 0);
      let group = known.get(key);
      if (group === undefined) {
        group = known.size;
        known.set(key, group);
        first.push(rows[at] ?? 0);
      }
      next[at] = group;
    }
    of = next;
    size = Math.max(1, known.size);
  }
  return { of, first };
}

/** A whole number from 0 on for each row, the same for equal cells. */
function codesOf(vector: ColumnVector): (row: number) => number {
  if (vector.kind === 'TEXTS') return (row) => (vector.codes[row] ?? NO_TEXT) + 1;
  if (vector.kind === 'FLAGS') return (row) => vector.values[row] ?? FLAG.ABSENT;
  const known = new Map<number, number>();
  return (row) => {
    const value = vector.values[row] ?? Number.NaN;
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  };
}

function cellsOf(vector: ColumnVector): (row: number) => Cell {
  return scalarAt(vector);
}

function countsOf({ of, first }: Groups): number[] {
  const counts = first.map(() => 0);
  for (const group of of) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function figuresOf(
  vector: ColumnVector,
  rows: Int32Array,
  { of, first }: Groups,
  method: Aggregation,
): readonly Cell[] {
  const cellAt = cellsOf(vector);
  if (method === 'countdistinct') {
    const distinct = first.map(() => new Set<Cell>());
    each(rows, of, cellAt, (group, cell) => distinct[group]?.add(cell));
    return distinct.map(({ size }) => size);
  }
  if (method === 'sum' || method === 'average') {
    const sums = first.map(() => 0);
    const counts = first.map(() => 0);
    each(rows, of, cellAt, (group, cell) => {
      sums[group] = (sums[group] ?? 0) + Number(cell);
      counts[group] = (counts[group] ?? 0) + 1;
    });
    return sums.map((sum, group) => {
      const count = counts[group] ?? 0;
      if (count === 0) return null;
      return method === 'sum' ? sum : sum / count;
    });
  }
  const most: Cell[] = first.map(() => null);
  each(rows, of, cellAt, (group, cell) => {
    const before = most[group] ?? null;
    if (before === null || (method === 'min' ? cell < before : cell > before)) most[group] = cell;
  });
  return most;
}

function each(
  rows: Int32Array,
  of: Int32Array,
  cellAt: (row: number) => Cell,
  act: (group: number, cell: NonNullable<Cell>) => void,
): void {
  for (let at = 0; at < rows.length; at++) {
    const cell = cellAt(rows[at] ?? 0);
    if (cell !== null) act(of[at] ?? 0, cell);
  }
}

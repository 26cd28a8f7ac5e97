import { type OrderDirection, orderedPlaces } from '../../domain/order.ts';
import { dayOf, intOf, NONE } from '../columns.ts';

/** What a cursor holds of a row for one key; null = not known. */
export type CursorValue = string | number | null;

/** What rows are ordered by. What is not known comes last in both directions. */
export interface SortKey {
  /** Names the key in cursors. */
  readonly name: string;
  readonly direction: OrderDirection;
  readonly type: 'text' | 'int4' | 'float8' | 'date';
  /** What a row has, as cursors carry it. */
  readonly cursorValueOf: (row: number) => CursorValue;
  /** A number for each row that sorts as its value does; NaN = not known. */
  readonly rankOf: (row: number) => number;
}

/** Key over whole numbers by row, −1 = not known. */
export function intKey(name: string, values: Int32Array, direction: OrderDirection): SortKey {
  const rankOf = (row: number) => {
    const value = values[row] ?? NONE;
    return value === NONE ? Number.NaN : value;
  };
  return { name, direction, type: 'int4', rankOf, cursorValueOf: (row) => intOf(values[row]) };
}

/** Key over days by row, −1 = not known. */
export function dayKey(name: string, values: Int32Array, direction: OrderDirection): SortKey {
  const { rankOf } = intKey(name, values, direction);
  return { name, direction, type: 'date', rankOf, cursorValueOf: (row) => dayOf(values[row]) };
}

/** Key over numbers by row, NaN = not known. */
export function floatKey(
  name: string,
  rankOf: (row: number) => number,
  direction: OrderDirection,
): SortKey {
  const cursorValueOf = (row: number) => {
    const value = rankOf(row);
    return Number.isNaN(value) ? null : value;
  };
  return { name, direction, type: 'float8', rankOf, cursorValueOf };
}

/** Key over texts by row; `ranks` as `textRanks` gives them. */
export function textKey(
  name: string,
  texts: readonly (string | null)[],
  ranks: Float64Array,
  direction: OrderDirection,
): SortKey {
  return {
    ...{ name, direction, type: 'text' },
    rankOf: (row) => ranks[row] ?? Number.NaN,
    cursorValueOf: (row) => texts[row] ?? null,
  };
}

/** Compares a row with the values of a cursor, key by key. */
export function compareWithCursor(
  keys: readonly SortKey[],
  row: number,
  cursor: readonly CursorValue[],
): number {
  for (const [index, { cursorValueOf, direction }] of keys.entries()) {
    const [x, y] = [cursorValueOf(row), cursor[index] ?? null];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y === (direction === 'ASC') ? -1 : 1;
  }
  return 0;
}

/** Names an order in cursors. */
export function orderName(keys: readonly SortKey[]): string {
  return keys.map((key) => `${key.name} ${key.direction}`).join(', ');
}

/** All rows in an order. */
export function sortedRows(count: number, keys: readonly SortKey[]): Int32Array {
  return inOrder(
    Int32Array.from({ length: count }, (_, row) => row),
    keys,
  );
}

/** Rows in an order. */
export function inOrder(rows: Int32Array, keys: readonly SortKey[]): Int32Array {
  const columns = keys.map(({ rankOf, direction }) => ({
    direction,
    values: Float64Array.from(rows, rankOf),
  }));
  return orderedPlaces(rows.length, columns).map((place) => rows[place] ?? 0);
}

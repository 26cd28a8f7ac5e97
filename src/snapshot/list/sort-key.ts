import { type OrderColumn, type OrderDirection, orderedPlaces } from '../../domain/order.ts';
import { inRanges, type Work } from '../../domain/work.ts';
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
export function* sortedRows(count: number, keys: readonly SortKey[]): Work<Int32Array> {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return yield* inOrder(rows, keys);
}

/** Rows in an order; those that are equal in all keys stay as they are. */
export function* inOrder(rows: Int32Array, keys: readonly SortKey[]): Work<Int32Array> {
  const columns: OrderColumn[] = [];
  for (const { rankOf, direction } of keys) {
    const values = new Float64Array(rows.length);
    yield* inRanges(rows.length, (from, to) => {
      for (let at = from; at < to; at++) values[at] = rankOf(rows[at] ?? 0);
    });
    columns.push({ direction, values });
  }
  const places = yield* orderedPlaces(rows.length, columns);
  for (let at = 0; at < places.length; at++) places[at] = rows[places[at] ?? 0] ?? 0;
  return places;
}

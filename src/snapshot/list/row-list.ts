import type { OrderDirection } from '../../domain/order.ts';
import type { Mask } from '../day-view.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RowList } from './page.ts';
import { inOrder, orderName, type SortKey, sortedRows } from './sort-key.ts';

/** A field of a list that it is ordered by. */
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: OrderDirection;
}

/** Keys and those of the end that are not among them. */
export function withEnd(keys: readonly SortKey[], end: readonly SortKey[]): SortKey[] {
  const names = new Set(keys.map(({ name }) => name));
  return [...keys, ...end.filter(({ name }) => !names.has(name))];
}

/** A list of rows of the register: all of them, or `rows`, in the order of its keys. */
export function listOf(
  snapshot: Snapshot,
  what: string,
  count: number,
  keys: readonly SortKey[],
  mask: Mask | null,
  rows: Int32Array | null,
): RowList {
  const order = rows ? inOrder(rows, keys) : sortedOrNull(snapshot, what, count, keys);
  return {
    ...{ order, mask, keys, publication: snapshot.publication.id },
    count: order ? order.length : count,
  };
}

/** An order of all rows, remembered; null when it is that of the rows. */
export function sortedOrNull(
  owner: object,
  what: string,
  count: number,
  keys: readonly SortKey[],
): Int32Array | null {
  const { order } = memoOf(owner).of(`${what} by ${orderName(keys)}`, () => {
    const sorted = sortedRows(count, keys);
    return { order: sorted.every((row, place) => row === place) ? null : sorted };
  });
  return order;
}

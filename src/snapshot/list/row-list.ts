import { firstOfEach, type OrderDirection } from '../../domain/order.ts';
import type { Work } from '../../domain/work.ts';
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

/** Keys and those of the end, each once. */
export function withEnd(keys: readonly SortKey[], end: readonly SortKey[]): SortKey[] {
  return firstOfEach([...keys, ...end], ({ name }) => name);
}

/** What a list of rows of the register is made of. */
interface ListParts {
  /** Names the rows where their order is remembered. */
  readonly what: string;
  readonly count: number;
  /** What was asked for: what is equal in it stays as the rows are. */
  readonly chosen: readonly SortKey[];
  /** Keys that tell all rows apart; their order is that of the rows. */
  readonly end: readonly SortKey[];
  readonly mask: Mask | null;
  /** null = all rows; others ascend. */
  readonly rows?: Int32Array | null;
}

/** A list of rows of the register: all of them, or `rows`, in the order of its keys. */
export function* listOf(
  snapshot: Snapshot,
  { what, count, chosen, end, mask, rows = null }: ListParts,
): Work<RowList> {
  const own = firstOfEach(chosen, ({ name }) => name);
  const order = rows ? yield* inOrder(rows, own) : yield* sortedOrNull(snapshot, what, count, own);
  return {
    ...{ order, mask, keys: withEnd(chosen, end), publication: snapshot.publication.id },
    count: order ? order.length : count,
  };
}

/** An order of all rows, remembered; null when it is that of the rows. */
export function* sortedOrNull(
  owner: object,
  what: string,
  count: number,
  keys: readonly SortKey[],
): Work<Int32Array | null> {
  if (keys.length === 0) return null;
  const { order } = yield* memoOf(owner).work(`${what} by ${orderName(keys)}`, function* () {
    const sorted = yield* sortedRows(count, keys);
    return { order: isAscending(sorted) ? null : sorted };
  });
  return order;
}

function isAscending(rows: Int32Array): boolean {
  for (let at = 1; at < rows.length; at++) if ((rows[at - 1] ?? 0) > (rows[at] ?? 0)) return false;
  return true;
}

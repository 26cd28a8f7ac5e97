import { createHash } from 'node:crypto';
import type { Cell, Dataset, Row } from '../../datasets/dataset.ts';
import type { Batch } from '../../datasets/read.ts';

/** What differs in one row: a cell, or that the row itself is new or gone. */
export type RowDifference =
  | {
      readonly key: Readonly<Record<string, Cell>>;
      readonly column: string;
      readonly before: Cell;
      readonly after: Cell;
    }
  | { readonly key: Readonly<Record<string, Cell>>; readonly row: 'ADDED' | 'REMOVED' };

/** How the rows of a dataset differ between two readings. */
export interface RowDifferences {
  /** Rows of the first reading. */
  readonly rows: number;
  readonly added: number;
  readonly removed: number;
  /** Rows of both of which a cell differs. */
  readonly changed: number;
  /** Those of so many rows at most. */
  readonly list: readonly RowDifference[];
}

/**
 * Compares two readings of a dataset, row by row by its key; their order does not matter. Of the first
 * reading the key and a hash of each row are held, never all rows.
 *
 * - most: of how many rows the differences are listed; all are counted.
 * - before, after: begin a reading; the first is read again where rows differ.
 * - Throws what reading throws.
 */
export async function rowDifferences(
  { key, columns }: Pick<Dataset, 'key' | 'columns'>,
  most: number,
  { before, after }: Readonly<Record<'before' | 'after', () => AsyncIterable<Batch>>>,
): Promise<RowDifferences> {
  const places = key.map((name) => columns.findIndex((column) => column.name === name));
  const keyOf = (row: Row) => JSON.stringify(places.map((place) => row[place]));
  const old = new Map<string, string>();
  for await (const { rows } of before()) for (const row of rows) old.set(keyOf(row), hashOf(row));
  const rows = old.size;
  const changed = new Map<string, Row>();
  const added: string[] = [];
  let changes = 0;
  let additions = 0;
  for await (const batch of after()) {
    for (const row of batch.rows) {
      const of = keyOf(row);
      const hash = old.get(of);
      if (hash === undefined) {
        additions += 1;
        if (added.length < most) added.push(of);
      } else {
        old.delete(of);
        if (hash === hashOf(row)) continue;
        changes += 1;
        if (changed.size < most) changed.set(of, row);
      }
    }
  }
  const keyCells = (of: string) => {
    const cells = JSON.parse(of) as Cell[];
    return Object.fromEntries(key.map((name, at) => [name, cells[at] ?? null]));
  };
  const list: RowDifference[] = [];
  if (changed.size > 0) {
    for await (const batch of before()) {
      for (const row of batch.rows) {
        const of = keyOf(row);
        const now = changed.get(of);
        if (now) list.push(...cellDifferences(keyCells(of), columns, row, now));
      }
    }
  }
  let left = most - changed.size;
  for (const [row, keys] of [
    ['ADDED', added],
    ['REMOVED', old.keys()],
  ] as const) {
    for (const of of keys) {
      if (left === 0) break;
      left -= 1;
      list.push({ key: keyCells(of), row });
    }
  }
  return { rows, added: additions, removed: old.size, changed: changes, list };
}

function cellDifferences(
  key: Readonly<Record<string, Cell>>,
  columns: Dataset['columns'],
  before: Row,
  after: Row,
): RowDifference[] {
  return columns.flatMap(({ name }, at) => {
    const [old, now] = [before[at] ?? null, after[at] ?? null];
    return old === now ? [] : [{ key, column: name, before: old, after: now }];
  });
}

function hashOf(row: Row): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64');
}

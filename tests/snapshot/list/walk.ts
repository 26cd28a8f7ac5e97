import { expect } from 'vitest';
import { type PageRequest, pageOf, type RowList } from '../../../src/snapshot/list/page.ts';

/**
 * All rows of a list, by pages of a size, forward or backward; each page has to tell whether there
 * are rows before and after it.
 */
export function walk(list: RowList, size: number, direction: 'forward' | 'backward'): number[] {
  const backward = direction === 'backward';
  const rows: number[] = [];
  let cursor: string | null = null;
  for (;;) {
    const request: PageRequest = backward
      ? { last: size, before: cursor }
      : { first: size, after: cursor };
    const page = pageOf(list, request);
    const [came, more] = backward
      ? [page.hasNextPage, page.hasPreviousPage]
      : [page.hasPreviousPage, page.hasNextPage];
    expect(came).toBe(cursor !== null);
    if (backward) rows.unshift(...page.rows);
    else rows.push(...page.rows);
    const end = backward ? page.rows[0] : page.rows.at(-1);
    if (!more || end === undefined) return rows;
    expect(page.rows).toHaveLength(size);
    // A row that came twice would come for ever.
    expect(rows.length).toBeLessThanOrEqual(list.count);
    cursor = page.cursorOf(end);
  }
}

/** Compares two values, null last in both directions. */
export function compareValues(
  a: string | number | null,
  b: string | number | null,
  direction: 'ASC' | 'DESC',
): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === (direction === 'ASC') ? -1 : 1;
}

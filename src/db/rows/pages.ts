import { type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Rows that one statement reads: few enough that handling them stops the event loop for little. */
export const PAGE = 2_000;

/**
 * Pages of rows, each empty once the next one is asked for. Where the next one begins is known from a
 * page: it is read while that is used.
 */
export async function* pages<Row, Start>(
  first: Start,
  read: (start: Start) => Promise<Row[]>,
  nextOf: (rows: readonly Row[], start: Start) => Start | null,
): AsyncGenerator<readonly Row[]> {
  let reading = read(first);
  try {
    for (let start: Start | null = first; start !== null; ) {
      const rows: Row[] = await reading;
      start = nextOf(rows, start);
      if (start !== null) {
        reading = read(start);
        // Thrown when it is waited for, not before.
        reading.catch(() => {});
      }
      yield rows;
      // Promises of the driver hold on to rows: a third of the processor went to collecting them.
      rows.length = 0;
    }
  } finally {
    // Whoever leaves early ends the transaction, which no statement may outlive.
    await reading.catch(() => {});
  }
}

/** Pages of rows in the order of a key: each statement goes on after the last row of the one before. */
export function paged<Row, Key>(
  start: Key,
  read: (after: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  return pages(start, read, (rows) => {
    const last = rows.at(-1);
    return rows.length < PAGE || last === undefined ? null : keyOf(last);
  });
}

/** What a row belongs to, and its place there. */
interface Keyed {
  readonly certificationCode: string;
  readonly position: number;
}

/** Pages in the order of certification and position. */
export function pagedByPosition<Row extends Keyed>(
  read: (after: { readonly code: string; readonly position: number }) => Promise<Row[]>,
) {
  return paged<Row, { code: string; position: number }>(
    { code: '', position: 0 },
    read,
    ({ certificationCode, position }) => ({ code: certificationCode, position }),
  );
}

/** Condition: the row comes after one of a certification and position. */
export function later({ code, position }: { readonly code: string; readonly position: number }) {
  return sql<SqlBool>`(certification_code, position) > (${code}, ${position}::int)`;
}

/** One row of what is read in pages. */
export type RowOf<Read extends (db: Kysely<DB>) => AsyncGenerator<readonly unknown[]>> =
  ReturnType<Read> extends AsyncGenerator<readonly (infer Row)[]> ? Row : never;

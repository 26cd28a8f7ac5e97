import { type Expression, type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Rows that are read at a time: few enough that handling them stops the event loop for little. */
const PAGE = 2_000;

/**
 * The rows of a query, a page at a time, each empty once the next one is asked for; the next one is read
 * while a page is used. They come from a cursor: one plan for the whole table, where a statement for
 * each page would join the table with its certifications again. The transaction of `db` must last
 * until the end, and have no other cursor of the name.
 */
export async function* fetched<Row>(
  db: Kysely<DB>,
  name: string,
  query: Expression<Row>,
): AsyncGenerator<readonly Row[]> {
  const cursor = sql.id(`rows_of_${name}`);
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(db);
  const fetch = sql<Row>`fetch ${sql.lit(PAGE)} from ${cursor}`;
  const read = () => {
    const reading = fetch.execute(db);
    // Thrown when it is waited for, not before.
    reading.catch(() => {});
    return reading;
  };
  let reading = read();
  try {
    for (let isLast = false; !isLast; ) {
      const { rows } = await reading;
      isLast = rows.length < PAGE;
      if (!isLast) reading = read();
      yield rows;
      // Promises of the driver hold on to rows: a third of the processor went to collecting them.
      rows.length = 0;
    }
    await sql`close ${cursor}`.execute(db);
  } finally {
    // Whoever leaves early ends the transaction, which no statement may outlive.
    await reading.catch(() => {});
  }
}

/** One row of what is read in pages. */
export type RowOf<Read extends (db: Kysely<DB>) => AsyncGenerator<readonly unknown[]>> =
  ReturnType<Read> extends AsyncGenerator<readonly (infer Row)[]> ? Row : never;

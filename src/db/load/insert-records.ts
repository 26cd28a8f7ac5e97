import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Rows that one statement writes: some hundred kilobytes. */
const BATCH = 2000;

/**
 * Appends rows to a table of versions, by one statement for each two thousand; a row whose key is there already
 * leaves it as it was.
 */
export async function insertRecords<T extends keyof DB & string>(
  db: Kysely<DB>,
  table: T,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const json = JSON.stringify(rows.slice(start, start + BATCH));
    await sql`
      insert into ${sql.id('versions', table)}
      select * from json_populate_recordset(null::${sql.id('versions', table)}, ${json}::json)
      on conflict do nothing`.execute(db);
  }
}

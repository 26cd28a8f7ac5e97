import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/**
 * Version of what the derived tables hold. To be raised with every change of the rules that fill
 * them: a publication of an older version is derived anew before it is served.
 */
export const DERIVATION = 2;

/** Tables that the rules of the domain fill, certification by certification. */
const DERIVED_TABLES = ['insertion_fact', 'certification_fact', 'cohort_change'] as const;

/** Empties the tables of the session's register schema that are derived fiche by fiche. */
export async function emptyDerivedTables(db: Kysely<DB>): Promise<void> {
  for (const table of DERIVED_TABLES) await sql`delete from ${sql.table(table)}`.execute(db);
}

/** Tells the planner what the derived tables hold. */
export async function analyzeDerivedTables(db: Kysely<DB>): Promise<void> {
  for (const table of DERIVED_TABLES) await sql`analyze ${sql.table(table)}`.execute(db);
}

/** The codes of all certifications, `size` at a time, in code order. */
export async function* codesInBatches(db: Kysely<DB>, size: number): AsyncGenerator<string[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('certification')
      .where('code', '>', after)
      .select('code')
      .orderBy('code')
      .limit(size)
      .execute();
    if (rows.length === 0) return;
    yield rows.map(({ code }) => code);
    after = rows.at(-1)?.code ?? after;
  }
}

import { type Kysely, sql } from 'kysely';
import { foldText } from '../../domain/search/fold-text.ts';
import type { Database } from '../database.ts';
import { schemaLock, searchLock, useSchema } from '../load/register-schema.ts';
import { currentPublication, type RegisterSchema } from '../publications.ts';
import type { DB } from '../tables.ts';
import { lacksDocuments, writeMissingDocuments } from './search-documents.ts';

/** Columns that hold a folded text, each with the text that it folds. */
const FOLDED = [
  ['certification', 'title', 'title_key'],
  ['block', 'title', 'title_key'],
  ['certification_certifier', 'name', 'name_key'],
] as const;

/**
 * Writes what search needs and a migration has emptied, for the current publication: search
 * documents, their index, and folded texts as they are folded now. Returns how many documents were
 * missing. Resumes where an earlier call was stopped; concurrent calls wait for each other.
 */
export async function completeSearch(database: Database): Promise<number> {
  await using session = await database.session();
  const { db } = session;
  if (!(await currentPublication(db).executeTakeFirst())) return 0;
  const { space, key } = searchLock();
  await sql`select pg_advisory_lock(${space}::int, ${key}::int)`.execute(db);
  const schema = await holdServed(db);
  if (!schema) return 0;
  await useSchema(db, schema);
  if (await lacksDocuments(db)) {
    // Before the documents, so that a run that was stopped does it again.
    for (const column of FOLDED) await foldAnew(db, column);
  }
  const written = await writeMissingDocuments(db);
  await sql`
    create index if not exists certification_search_document_idx
    on certification_search using gin (document)`.execute(db);
  if (written > 0) await sql`analyze certification_search`.execute(db);
  // The locks end with the session.
  return written;
}

/** The current schema, kept from being emptied until the session ends; null when nothing was published. */
async function holdServed(db: Kysely<DB>): Promise<RegisterSchema | null> {
  for (;;) {
    const served = await currentPublication(db).executeTakeFirst();
    if (!served) return null;
    const { space, key } = schemaLock(served.registerSchema);
    await sql`select pg_advisory_lock_shared(${space}::int, ${key}::int)`.execute(db);
    // While it was waited for another one may have been published, and this one emptied.
    const now = await currentPublication(db).executeTakeFirst();
    if (now?.registerSchema === served.registerSchema) return served.registerSchema;
    await sql`select pg_advisory_unlock_shared(${space}::int, ${key}::int)`.execute(db);
  }
}

/** Folds the texts of a column whose folded form is of an older version of this program. */
async function foldAnew(
  db: Kysely<DB>,
  [table, text, folded]: (typeof FOLDED)[number],
): Promise<void> {
  const { rows } = await sql<{ text: string; folded: string }>`
    select distinct ${sql.ref(text)} as text, ${sql.ref(folded)} as folded
    from ${sql.table(table)}`.execute(db);
  const stale = rows.filter((row) => foldText(row.text) !== row.folded).map((row) => row.text);
  if (stale.length === 0) return;
  await sql`
    update ${sql.table(table)} as row set ${sql.ref(folded)} = stale.folded
    from unnest(${stale}::text[], ${stale.map(foldText)}::text[]) as stale (text, folded)
    where row.${sql.ref(text)} = stale.text`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { foldText } from '../../domain/search/fold-text.ts';
import type { Database } from '../database.ts';
import { writeVersions } from '../entered-publication.ts';
import { takeSearchLock } from '../load/import-lock.ts';
import { buildIndexes } from '../load/version-indexes.ts';
import { lastKeptPublication } from '../publications.ts';
import type { DB } from '../tables.ts';
import { lacksDocuments, writeMissingDocuments } from './search-documents.ts';

/** Columns that hold a folded text, each with the text that it folds. */
const FOLDED = [
  ['certification', 'title', 'title_key'],
  ['block', 'title', 'title_key'],
  ['certification_certifier', 'name', 'name_key'],
] as const;

/**
 * Writes what search needs and a migration has emptied, for all publications that are kept: search
 * documents, indexes, and folded texts as they are folded now. Returns how many documents were
 * missing. Resumes where an earlier call was stopped; concurrent calls wait for each other.
 */
export async function completeSearch(database: Database): Promise<number> {
  await using session = await database.session();
  const { db } = session;
  const kept = await lastKeptPublication(db);
  if (kept === 0) return 0;
  // It ends with the session.
  await takeSearchLock(db);
  await writeVersions(db);
  // Before the documents, so that a run that was stopped does it again.
  if (await lacksDocuments(db, kept)) for (const column of FOLDED) await foldAnew(db, column);
  const written = await writeMissingDocuments(db, kept);
  await buildIndexes(db);
  if (written > 0) await sql`analyze certification_search`.execute(db);
  return written;
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

import { type Kysely, sql } from 'kysely';
import { NoPublicationError } from '../domain/errors.ts';
import { currentPublication, keptPublication, type PublicationRecord } from './publications.ts';
import type { DB } from './tables.ts';

/** The views of the schema `register` show the register as it stood at the publication of this setting. */
const SETTING = 'debouches.publication';

/** Unqualified names are those of views of one publication. */
const READ_PATH = 'register, public';

/** Unqualified names are those of the tables that keep all versions. */
const WRITE_PATH = 'versions, public';

/**
 * Makes a read-only transaction see the register as it stood at a publication, until it ends; without
 * a number at the one that is served.
 *
 * - Throws `NoPublicationError` when nothing was published, or what was is not kept.
 */
export async function enterPublication(
  db: Kysely<DB>,
  id: number | null = null,
): Promise<PublicationRecord> {
  const asked = id === null ? currentPublication(db) : keptPublication(db, id);
  const {
    rows: [publication],
  } = await sql<PublicationRecord>`
    select asked.*, set_config('search_path', ${sql.lit(READ_PATH)}, true) as path,
      set_config(${sql.lit(SETTING)}, asked.id::text, true) as entered
    from (${asked}) as asked`.execute(db);
  if (!publication) throw new NoPublicationError();
  const { id: entered, publishedAt, datedOn, demonstration, state, withdrawnBecause } = publication;
  return { id: entered, publishedAt, datedOn, demonstration, state, withdrawnBecause };
}

/** Makes a session see the register as it stands at a publication, which need not be published yet. */
export async function readAt(db: Kysely<DB>, publicationId: number): Promise<void> {
  await sql`
    select set_config('search_path', ${READ_PATH}, false),
      set_config(${SETTING}, ${String(publicationId)}, false)`.execute(db);
}

/** Makes unqualified tables of a session those that keep all versions. */
export async function writeVersions(db: Kysely<DB>): Promise<void> {
  await sql`select set_config('search_path', ${WRITE_PATH}, false)`.execute(db);
}

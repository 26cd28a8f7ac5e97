import { type Kysely, sql } from 'kysely';
import { removeChanges } from '../changes/write-changes.ts';
import type { Session } from '../database.ts';
import { lastKeptPublication } from '../publications.ts';
import type { DB } from '../tables.ts';
import { TABLES_OF_VERSIONS } from './fiche-rows.ts';
import { forgetPastRates } from './first-seen.ts';
import { takeImportLock } from './import-lock.ts';
import { ROWS_BESIDE_FICHES } from './rows-beside-fiches.ts';
import { buildIndexes } from './version-indexes.ts';
import { STILL_VALID } from './versions.ts';

const BESIDE = ROWS_BESIDE_FICHES.map(({ schema, table }) => sql.id(schema, table));

/** Versions whose rows are removed by one statement of each table: it takes space in the log. */
const REMOVED_TOGETHER = 2_000;

/**
 * Removes what an import wrote that was not published, and makes valid again what it ended. For the
 * one that holds the import lock. True when there was something.
 */
export async function removeUnpublished(db: Kysely<DB>): Promise<boolean> {
  const kept = await lastKeptPublication(db);
  const { first, last } = await unpublishedVersions(db, kept);
  if (kept === 0) {
    // Nothing of it is read by anybody.
    const tables = [...TABLES_OF_VERSIONS.map((table) => sql.id('versions', table)), ...BESIDE];
    if (first !== null) await sql`truncate ${sql.join(tables)}`.execute(db);
  } else if (first !== null && last !== null) {
    for (let from = first; from <= last; from += REMOVED_TOGETHER) {
      for (const table of TABLES_OF_VERSIONS)
        await removeVersions(db, table, from, from + REMOVED_TOGETHER);
      await shortenLog(db);
    }
  }
  for (const table of BESIDE) await sql`delete from ${table} where since > ${kept}`.execute(db);
  await removeChanges(db, kept);
  await forgetPastRates(db, kept);
  const ended = await reopen(db, kept);
  const sources = await removeSources(db);
  return first !== null || ended > 0 || sources > 0;
}

async function unpublishedVersions(db: Kysely<DB>, kept: number) {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(version) as first, max(version) as last from versions.certification
    where since > ${kept}`.execute(db);
  return rows[0] ?? { first: null, last: null };
}

async function removeVersions(
  db: Kysely<DB>,
  table: string,
  from: number,
  to: number,
): Promise<void> {
  await sql`
    delete from ${sql.id('versions', table)} where version >= ${from} and version < ${to}`.execute(
    db,
  );
}

/** Makes valid again what publications after one have ended; gives how many. */
async function reopen(db: Kysely<DB>, kept: number): Promise<number> {
  let count = 0;
  const versions = ['certification_search', 'certification'];
  for (const table of [...versions.map((name) => sql.id('versions', name)), ...BESIDE]) {
    const { numAffectedRows } = await sql`
      update ${table} set until = ${sql.lit(STILL_VALID)}
      where until > ${kept} and until < ${sql.lit(STILL_VALID)}`.execute(db);
    count += Number(numAffectedRows ?? 0);
  }
  return count;
}

/** Removes sources that no publication has. */
async function removeSources(db: Kysely<DB>): Promise<number> {
  await sql`
    delete from supplement where source_id not in (select source_id from publication_source)`.execute(
    db,
  );
  const { numAffectedRows } = await sql`
    delete from source where id not in (select source_id from publication_source)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Gives the disk back what an import wrote that was not published. Does nothing while another import
 * has the right to import: it begins with the same.
 */
export async function discardUnpublished({ db }: Session): Promise<void> {
  if (!(await takeImportLock(db))) return;
  await removeUnpublished(db);
  const tables = [
    ...[...TABLES_OF_VERSIONS.map((table) => sql.id('versions', table)), ...BESIDE],
    ...['source', 'supplement', 'past_rate', 'change', 'removed_certification'].map((table) =>
      sql.id('public', table),
    ),
  ];
  await sql`vacuum ${sql.join(tables)}`.execute(db);
  // A load of nearly all that there is begins without them.
  await buildIndexes(db);
  await shrinkIndexes(db);
  await shortenLog(db);
}

/** Versions of fiches whose indexes are built anew in less than a second. */
const FEW = 5_000;

/** Indexes keep the pages that they grew to: where versions are few they are built anew. */
async function shrinkIndexes(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ few: boolean }>`
    select count(*) < ${FEW} as few from versions.certification`.execute(db);
  if (!rows[0]?.few) return;
  for (const table of [...TABLES_OF_VERSIONS, 'finding']) {
    await sql`reindex table ${sql.id('versions', table)}`.execute(db);
  }
}

/** Lets the database remove what its log no longer needs, where this user may. */
async function shortenLog(db: Kysely<DB>): Promise<void> {
  await sql`checkpoint`.execute(db).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
}

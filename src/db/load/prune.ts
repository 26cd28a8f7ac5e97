import { type Kysely, sql } from 'kysely';
import { RetentionError } from '../../domain/retention.ts';
import type { Session } from '../database.ts';
import { notifyServers } from '../publications.ts';
import type { DB } from '../tables.ts';
import { TABLES_OF_VERSIONS } from './fiche-rows.ts';
import { takeImportLock } from './import-lock.ts';
import { ROWS_BESIDE_FICHES } from './rows-beside-fiches.ts';
import { STILL_VALID } from './versions.ts';

/** Versions that are removed together. */
const BATCH = 1_000;

const FICHES = TABLES_OF_VERSIONS.map((table) => sql.id('versions', table));

/** What a pruning removed. */
export interface Pruned {
  readonly versions: number;
  readonly findings: number;
}

/**
 * Lets publications go: they are answered no longer, and versions, findings, notes and surveys
 * that no other publication has are removed. The history of figures stays. A pruning that was stopped is gone on with
 * by the next one, whichever publications that names.
 *
 * - Throws `RetentionError` while an import is running.
 */
export async function prunePublications({ db }: Session, ids: readonly number[]): Promise<Pruned> {
  if (!(await takeImportLock(db))) {
    throw new RetentionError('an import is running on this database: wait for its end');
  }
  await db.transaction().execute(async (transaction) => {
    await sql`
      update publication set state = 'PRUNED'
      where id = any(${ids}::int[]) and state in ('PUBLISHED', 'WITHDRAWN')
        and id not in (select publication_id from current_publication)`.execute(transaction);
    await notifyServers(transaction);
  });
  const versions = await removeVersions(db);
  const { numAffectedRows = 0n } = await sql`
    delete from versions.finding where ${isUnread('finding')}`.execute(db);
  const findings = Number(numAffectedRows);
  const emptied = versions + findings > 0 ? [...FICHES, sql.id('versions', 'finding')] : [];
  for (const { schema, table } of ROWS_BESIDE_FICHES) {
    if (table === 'finding') continue;
    const own = sql.id(schema, table);
    const removed = await sql`delete from ${own} where ${isUnread(table)}`.execute(db);
    if ((removed.numAffectedRows ?? 0n) > 0n) emptied.push(own);
  }
  await removeSurveyRecords(db);
  if (emptied.length > 0) await sql`vacuum ${sql.join(emptied)}`.execute(db);
  return { versions, findings };
}

/** Condition: no publication that can be read has it. */
function isUnread(table: string) {
  const own = sql.ref(table);
  return sql`${own}.until < ${sql.lit(STILL_VALID)} and not exists (
    select from publication
    where state in ('PUBLISHED', 'HELD') and id >= ${own}.since and id < ${own}.until)`;
}

/**
 * Removes what was noted of erased surveys for publications that nobody can read, but for the last
 * erasure, which tells answers of before from later ones; and imports of surveys of which nothing is left.
 */
async function removeSurveyRecords(db: Kysely<DB>): Promise<void> {
  await sql`
    delete from versions.survey_erasure where ${isUnread('survey_erasure')}
      and erased_at < (select max(erased_at) from versions.survey_erasure)`.execute(db);
  await sql`
    delete from survey.import where publication_id not in (
      select since from survey.holder union select since from survey.answer
      union select since from versions.survey_class)`.execute(db);
}

async function removeVersions(db: Kysely<DB>): Promise<number> {
  for (let removed = 0; ; ) {
    // What supplements were merged upon is needed for as long as what was made of it.
    const { rows } = await sql<{ code: string; version: number }>`
      select code, version from versions.certification
      where ${isUnread('certification')} and not exists (
        select from versions.certification as merged
        where merged.code = certification.code and merged.base_version = certification.version
          and merged.version <> certification.version)
      limit ${sql.lit(BATCH)}`.execute(db);
    if (rows.length === 0) return removed;
    const codes = rows.map(({ code }) => code);
    const versions = rows.map(({ version }) => version);
    for (const table of TABLES_OF_VERSIONS) {
      const code = sql.ref(table === 'certification' ? 'code' : 'certification_code');
      await sql`
        delete from ${sql.id('versions', table)} as own
        using unnest(${codes}::text[], ${versions}::int[]) as gone (code, version)
        where own.${code} = gone.code collate "C" and own.version = gone.version`.execute(db);
    }
    removed += rows.length;
  }
}

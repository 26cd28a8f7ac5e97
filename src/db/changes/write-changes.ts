import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { DB } from '../tables.ts';
import { isGone } from './compared-versions.ts';

/** Rows that one statement writes: some hundred kilobytes. */
const BATCH = 2000;

/** Writes changes of a publication that is not published yet; the first one gets `position`. */
export async function insertChanges(
  db: Kysely<DB>,
  publicationId: number,
  position: number,
  changes: readonly Change[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const rows = changes.slice(start, start + BATCH).map((change, index) => ({
      publication_id: publicationId,
      position: position + start + index,
      certification_code: change.certificationCode,
      kind: change.kind,
      cohort_year: change.cohortYear,
      field: change.field,
      item: change.item,
      before: change.before,
      after: change.after,
      source_id: change.sourceId,
    }));
    await sql`
      insert into public.change
      select * from json_populate_recordset(null::public.change, ${JSON.stringify(rows)}::json)`.execute(
      db,
    );
  }
}

/** Keeps of the fiches that a publication has no longer what they last were. */
export async function keepRemoved(db: Kysely<DB>, publicationId: number): Promise<void> {
  await sql`
    insert into public.removed_certification
      (certification_code, publication_id, register, title, level, certifiers)
    select code, ${publicationId}, register, title, level, array(
      select distinct siren from versions.certification_certifier as own
      where own.certification_code = was.code and own.version = was.version
        and active and siren is not null
      order by siren)
    from versions.certification as was where ${isGone(publicationId)}`.execute(db);
}

/** Those of some fiches that had left the registers since a publication. */
export async function removedBefore(
  db: Kysely<DB>,
  codes: readonly RegisterCode[],
  since: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct certification_code as code from public.removed_certification
    where certification_code = any(${codes}::text[]) and publication_id > ${since}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** Notes which publication the changes of one are counted from. In the transaction that publishes it. */
export async function noteComparison(
  db: Kysely<DB>,
  publicationId: number,
  before: number,
): Promise<void> {
  await sql`
    update public.publication set compared_with = ${before} where id = ${publicationId}`.execute(
    db,
  );
}

/** Removes what was noted of publications after one. */
export async function removeChanges(db: Kysely<DB>, after: number): Promise<void> {
  for (const table of ['change', 'removed_certification']) {
    await sql`delete from ${sql.id('public', table)} where publication_id > ${after}`.execute(db);
  }
}

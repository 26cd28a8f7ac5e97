import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { readAt } from '../../../src/db/entered-publication.ts';
import { ROWS_BESIDE_FICHES } from '../../../src/db/load/rows-beside-fiches.ts';
import { STILL_VALID } from '../../../src/db/load/versions.ts';

/** No version and no finding is there that no publication has which can be read. */
export async function expectNoneUnread(database: Database): Promise<void> {
  await using session = await database.session();
  const { rows } = await sql<{ versions: number; findings: number }>`
    select (
      select count(*)::int from versions.certification as own
      where not exists (${reading('own')}) and not exists (
        select from versions.certification as merged
        where merged.code = own.code and merged.base_version = own.version
          and exists (${reading('merged')}))
    ) as versions, (
      select count(*)::int from versions.finding as own where not exists (${reading('own')})
    ) as findings`.execute(session.db);
  expect(rows[0]).toEqual({ versions: 0, findings: 0 });
}

/**
 * Nothing is there that no publication has: no version or finding of a publication that there is not, no
 * row of a version that there is not, no version without a search document.
 */
export async function expectTidy(database: Database, publication: number): Promise<void> {
  await using session = await database.session();
  const { db } = session;
  await readAt(db, publication);
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'versions' and column_name = 'version'
      and table_name <> 'certification'`.execute(db);
  const counts: Record<string, number> = {};
  const count = async (what: string, from: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${from}`.execute(db);
    counts[what] = rows[0]?.count ?? 0;
  };
  const versions = ['certification', 'certification_search'];
  const ofVersions = versions.map((table) => ({ schema: 'versions', table }));
  for (const { schema, table } of [...ofVersions, ...ROWS_BESIDE_FICHES]) {
    await count(
      `${table} of no publication`,
      sql`${sql.id(schema, table)} where since > ${publication}
        or until > ${publication} and until < ${STILL_VALID}`,
    );
  }
  for (const { name } of tables.rows) {
    await count(
      `${name} of no version`,
      sql`${sql.id('versions', name)} as own where not exists (
        select from versions.certification as fiche
        where fiche.code = own.certification_code and fiche.version = own.version)`,
    );
  }
  await count(
    'versions without a document, or valid at another time',
    sql`versions.certification as fiche
      left join versions.certification_search as own
        on own.certification_code = fiche.code and own.version = fiche.version
      where fiche.until > fiche.since
        and (own.since, own.until) is distinct from (fiche.since, fiche.until)`,
  );
  await count(
    'versions upon one that is not there',
    sql`versions.certification as fiche where base_version is not null and not exists (
      select from versions.certification as base
      where base.code = fiche.code and base.version = fiche.base_version)`,
  );
  await count(
    'sources of no publication',
    sql`source where not exists (
    select from publication_source where source_id = source.id)`,
  );
  expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((what) => [what, 0])));
}

/** The publications that have a row and can be read. */
function reading(table: 'own' | 'merged') {
  const row = sql.ref(table);
  return sql`select from publication
    where state = 'PUBLISHED' and id >= ${row}.since and id < ${row}.until`;
}

import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, pendingMigrations } from '../../src/db/migrations.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { REGISTER_SCHEMAS } from '../../src/db/publications.ts';
import { describeEachEngine } from '../support/database.ts';

async function migrationNames(): Promise<string[]> {
  const files = await readdir(new URL('../../sql/migrations/', import.meta.url));
  return files
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace(/\.sql$/, ''))
    .sort();
}

test('an empty database lacks every migration, in order; running them leaves none', async () => {
  await using database = await openPglite(null);
  const names = await migrationNames();
  expect(names.length).toBeGreaterThan(3);
  expect(await pendingMigrations(database)).toEqual(names);
  expect(await migrate(database)).toEqual(names);
  expect(await pendingMigrations(database)).toEqual([]);
});

describeEachEngine('a migrated database on', (openDatabase) => {
  test('is up to date: running the migrations again runs none', async () => {
    const database = await openDatabase();
    expect(await pendingMigrations(database)).toEqual([]);
    expect(await migrate(database)).toEqual([]);

    await using session = await database.session();
    const { rows } = await sql<{ schema: string; tables: string[] }>`
      select table_schema as schema, array_agg(table_name::text order by table_name) as tables
      from information_schema.tables where table_schema like 'register_%'
      group by table_schema order by table_schema`.execute(session.db);
    expect(rows.map(({ schema }) => schema)).toEqual([...REGISTER_SCHEMAS]);
    expect(rows[0]?.tables).toEqual(rows[1]?.tables);
    expect(rows[0]?.tables).toContain('cohort');
  });
});

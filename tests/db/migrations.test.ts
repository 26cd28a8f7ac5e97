import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { migrate, pendingMigrations, sqlMigrations } from '../../src/db/migrations.ts';
import { textsByCertification } from '../../src/db/queries/texts.ts';
import { ask, readServed } from '../support/client.ts';
import { describeEachEmptyEngine, describeEachEngine } from '../support/database.ts';

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
      from information_schema.tables where table_schema in ('register', 'versions')
      group by table_schema order by table_schema`.execute(session.db);
    expect(rows.map(({ schema }) => schema)).toEqual(['register', 'versions']);
    expect(rows[0]?.tables).toEqual(rows[1]?.tables);
    expect(rows[0]?.tables).toContain('cohort');
  });
});

/** The newest migration of the layout that kept the long texts among the columns of a fiche. */
const BEFORE = '202611240730_create_register_indexes';

describeEachEmptyEngine('a database of the layout before the statistics on', (openDatabase) => {
  test('keeps the long texts of its fiches, and has statistics', async () => {
    const database = await openDatabase();
    {
      await using session = await database.session();
      const { db } = session;
      const { error } = await new Migrator({ db, provider: sqlMigrations }).migrateTo(BEFORE);
      expect(error).toBeUndefined();
      for (const statement of [
        "insert into publication (id, register_schema, demonstration) values (1, 'register_b', false)",
        'insert into current_publication (publication_id) values (1)',
        `insert into source (id, kind, register, file_name, sha256, bytes, dated_on, demonstration,
          certifications, blocks, cohorts, certifiers, partners, refused_fiches, refused_values)
          values (1, 'FEED', 'RNCP', 'rncp.xml', '0', 1, '2026-08-16', false, 2, 0, 1, 0, 0, 0, 0)`,
        'insert into publication_source (publication_id, source_id) values (1, 1)',
        `insert into register_b.certification (code, register, number, source_id, title, title_key,
          level_years, objectives, attested_skills, reference_framework, active_flag, level, level_code)
          values ('RNCP1', 'RNCP', 1, 1, 'Un', 'un', '{}', 'Objectifs', E'Savoir\nfaire', 'Cadre',
            true, 6, 'NIV6'),
          ('RNCP2', 'RNCP', 2, 1, 'Deux', 'deux', '{}', null, null, null, false, null, null)`,
        `insert into register_b.cohort (certification_code, year, certified, global_6_months,
          global_6_months_source_id, global_6_months_seen_on, source_ids,
          target_occupation_6_months_in_source)
          values ('RNCP1', 2020, 40, 85, 1, '2026-08-16', '{1}', false)`,
      ]) {
        await sql.raw(statement).execute(db);
      }
    }
    expect((await migrate(database))[0]).toBe('202611250900_split_certification_text');
    expect(await pendingMigrations(database)).toEqual([]);

    const texts = await readServed(database, (db) =>
      textsByCertification(db, ['RNCP1', 'RNCP2']).execute(),
    );
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatchObject({
      ...{ certificationCode: 'RNCP1', objectives: 'Objectifs', attestedSkills: 'Savoir\nfaire' },
      ...{ referenceFramework: 'Cadre', activities: null, regulations: null },
    });
    const { certificationCode, ...absent } = texts[1] ?? {};
    expect(certificationCode).toBe('RNCP2');
    expect(new Set(Object.values(absent))).toEqual(new Set([null]));

    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics(groupBy: [LEVEL]) { groups { key { level } summary {
        certified rate(indicator: GLOBAL_6_MONTHS) { value }
      } } } }`,
    );
    expect(insertionStatistics).toEqual({
      groups: [{ key: { level: 6 }, summary: { certified: 40, rate: { value: 85 } } }],
    });
    const { certification } = await ask<{ certification: object }>(
      database,
      '{ certification(code: "1") { objectives cohorts { year } } }',
    );
    expect(certification).toEqual({
      objectives: 'Objectifs',
      cohorts: [{ year: 2020 }],
    });
  });
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { upgradeDatabase } from '../../src/app.ts';
import { REPORTS } from '../../src/reports/catalogue.ts';
import { viewComments, viewOf } from '../../src/reports/view-comments.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

describeEachEngine('views of the schema bi on', (openDatabase, engine) => {
  test('are those of the reports, each of one register schema and the other', async () => {
    const database = await openDatabase();
    await using session = await database.session();
    const { rows } = await sql<{ schema: string; views: string[] }>`
      select schemaname as schema, array_agg(viewname::text order by viewname) as views
      from pg_views where schemaname = 'bi' or schemaname like 'register%'
      group by schemaname order by schemaname`.execute(session.db);
    const views = REPORTS.map(viewOf).sort();
    const sources = [...views.map((view) => `${view}_report`), 'certifiers_in_force'].sort();
    expect(rows).toEqual([
      { schema: 'bi', views },
      { schema: 'register_a', views: sources },
      { schema: 'register_b', views: sources },
    ]);
  });

  test('show nothing before anything is published, then the newest publication', async () => {
    const database = await openDatabase();
    const cohorts = async () => {
      await using session = await database.session();
      const { rows } = await sql<object>`
        select certification_code as code, year, certified, global_6_months as rate
        from bi.cohorts order by code, year`.execute(session.db);
      return rows;
    };
    const publish = (code: string, certified: number) =>
      publishFiches(database, [
        ficheWith({ code, cohorts: [cohortWith(2022, certified, { global6: 80 })] }),
      ]);
    expect(await cohorts()).toEqual([]);
    await publish('RNCP1', 10);
    expect(await cohorts()).toEqual([{ code: 'RNCP1', year: 2022, certified: 10, rate: 80 }]);
    await publish('RNCP1', 12);
    expect(await cohorts()).toEqual([{ code: 'RNCP1', year: 2022, certified: 12, rate: 80 }]);
    await publish('RNCP2', 14);
    expect(await cohorts()).toEqual([{ code: 'RNCP2', year: 2022, certified: 14, rate: 80 }]);
  });

  test('say of themselves and their columns what the catalogue says, once upgraded', async () => {
    const database = await openDatabase();
    const comments = async () => {
      await using session = await database.session();
      const { rows } = await sql<{ view: string; name: string | null; comment: string | null }>`
        select relname as view, attname as name, col_description(pg_class.oid, attnum) as comment
        from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0
        where relnamespace = 'bi'::regnamespace
        union all
        select relname, null, obj_description(oid, 'pg_class')
        from pg_class where relnamespace = 'bi'::regnamespace`.execute(session.db);
      const line = ({ view, name, comment }: (typeof rows)[number]) =>
        `${view}.${name ?? ''}: ${comment ?? '(nothing)'}`;
      return rows.map(line).sort();
    };
    const said = viewComments()
      .flatMap(({ view, comment, columns }) => [
        `${view}.: ${comment}`,
        ...columns.map((column) => `${view}.${column.name}: ${column.comment}`),
      ])
      .sort();
    expect(await comments()).toEqual(said.map((line) => line.replace(/: .*$/s, ': (nothing)')));
    expect(await upgradeDatabase(database)).toEqual([]);
    expect(await comments()).toEqual(said);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^cohorts\.: .* Here one row for each certification and cohort\.$/),
        expect.stringMatching(
          /^expiring\.: .* Here one row for each certification, with months=12\.$/,
        ),
      ]),
    );
    {
      await using session = await database.session();
      await sql`comment on column bi.cohorts.certified is 'Autre chose'`.execute(session.db);
    }
    expect(await comments()).not.toEqual(said);
    await upgradeDatabase(database);
    expect(await comments()).toEqual(said);
  });

  // The embedded database has one user, who may do everything.
  test.runIf(engine === 'postgres')('are all that debouches_reader may read', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await using session = await database.session();
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'register_a', 'register_b')
      union all
      select format('%I.%I', schemaname, viewname) from pg_views
      where schemaname in ('register_a', 'register_b')`.execute(session.db);
    expect(tables.length).toBeGreaterThan(50);
    await sql`set role debouches_reader`.execute(session.db);
    await sql`set debouches.as_of = '2026-11-24'`.execute(session.db);
    const read = (name: string) => sql.raw(`select * from ${name}`).execute(session.db);
    for (const report of REPORTS) {
      expect((await read(`bi.${viewOf(report)}`)).rows.length).toBeGreaterThan(0);
    }
    for (const { name } of tables) {
      await expect(read(name)).rejects.toThrow('permission denied');
    }
    await expect(sql`create table bi.mine (id integer)`.execute(session.db)).rejects.toThrow(
      'permission denied',
    );
  });
});

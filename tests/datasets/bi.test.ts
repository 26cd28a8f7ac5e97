import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BI_DATASETS, prepareBi, tableName, writeBi } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { prepareBiTables, writeBiTables } from '../../src/db/bi-tables.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrations.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { CONTRACTS } from '../../src/domain/contracts.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { storeOf } from '../support/client.ts';
import { createScratch, createScratchUrl } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { newNote, note } from '../support/notes.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const url = process.env['TEST_DATABASE_URL'];
const DAY = parsePlainDate('2026-11-24');

test('what depends on its reader is no table of bi', () => {
  const names = DATASETS.map(({ name }) => name).filter((name) => name.startsWith('survey-'));
  expect(names).toEqual(['survey-rates', 'survey-outcomes', 'survey-quality', 'survey-access']);
  expect(BI_DATASETS.filter(({ name }) => names.includes(name))).toEqual([]);
});

describe.runIf(url)('tables of bi on PostgreSQL', () => {
  const opened: Database[] = [];

  afterAll(async () => {
    for (const database of opened) await database[Symbol.asyncDispose]();
  });

  async function openDatabase(): Promise<Database> {
    const database = await createScratch(url ?? '');
    opened.push(database);
    await migrate(database);
    return database;
  }

  async function query<Row>(database: Database, text: string): Promise<Row[]> {
    await using session = await database.session();
    return (await sql.raw<Row>(text).execute(session.db)).rows;
  }

  async function write(database: Database, day = DAY): Promise<string> {
    return writeBi(database, await storeOf(database).refresh(), day);
  }

  test('are there and empty before anything is written, and then of the newest publication', async () => {
    const database = await openDatabase();
    await prepareBi(database);
    const cohorts = () =>
      query(
        database,
        `select certification_code as code, year, certified, global_6_months as rate, publication,
           as_of from bi.cohorts order by code, year`,
      );
    const publish = (code: string, certified: number) =>
      publishFiches(database, [
        ficheWith({ code, cohorts: [cohortWith(2022, certified, { global6: 80 })] }),
      ]);
    expect(await cohorts()).toEqual([]);
    await publish('RNCP1', 10);
    expect(await cohorts()).toEqual([]);
    expect(await write(database)).toBe('WRITTEN');
    const row = { year: 2022, rate: 80, as_of: DAY };
    expect(await cohorts()).toEqual([{ ...row, code: 'RNCP1', certified: 10, publication: 1 }]);
    await publish('RNCP1', 12);
    await publish('RNCP2', 14);
    expect(await write(database)).toBe('WRITTEN');
    expect(await cohorts()).toEqual([{ ...row, code: 'RNCP2', certified: 14, publication: 3 }]);
    expect(await query(database, 'select publication, as_of from bi.status')).toEqual([
      { publication: 3, as_of: DAY },
    ]);
  });

  test('are written anew when the method is chosen otherwise, and say by which they are', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    expect(await write(database)).toBe('WRITTEN');
    const chosen = new SnapshotStore(database, { ...DEFAULT_CHOICES, graceMonths: 18 });
    const snapshot = await chosen.refresh();
    expect(await writeBi(database, snapshot, DAY)).toBe('WRITTEN');
    expect(await writeBi(database, snapshot, DAY)).toBe('UP_TO_DATE');
    const by = (relation: string) => query(database, `select distinct method from ${relation}`);
    for (const relation of ['bi.status', 'bi.insertion_by_year', 'bi.cohort']) {
      expect([relation, await by(relation)]).toEqual([
        relation,
        [{ method: '2.0 graceMonths=18' }],
      ]);
    }
    expect(await write(database)).toBe('WRITTEN');
    expect(await by('bi.status')).toEqual([{ method: '2.0' }]);
  });

  test('are written anew when they were written by another contract, and say by which they are', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    expect(await write(database)).toBe('WRITTEN');
    expect(await write(database)).toBe('UP_TO_DATE');
    const told = () => query(database, 'select contract from bi.status');
    expect(await told()).toEqual([{ contract: CONTRACTS.bi }]);
    // As a program left it that knew of no contract.
    await query(database, `update bi_rows.status set contract = ''`);
    expect(await write(database)).toBe('WRITTEN');
    expect(await told()).toEqual([{ contract: CONTRACTS.bi }]);
  });

  test('are written once for a publication and a day', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    expect(await write(database)).toBe('WRITTEN');
    expect(await write(database)).toBe('UP_TO_DATE');
    expect(await write(database, parsePlainDate('2026-11-25'))).toBe('WRITTEN');
    const rows = await query<{ generations: number }>(
      database,
      'select count(distinct generation)::int as generations from bi_rows.cohorts',
    );
    expect(rows).toEqual([{ generations: 1 }]);
  });

  test('are left to another process that is writing them', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await using first = await database.session();
    await using second = await database.session();
    const table = { name: 'slow', comment: 'Slow.', key: [], columns: [] };
    const status = { publication: 1, asOf: DAY, method: '2.0', contract: '1.0.0' };
    let beside: boolean | null = null;
    const done = await writeBiTables(first, [table], status, async function* () {
      beside = await writeBiTables(second, [table], status, async function* () {});
      yield [[]];
    });
    expect([done, beside]).toEqual([true, false]);
  });

  test('stay as they were when the writing stops', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await write(database);
    const count = () => query(database, 'select count(*)::int as rows, max(as_of) from bi.cohorts');
    const before = await count();
    await using session = await database.session();
    const table = {
      name: 'cohorts',
      comment: '',
      key: ['year'],
      columns: [{ name: 'year', type: 'integer' as const, comment: '' }],
    };
    const failing = writeBiTables(
      session,
      [table],
      { publication: 9, asOf: parsePlainDate('2027-01-01'), method: '2.0', contract: '1.0.0' },
      async function* () {
        yield [[2020], [2021]];
        throw new Error('stopped');
      },
    );
    await expect(failing).rejects.toThrow('stopped');
    expect(await count()).toEqual(before);
    // What was left is cleared away, and the lock is free.
    expect(await write(database, parsePlainDate('2026-11-25'))).toBe('WRITTEN');
  });

  test('stay as they were when a server stops that is writing them', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await write(database);
    const days = () => query(database, 'select distinct as_of from bi.cohorts');
    const snapshot = await storeOf(database).refresh();
    const stopped = AbortSignal.abort(new Error('stopped'));
    const next = parsePlainDate('2026-11-25');
    await expect(writeBi(database, snapshot, next, stopped)).rejects.toThrow('stopped');
    expect(await days()).toEqual([{ as_of: DAY }]);
    expect(await write(database, next)).toBe('WRITTEN');
    expect(await days()).toEqual([{ as_of: next }]);
  });

  test('say of another day where to ask', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await write(database);
    await using session = await database.session();
    const count = sql<{ rows: number }>`select count(*)::int as rows from bi.cohorts`;
    await sql`set debouches.as_of = '2026-11-24'`.execute(session.db);
    expect((await count.execute(session.db)).rows[0]?.rows).toBeGreaterThan(0);
    await sql`set debouches.as_of = '2026-06-30'`.execute(session.db);
    await expect(count.execute(session.db)).rejects.toMatchObject({
      message: 'the tables of bi are of 2026-11-24, and debouches.as_of is 2026-06-30',
      hint: 'Ask GraphQL (asOf) or a file of /reports (as_of) for another day, or reset debouches.as_of.',
    });
    await sql`set debouches.as_of = ''`.execute(session.db);
    expect((await count.execute(session.db)).rows[0]?.rows).toBeGreaterThan(0);
  });

  test('do not wait for whoever reads them, nor make them wait', async () => {
    const scratch = await createScratchUrl(url ?? '');
    try {
      const { openPostgres } = await import('../../src/db/engines/postgres.ts');
      await using database = openPostgres(scratch.href);
      await migrate(database);
      await publishFiches(database, QUESTION_REGISTER);
      await write(database);
      const reader = new pg.Client({ connectionString: scratch.href });
      await reader.connect();
      // One moment of the tables is held for as long as the transaction lasts.
      await reader.query('begin isolation level repeatable read');
      const read = async () =>
        (await reader.query('select as_of::text, count(*)::int as rows from bi.cohorts group by 1'))
          .rows;
      const before = await read();
      expect(await write(database, parsePlainDate('2026-11-25'))).toBe('WRITTEN');
      expect(await read()).toEqual(before);
      await reader.query('commit');
      expect(await read()).toEqual([{ ...before[0], as_of: '2026-11-25' }]);
      await reader.end();
    } finally {
      await scratch.drop();
    }
  });

  test('keep what others built on them when a column is added', async () => {
    const database = await openDatabase();
    await using session = await database.session();
    const of = (names: readonly string[]) => ({
      name: 'extended',
      comment: 'Extended.',
      key: [],
      columns: names.map((name) => ({ name, type: 'text' as const, comment: `${name}.` })),
    });
    await prepareBiTables(session.db, [of(['one', 'two'])]);
    await sql`create view public.mine as select two, as_of from bi.extended`.execute(session.db);
    const table = of(['one', 'between', 'two']);
    await writeBiTables(
      session,
      [table],
      { publication: 1, asOf: DAY, method: '2.0', contract: '1.0.0' },
      async function* () {
        yield [['1', 'b', '2']];
      },
    );
    const rows = async (name: string) =>
      (await sql.raw(`select * from ${name}`).execute(session.db)).rows;
    expect(await rows('bi.extended')).toEqual([
      { one: '1', two: '2', publication: 1, as_of: DAY, method: '2.0', between: 'b' },
    ]);
    expect(await rows('public.mine')).toEqual([{ two: '2', as_of: DAY }]);
  });

  test('are written again when a newer version has one more column', async () => {
    const database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    await prepareBi(database);
    expect(await write(database)).toBe('WRITTEN');
    // As an older version left it.
    await query(database, 'alter table bi_rows.expiring drop column title cascade');
    await prepareBi(database);
    expect(await write(database)).toBe('WRITTEN');
    expect(await write(database)).toBe('UP_TO_DATE');
  });

  test('say of themselves and their columns what the datasets say', async () => {
    const database = await openDatabase();
    await prepareBi(database);
    const comments = await query<{ name: string; comment: string | null }>(
      database,
      `select relname || '.' || attname as name, col_description(pg_class.oid, attnum) as comment
       from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0
       where relnamespace = 'bi'::regnamespace
       union all
       select relname, obj_description(oid, 'pg_class')
       from pg_class where relnamespace = 'bi'::regnamespace`,
    );
    const said = new Map(comments.map(({ name, comment }) => [name, comment]));
    for (const dataset of BI_DATASETS) {
      const table = tableName(dataset);
      expect(said.get(table)).toContain(`Here ${dataset.grain.en}`);
      for (const { name, label } of dataset.columns) {
        expect(said.get(`${table}.${name}`)).toContain(`${label.fr}. `);
      }
    }
    expect(said.get('expiring')).toMatch(/ Here one row for each certification, with months=12\.$/);
    expect([...said.values()].every((comment) => comment)).toBe(true);
    // What somebody else says there is put right.
    await query(database, `comment on column bi.cohorts.certified is 'Autre chose'`);
    await prepareBi(database);
    const [row] = await query<{ comment: string }>(
      database,
      `select col_description('bi.cohorts'::regclass, attnum) as comment from pg_attribute
       where attrelid = 'bi.cohorts'::regclass and attname = 'certified'`,
    );
    expect(row?.comment).toBe(said.get('cohorts.certified'));
  });

  describe('debouches_reader', () => {
    let database: Database;

    beforeAll(async () => {
      database = await openDatabase();
      // One fiche is new: that is a change.
      await publishFiches(database, QUESTION_REGISTER.slice(1));
      await publishFiches(database, QUESTION_REGISTER, { compared: true });
      await note(database, newNote({}));
      await write(database);
    });

    test('may read them and nothing else', async () => {
      await using session = await database.session();
      const { rows: tables } = await sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('public', 'versions', 'register', 'bi_rows')`.execute(session.db);
      expect(tables.length).toBeGreaterThan(25);
      await sql`set role debouches_reader`.execute(session.db);
      const read = (name: string) => sql.raw(`select * from ${name}`).execute(session.db);
      for (const dataset of BI_DATASETS) {
        const name = tableName(dataset);
        expect([name, (await read(`bi.${name}`)).rows.length > 0]).toEqual([name, true]);
      }
      expect((await read('bi.status')).rows).toHaveLength(1);
      for (const { name } of tables) {
        await expect(read(name)).rejects.toThrow('permission denied');
      }
      await expect(sql`create table bi.mine (id integer)`.execute(session.db)).rejects.toThrow(
        'permission denied',
      );
    });
  });

  test('pool a rate of any group from sums', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await write(database);
    const [byStar] = await query<{ rate: number }>(
      database,
      `select round((sum(weighted) / sum(base))::numeric, 2)::float8 as rate
       from bi.insertion_rate where indicator = 'GLOBAL_6_MONTHS' and year = 2022`,
    );
    const [byReport] = await query<{ rate: number }>(
      database,
      'select global_6_months as rate from bi.insertion_by_year where year = 2022',
    );
    expect(byReport?.rate).toBeGreaterThan(0);
    expect(byStar).toEqual(byReport);
  });
});

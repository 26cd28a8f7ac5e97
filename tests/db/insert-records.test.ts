import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database, Session } from '../../src/db/database.ts';
import { codesInBatches } from '../../src/db/derived-tables.ts';
import { insertRecords } from '../../src/db/insert-records.ts';
import { useSchema } from '../../src/db/register-schema.ts';
import { StatementLog } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';

describeEachEngine('records of', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
  });
  beforeEach(() => withSession(({ db }) => sql`truncate cohort_change, occupation`.execute(db)));

  async function withSession<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
    await using session = await database.session();
    await useSchema(session.db, 'register_a');
    return await use(session);
  }

  const change = (year: number, verdict = 'RISE') => ({
    ...{ certification_code: 'RNCP1', year, indicator: 'GLOBAL_6_MONTHS', verdict },
  });

  test('a table are written whatever their number, two thousand at a time', async () => {
    const rows = Array.from({ length: 4001 }, (_, index) => change(index));
    await withSession(async ({ db }) => {
      const sent = await log.during(() => insertRecords(db, 'cohort_change', rows));
      expect(sent).toHaveLength(3);
      const { rows: found } = await sql<{ count: number; last: number }>`
        select count(*)::int as count, max(year) as last from cohort_change`.execute(db);
      expect(found).toEqual([{ count: 4001, last: 4000 }]);
      expect(await log.during(() => insertRecords(db, 'cohort_change', []))).toEqual([]);
    });
  });

  test('a table leave one whose key is there as it was', async () => {
    await withSession(async ({ db }) => {
      await insertRecords(db, 'cohort_change', [change(2020), change(2021)]);
      await insertRecords(db, 'cohort_change', [change(2021, 'FALL'), change(2022, 'FALL')]);
      const { rows } = await sql`select year, verdict from cohort_change order by year`.execute(db);
      expect(rows).toEqual([
        { year: 2020, verdict: 'RISE' },
        { year: 2021, verdict: 'RISE' },
        { year: 2022, verdict: 'FALL' },
      ]);
    });
  });

  test('a table are taken by the names of its columns, absent ones as null', async () => {
    await withSession(async ({ db }) => {
      const rows = [{ label: 'L’"été" \\ \n', code: 'M1805' }, { code: 'M1802' }];
      await insertRecords(db, 'occupation', rows);
      const { rows: found } = await sql`select code, label from occupation order by code`.execute(
        db,
      );
      expect(found).toEqual([
        { code: 'M1802', label: null },
        { code: 'M1805', label: 'L’"été" \\ \n' },
      ]);
    });
  });

  test.each([
    [2, [['RNCP1', 'RNCP10'], ['RNCP2', 'RS1'], ['RS2']]],
    [5, [['RNCP1', 'RNCP10', 'RNCP2', 'RS1', 'RS2']]],
    [100, [['RNCP1', 'RNCP10', 'RNCP2', 'RS1', 'RS2']]],
  ])('all certifications come %d at a time, each once', async (size, expected) => {
    const codes = ['RNCP2', 'RS1', 'RNCP10', 'RS2', 'RNCP1'];
    await publishFiches(
      database,
      codes.map((code) => ficheWith({ code })),
    );
    await using session = await database.session();
    const { rows } = await sql<{ schema: 'register_a' | 'register_b' }>`
      select register_schema as schema from publication order by id desc limit 1`.execute(
      session.db,
    );
    await useSchema(session.db, rows[0]?.schema ?? 'register_a');
    const batches: string[][] = [];
    for await (const batch of codesInBatches(session.db, size)) batches.push(batch);
    expect(batches).toEqual(expected);
  });
});

import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database, Session } from '../../../src/db/database.ts';
import { writeVersions } from '../../../src/db/entered-publication.ts';
import { insertRecords } from '../../../src/db/load/insert-records.ts';
import { StatementLog } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';

describeEachEngine('records of', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
  });
  beforeEach(() => withSession(({ db }) => sql`truncate versions.finding`.execute(db)));

  async function withSession<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
    await using session = await database.session();
    await writeVersions(session.db);
    return await use(session);
  }

  const finding = (key: string, message = 'first') => ({
    ...{ key, message, rule: 'CODE_MISMATCH', severity: 'ERROR' },
    ...{ first_seen_publication_id: 1, since: 1, until: 2 },
  });
  const found = async (db: Session['db']) =>
    await db.selectFrom('finding').select(['key', 'message', 'given']).orderBy('key').execute();

  test('a table are written whatever their number, two thousand at a time', async () => {
    const rows = Array.from({ length: 4001 }, (_, index) => finding(String(index)));
    await withSession(async ({ db }) => {
      const sent = await log.during(() => insertRecords(db, 'finding', rows));
      expect(sent).toHaveLength(3);
      expect(new Set((await found(db)).map(({ key }) => key)).size).toBe(4001);
      expect(await log.during(() => insertRecords(db, 'finding', []))).toEqual([]);
    });
  });

  test('a table leave one whose key is there as it was', async () => {
    await withSession(async ({ db }) => {
      await insertRecords(db, 'finding', [finding('a'), finding('b')]);
      await insertRecords(db, 'finding', [finding('b', 'second'), finding('c', 'second')]);
      expect(await found(db)).toMatchObject([
        { key: 'a', message: 'first' },
        { key: 'b', message: 'first' },
        { key: 'c', message: 'second' },
      ]);
    });
  });

  test('a table are taken by the names of its columns, absent ones as null', async () => {
    await withSession(async ({ db }) => {
      const given = 'L’"été" \\ \n';
      await insertRecords(db, 'finding', [{ given, ...finding('a') }, finding('b')]);
      expect(await found(db)).toMatchObject([{ given }, { given: null }]);
    });
  });
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { takeImportLock } from '../../src/db/load/import-lock.ts';
import { lastAttempt, recordAttempt } from '../../src/db/refresh-attempts.ts';
import { isImporting, takeRefreshLock } from '../../src/db/refresh-lock.ts';
import type { RefreshAttempt } from '../../src/domain/refresh-status.ts';
import { describeEachEngine } from '../support/database.ts';

const FAILED: RefreshAttempt = { outcome: 'FAILED', failure: 'SITE', detail: 'status 500' };
const DONE: RefreshAttempt = { outcome: 'UNCHANGED' };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

describeEachEngine('attempts to refresh on', (openDatabase, engine) => {
  const record = (database: Database, attempt: RefreshAttempt, minute: number, host = 'one') =>
    recordAttempt(database, attempt, { host, endedAt: at(minute), nextAttemptAt: null });
  const last = async (database: Database) => {
    await using reading = await database.startReading();
    return lastAttempt(reading.db);
  };

  test('are recorded one after the other: each says how many failed, and the last that did not', async () => {
    const database = await openDatabase();
    expect(await last(database)).toBeNull();
    await record(database, FAILED, 0);
    expect((await last(database))?.status).toEqual({
      ...{ outcome: 'FAILED', failure: 'SITE', detail: 'status 500' },
      ...{ lastAttemptAt: at(0), lastSuccessAt: null, nextAttemptAt: null, failuresInARow: 1 },
    });
    await record(database, { outcome: 'IMPORTED' }, 1);
    await record(database, { ...FAILED, failure: 'EXPORTS', detail: 'it shrank' }, 2, 'other');
    await recordAttempt(database, FAILED, {
      ...{ host: 'one', endedAt: at(3), nextAttemptAt: at(8) },
    });
    expect(await last(database)).toEqual({
      id: 4,
      host: 'one',
      status: {
        ...{ outcome: 'FAILED', failure: 'SITE', detail: 'status 500', failuresInARow: 2 },
        ...{ lastAttemptAt: at(3), lastSuccessAt: at(1), nextAttemptAt: at(8) },
      },
    });
    await record(database, DONE, 9);
    expect((await last(database))?.status).toEqual({
      ...{ outcome: 'UNCHANGED', failure: null, detail: null, failuresInARow: 0 },
      ...{ lastAttemptAt: at(9), lastSuccessAt: at(9), nextAttemptAt: null },
    });
  });

  test('are kept by the hundred, and what the older ones said is in the last', async () => {
    const database = await openDatabase();
    await record(database, DONE, 0);
    for (let minute = 1; minute <= 103; minute += 1) await record(database, FAILED, minute);
    expect(await last(database)).toMatchObject({
      id: 104,
      status: { failuresInARow: 103, lastSuccessAt: at(0) },
    });
    await using session = await database.session();
    const { rows } = await sql`
      select count(*)::int as count, min(id) as first from refresh_attempt`.execute(session.db);
    expect(rows).toEqual([{ count: 100, first: 5 }]);
  });

  test('of several processes at once are all counted', async () => {
    const database = await openDatabase();
    await Promise.all([1, 2, 3, 4, 5].map((minute) => record(database, FAILED, minute)));
    expect(await last(database)).toMatchObject({ status: { failuresInARow: 5 } });
  });

  test('that fail by what this version does not know are unexpected', async () => {
    const database = await openDatabase();
    await record(database, FAILED, 0);
    await using session = await database.session();
    await sql`update refresh_attempt set failure = 'METEORITE'`.execute(session.db);
    await session[Symbol.asyncDispose]();
    expect((await last(database))?.status).toMatchObject({ failure: 'UNEXPECTED' });
  });

  test.skipIf(engine === 'pglite')('are of one process at a time', async () => {
    const database = await openDatabase();
    const first = await takeRefreshLock(database);
    expect(first).not.toBeNull();
    expect(await takeRefreshLock(database, 1)).toBeNull();
    await first?.[Symbol.asyncDispose]();
    await using again = await takeRefreshLock(database, 1);
    expect(again).not.toBeNull();
  });

  test.skipIf(engine === 'pglite')('know whether an import is running, and stop none', async () => {
    const database = await openDatabase();
    expect(await isImporting(database)).toBe(false);
    const session = await database.session();
    expect(await takeImportLock(session.db, 1)).toBe(true);
    expect(await isImporting(database)).toBe(true);
    await session[Symbol.asyncDispose]();
    expect(await isImporting(database)).toBe(false);
  });
});

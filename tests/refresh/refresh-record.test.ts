import { hostname } from 'node:os';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { lastAttempt, recordAttempt } from '../../src/db/refresh-attempts.ts';
import type { RefreshAttempt } from '../../src/domain/refresh-status.ts';
import { RefreshRecord } from '../../src/refresh/refresh-record.ts';
import { describeEachEngine } from '../support/database.ts';

const FAILED: RefreshAttempt = { outcome: 'FAILED', failure: 'SITE', detail: 'status 500' };
const DONE: RefreshAttempt = { outcome: 'UNCHANGED' };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

describeEachEngine('the record of refreshes on', (openDatabase) => {
  /** A record of one server, at a minute that may be changed. */
  function recordOf(database: Database) {
    const moment = { minute: 0, unrecorded: [] as unknown[] };
    const record = new RefreshRecord({
      database,
      clock: () => at(moment.minute),
      onUnrecorded: (error) => moment.unrecorded.push(error),
    });
    return { moment, record };
  }
  const byAnother = (database: Database, attempt: RefreshAttempt, minute: number, next?: number) =>
    recordAttempt(database, attempt, {
      ...{ host: 'other', endedAt: at(minute) },
      nextAttemptAt: next === undefined ? null : at(next),
    });
  const rename = async (database: Database, from: string, to: string) => {
    await using session = await database.session();
    await sql`alter table ${sql.id(from)} rename to ${sql.id(to)}`.execute(session.db);
  };

  test('has nothing at first, then what this server did and plans', async () => {
    const database = await openDatabase();
    const { moment, record } = recordOf(database);
    await record.look();
    expect(record.status).toBeNull();
    await record.record(FAILED, at(5));
    expect(record.status).toEqual({
      ...{ outcome: 'FAILED', failure: 'SITE', detail: 'status 500', failuresInARow: 1 },
      ...{ lastAttemptAt: at(0), lastSuccessAt: null, nextAttemptAt: at(5) },
    });
    // It is at it.
    moment.minute = 5;
    expect(record.status?.nextAttemptAt).toBeNull();
    await record.record(DONE, at(50));
    expect(record.status).toMatchObject({ outcome: 'UNCHANGED', failuresInARow: 0 });
    await using reading = await database.startReading();
    expect(await lastAttempt(reading.db)).toMatchObject({ id: 2, host: hostname() });
  });

  test('sees what others did once it looks, and plans what comes first', async () => {
    const database = await openDatabase();
    const { record } = recordOf(database);
    await record.record(DONE, at(30));
    await byAnother(database, FAILED, 1, 6);
    expect(record.status).toMatchObject({ outcome: 'UNCHANGED' });
    await Promise.all([record.look(), record.look()]);
    expect(record.status).toMatchObject({
      ...{ outcome: 'FAILED', failuresInARow: 1, nextAttemptAt: at(6) },
      lastSuccessAt: at(0),
    });
    // It found the other at it: nothing is recorded, and it looks again at another time.
    await record.record({ outcome: 'BUSY' }, at(4));
    expect(record.status).toMatchObject({ outcome: 'FAILED', nextAttemptAt: at(4) });
    await byAnother(database, { outcome: 'IMPORTED' }, 7);
    await record.look();
    expect(record.status).toMatchObject({ outcome: 'IMPORTED', failuresInARow: 0 });
  });

  test('keeps what cannot be recorded, until somebody records a later attempt', async () => {
    const database = await openDatabase();
    const { moment, record } = recordOf(database);
    await record.record(DONE, at(30));
    await rename(database, 'refresh_attempt', 'away');
    moment.minute = 1;
    await record.record(FAILED, at(5));
    moment.minute = 2;
    await record.record({ ...FAILED, failure: 'STORAGE', detail: 'full' }, at(6));
    expect(moment.unrecorded).toHaveLength(2);
    const kept = {
      ...{ outcome: 'FAILED', failure: 'STORAGE', detail: 'full', failuresInARow: 2 },
      ...{ lastAttemptAt: at(2), lastSuccessAt: at(0) },
    };
    expect(record.status).toMatchObject(kept);
    await record.look();
    expect(record.status).toMatchObject(kept);
    await rename(database, 'away', 'refresh_attempt');
    await record.look();
    expect(record.status).toMatchObject(kept);
    await byAnother(database, DONE, 3);
    await record.look();
    expect(record.status).toMatchObject({ outcome: 'UNCHANGED', lastSuccessAt: at(3) });
  });

  test('does not wait for the database when it is disposed of', async () => {
    const database = await openDatabase();
    const { record } = recordOf(database);
    const session = await database.session();
    const looking = record.look();
    await record[Symbol.asyncDispose]();
    await looking;
    await session[Symbol.asyncDispose]();
  });
});

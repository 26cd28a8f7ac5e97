import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadDatabase } from '../../../src/db/database.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { followPublications } from '../../../src/db/engines/publication-listener.ts';
import { openReplica } from '../../../src/db/engines/replica.ts';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import { publishSmallRegister } from '../../http/question-server.ts';
import { createScratchUrl } from '../../support/database.ts';
import { type Pooler, pgbouncerProgram, startPgbouncer } from '../../support/pgbouncer.ts';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';
const PROGRAM = pgbouncerProgram();
const LACKS = SERVER === '' ? 'TEST_DATABASE_URL' : 'lacks' in PROGRAM ? PROGRAM.lacks : null;

/** What the sessions of the database are set to, and what readings set for themselves. */
const ODD = { datestyle: "'SQL, DMY'", timezone: "'Asia/Tokyo'", search_path: 'elsewhere, public' };

const SETTINGS = sql<Record<string, string>>`
  select split_part(current_setting('datestyle'), ',', 1) as datestyle, current_setting('timezone') as timezone,
    current_setting('intervalstyle') as intervalstyle, current_setting('search_path') as path`;

/** What one reading sees: the publication, how its session is set, and some rows. */
async function readOnce(database: ReadDatabase) {
  await using reading = await database.startReading();
  const { id, publishedAt } = await enterPublication(reading.db);
  const [{ rows: settings }, rows] = await Promise.all([
    SETTINGS.execute(reading.db),
    reading.db
      .selectFrom('certification')
      .select(['code', 'title', 'registration_ends_on'])
      .where('code', '>', '')
      .orderBy('code')
      .execute(),
  ]);
  return { id, publishedAt, settings, rows };
}

describe.skipIf(LACKS)(
  `through a pooler in transaction mode${LACKS ? ` (lacks ${LACKS})` : ''}`,
  () => {
    let scratch: Awaited<ReturnType<typeof createScratchUrl>>;
    let pooler: Pooler;

    beforeAll(async () => {
      if ('lacks' in PROGRAM) return;
      scratch = await createScratchUrl(SERVER);
      await using direct = openPostgres(scratch.href);
      await publishSmallRegister(direct);
      const client = new pg.Client({ connectionString: scratch.href });
      await client.connect();
      const name = new URL(scratch.href).pathname.slice(1);
      for (const [setting, value] of Object.entries(ODD)) {
        await client.query(`alter database ${name} set ${setting} to ${value}`);
      }
      await client.end();
      pooler = await startPgbouncer(PROGRAM, scratch.href, 2);
    });
    afterAll(async () => {
      await pooler?.[Symbol.asyncDispose]();
      await scratch?.drop();
    });

    test('readings are what they are without one, whoever else has its connections', async () => {
      await using direct = openPostgres(scratch.href);
      await using pooled = await openReplica(pooler.href, { readings: 8 });
      const expected = await readOnce(direct);
      expect(expected.rows.length).toBeGreaterThan(5);
      // Another program, which leaves the connections as it likes.
      const other = new pg.Client({ connectionString: pooler.href });
      await other.connect();
      const stop = new AbortController();
      const disturbing = (async () => {
        while (!stop.signal.aborted) {
          await other.query("set search_path = nowhere; set intervalstyle = 'sql_standard'");
          await other.query("prepare mine as select 1; deallocate mine; set datestyle = 'German'");
        }
      })();
      const readings = await Promise.all(Array.from({ length: 60 }, () => readOnce(pooled)));
      stop.abort();
      await disturbing;
      await other.end();
      for (const reading of readings) expect(reading).toEqual(expected);
      expect(expected.settings).toEqual([
        expect.objectContaining({ timezone: 'UTC', intervalstyle: 'postgres' }),
      ]);
      expect(await pooled.servedPublication()).toMatchObject({
        ...{ id: expected.id, publishedAt: expected.publishedAt },
      });
    });

    test('what takes too long is cancelled, and nothing of anybody else', async () => {
      await using pooled = await openReplica(pooler.href, { readings: 8 });
      const observer = new pg.Client({ connectionString: scratch.href });
      await observer.connect();
      const asleep = async () => {
        const { rowCount } = await observer.query(
          `select from pg_stat_activity
         where datname = current_database() and wait_event = 'PgSleep'`,
        );
        return rowCount;
      };
      /** A reading that sleeps, and what wakes it. */
      const fallAsleep = async (sleepers: number) => {
        const aborting = new AbortController();
        const reading = await pooled.startReading(aborting.signal);
        const woken = sql`select pg_sleep(60)`.execute(reading.db).then(
          () => null,
          (error: unknown) => error,
        );
        while ((await asleep()) !== sleepers);
        return async () => {
          aborting.abort(new Error('too long'));
          expect(await woken).toMatchObject({ code: '57014' });
          await reading[Symbol.asyncDispose]();
        };
      };
      for (let round = 0; round < 5; round++) {
        const wakeFirst = await fallAsleep(1);
        const wakeSecond = await fallAsleep(2);
        await wakeFirst();
        // Its place at the server is another reading's at once.
        const wakeThird = await fallAsleep(2);
        await wakeSecond();
        expect(await asleep()).toBe(1);
        await wakeThird();
        expect(await asleep()).toBe(0);
      }
      await observer.end();
    });

    test('a signal that is given after the end of a reading cancels nothing', async () => {
      await using pooled = await openReplica(pooler.href, { readings: 8 });
      for (let round = 0; round < 20; round++) {
        const aborting = new AbortController();
        const over = await pooled.startReading(aborting.signal);
        await sql`select 1`.execute(over.db);
        void over[Symbol.asyncDispose]();
        aborting.abort(new Error('late'));
        const next = await pooled.startReading();
        const { rows } = await sql`select pg_sleep(0.01), 'slept' as outcome`.execute(next.db);
        expect(rows).toMatchObject([{ outcome: 'slept' }]);
        await next[Symbol.asyncDispose]();
      }
    });

    test('a statement that fails leaves the connection fit for the next one', async () => {
      await using pooled = await openReplica(pooler.href, { readings: 1 });
      for (let round = 0; round < 5; round++) {
        await using reading = await pooled.startReading();
        await expect(sql`select 1 / 0`.execute(reading.db)).rejects.toMatchObject({
          code: '22012',
        });
      }
      expect((await readOnce(pooled)).id).toBe(1);
    });

    test('what is published is seen by who follows it', async () => {
      await using direct = openPostgres(scratch.href);
      await using pooled = await openReplica(pooler.href);
      const { promise: seen, resolve } = Promise.withResolvers<void>();
      await using _following = await followPublications(pooled, async ({ id }) => {
        if (id === 2) resolve();
      });
      await publishSmallRegister(direct, 2);
      await seen;
    });
  },
);

describe.skipIf(SERVER === '')('a replica without a pooler', () => {
  test('is read over connections that are listened on and keep statements prepared', async () => {
    const { href, drop } = await createScratchUrl(SERVER);
    try {
      await using primary = openPostgres(href);
      await publishSmallRegister(primary);
      await using replica = await openReplica(href);
      expect(replica).toMatchObject({ isReplica: true, engine: 'postgres' });
      const { promise: heard, resolve } = Promise.withResolvers<void>();
      await using _listening = replica.onPublish(resolve);
      await heard;
      await using reading = await replica.startReading();
      await enterPublication(reading.db);
      const { rows } = await sql`select name from pg_prepared_statements`.execute(reading.db);
      expect(rows.length).toBeGreaterThan(0);
    } finally {
      await drop();
    }
  });

  test('that cannot be reached is said at once', async () => {
    await expect(openReplica('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});

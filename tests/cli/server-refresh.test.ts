import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attemptEndedBy } from '../../src/cli/refresh/attempt.ts';
import { refreshDaily } from '../../src/cli/refresh/server-refresh.ts';
import type { Database } from '../../src/db/database.ts';
import { recordAttempt } from '../../src/db/refresh-attempts.ts';
import { REFRESH_FAILURES, type RefreshFailure } from '../../src/domain/refresh-status.ts';
import { schema } from '../../src/graphql/schema.ts';
import { refresh } from '../../src/refresh/refresh.ts';
import { RefreshRecord } from '../../src/refresh/refresh-record.ts';
import { dailyAt } from '../../src/refresh/schedule.ts';
import { type LogLine, serveQuestions } from '../http/question-server.ts';
import { RNCP, RS } from '../ingest/publish/small-imports.ts';
import { DATASET, DataGouv, status, testTransfer, zipName } from '../refresh/data-gouv.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';

const MORE = [...RNCP, { code: 'RNCP3' }];
const RNCP_PATH = `/resources/${zipName('RNCP', '2026-11-24')}`;

let site: DataGouv;
let folder = '';
beforeAll(async () => {
  site = await DataGouv.start();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  site.reset();
  await site.publish('RNCP', '2026-11-23', RNCP);
  await site.publish('RS', '2026-11-23', RS);
  folder = await mkdtemp(join(tmpdir(), 'debouches-server-refresh-'));
  return () => rm(folder, { recursive: true, force: true });
});

const repeat = <Each>(each: Each) => Array.from({ length: 3 }, () => each);

/** What a site does wrong of a day, and what is told of it. */
const FAULTS: readonly [string, RefreshFailure, () => unknown][] = [
  ['a catalogue behind 429', 'SITE', () => site.misbehave(DATASET, ...repeat(status(429)))],
  ['a catalogue behind 500', 'SITE', () => site.misbehave(DATASET, ...repeat(status(500)))],
  [
    'a catalogue that is none',
    'CATALOGUE',
    () => site.misbehave(DATASET, (_request, response) => response.end('<html>')),
  ],
  ['a file that is not there', 'SITE', () => site.misbehave(RNCP_PATH, status(404))],
  [
    'a file of another length',
    'DOWNLOAD',
    () => site.publish('RNCP', '2026-11-24', MORE, { filesize: 7 }),
  ],
  [
    'a truncated zip',
    'EXPORTS',
    async () => {
      const whole = await site.publish('RNCP', '2026-11-24', MORE);
      site.list('RNCP', '2026-11-24', whole.subarray(0, 200));
    },
  ],
  [
    'a register that shrank',
    'EXPORTS',
    () => site.publish('RNCP', '2026-11-24', [{ code: 'RNCP1' }]),
  ],
];

/** A server over a database that refreshes by itself, attempt by attempt. */
async function serveAndRefresh(database: Database) {
  const lines: LogLine[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) });
  let now = Date.parse(`${TODAY}T06:00:00Z`);
  const clock = () => new Date(now);
  const record = new RefreshRecord({ database, clock, onUnrecorded: () => {} });
  const server = await serveQuestions(database, schema, { clock, refreshes: record });
  const stop = new AbortController();
  let waiting = Promise.withResolvers<void>();
  let begun = Promise.withResolvers<void>();
  let isPaused = false;
  const refreshing = refreshDaily({
    ...{ record, logger, clock, stop: stop.signal, schedule: dailyAt('07:00') },
    random: () => 0.5,
    refresh: async (signal) => {
      isPaused = false;
      try {
        const transfer = { ...testTransfer(), signal };
        const parts = { database, catalogue: site.url, today: TODAY, transfer };
        const result = await refresh({ ...parts, folder: { path: folder, maxBytes: 1e6 } });
        return { outcome: result.outcome };
      } catch (error) {
        signal.throwIfAborted();
        return attemptEndedBy(error);
      }
    },
    // Time passes when a test says so, until the next attempt.
    wait: async (ms, signal) => {
      if (!isPaused) {
        isPaused = true;
        waiting.resolve();
        const aborted = new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve());
        });
        await Promise.race([begun.promise, aborted]);
        begun = Promise.withResolvers();
      }
      now += ms;
    },
  });
  const json = async (path: string) =>
    (await (await fetch(`${server.url}${path}`)).json()) as Record<string, unknown>;
  return {
    lines,
    server,
    /** Waits until the attempt under way, the first one, is over. */
    attempted: () => waiting.promise,
    /** Has the next attempt made, and waits until it is over. */
    next: async () => {
      waiting = Promise.withResolvers();
      begun.resolve();
      await waiting.promise;
    },
    /** All places in which it is told. */
    told: async () => {
      const query =
        '{ dataStatus { publication { number } refresh { outcome failuresInARow message { fr en } } } }';
      const answer = (await (await server.ask({ query })).json()) as {
        data?: { dataStatus: Record<string, unknown> };
      };
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      return {
        ...answer.data?.dataStatus,
        health: await json('/health/ready'),
        failures: Number(/^debouches_refresh_failures (\d+)$/m.exec(metrics)?.[1]),
        log: lines.findLast((line) => 'refresh' in line),
      };
    },
    codes: async () => {
      const query = '{ certifications { nodes { code } } }';
      const answer = (await (await server.ask({ query })).json()) as {
        data: { certifications: { nodes: { code: string }[] } };
      };
      return answer.data.certifications.nodes.map(({ code }) => code);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await refreshing[Symbol.asyncDispose]();
      expect(refreshing.running).toBe(false);
      await server[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}

/** What is read once it is as it should be: a server sees within seconds what is another. */
async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean) {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await setTimeout(10);
  }
}

describeEachEngine('a server that refreshes by itself, over', (openDatabase) => {
  /** A server that has refreshed once, and serves that. */
  async function serveFirst(database: Database) {
    const app = await serveAndRefresh(database);
    await app.attempted();
    await until(app.told, ({ health }) => health['status'] === 'ready');
    return app;
  }

  async function publishNext() {
    await site.publish('RNCP', '2026-11-24', MORE);
    await site.publish('RS', '2026-11-24', RS);
  }

  test('serves what it imported, and at the next day the next', async () => {
    await using app = await serveFirst(await openDatabase());
    expect(await app.codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
    const refreshed = { outcome: 'IMPORTED', failuresInARow: 0, message: null };
    expect(await app.told()).toMatchObject({
      publication: { number: 1 },
      ...{ refresh: refreshed, health: { status: 'ready' }, failures: 0 },
      log: { level: 30, refresh: { outcome: 'IMPORTED' } },
    });
    await app.next();
    expect(await app.told()).toMatchObject({ refresh: { ...refreshed, outcome: 'UNCHANGED' } });
    await publishNext();
    await app.next();
    await until(app.codes, (codes) => codes.length === 4);
    expect(await app.told()).toMatchObject({ publication: { number: 2 }, refresh: refreshed });
  });

  test.each(FAULTS)(
    'given %s, tells %s everywhere, and serves what it had until the next success',
    async (_name, failure, misbehave) => {
      await using app = await serveFirst(await openDatabase());
      await publishNext();
      await misbehave();
      await app.next();
      const { fr, en } = REFRESH_FAILURES[failure];
      expect(await app.told()).toEqual({
        publication: { number: 1 },
        refresh: { outcome: 'FAILED', failuresInARow: 1, message: { fr, en } },
        health: { status: 'ready', warning: `the refresh of the registers failed: ${en}` },
        failures: 1,
        log: expect.objectContaining({
          level: 50,
          refresh: { outcome: 'FAILED', failure, failuresInARow: 1 },
          msg: expect.stringMatching(/; next refresh at 2026-11-\d\dT/),
        }),
      });
      expect(await app.codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
      await misbehave();
      await app.next();
      expect(await app.told()).toMatchObject({
        health: { warning: `the refresh of the registers failed 2 times in a row: ${en}` },
        failures: 2,
      });
      await publishNext();
      await app.next();
      expect(await app.told()).toMatchObject({
        refresh: { outcome: 'IMPORTED', failuresInARow: 0, message: null },
        ...{ health: { status: 'ready' }, failures: 0 },
      });
      expect((await until(app.codes, (codes) => codes.length === 4)).at(2)).toBe('RNCP3');
    },
  );

  test('tells within seconds what another process recorded', async () => {
    const database = await openDatabase();
    await using app = await serveFirst(database);
    const detail = 'it shrank; the files are in /srv/secret';
    await recordAttempt(
      database,
      { outcome: 'FAILED', failure: 'EXPORTS', detail },
      { host: 'other', endedAt: new Date(), nextAttemptAt: null },
    );
    await until(app.told, ({ failures }) => failures === 1);
    // One place is asked after another: now each has it.
    const told = await app.told();
    expect(told).toMatchObject({
      refresh: { outcome: 'FAILED' },
      health: { status: 'ready', warning: expect.stringContaining('refused') },
    });
    // Where the files are is for whoever runs the server.
    expect(JSON.stringify(told)).not.toContain('secret');
  });
});

import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answered } from '../../support/answered.ts';
import { createScratch } from '../../support/database.ts';
import { publishSmallRegister, serveQuestions } from '../question-server.ts';
import {
  addressOf,
  cacheOf,
  openSmallRegister,
  operations,
  untilAsked,
} from './saved-documents.ts';

let database: Database;

beforeAll(async () => {
  database = await openSmallRegister();
});

afterAll(() => database?.[Symbol.asyncDispose]());

describe('those who ask the same at the same time', () => {
  /** A server whose field `slow` waits, with the number of times it was asked. */
  async function held() {
    const server = await serveQuestions(database, undefined, { operations });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: slow, resolve } = Promise.withResolvers<void>();
    let executions = 0;
    server.levers.gate = gate;
    server.levers.onSlow = () => {
      executions += 1;
      resolve();
    };
    return { server, open, slow, executions: () => executions };
  }

  test('have it executed once', async () => {
    const { server, open, slow, executions } = await held();
    await using _ = server;
    const url = addressOf(server, 'Slow');
    const asked = Array.from({ length: 5 }, () => fetch(url));
    await slow;
    open();
    for (const response of await Promise.all(asked)) {
      expect(await response.json()).toEqual(answered({ slow: 1, publication: 1 }));
    }
    expect(executions()).toBe(1);
  });

  test('do not suffer from one who leaves', async () => {
    const { server, open, slow, executions } = await held();
    await using _ = server;
    const url = addressOf(server, 'Slow');
    const first = get(url).on('error', () => {});
    await slow;
    const second = get(url);
    await untilAsked(server, 2);
    first.destroy();
    const asked = () => server.lines.filter(({ path }) => path === '/graphql');
    while (asked().length < 1) await new Promise(setImmediate);
    expect(asked()).toMatchObject([
      { operation: 'Slow', status: 499, codes: ['CLIENT_CLOSED_REQUEST'] },
    ]);
    open();
    const [answer] = (await once(second, 'response')) as [IncomingMessage];
    expect(JSON.parse((await buffer(answer)).toString())).toEqual(
      answered({ slow: 1, publication: 1 }),
    );
    expect(executions()).toBe(1);
  });
});

const SERVER = process.env['TEST_DATABASE_URL'];

test.skipIf(!SERVER)(
  'on PostgreSQL the statement of an answer that nobody waits for any more is cancelled',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, { operations });
    const { promise: asleep, resolve } = Promise.withResolvers<void>();
    server.levers.onSlow = resolve;
    const asked = [1, 2].map(() => get(addressOf(server, 'Sleep')).on('error', () => {}));
    await asleep;
    await untilAsked(server, 2);
    await using session = await database.session();
    const sleeping = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state = 'active'
          and query like '%pg_sleep(5)%' and pid <> pg_backend_pid()`.execute(session.db);
      return rows[0]?.count;
    };
    while ((await sleeping()) === 0) await setTimeout(10);
    asked[0]?.destroy();
    while (server.lines.filter(({ status }) => status === 499).length < 1) await setTimeout(10);
    expect(await sleeping()).toBe(1);
    asked[1]?.destroy();
    const began = performance.now();
    while ((await sleeping()) !== 0) await setTimeout(10);
    // By itself it would have ended after five seconds.
    expect(performance.now() - began).toBeLessThan(3_000);
  },
);

test.skipIf(!SERVER)(
  'on PostgreSQL an answer in memory does not wait for questions, which wait for connections',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, {
      operations,
      requestTimeout: 3_000,
      maxConcurrentQueries: 10,
    });
    const url = addressOf(server, 'Served');
    await fetch(url);
    let sleeping = 0;
    server.levers.onSlow = () => {
      sleeping += 1;
    };
    const held = Array.from({ length: 12 }, (_, index) =>
      server.ask({ query: `query Hold${index} { sleep }` }),
    );
    while (sleeping < 10) await new Promise(setImmediate);
    expect(database.connections()).toEqual({ total: 10, idle: 0, waiting: 0 });
    const { url: base } = server;
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toContain('debouches_queries{state="running"} 10');
    expect(metrics).toContain('debouches_queries{state="waiting"} 2');
    const response = await fetch(url);
    expect(cacheOf(response)).toBe('hit');
    expect(database.connections()).toMatchObject({ idle: 0 });
    await Promise.all(held);
  },
);

import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answered } from '../../support/answered.ts';
import { createScratch, describeEachEngine } from '../../support/database.ts';
import { persistedOperations } from '../persisted-folder.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  serveQuestions,
  untilAnswer,
} from '../question-server.ts';
import {
  addressOf,
  cacheOf,
  openSmallRegister,
  operations,
  untilAsked,
} from './saved-documents.ts';

const NOON = '2026-11-02T12:00:00Z';

let database: Database;

beforeAll(async () => {
  database = await openSmallRegister();
});

afterAll(() => database?.[Symbol.asyncDispose]());

test('at midnight in Paris an answer of the day before is not given any more', async () => {
  let now = '2026-11-02T22:59:59.999Z';
  await using server = await serveQuestions(database, undefined, {
    operations,
    clock: () => new Date(now),
  });
  const url = addressOf(server, 'Served');
  const before = await fetch(url);
  expect(cacheOf(await fetch(url))).toBe('hit');
  expect(await before.json()).toMatchObject({ data: { today: '2026-11-02' } });
  now = '2026-11-02T23:00:00.000Z';
  const etag = before.headers.get('etag') ?? '';
  const after = await fetch(url, { headers: { 'if-none-match': etag } });
  expect([after.status, cacheOf(after)]).toEqual([200, 'miss']);
  expect(await after.json()).toMatchObject({ data: { today: '2026-11-03' } });
});

test('an answer begun before midnight and asked for after it is that of the day it began on', async () => {
  let now = '2026-11-02T22:59:59.999Z';
  const saved = await persistedOperations(['query SlowDay { slow today }']);
  await using server = await serveQuestions(database, undefined, {
    operations: saved,
    clock: () => new Date(now),
  });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: slow, resolve: onSlow } = Promise.withResolvers<void>();
  Object.assign(server.levers, { gate, onSlow });
  const url = `${server.url}/graphql?documentId=${saved.list[0]?.documentId}`;
  const begun = fetch(url);
  await slow;
  now = '2026-11-02T23:00:00.000Z';
  open();
  expect(await (await begun).json()).toMatchObject({ data: { today: '2026-11-02' } });
  const after = await fetch(url);
  expect(cacheOf(after)).toBe('miss');
  expect(await after.json()).toMatchObject({ data: { today: '2026-11-03' } });
});

describeEachEngine('a new publication', (openDatabase) => {
  test('is seen some seconds later at most, however often the old one was answered', async () => {
    const database = await openDatabase();
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, {
      operations,
      clock: () => new Date(NOON),
    });
    const url = addressOf(server, 'Served');
    const first = await fetch(url);
    expect(await first.json()).toMatchObject({ data: { publication: 1 } });
    expect(cacheOf(await fetch(url))).toBe('hit');
    await publishSmallRegister(database, 2);
    const etag = first.headers.get('etag') ?? '';
    const ask = () => fetch(url, { headers: { 'if-none-match': etag } });
    const second = await untilAnswer(ask, ({ status }) => status === 200);
    expect(cacheOf(second)).toBe('miss');
    expect(await second.json()).toMatchObject({ data: { publication: 2 } });
    expect(cacheOf(await untilAnswer(ask, (each) => cacheOf(each) === 'hit'))).toBe('hit');
  });

  test('while nothing was published yet is told as for any question, and seen once there is one', async () => {
    const database = await openDatabase();
    await using server = await serveQuestions(database, undefined, { operations });
    const url = addressOf(server, 'Served');
    const none = await fetch(url);
    expect(none.status).toBe(503);
    expect(await none.json()).toMatchObject({
      errors: [{ extensions: { code: 'NO_PUBLICATION' } }],
    });
    await publishSmallRegister(database);
    await untilAnswer(
      () => fetch(url),
      ({ status }) => status === 200,
    );
  });
});

/** Asks until a publication answers. */
async function untilPublication(server: QuestionServer, id: number): Promise<void> {
  for (let left = 500; left > 0; left--) {
    const answer = await server.ask({ query: '{ publication }' });
    const { data } = (await answer.json()) as { data?: { publication?: number } };
    if (data?.publication === id) return;
    await setTimeout(10);
  }
  throw new Error(`publication ${id} did not answer within five seconds`);
}

const SERVER = process.env['TEST_DATABASE_URL'];

test.skipIf(!SERVER)(
  'on PostgreSQL an answer begun before a publication is not given after it',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, { operations });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: slow, resolve: onSlow } = Promise.withResolvers<void>();
    Object.assign(server.levers, { gate, onSlow });
    const url = addressOf(server, 'Slow');
    const begun = fetch(url);
    await slow;
    await publishSmallRegister(database, 2);
    await untilPublication(server, 2);
    const after = fetch(url);
    await untilAsked(server, 2);
    open();
    expect(await (await begun).json()).toEqual(answered({ slow: 1, publication: 1 }));
    expect(await (await after).json()).toEqual(answered({ slow: 1, publication: 2 }));
    const again = await untilAnswer(
      () => fetch(url),
      (each) => cacheOf(each) === 'hit',
    );
    expect(await again.json()).toEqual(answered({ slow: 1, publication: 2 }));
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { PersistedOperations } from '../../../src/http/graphql/persisted-operations.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { persistedOperations, QUESTION_TEXTS } from '../persisted-folder.ts';
import { publishSmallRegister, type Settings, serveQuestions } from '../question-server.ts';

let database: Database;
let operations: PersistedOperations;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  operations = await persistedOperations([
    ...QUESTION_TEXTS,
    'query Costly($ms: Int!) { costly(milliseconds: $ms) today }\n',
  ]);
});
afterAll(() => database?.[Symbol.asyncDispose]());

const serve = (settings: Settings) =>
  serveQuestions(database, undefined, { operations, ...settings });

const costly = (milliseconds: number) => ({ query: `{ costly(milliseconds: ${milliseconds}) }` });

describe('what one operation may cost', () => {
  test.each([1, 2, 3])('its estimate is in its answer, time %i', async (times) => {
    await using server = await serve({ maxCost: 50 });
    let body: unknown = null;
    for (let time = 0; time < times; time++) body = await (await server.ask(costly(30))).json();
    expect(body).toEqual({
      data: { costly: 1 },
      extensions: { cost: { milliseconds: expect.closeTo(30, 0), limit: 50 } },
    });
  });

  test('past it nothing is executed, and the message says what would be accepted', async () => {
    await using server = await serve({ maxCost: 50 });
    const query = '{ costly(milliseconds: 40) again: costly(milliseconds: 40) slow }';
    let executed = false;
    server.levers.onSlow = () => {
      executed = true;
    };
    const response = await server.ask({ query });
    expect(response.status).toBe(400);
    const { data, errors, extensions } = (await response.json()) as {
      data?: unknown;
      errors: { message: string; extensions: { code: string } }[];
      extensions: { cost: { milliseconds: number } };
    };
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(errors[0]?.message).toMatch(/some 81 ms of processor and 50 is the limit/);
    expect(extensions.cost.milliseconds).toBeCloseTo(80, 0);
    expect(executed).toBe(false);
  });

  test('holds by the values of variables, and by GET', async () => {
    await using server = await serve({ maxCost: 50 });
    const { documentId = '' } = operations.list.find(({ name }) => name === 'Costly') ?? {};
    const ask = (ms: number) =>
      fetch(`${server.url}/graphql?documentId=${documentId}&variables=${JSON.stringify({ ms })}`);
    expect((await ask(40)).status).toBe(200);
    expect((await ask(60)).status).toBe(400);
  });
});

describe('what one client may spend', () => {
  const allowance = { burst: 1_000, perSecond: 1 };

  test('past it, 429 and the seconds until it may come again, whatever it accepts', async () => {
    await using server = await serve({ allowance });
    const ask = (accept: string) => server.ask(costly(900), { accept });
    const { body } = await spend(server, 800);
    expect(body).toMatchObject({ data: { working: 800 } });
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await ask(accept);
      expect(response.status).toBe(429);
      const seconds = Number(response.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(600);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: expect.stringContaining(`ask again in ${seconds} s`),
            extensions: { code: 'TOO_MANY_REQUESTS' },
          },
        ],
      });
    }
    expect(server.lines.at(-1)).toMatchObject({ status: 429 });
    const french = await server.ask(costly(900), { 'accept-language': 'fr' });
    expect(await french.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/redemandez dans \d+ s/) }],
    });
  });

  test('what was estimated and not taken is given back', async () => {
    await using server = await serve({ allowance });
    for (let time = 0; time < 5; time++) expect((await server.ask(costly(900))).status).toBe(200);
  });

  test('answers that are kept cost nothing', async () => {
    await using server = await serve({ allowance: { burst: 100, perSecond: 1 } });
    const { documentId = '' } = operations.list.find(({ name }) => name === 'Served') ?? {};
    const kept = () => fetch(`${server.url}/graphql?documentId=${documentId}`);
    expect((await kept()).status).toBe(200);
    await spend(server, 300);
    expect((await server.ask(costly(50))).status).toBe(429);
    expect((await kept()).status).toBe(200);
  });

  test('reports are refused in the same way', async () => {
    await using server = await serve({ allowance: { burst: 100, perSecond: 1 } });
    await spend(server, 300);
    const response = await fetch(`${server.url}/reports/blocks.csv`);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(100);
    expect(await response.json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    const french = await fetch(`${server.url}/reports/blocks.csv?labels=fr`);
    expect(await french.json()).toMatchObject({
      title: 'Trop de requêtes',
      detail: expect.stringMatching(/redemandez dans \d+ s/),
    });
  });

  test('a client behind a proxy is known by the address that the proxy tells', async () => {
    await using server = await serve({ allowance, trustedProxies: ['127.0.0.1'] });
    const from = (address: string, ms: number) =>
      server.ask(costly(ms), { 'x-forwarded-for': address });
    await spend(server, 900, { 'x-forwarded-for': '192.0.2.1' });
    expect((await from('192.0.2.1', 900)).status).toBe(429);
    expect((await from('192.0.2.2', 900)).status).toBe(200);
    // What a client writes before what the proxy adds is not believed.
    expect((await from('192.0.2.9, 192.0.2.1', 900)).status).toBe(429);
  });

  test('without a trusted proxy nobody is believed', async () => {
    await using server = await serve({ allowance });
    await spend(server, 900, { 'x-forwarded-for': '192.0.2.1' });
    const response = await server.ask(costly(900), { 'x-forwarded-for': '192.0.2.2' });
    expect(response.status).toBe(429);
  });
});

test('long work of one client does not hold up another request', async () => {
  await using server = await serve({});
  const long = server.ask({ query: '{ working(milliseconds: 1500) }' });
  let answered = 0;
  const ended = long.then(() => answered);
  while (answered < 5) {
    const response = await fetch(`${server.url}/health/live`);
    expect(response.status).toBe(200);
    const short = await server.ask({ query: '{ today }' });
    expect(short.status).toBe(200);
    answered += 1;
  }
  // They were answered before it was.
  expect(await ended).toBeGreaterThanOrEqual(5);
});

test.each([1, 3])('a long answer is the same text as a short one, time %i', async (times) => {
  await using server = await serve({});
  const query = '{ costly(milliseconds: 100) today working(milliseconds: 30) }';
  let text = '';
  for (let time = 0; time < times; time++) text = await (await server.ask({ query })).text();
  const body = JSON.parse(text);
  expect(text).toBe(JSON.stringify(body));
  expect(body.data).toEqual({ costly: 1, today: '2026-11-02', working: 30 });
});

test('long work ends with its deadline', async () => {
  await using server = await serve({ requestTimeout: 200 });
  const response = await server.ask({ query: '{ working(milliseconds: 60000) }' });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
});

async function spend(
  server: Awaited<ReturnType<typeof serve>>,
  milliseconds: number,
  headers: Record<string, string> = {},
): Promise<{ body: unknown }> {
  const response = await server.ask(
    { query: `{ working(milliseconds: ${milliseconds}) }` },
    headers,
  );
  return { body: await response.json() };
}

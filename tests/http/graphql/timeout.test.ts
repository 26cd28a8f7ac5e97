import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { answered } from '../../support/answered.ts';
import { createScratchUrl, openMigratedPglite } from '../../support/database.ts';
import {
  publishSmallRegister,
  SMALL_REGISTER,
  serveQuestions,
  untilAnswer,
} from '../question-server.ts';

const SERVER = process.env['TEST_DATABASE_URL'];
const HASTE = { requestTimeout: 300, maxGroups: 10 };

/** The address of a database whose statements are cancelled after a while. */
function impatient(href: string): string {
  const url = new URL(href);
  url.searchParams.set('options', '-c statement_timeout=500');
  return url.href;
}

describe.skipIf(!SERVER)('on PostgreSQL', () => {
  let href = '';
  let drop = async () => {};
  let database: Database;

  beforeAll(async () => {
    ({ href, drop } = await createScratchUrl(SERVER ?? ''));
    database = openPostgres(href);
    await publishSmallRegister(database);
  });
  afterAll(async () => {
    await database?.[Symbol.asyncDispose]();
    await drop();
  });

  /** How many statements of the server sleep. */
  async function sleeping(): Promise<number> {
    const client = new pg.Client({ connectionString: href });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and state = 'active' and query like '%pg_sleep(5)%'
         and pid <> pg_backend_pid()`,
    );
    await client.end();
    return (rows[0] as { count: number }).count;
  }

  test('a question that the database cancels is a TIMEOUT, and the next one is answered', async () => {
    await using hasty = openPostgres(impatient(href));
    await using server = await serveQuestions(hasty);
    const response = await server.ask({ query: '{ sleep }' }, { 'accept-language': 'fr' });
    expect(await response.json()).toMatchObject({
      data: { sleep: null },
      errors: [
        {
          message: expect.stringContaining('la base de données a abandonné cette opération'),
          extensions: { code: 'TIMEOUT' },
        },
      ],
    });
    const next = await server.ask({ query: '{ certifications }' });
    expect(await next.json()).toEqual(answered({ certifications: SMALL_REGISTER }));
  });

  test('an answer that takes too long is cancelled, and its statement really cancelled', async () => {
    await using server = await serveQuestions(database, undefined, HASTE);
    const started = performance.now();
    const response = await server.ask({ query: '{ sleep today }' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('longer than 0.3 s'),
          extensions: { code: 'TIMEOUT' },
        },
      ],
    });
    // The statement itself would have taken five seconds.
    while ((await sleeping()) > 0) await setTimeout(10);
    expect(performance.now() - started).toBeLessThan(4_000);
    const french = await server.ask({ query: '{ sleep today }' }, { 'accept-language': 'fr' });
    expect(await french.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('a pris plus de 0.3 s et a été abandonné') }],
    });
    const next = await server.ask({ query: '{ certifications }' });
    expect(await next.json()).toEqual(answered({ certifications: SMALL_REGISTER }));
  });

  test('a client that goes away has its statement cancelled', async () => {
    await using server = await serveQuestions(database);
    const { promise: asleep, resolve } = Promise.withResolvers<void>();
    server.levers.onSlow = resolve;
    const controller = new AbortController();
    const left = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ sleep }' }),
      signal: controller.signal,
    }).catch((error: unknown) => error);
    await asleep;
    while ((await sleeping()) === 0) await setTimeout(10);
    controller.abort();
    await left;
    const patience = performance.now() + 4_000;
    while ((await sleeping()) > 0 && performance.now() < patience) await setTimeout(10);
    expect(await sleeping()).toBe(0);
    const next = await server.ask({ query: '{ certifications }' });
    expect(await next.json()).toEqual(answered({ certifications: SMALL_REGISTER }));
  });
});

test('on the embedded database no further statement is sent once an answer takes too long', async () => {
  await using database = await openMigratedPglite();
  await publishSmallRegister(database);
  await using server = await serveQuestions(database, undefined, HASTE);
  // From when the field asks for it.
  Object.defineProperty(server.levers, 'gate', { get: () => setTimeout(600) });
  const response = await server.ask({ query: '{ slowThenCertifications }' });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
  // What was begun is ended, and holds the one connection until then.
  const next = await untilAnswer(
    () => server.ask({ query: '{ certifications }' }),
    ({ status }) => status === 200,
  );
  expect(await next.json()).toEqual(answered({ certifications: SMALL_REGISTER }));
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createScratchUrl } from '../support/database.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../support/database-proxy.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  serveQuestions,
  untilAnswer,
} from './question-server.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

describe.skipIf(!SERVER)('while PostgreSQL is', () => {
  let scratch: Awaited<ReturnType<typeof createScratchUrl>>;
  let proxy: DatabaseProxy;
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    scratch = await createScratchUrl(SERVER ?? '');
    await using direct = openPostgres(scratch.href);
    await publishSmallRegister(direct);
  });
  afterAll(() => scratch?.drop());
  beforeEach(async () => {
    proxy = await openDatabaseProxy(scratch.href);
    database = openPostgres(proxy.href);
    server = await serveQuestions(database, schema, { requestTimeout: 1_000 });
  });
  afterEach(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await proxy?.[Symbol.asyncDispose]();
  });

  const texts = '{ certifications(first: 3) { nodes { code activities } } }';
  const search = 'query ($s: String) { certifications(filter: { search: $s }) { totalCount } }';
  const figures = '{ certifications(first: 3) { totalCount nodes { code title level } } }';
  const status = '{ dataStatus { databaseReachable publication { number } } }';
  /** The requests that read what is in the database alone, by each door. */
  const requests: [string, () => Promise<Response>][] = [
    ['texts', () => server.ask({ query: texts })],
    ['texts as JSON', () => server.ask({ query: texts }, { accept: 'application/json' })],
    ['texts by GET', () => fetch(`${server.url}/graphql?query=${encodeURIComponent(texts)}`)],
    ['texts in French', () => server.ask({ query: texts }, { 'accept-language': 'fr' })],
    ['a search', () => server.ask({ query: search, variables: { s: 'conseil' } })],
    ['a report with texts', () => fetch(`${server.url}/reports/blocks.csv`)],
    ['the same, whole', () => fetch(`${server.url}/reports/blocks.parquet`)],
  ];

  async function expectUnavailable(): Promise<void> {
    const began = performance.now();
    const responses = await Promise.all(requests.map(([, send]) => send()));
    expect(performance.now() - began).toBeLessThan(9_000);
    for (const [index, response] of responses.entries()) {
      const request = requests[index]?.[0];
      const french = request === 'texts in French';
      const given = {
        request,
        status: response.status,
        wait: Number(response.headers.get('retry-after')) > 0,
        body: await response.text(),
      };
      expect(given).toEqual({
        ...given,
        ...{ status: 503, wait: true, body: expect.stringContaining('"DATABASE_UNAVAILABLE"') },
      });
      expect(given.body.includes('la base de données ne répond pas')).toBe(french);
    }
  }

  /** What is written about the database, but for the lines of requests. */
  const incidents = () => server.lines.filter(({ msg }) => msg !== 'request').map(({ msg }) => msg);

  async function expectFigures(reachable: boolean): Promise<void> {
    const answer = await server.ask({ query: figures });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { certifications: { totalCount: 12 } } });
    const cohorts = await fetch(`${server.url}/reports/cohorts.csv`);
    expect(cohorts.status).toBe(200);
    expect((await cohorts.text()).length).toBeGreaterThan(100);
    const told = await server.ask({ query: status });
    expect(await told.json()).toMatchObject({
      data: { dataStatus: { databaseReachable: reachable, publication: { number: 1 } } },
    });
  }

  async function expectRecovery(): Promise<void> {
    await proxy.mend();
    const answer = await untilAnswer(
      () => server.ask({ query: texts }),
      (response) => response.status === 200,
    );
    expect(await answer.json()).not.toHaveProperty('errors');
    await untilAnswer(
      () => server.ask({ query: status }),
      () => incidents().length === 2,
    );
    await expectFigures(true);
    expect(incidents()).toEqual(['the database does not answer', 'the database answers again']);
  }

  test('away, what is read from it is 503 by each door, all else is answered, and the log says it once', async () => {
    await expectFigures(true);
    await proxy.cut();
    await expectUnavailable();
    await expectUnavailable();
    await expectFigures(false);
    expect(incidents()).toEqual(['the database does not answer']);
    await expectRecovery();
  }, 60_000);

  test('silent, the same holds, in time', async () => {
    await expectFigures(true);
    proxy.silence();
    await expectUnavailable();
    await expectFigures(false);
    expect(incidents()).toEqual(['the database does not answer']);
    await expectRecovery();
  }, 60_000);

  test('silent, a server stops none the less', async () => {
    const held = openPostgres(proxy.href);
    const reading = await held.startReading();
    proxy.silence();
    await reading[Symbol.asyncDispose]();
    const began = performance.now();
    await held[Symbol.asyncDispose]();
    expect(performance.now() - began).toBeLessThan(8_000);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, schema);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers: { 'accept-language': 'en', ...headers } });

describe.each([
  '/reports/cohorts.csv',
  '/reports/cohorts.json',
  '/odata/cohorts',
  '/models/odata.pbids',
  '/datapackage.json',
  '/changes.atom',
  '/graphql/schema',
  '/publications/1/manifest.json',
  '/rapports',
])('%s', (path) => {
  test('is sent where it is what was asked for, and else 412 says so', async () => {
    // Made, and then from memory.
    for (let time = 0; time < 2; time++) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      for (const given of [etag, `"x", ${etag}`, '*']) {
        const answer = await get(path, { 'if-match': given });
        expect([given, answer.status]).toEqual([given, 200]);
        await answer.arrayBuffer();
      }
      const other = await get(path, { 'if-match': '"x"' });
      expect(other.status).toBe(412);
      const told = await other.text();
      expect(told).toMatch(/If-Match.*which does not hold of the answer as it is now/);
      if (path !== '/rapports') expect(told).toContain('"code":"PRECONDITION_FAILED"');
      const known = await get(path, { 'if-match': etag, 'if-none-match': etag });
      expect(known.status).toBe(304);
    }
  });
});

test('what was published since is told by its day as well', async () => {
  const modified = (await get('/changes.atom')).headers.get('last-modified') ?? '';
  const at = (moment: number) =>
    get('/changes.atom', { 'if-unmodified-since': new Date(moment).toUTCString() });
  expect((await at(Date.parse(modified))).status).toBe(200);
  const before = await at(Date.parse(modified) - 1_000);
  expect(before.status).toBe(412);
  expect(await before.text()).toContain('If-Unmodified-Since');
  const unreadable = await get('/changes.atom', { 'if-unmodified-since': 'yesterday' });
  expect(unreadable.status).toBe(200);
});

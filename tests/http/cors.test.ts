import { afterAll, beforeAll, expect, test } from 'vitest';
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

const listed = (header: string | null) => header?.split(', ') ?? [];

test.each([
  ['/reports/insertion-by-year.csv', ['if-none-match', 'if-modified-since', 'if-range', 'range']],
  ['/odata/insertion_by_year', ['if-match', 'if-none-match', 'odata-version', 'odata-maxversion']],
  // Asked for, they are an error that says so: a page of another site is told no less.
  ['/odata/insertion_by_year', ['prefer', 'isolation', 'odata-isolation']],
  ['/graphql', ['content-type', 'authorization', 'x-api-key', 'x-publication-token']],
])('a page of another site may send %s %j', async (path, headers) => {
  const response = await fetch(`${server.url}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://bi.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': headers.join(','),
    },
  });
  expect(response.status).toBe(204);
  const allowed = listed(response.headers.get('access-control-allow-headers'));
  expect(headers.filter((name) => !allowed.includes(name))).toEqual([]);
});

/** What pages read of any answer, and what says nothing to them: of the connection, of browsers. */
const WITHOUT = new Set([
  ...['cache-control', 'content-language', 'content-length', 'content-type', 'last-modified'],
  ...['connection', 'keep-alive', 'transfer-encoding', 'date', 'vary', 'content-encoding'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'referrer-policy'],
  ...['x-content-type-options', 'x-frame-options', 'content-security-policy'],
]);

test.each<[string, RequestInit]>([
  ['/reports/insertion-rates.parquet', { headers: { range: 'bytes=0-9' } }],
  ['/reports/insertion-by-year.csv', { headers: { range: 'bytes=999999999-' } }],
  ['/reports/insertion-by-year.csv', { method: 'POST' }],
  ['/odata/insertion_by_year?$top=1', { headers: { prefer: 'odata.maxpagesize=1' } }],
  ['/models/odata.pbids', {}],
])('a page of another site may read each header of %s with %j', async (path, init) => {
  const response = await fetch(`${server.url}${path}`, init);
  await response.arrayBuffer();
  const exposed = listed(response.headers.get('access-control-expose-headers'));
  const names = [...response.headers.keys()].filter((name) => !WITHOUT.has(name));
  expect(names.filter((name) => !exposed.includes(name))).toEqual([]);
});

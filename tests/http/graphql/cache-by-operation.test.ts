import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { RefreshStatus } from '../../../src/domain/refresh-status.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { persistedOperations } from '../persisted-folder.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

const REVALIDATED = 'public, max-age=0, must-revalidate';

let database: Database;
let server: QuestionServer;
let ids: ReadonlyMap<string, string>;
let status: RefreshStatus | null = null;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  const operations = await persistedOperations([
    'query DataStatus { dataStatus { refresh { failuresInARow } } }',
    'query Licence { dataStatus { licence } }',
    'query Now { dataStatus { ...Refresh } } fragment Refresh on DataStatus { refresh { failuresInARow } }',
    'query Some($now: Boolean!) { dataStatus { licence databaseReachable @include(if: $now) } }',
    'query Pinned($publication: Int) { certifications(publication: $publication) { totalCount } }',
  ]);
  ids = new Map(operations.list.map(({ name, documentId }) => [name, documentId]));
  const refreshes = {
    look: async () => {},
    get status() {
      return status;
    },
  };
  server = await serveQuestions(database, schema, { operations, refreshes });
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const get = (name: string, variables: object = {}) =>
  fetch(
    `${server.url}/graphql?documentId=${encodeURIComponent(ids.get(name) ?? '')}&variables=${encodeURIComponent(JSON.stringify(variables))}`,
  );

const headersOf = ({ headers }: Response) => [
  headers.get('cache-control'),
  headers.get('etag') !== null,
];

test('what is of a publication is asked about each time, and for a day where it names one', async () => {
  expect(headersOf(await get('Licence'))).toEqual([REVALIDATED, true]);
  expect(headersOf(await get('Pinned'))).toEqual([REVALIDATED, true]);
  expect(headersOf(await get('Pinned', { publication: 1 }))).toEqual([
    'public, max-age=86400',
    true,
  ]);
});

test('what tells of the server as it is now is kept by nobody, and is never an old answer', async () => {
  const failures = async (response: Response) =>
    ((await response.json()) as { data: { dataStatus: { refresh: object | null } } }).data
      .dataStatus.refresh;
  const first = await get('Now');
  expect(headersOf(first)).toEqual(['no-store', false]);
  expect(await failures(first)).toBeNull();
  status = {
    ...{ outcome: 'FAILED', failure: 'STORAGE', detail: null, failuresInARow: 3 },
    lastAttemptAt: new Date('2026-11-02T06:10:00Z'),
    ...{ lastSuccessAt: null, nextAttemptAt: null },
  };
  expect(await failures(await get('Now'))).toEqual({ failuresInARow: 3 });
});

test('only when it is really asked for', async () => {
  expect(headersOf(await get('Some', { now: true }))).toEqual(['no-store', false]);
  expect(headersOf(await get('Some', { now: false }))).toEqual([REVALIDATED, true]);
});

test('operations that are not saved say it too, by GET and by POST', async () => {
  const asked = (query: string) =>
    fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
  expect(headersOf(await asked('{ dataStatus { licence } }'))).toEqual([REVALIDATED, false]);
  expect(headersOf(await asked('{ dataStatus { databaseReachable } }'))).toEqual([
    'no-store',
    false,
  ]);
  const posted = await server.ask({ query: '{ dataStatus { refresh { outcome } } }' });
  expect(posted.headers.get('cache-control')).toBe('no-store');
  const wrong = await asked('{ certification(code: "RNCP1") { cohort(year: 1) { nothing } } }');
  expect(wrong.headers.get('cache-control')).toBe('no-store');
});

test('an agent that asks how the server is now is answered anew', async () => {
  const ask = async () => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
        params: { name: 'data_status', arguments: {} },
      }),
    });
    const { result } = (await response.json()) as {
      result: {
        structuredContent: { data: { dataStatus: { refresh: { failuresInARow: number } } } };
      };
    };
    return result.structuredContent.data.dataStatus.refresh.failuresInARow;
  };
  for (const failuresInARow of [1, 2]) {
    status = {
      ...{ outcome: 'FAILED', failure: 'STORAGE', detail: null, failuresInARow },
      lastAttemptAt: new Date('2026-11-02T06:10:00Z'),
      ...{ lastSuccessAt: null, nextAttemptAt: null },
    };
    expect(await ask()).toBe(failuresInARow);
  }
});

import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { PersistedOperations } from '../../../src/http/graphql/persisted-operations.ts';
import { answered } from '../../support/answered.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { persistedOperations, QUESTION_TEXTS } from '../persisted-folder.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

const KEY = 'key-of-the-reporting-team';
const OTHER = 'Zm9yIGdyYWZhbmE/key+2';
const sha256 = (key: string) => createHash('sha256').update(key).digest('hex');

let operations: PersistedOperations;
let database: Database;
let server: QuestionServer;
let served = '';

beforeAll(async () => {
  operations = await persistedOperations(QUESTION_TEXTS);
  served = operations.list.find(({ name }) => name === 'Served')?.documentId ?? '';
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, undefined, {
    operations,
    persistedOperationsOnly: true,
    apiKeys: [
      { name: 'reporting', sha256: sha256(KEY) },
      { name: 'grafana', sha256: sha256(OTHER) },
    ],
  });
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Ways to give a key, each with what it adds to a request. */
const WAYS: [string, (key: string) => { search?: string; headers?: Record<string, string> }][] = [
  ['as a bearer', (key) => ({ headers: { authorization: `Bearer ${key}` } })],
  [
    'as a password',
    (key) => ({ headers: { authorization: `basic ${Buffer.from(`:${key}`).toString('base64')}` } }),
  ],
  [
    'as the password of somebody',
    (key) => ({ headers: { authorization: `Basic ${btoa(`me@example.org:${key}`)}` } }),
  ],
  ['in the header x-api-key', (key) => ({ headers: { 'x-api-key': key } })],
  ['in the query string', (key) => ({ search: `&key=${encodeURIComponent(key)}` })],
];

describe('where anonymous callers may ask saved documents alone', () => {
  test('they may, by GET and POST, and by their text to the byte', async () => {
    const byGet = await fetch(`${server.url}/graphql?documentId=${served}`);
    const byPost = await server.ask({ documentId: served });
    const byText = await server.ask({ query: operations.find(served)?.text });
    for (const response of [byGet, byPost, byText]) {
      expect(await response.json()).toEqual(answered({ publication: 1, today: '2026-11-02' }));
    }
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'any other document is refused, by POST and GET, for %s',
    async (accept) => {
      const query = '{ today }';
      const byPost = await server.ask({ query }, { accept });
      const byGet = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { accept },
      });
      const ours = operations.find(served)?.text ?? '';
      const likeOurs = await server.ask({ query: ours.replace('{', '{ __typename ') }, { accept });
      const schema = await server.ask({ query: '{ __typename }' }, { accept });
      for (const response of [byPost, byGet, likeOurs, schema]) {
        expect(response.status).toBe(403);
        expect(await response.json()).toEqual({
          errors: [
            {
              message: expect.stringContaining('/graphql/documents'),
              extensions: { code: 'FORBIDDEN' },
            },
          ],
        });
      }
      expect(server.lines[0]).toMatchObject({ status: 403, codes: ['FORBIDDEN'] });
    },
  );

  test('what is no question at all is told as anywhere', async () => {
    const response = await server.ask({});
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

describe.each(WAYS)('a key %s', (_, way) => {
  test.each([
    ['reporting', KEY],
    ['grafana', OTHER],
  ])('of %s lets its owner ask anything, and is named in the log', async (name, key) => {
    const { search = '', headers = {} } = way(key);
    const response = await fetch(`${server.url}/graphql?query={today}${search}`, { headers });
    expect(await response.json()).toEqual(answered({ today: '2026-11-02' }));
    expect(server.lines).toMatchObject([{ caller: name, status: 200 }]);
  });

  test('that is wrong is refused, for saved documents too, and is not repeated', async () => {
    const wrong = 'wrong-key-4242';
    const { search = '', headers = {} } = way(wrong);
    for (const asked of [`documentId=${served}`, 'query={today}']) {
      const response = await fetch(`${server.url}/graphql?${asked}${search}`, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(text).not.toContain(wrong);
    }
    expect(server.lines).toMatchObject([{ status: 401, codes: ['UNAUTHENTICATED'] }, {}]);
    expect(JSON.stringify(server.lines)).not.toContain(wrong);
  });
});

test('a key is in no log, and shares answers in memory with those who have none', async () => {
  const url = `${server.url}/graphql?documentId=${served}`;
  const anonymous = await fetch(url);
  const keyed = await fetch(`${url}&key=${encodeURIComponent(OTHER)}`);
  expect(keyed.headers.get('server-timing')).toMatch(/^cache;desc=hit/);
  expect(keyed.headers.get('etag')).toBe(anonymous.headers.get('etag'));
  expect(anonymous.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect(keyed.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
  expect(JSON.stringify(server.lines)).not.toMatch(/Zm9y|key/);
});

test('a wrong key is refused for reports too, as their errors are', async () => {
  for (const path of ['/reports', '/reports?key=x', '/reports/cohorts.csv?limit=1']) {
    const response = await fetch(`${server.url}${path}`, { headers: { 'x-api-key': 'wrong' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  }
  expect((await fetch(`${server.url}/reports?key=${KEY}`)).status).toBe(200);
  expect((await fetch(`${server.url}/reports`)).status).toBe(200);
});

test('a preflight needs no key, and allows those that come in headers', async () => {
  const response = await fetch(`${server.url}/graphql`, { method: 'OPTIONS' });
  expect(response.status).toBe(204);
  const allowed = response.headers.get('access-control-allow-headers');
  expect(allowed).toContain('authorization');
  expect(allowed).toContain('x-api-key');
});

test('a server without keys looks at none: a gateway may have its own', async () => {
  await using open = await serveQuestions(database, undefined, { operations });
  const response = await open.ask({ query: '{ today }' }, { authorization: 'Bearer of a gateway' });
  expect(response.status).toBe(200);
});

test('other schemes of authorization are not keys', async () => {
  for (const authorization of ['Digest username="me"', 'Basic', `Basic ${btoa('me:')}`]) {
    const response = await fetch(`${server.url}/graphql?documentId=${served}`, {
      headers: { authorization },
    });
    expect(response.status).toBe(200);
  }
});

describe('a browser', () => {
  test('is asked for a key by a refusal alone, and only where there are keys', async () => {
    const apiKeys = [{ name: 'reporting', sha256: sha256(KEY) }];
    await using pages = await serveQuestions(database, schema, { apiKeys });
    const page = await fetch(`${pages.url}/`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('www-authenticate')]).toEqual([200, null]);
    const headers = { accept: 'text/html', authorization: `Basic ${btoa('me:wrong')}` };
    const refused = await raw(`${pages.url}/`, headers);
    // Browsers read one challenge of each header.
    expect([refused.statusCode, refused.headersDistinct['www-authenticate']]).toEqual([
      401,
      [
        'Bearer realm="debouches", error="invalid_token"',
        'Basic realm="debouches", charset="UTF-8"',
      ],
    ]);
    await using open = await serveQuestions(database, schema);
    expect((await fetch(`${open.url}/`, { headers })).status).toBe(200);
  });

  test('gives a key with letters beyond ASCII as UTF-8', async () => {
    const key = 'clé';
    await using keyed = await serveQuestions(database, undefined, {
      apiKeys: [{ name: 'accented', sha256: sha256(key) }],
    });
    const authorization = `Basic ${Buffer.from(`x:${key}`).toString('base64')}`;
    expect((await keyed.ask({ query: '{ today }' }, { authorization })).status).toBe(200);
    expect(keyed.lines).toMatchObject([{ caller: 'accented' }]);
  });
});

/** An answer with each of its headers. */
async function raw(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(url, { headers }, resolve).on('error', reject);
  const response = await promise;
  response.resume();
  return response;
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answered } from '../../support/answered.ts';
import { QUESTION_TEXTS } from '../persisted-folder.ts';
import type { QuestionServer } from '../question-server.ts';
import { addressOf, idOf, openSmallRegister, serveSavedDocuments } from './saved-documents.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openSmallRegister();
  server = await serveSavedDocuments(database);
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = (name: string, parameters?: Record<string, string>, init?: RequestInit) =>
  fetch(addressOf(server, name, parameters), init);

describe('a saved document', () => {
  test('is asked for by its id, with variables, by GET and by POST', async () => {
    const variables = { number: 3 };
    const byGet = await ask('Positive', { variables: JSON.stringify(variables) });
    expect([byGet.status, await byGet.json()]).toEqual([200, answered({ positive: 3 })]);
    const byPost = await server.ask({ documentId: idOf('Positive'), variables });
    expect([byPost.status, await byPost.json()]).toEqual([200, answered({ positive: 3 })]);
    expect(server.lines).toMatchObject([
      { method: 'GET', path: '/graphql', operation: 'Positive', cache: 'miss' },
      { method: 'POST', path: '/graphql', operation: 'Positive' },
    ]);
  });

  test('is listed with its name and what it answers', async () => {
    const response = await fetch(`${server.url}/graphql/documents`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const list = (await response.json()) as { name: string }[];
    expect(list).toContainEqual({
      name: 'Positive',
      documentId: idOf('Positive'),
      description: 'A number. It is to be positive.',
      variables: [{ name: 'number', type: 'Int!', default: '1' }],
      text: expect.stringContaining('query Positive'),
    });
    expect(list).toHaveLength(QUESTION_TEXTS.length);
    const again = await fetch(`${server.url}/graphql/documents`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('is data for a browser too, not GraphiQL', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const response = await ask('Served', {}, { headers: { accept } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ data: { publication: 1 } });
  });

  test('is not meant by an address that only speaks of one', async () => {
    const query = encodeURIComponent('{ today }');
    const response = await fetch(
      `${server.url}/graphql?query=${query}&operationName=&variables=${encodeURIComponent('{"note":"documentId="}')}`,
    );
    expect(await response.json()).toEqual(answered({ today: '2026-11-02' }));
  });

  test('may name its own operation, and no other', async () => {
    expect((await ask('Served', { operationName: 'Served' })).status).toBe(200);
    const other = await ask('Served', { operationName: 'Other' });
    expect(other.status).toBe(400);
    expect(await other.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('what cannot be asked is never 200, whatever is accepted:', () => {
  const unknown = `sha256:${'0'.repeat(64)}`;
  const cases: [string, Record<string, string>, number, string][] = [
    ['an unknown id', { documentId: unknown }, 404, 'DOCUMENT_NOT_FOUND'],
    ['an id that is none', { documentId: 'CertificationCard' }, 400, 'BAD_REQUEST'],
    ['an empty id', { documentId: '' }, 400, 'BAD_REQUEST'],
    ['variables that are no JSON', { variables: '{number: 1}' }, 400, 'BAD_REQUEST'],
    ['variables that are a list', { variables: '[1]' }, 400, 'BAD_REQUEST'],
    ['variables that are a number', { variables: '1' }, 400, 'BAD_REQUEST'],
    ['a query beside it', { query: '{ today }' }, 400, 'BAD_REQUEST'],
    ['a variable of another type', { variables: '{"number": "one"}' }, 400, 'BAD_USER_INPUT'],
  ];
  for (const accept of ['application/json', 'application/graphql-response+json', 'text/html, */*'])
    test.each(cases)(`%s, for ${accept}`, async (_, parameters, status, code) => {
      const response = await ask('Positive', parameters, { headers: { accept } });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/json/);
      expect(response.headers.get('etag')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      expect(server.lines).toMatchObject([{ status, codes: [code] }]);
    });

  test.each(['application/json', 'application/graphql-response+json'])(
    'an unknown id by POST, for %s',
    async (accept) => {
      for (const [documentId, status] of [
        [unknown, 404],
        ['x', 400],
        [7, 400],
      ]) {
        const response = await server.ask({ documentId }, { accept });
        expect(response.status).toBe(status);
      }
      const both = await server.ask({ documentId: unknown, query: '{ today }' }, { accept });
      expect(both.status).toBe(400);
    },
  );

  test('a media type that is not given', async () => {
    const response = await ask('Served', {}, { headers: { accept: 'text/csv' } });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

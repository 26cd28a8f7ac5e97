import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  server = await serveQuestions(database);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test('before any import a question is answered with NO_PUBLICATION, which says what to do', async () => {
  const response = await server.ask({ query: '{ today }' });
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining('npm run import'),
        extensions: { code: 'NO_PUBLICATION' },
      },
    ],
  });
});

test('a client that reads application/json gets the same with status 200', async () => {
  const response = await server.ask({ query: '{ today }' }, { accept: 'application/json' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'NO_PUBLICATION' } }],
  });
});

test.each([
  '{ __typename }',
  '{ __schema { queryType { name } } }',
  '{ ... on Query { __type(name: "Query") { name } } }',
  'query { ...Schema } fragment Schema on Query { __schema { queryType { name } } }',
])('the schema can be read before any import: %s', async (query) => {
  const answer = (await (await server.ask({ query })).json()) as { data: unknown };
  expect(answer).not.toHaveProperty('errors');
  expect(JSON.stringify(answer.data)).toContain('Query');
});

test('a question beside the schema needs a publication', async () => {
  const query = 'query { __typename ...Rest } fragment Rest on Query { today }';
  expect(await (await server.ask({ query })).json()).toMatchObject({
    errors: [{ extensions: { code: 'NO_PUBLICATION' } }],
  });
});

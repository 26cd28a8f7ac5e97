import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { PlainDate } from '../../src/domain/calendar.ts';
import { schema } from '../../src/graphql/schema.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { answered } from '../support/answered.ts';
import { openMigratedPglite } from '../support/database.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await importFiles(database, [PAGE], {
    today: '2026-11-02' as PlainDate,
    date: '2026-11-02' as PlainDate,
  });
  server = await serveQuestions(database, schema);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test('a certification is found by any written form of its code', async () => {
  const query = 'query ($code: RegisterCode!) { certification(code: $code) { code } }';
  for (const code of ['35746', 'rncp 35746', 'RNCP-35746']) {
    const response = await server.ask({ query, variables: { code } });
    expect(await response.json()).toEqual(answered({ certification: { code: 'RNCP35746' } }));
  }
});

test.each([
  ['in the query', { query: '{ certification(code: "TRUC12") { code } }' }],
  [
    'in a variable',
    {
      query: 'query ($code: RegisterCode!) { certification(code: $code) { code } }',
      variables: { code: 'TRUC12' },
    },
  ],
])('a code that is none, %s, is BAD_USER_INPUT and is named', async (_, body) => {
  const response = await server.ask(body);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: unknown[] };
  expect(errors).toMatchObject([
    { message: expect.stringContaining('TRUC12'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('an operation that asks for too much is refused as QUERY_TOO_COMPLEX, with the limit', async () => {
  const nested = 'lineage { replaces { certification { '.repeat(8);
  const query = `{ certification(code: "35746") { ${nested} code ${'} } } '.repeat(8)} } }`;
  const response = await server.ask({ query });
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: expect.stringMatching(/the depth of the operation is \d+ and \d+ is the limit/),
        extensions: { code: 'QUERY_TOO_COMPLEX' },
      },
    ],
  });
});

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answered } from '../../support/answered.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${server.url}/graphql` });
  test.each(audits.map((audit) => [audit.id, audit] as const))(
    'audit %s passes',
    async (_, audit) => {
      const result = await audit.fn();
      expect(result).toMatchObject({ name: audit.name, status: 'ok' });
    },
  );

  test('a question may come by GET, with variables', async () => {
    const search = new URLSearchParams({
      query: 'query Ask($number: Int!) { positive(number: $number) }',
      variables: '{"number": 3}',
      operationName: 'Ask',
    });
    const response = await fetch(`${server.url}/graphql?${search}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(answered({ positive: 3 }));
  });
});

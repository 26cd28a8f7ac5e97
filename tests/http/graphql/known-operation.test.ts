import { createHash } from 'node:crypto';
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

/** Status, headers but those of one request, body and log line of an answer. */
async function answerOf(body: unknown, headers: Readonly<Record<string, string>>) {
  server.lines.length = 0;
  const response = await server.ask(body, headers);
  const text = await response.text();
  const own = Object.fromEntries(response.headers);
  const id = own['x-request-id'] ?? '';
  delete own['x-request-id'];
  delete own['date'];
  const log = server.lines.map(({ msg, operation, codes }) => ({ msg, operation, codes }));
  return {
    status: response.status,
    headers: own,
    body: text.replaceAll(id, 'ID'),
    log,
  };
}

const QUERY = 'query Today($number: Int! = 2) { today positive(number: $number) }';
const WAITING = '{ certifications today }';

/** Requests, and what Yoga thinks of each. */
const REQUESTS: readonly {
  readonly name: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}[] = [
  { name: 'a plain one', body: { query: QUERY } },
  { name: 'variables', body: { query: QUERY, variables: { number: 3 } } },
  { name: 'variables that are null', body: { query: QUERY, variables: null, operationName: null } },
  { name: 'its name', body: { query: QUERY, operationName: 'Today' } },
  { name: 'another name', body: { query: QUERY, operationName: 'Tomorrow' } },
  { name: 'a name that is none', body: { query: QUERY, operationName: 3 } },
  { name: 'one that waits for the database', body: { query: WAITING } },
  { name: 'a variable of another type', body: { query: QUERY, variables: { number: 'x' } } },
  { name: 'a variable that is refused', body: { query: QUERY, variables: { number: -1 } } },
  { name: 'variables that are a list', body: { query: QUERY, variables: [1] } },
  { name: 'variables that are a text', body: { query: QUERY, variables: 'x' } },
  { name: 'variables past the levels', body: { query: QUERY, variables: nested(31) } },
  { name: 'variables of the most levels', body: { query: QUERY, variables: nested(30) } },
  { name: 'a parameter that is none', body: { query: QUERY, other: 1 } },
  { name: 'extensions', body: { query: QUERY, extensions: {} } },
  { name: 'a list of requests', body: [{ query: QUERY }] },
  { name: 'no JSON', body: `{"query":${JSON.stringify(QUERY)}` },
  { name: 'an unexpected error', body: { query: '{ today fault }' } },
  { name: 'a field that must not be null', body: { query: '{ today required }' } },
  { name: 'the schema', body: { query: '{ __schema { queryType { name } } }' } },
  {
    name: 'several operations',
    body: { query: 'query A { today } query B { publication }', operationName: 'B' },
  },
  { name: 'JSON', body: { query: QUERY }, headers: { accept: 'application/json' } },
  { name: 'any type', body: { query: QUERY }, headers: { accept: '*/*' } },
  {
    name: 'one of several types',
    body: { query: QUERY },
    headers: { accept: 'text/html, application/json;q=0.9' },
  },
  { name: 'a type that is not given', body: { query: QUERY }, headers: { accept: 'text/csv' } },
  {
    name: 'JSON with its charset',
    body: { query: QUERY },
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
];

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { number: nested(levels - 1) };
}

describe.each(REQUESTS)('$name', ({ name, body, headers = {} }) => {
  test('is answered alike before and after its document is known', async () => {
    // An alias of its own makes it a document that nobody has sent.
    const alias = `t${REQUESTS.findIndex((each) => each.name === name)}: today`;
    const text = (typeof body === 'string' ? body : JSON.stringify(body)).replaceAll(
      'today',
      alias,
    );
    const first = await answerOf(text, headers);
    const later = [await answerOf(text, headers), await answerOf(text, headers)];
    expect(later).toEqual([first, first]);
  });
});

test.each(['Application/JSON', 'APPLICATION/JSON; charset=UTF-8'])(
  'a body is JSON in whichever case its type is written: %s',
  async (type) => {
    const { status, body } = await answerOf({ query: QUERY }, { 'content-type': type });
    expect([status, JSON.parse(body)]).toEqual([
      200,
      answered({ today: '2026-11-02', positive: 2 }),
    ]);
  },
);

test('what a caller may not ask stays so once another has asked it', async () => {
  const key = 'a'.repeat(32);
  const sha256 = createHash('sha256').update(key).digest('hex');
  await using closed = await serveQuestions(database, undefined, {
    persistedOperationsOnly: true,
    apiKeys: [{ name: 'tool', sha256 }],
  });
  const withKey = { authorization: `Bearer ${key}` };
  const statuses: number[] = [];
  for (const headers of [{}, withKey, withKey, {}]) {
    statuses.push((await closed.ask({ query: QUERY }, headers)).status);
  }
  expect(statuses).toEqual([403, 200, 200, 403]);
});

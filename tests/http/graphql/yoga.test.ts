import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answered } from '../../support/answered.ts';
import { openMigratedPglite } from '../../support/database.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  SMALL_REGISTER,
  serveQuestions,
} from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database);
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

interface Refusal {
  readonly status: number;
  readonly data?: unknown;
  readonly message: string;
  readonly code?: unknown;
  readonly requestId?: unknown;
}

/** The only error of an answer, with the status. */
async function refusal(response: Response): Promise<Refusal> {
  const { errors, data } = (await response.json()) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
    data?: unknown;
  };
  expect(errors).toHaveLength(1);
  const [error] = errors;
  return { status: response.status, data, message: error?.message ?? '', ...error?.extensions };
}

describe('an answer', () => {
  test('is read from the publication that is served, on the day it is in Paris', async () => {
    const response = await server.ask({ query: '{ certifications today publication }' });
    expect(await response.json()).toEqual(
      answered({ certifications: SMALL_REGISTER, today: '2026-11-02', publication: 1 }),
    );
    expect(response.status).toBe(200);
  });

  test('leaves nothing open: many requests, failed ones too, do not wait for each other', async () => {
    const queries = ['{ certifications }', '{ fault }', '{ required }', '{ nonsense }', '{'];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        server.ask({ query: queries[index % queries.length] }),
      ),
    );
    expect(answers).toHaveLength(50);
    expect((await server.ask({ query: '{ certifications }' })).status).toBe(200);
  });
});

describe('an error', () => {
  test('in the text of a query is GRAPHQL_PARSE_FAILED, the second time as well', async () => {
    for (const _ of [1, 2]) {
      expect(await refusal(await server.ask({ query: '{ publication' }))).toMatchObject({
        status: 400,
        code: 'GRAPHQL_PARSE_FAILED',
        message: expect.stringContaining('Syntax Error'),
      });
    }
  });

  test('in the use of the schema is GRAPHQL_VALIDATION_FAILED', async () => {
    expect(await refusal(await server.ask({ query: '{ publicaton }' }))).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: expect.stringContaining('Did you mean "publication"'),
    });
  });

  test.each([
    ['in the query', { query: '{ opensOn(day: "sunday") }' }],
    [
      'in a variable',
      { query: 'query ($day: Day!) { opensOn(day: $day) }', variables: { day: 'sunday' } },
    ],
  ])('of a scalar, %s, names what was given and what is accepted', async (_, body) => {
    const error = await refusal(await server.ask(body));
    expect(error).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', data: undefined });
    expect(error.message).toContain('"sunday" is not a day: monday and tuesday are accepted');
  });

  test.each([
    [{ query: 'query ($n: Int!) { positive(number: $n) }' }],
    [{ query: 'query ($n: Int!) { positive(number: $n) }', variables: { n: 'one' } }],
  ])('of a variable is BAD_USER_INPUT: %j', async (body) => {
    expect(await refusal(await server.ask(body))).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('"$n"'),
    });
  });

  test('of an argument found while executing is BAD_USER_INPUT', async () => {
    const query = 'query ($n: Int = 3) { positive(number: $n) }';
    expect(await refusal(await server.ask({ query, variables: { n: null } }))).toMatchObject({
      status: 200,
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('must not be null'),
    });
  });

  test('of the domain reaches the client with its code and its own words', async () => {
    expect(await refusal(await server.ask({ query: '{ positive(number: -2) }' }))).toMatchObject({
      status: 200,
      data: { positive: null },
      code: 'BAD_USER_INPUT',
      message: 'number is -2: more than 0 is accepted',
    });
  });

  test.each(['{ fault }', '{ thrownText }', '{ colour }', '{ required }'])(
    'of ours (%s) is masked, and the log has its cause under the number the client got',
    async (query) => {
      const response = await server.ask({ query });
      const text = await response.clone().text();
      const error = await refusal(response);
      expect(error).toMatchObject({
        code: 'INTERNAL_SERVER_ERROR',
        message: 'unexpected error',
        requestId: response.headers.get('x-request-id'),
      });
      expect(text).not.toMatch(/vault|1234|Colour|stack/);
      const logged = server.lines.filter((line) => line['requestId'] === error.requestId);
      expect(logged).toContainEqual(
        expect.objectContaining({ msg: 'unexpected error', err: expect.anything() }),
      );
      if (query === '{ fault }') {
        expect(JSON.stringify(logged)).toMatch(/the vault is open.*the key is 1234/);
      }
    },
  );

  test.each([
    ['query A { today } query B { today }', undefined, 'the operations A, B'],
    ['query A { today }', 'C', 'operationName is "C"'],
    ['fragment F on Query { today }', undefined, 'the document has no operation'],
  ])(
    'about which operation to run says which there are: %s',
    async (query, operationName, text) => {
      const error = await refusal(await server.ask({ query, operationName }));
      expect(error).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(error.message).toContain(text);
    },
  );
});

describe('a request that is no question', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['JSON that cannot be read', () => server.ask('{"query": '), 400, 'BAD_REQUEST'],
    ['a list', () => server.ask([{ query: '{ today }' }]), 400, 'BAD_REQUEST'],
    [
      'variables by GET that are no JSON',
      () => fetch(`${server.url}/graphql?query={today}&variables=x`),
      400,
      'BAD_REQUEST',
    ],
    [
      'extensions by GET that are no JSON',
      () => fetch(`${server.url}/graphql?query={today}&extensions={`),
      400,
      'BAD_REQUEST',
    ],
    [
      'variables by GET that are a list',
      () => fetch(`${server.url}/graphql?query={today}&variables=[1]`),
      400,
      'BAD_REQUEST',
    ],
    ['nothing asked by GET', () => fetch(`${server.url}/graphql`), 400, 'BAD_REQUEST'],
    ['nothing asked', () => server.ask({}), 400, 'BAD_REQUEST'],
    ['an unknown parameter', () => server.ask({ qeury: '{ today }' }), 400, 'BAD_REQUEST'],
    [
      'a type that is not read',
      () => server.ask('<query/>', { 'content-type': 'text/xml' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'a form',
      () =>
        server.ask('query=%7Btoday%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'a bare document',
      () => server.ask('{ today }', { 'content-type': 'application/graphql' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'a body without a type',
      () =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          body: new Blob(['{}']).stream(),
          duplex: 'half',
        } as RequestInit),
      400,
      'BAD_REQUEST',
    ],
    ['no body', () => fetch(`${server.url}/graphql`, { method: 'POST' }), 400, 'BAD_REQUEST'],
    [
      'a body that is not UTF-8',
      () =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.from('{"query": "{ today }", "operationName": "\xe9"}', 'latin1'),
        }),
      400,
      'BAD_REQUEST',
    ],
    [
      'a compressed body',
      () =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
          body: gzipSync('{"query": "{ today }"}'),
        }),
      415,
      'BAD_REQUEST',
    ],
    [
      'an answer in a type that is not given',
      () => server.ask({ query: '{ today }' }, { accept: 'text/csv' }),
      406,
      'BAD_REQUEST',
    ],
    ['PUT', () => fetch(`${server.url}/graphql`, { method: 'PUT' }), 405, 'BAD_REQUEST'],
    ['another place', () => fetch(`${server.url}/nowhere`), 404, 'NOT_FOUND'],
    [
      'a body above the limit',
      () => server.ask({ query: `{ today } #${'x'.repeat(1_100_000)}` }),
      413,
      'REQUEST_ENTITY_TOO_LARGE',
    ],
    [
      'a body above the limit that does not say its length',
      () =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Blob([`{"query": "{ today } #${'x'.repeat(1_100_000)}"}`]).stream(),
          duplex: 'half',
        } as RequestInit),
      413,
      'REQUEST_ENTITY_TOO_LARGE',
    ],
  ];
  test.each(cases)('%s is refused in JSON', async (_, send, status, code) => {
    const response = await send();
    expect(response.headers.get('content-type')).toMatch(/json/);
    expect(await refusal(response)).toMatchObject({ status, code });
  });
});

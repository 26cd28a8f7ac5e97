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

interface Told {
  readonly status: number;
  readonly code: unknown;
  readonly bytes: number;
}

/** The status of an answer, the code of its first error, and its size. */
async function told(response: Response): Promise<Told> {
  const text = await response.text();
  const body = JSON.parse(text) as {
    code?: unknown;
    errors?: { extensions?: { code?: unknown } }[];
  };
  const code = body.code ?? body.errors?.[0]?.extensions?.code;
  return { status: response.status, code, bytes: Buffer.byteLength(text) };
}

const tooComplex = { status: 400, code: 'QUERY_TOO_COMPLEX' };
const badRequest = { status: 400, code: 'BAD_REQUEST' };

/** A request nested so deep, as JSON. */
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a request that stopped the server is refused, and the next one is answered:', () => {
  const chain = Array.from(
    { length: 200 },
    (_, level) => `fragment A${level} on Query { ...A${level + 1} ...A${level + 1} }`,
  );
  const doubling = `{ ...A0 } ${chain.join(' ')} fragment A200 on Query { __typename }`;
  const rich = 'fragment F on __Type { fields { args { type { ofType { name description } } } } }';
  const aliases = (count: number, field: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
  const cases: [string, () => Promise<Response>, object][] = [
    ['fragments that spread each other twice', () => server.ask({ query: doubling }), tooComplex],
    [
      'a megabyte of fields',
      () => server.ask({ query: `{x ${'a '.repeat(490_000)}}` }),
      tooComplex,
    ],
    [
      'types again and again',
      () => server.ask({ query: `{ __schema { ${aliases(300, 'types { ...F }')} } } ${rich}` }),
      tooComplex,
    ],
    [
      '45,000 names of a type',
      () => server.ask({ query: `{ ${aliases(45_000, '__typename')} }` }),
      tooComplex,
    ],
    [
      'a selection nested 300,000 deep',
      () => server.ask({ query: '{a'.repeat(300_000) + '}'.repeat(300_000) }),
      tooComplex,
    ],
    [
      'a documentId nested 5,000 deep',
      () => server.ask(`{"documentId": ${nested(5_000)}}`),
      badRequest,
    ],
    [
      'an operationName nested 5,000 deep',
      () =>
        server.ask(`{"query": "{ dataStatus { exportedOn } }", "operationName": ${nested(5_000)}}`),
      badRequest,
    ],
    [
      'a variable nested 100,000 deep',
      () =>
        server.ask(
          `{"query": "query ($day: Date) { dataStatus { exportedOn } }", "variables": {"day": ${nested(100_000)}}}`,
        ),
      badRequest,
    ],
    [
      'variables nested deep, by GET',
      () =>
        fetch(
          `${server.url}/graphql?query=query($d:Date){dataStatus{exportedOn}}&variables={"d":${nested(3_000)}}`,
        ),
      badRequest,
    ],
    ['a body nested deep', () => server.ask(nested(400_000)), badRequest],
  ];
  test.each(cases)('%s', async (_, send, expected) => {
    expect(await told(await send())).toMatchObject(expected);
    const next = await server.ask({ query: '{ dataStatus { exportedOn } }' });
    expect(await next.json()).toMatchObject({ data: { dataStatus: {} } });
  });
});

test('documents that are sent once leave nothing behind', async () => {
  for (let index = 0; index < 60; index++) {
    const query = `{x${index} ${'a '.repeat(490_000)}}`;
    expect(await told(await server.ask({ query }))).toMatchObject(tooComplex);
  }
  expect(process.memoryUsage().heapUsed).toBeLessThan(1_000_000_000);
}, 120_000);

describe('an answer repeats little of what it was sent:', () => {
  const long = 'x'.repeat(900_000);
  const longish = 'é"'.repeat(3_000);
  const path = 'y'.repeat(10_000);
  const cases: [string, () => Promise<Response>][] = [
    ['a name', () => server.ask({ query: `{ ${long} }` })],
    [
      'a text in the query',
      () =>
        server.ask({ query: `{ certification(code: "${longish.replaceAll('"', '')}") { code } }` }),
    ],
    [
      'a text that does not end',
      () => server.ask({ query: `{ certification(code: "${long.slice(0, 90_000)}` }),
    ],
    [
      'a variable',
      () =>
        server.ask({
          query: 'query ($code: RegisterCode!) { certification(code: $code) { code } }',
          variables: { code: long },
        }),
    ],
    [
      'a variable of many fields',
      () =>
        server.ask({
          query: `query ($code: String) { ${Array.from({ length: 100 }, (_, index) => `a${index}: node(id: $code) { id }`).join(' ')} }`,
          variables: { code: long },
        }),
    ],
    [
      'many errors',
      () =>
        server.ask({
          query: `{ ${Array.from({ length: 400 }, (_, index) => 'z'.repeat(100) + index).join(' ')} }`,
        }),
    ],
    ['a documentId', () => server.ask({ documentId: long })],
    ['a parameter', () => server.ask({ query: '{ __typename }', [long]: 1 })],
    [
      'the name of an operation',
      () => server.ask({ query: '{ __typename }', operationName: long }),
    ],
    [
      'the names of operations',
      () =>
        server.ask({
          query: Array.from(
            { length: 400 },
            (_, index) => `query ${'o'.repeat(100)}${index} { __typename }`,
          ).join(' '),
        }),
    ],
    ['an address', () => fetch(`${server.url}/${path}`)],
    ['the address of a report', () => fetch(`${server.url}/reports/${path}.csv`)],
    ['a parameter of a report', () => fetch(`${server.url}/reports/cohorts.csv?${path}=1`)],
    ['a value of a report', () => fetch(`${server.url}/reports/cohorts.csv?level=${path}`)],
    [
      'values of a report',
      () => fetch(`${server.url}/reports/cohorts.csv?level=${path.replaceAll('yyyy', 'yyy,')}`),
    ],
    [
      'values of many parameters of a report',
      () =>
        fetch(
          `${server.url}/reports/cohorts.csv?${['level', 'code', 'as_of', 'certifier', 'occupation'].map((name) => `${name}=${path.slice(0, 1_500)}`).join('&')}`,
        ),
    ],
    ['a media type', () => server.ask({ query: '{ __typename }' }, { accept: path })],
    ['a content type', () => server.ask('x', { 'content-type': `text/${path}` })],
    [
      'a media type for a report',
      () => fetch(`${server.url}/reports/cohorts`, { headers: { accept: path } }),
    ],
  ];
  test.each(cases)('%s', async (what, send) => {
    const { status, bytes } = await told(await send());
    expect(status).toBeGreaterThanOrEqual(200);
    // Of many errors each has a place of its own.
    expect(bytes).toBeLessThan(/^(?:many errors|a variable of many)/.test(what) ? 2_500 : 1_500);
  });
});

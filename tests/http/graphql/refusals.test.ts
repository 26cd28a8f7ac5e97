import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { buildSchema, stripIgnoredCharacters } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOperations } from '../../../src/app.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

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
  readonly code: string;
  readonly message: string;
}

async function told(response: Response): Promise<Told> {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  const [first] = errors;
  return {
    status: response.status,
    code: first?.extensions.code ?? '',
    message: first?.message ?? '',
  };
}

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?${address}`, { headers });

test.each([
  ['@defer', '{ ... @defer { dataStatus { methodVersion } } }'],
  ['@stream', '{ certifications(first: 5) { nodes @stream { code } } }'],
])(
  '%s is told that answers come whole, and what to ask, whatever is accepted',
  async (name, query) => {
    const directive = `"${name}"`;
    for (const accept of ['application/json', 'multipart/mixed, application/json']) {
      const response = await server.ask({ query }, { accept });
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      const { code, message } = await told(response);
      expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(message).toBe(
        `Unknown directive ${directive}: answers come whole, and @include and @skip are accepted; ask what may come later as an operation of its own, beside the first.`,
      );
    }
    const none = await server.ask({ query }, { accept: 'multipart/mixed' });
    expect(none.status).toBe(406);
  },
);

describe('a request that is malformed is told what was given and what is accepted:', () => {
  const shape = '{"query": …, "variables": …, "operationName": …} is accepted';
  const cases: [string, () => Promise<Response>, string][] = [
    ['no query', () => server.ask({}), `neither query nor documentId was given: ${shape}`],
    ['an empty query', () => server.ask({ query: '' }), `query is empty: ${shape}`],
    ['no query by GET', () => get('variables={}'), 'neither query nor documentId was given'],
    ['a list', () => server.ask([{ query: '{ __typename }' }]), `the body is a list: ${shape}`],
    ['null', () => server.ask('null'), `the body is null: ${shape}`],
    ['a text', () => server.ask('"x"'), `the body is a string: ${shape}`],
    ['no JSON', () => server.ask('{"query": x}'), 'the body is not JSON ('],
    ['an empty body', () => server.ask(''), 'the body is not JSON (it is empty)'],
    [
      'no operation',
      () => server.ask({ query: 'fragment F on Query { __typename }' }),
      'the document has no operation: one is needed',
    ],
    [
      'the name of another operation',
      () => server.ask({ query: 'query A { __typename }', operationName: 'B' }),
      'operationName is "B" and the document has the operation A alone: give that name, or none',
    ],
    [
      'the name of an operation without one',
      () => server.ask({ query: '{ __typename }', operationName: 'B' }),
      'operationName is "B" and the operation of the document has no name: leave operationName out',
    ],
    [
      'no name of several',
      () => server.ask({ query: 'query A { __typename } query B { __typename }' }),
      'no operationName was given and the document has the operations A, B: name one of them',
    ],
    [
      'a mutation',
      () => server.ask({ query: 'mutation { __typename }' }),
      'a mutation was sent and nothing can be changed here: queries are accepted',
    ],
    [
      'an unknown parameter of an address',
      () => get('query={__typename}&varaibles={}'),
      'the parameter "varaibles" is not known: query, variables, operationName,',
    ],
    [
      'a query that is given twice',
      () => get('query={__typename}&query={dataStatus{publication}}'),
      'the parameter query is given several times: once is accepted',
    ],
    [
      'variables that are given twice beside a documentId',
      () => get(`documentId=sha256:${'0'.repeat(64)}&variables={}&variables={}`),
      'the parameter variables is given several times: once is accepted',
    ],
    [
      'an unknown parameter beside a documentId',
      () => get(`documentId=sha256:${'0'.repeat(64)}&first=3`),
      'the parameter "first" is not known',
    ],
    [
      'a body that is no UTF-8',
      () =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.from('{"query":"{ a(b: "\xe9") }"}', 'latin1'),
        }),
      'the body is not UTF-8',
    ],
  ];
  test.each(cases)('%s', async (_, send, message) => {
    expect(await told(await send())).toEqual({
      ...{ status: 400, code: 'BAD_REQUEST' },
      message: expect.stringContaining(message),
    });
  });

  test('a mutation by GET is 405', async () => {
    expect(await told(await get('query=mutation{__typename}'))).toMatchObject({ status: 405 });
  });

  test.each([
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['application/graphql', '{ __typename }'],
    ['text/plain', '{"query":"{ __typename }"}'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('a body of type %s is 415, naming both types that are accepted', async (type, body) => {
    const { status, message } = await told(await server.ask(body, { 'content-type': type }));
    expect(status).toBe(415);
    expect(message).toContain(JSON.stringify(type));
    expect(message).toContain('application/json is accepted, and application/graphql+json');
  });

  test('a compressed body is 415', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync('{"query":"{ __typename }"}'),
    });
    expect(await told(response)).toMatchObject({ status: 415 });
  });

  test.each(['application/json;q=0', 'text/event-stream', 'image/png'])(
    'an answer in %j is 406 by each door',
    async (accept) => {
      const [{ documentId } = { documentId: '' }] = (await readOperations()).list;
      const query = { query: '{ __typename }' };
      expect(await told(await server.ask(query, { accept }))).toMatchObject({ status: 406 });
      expect(await told(await get('query={__typename}', { accept }))).toMatchObject({
        status: 406,
      });
      expect(await told(await get(`documentId=${documentId}`, { accept }))).toMatchObject({
        status: 406,
      });
    },
  );

  test('an empty operationName is none', async () => {
    const response = await server.ask({ query: '{ __typename }', operationName: '' });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

test.each([
  '/metrics',
  '/health/live',
  '/health/ready',
  '/graphql/documents',
  '/graphql/schema',
  '/',
])('%s is read by GET alone', async (path) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const response = await fetch(server.url + path, { method });
    expect(response.headers.get('allow')).toContain('GET');
    expect(await told(response)).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
  }
});

test('an operation by the hash of its text alone is answered so that clients send the text', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const expected = {
    ...{ code: 'PERSISTED_QUERY_NOT_SUPPORTED', message: 'PersistedQueryNotSupported' },
  };
  expect(
    await told(await server.ask({ operationName: 'A', variables: {}, extensions })),
  ).toMatchObject(expected);
  expect(
    await told(await get(`extensions=${encodeURIComponent(JSON.stringify(extensions))}`)),
  ).toMatchObject(expected);
  const response = await server.ask({ query: '{ __typename }', extensions });
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});

test('where persisted operations alone are answered, their texts are known whatever the blanks in them', async () => {
  await using strict = await serveQuestions(database, schema, { persistedOperationsOnly: true });
  const { list } = await readOperations();
  const operation = list.find(({ variables }) => variables.length === 0);
  const query = operation?.text ?? '';
  const ways = [
    query,
    stripIgnoredCharacters(query),
    `# mine\n${query.replaceAll('\n', '\r\n  ')}`,
  ];
  for (const way of ways) expect((await strict.ask({ query: way })).status).toBe(200);
  const another = stripIgnoredCharacters(query).replace(/\{/, '{__typename ');
  for (const way of [another, '{ __typename', `${query} }`]) {
    expect(await told(await strict.ask({ query: way }))).toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('persisted operations are listed with their variables and text', async () => {
  const response = await fetch(`${server.url}/graphql/documents`);
  const list = (await response.json()) as { name: string; text: string; variables: unknown }[];
  const card = list.find(({ name }) => name === 'CertificationCard');
  expect(card?.text).toContain('query CertificationCard');
  expect(card?.variables).toContainEqual({ name: 'code', type: 'RegisterCode!' });
});

test('the schema is served as text', async () => {
  const response = await fetch(`${server.url}/graphql/schema`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const served = await response.text();
  expect(buildSchema(served).getQueryType()?.getFields()).toHaveProperty('certification');
  const again = await fetch(`${server.url}/graphql/schema`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

/** What a server writes back to raw bytes. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(bytes);
  return text(socket);
}

test('two headers Host are refused', async () => {
  const answer = await raw(
    'GET /graphql?query={__typename} HTTP/1.1\r\nHost: a\r\nHOST: b\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test.each(['//elsewhere.example/graphql?query={__typename}', '//graphql?query={__typename}'])(
  'nothing is served at %s',
  async (path) => {
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    );
  },
);

test.each(['/graphql/key=secret', '/graphql;key=secret', '/graphql&KEY=secret&x', '/key%3Dsecret'])(
  'a key in a path (%s) is not logged',
  async (path) => {
    const before = server.lines.length;
    await (await fetch(server.url + path)).text();
    const lines = JSON.stringify(server.lines.slice(before));
    expect(lines).toContain('request');
    expect(lines).not.toContain('secret');
  },
);

test('pages of other sites may send the headers that tools send', async () => {
  const wanted = [
    'traceparent',
    'tracestate',
    'baggage',
    'if-modified-since',
    'range',
    'x-api-key',
  ];
  const response = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted.join(','),
    },
  });
  const allowed = response.headers.get('access-control-allow-headers')?.split(', ');
  expect(allowed).toEqual(expect.arrayContaining(wanted));
});

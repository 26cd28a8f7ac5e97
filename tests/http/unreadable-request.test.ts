import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
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

/** What a server sends to these bytes until it closes the connection, or to what follows them. */
async function raw(bytes: string, rest = ''): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(bytes);
  if (rest !== '') setTimeout(() => socket.write(rest), 50);
  return text(socket);
}

interface Answer {
  readonly status: string;
  readonly headers: string;
  readonly body: unknown;
}

function parsed(answer: string): Answer {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [status = '', ...headers] = head.split('\r\n');
  return { status, headers: headers.join('\n').toLowerCase(), body: JSON.parse(body) };
}

const FILTER = `$filter=${'year%20eq%202020%20or%20'.repeat(2_000)}`;

describe('a head that is too long is an error in the form of its address:', () => {
  const long = (path: string) =>
    raw(`GET ${path}${FILTER} HTTP/1.1\r\nHost: a\r\nAccept-Language: fr\r\n\r\n`);

  test('of OData, with the limit', async () => {
    const { status, headers, body } = parsed(await long('/odata/cohorts?lang=fr&'));
    expect(status).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    expect(headers).toMatch(/^content-type: application\/json$/m);
    expect(headers).toMatch(/^odata-version: 4\.0$/m);
    expect(headers).toMatch(/^access-control-allow-origin: \*$/m);
    expect(headers).toMatch(/^cache-control: no-store$/m);
    expect(body).toEqual({
      error: { code: 'BAD_REQUEST', message: expect.stringMatching(/ont plus de 16384 octets/) },
    });
  });

  test('of reports', async () => {
    const { headers, body } = parsed(await long('/reports/cohorts.csv?labels=en&'));
    expect(headers).toMatch(/^content-type: application\/problem\+json; charset=utf-8$/m);
    expect(body).toMatchObject({
      ...{ status: 431, code: 'BAD_REQUEST', title: 'Request header fields too large' },
      detail: expect.stringMatching(/have more than 16384 bytes/),
    });
  });

  test('of all other doors', async () => {
    const { headers, body } = parsed(await long('/graphql?query='));
    expect(headers).toMatch(/^content-type: application\/json; charset=utf-8$/m);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('and reaches who is still sending', async () => {
    const begin = `GET /odata/cohorts?${FILTER.slice(0, 20_000)}`;
    const { status } = parsed(await raw(begin, FILTER.slice(20_000)));
    expect(status).toMatch(/^HTTP\/1\.1 431 /);
  });
});

test('what is no request of HTTP is told so', async () => {
  const { status, body } = parsed(await raw('FOO /reports HTTP/1.1\r\nHost: a\r\n\r\n'));
  expect(status).toBe('HTTP/1.1 400 Bad Request');
  expect(body).toMatchObject({
    code: 'BAD_REQUEST',
    detail: expect.stringContaining('cannot be read as HTTP/1.1 (Invalid method encountered)'),
  });
});

describe('an expectation that is not met is an error in the form of its address:', () => {
  const expecting = async (path: string, headers = '') =>
    parsed(await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nExpect: zz\r\n${headers}\r\n`));

  test.each([
    ['/odata/cohorts', 'application/json'],
    ['/reports/cohorts.csv', 'application/problem+json; charset=utf-8'],
    ['/graphql', 'application/json; charset=utf-8'],
  ])('%s', async (path, type) => {
    const { status, headers, body } = await expecting(path);
    expect(status).toBe('HTTP/1.1 417 Expectation Failed');
    expect(headers).toContain(`content-type: ${type}\n`);
    expect(JSON.stringify(body)).toContain(
      'the header Expect is \\"zz\\": 100-continue is accepted, or none',
    );
  });

  test('in the language of its reader', async () => {
    const { body } = await expecting('/reports', 'Accept-Language: fr\r\n');
    expect(body).toMatchObject({
      detail: 'l’en-tête Expect vaut "zz"\u00a0: 100-continue est accepté, ou aucun',
    });
  });
});

test('an answer that has begun is broken off, and no error is mixed into it', async () => {
  const query = encodeURIComponent('subscription { publicationPublished { number } }');
  const socket = connect(server.port, '127.0.0.1');
  let sent = '';
  socket.on('data', (piece) => {
    // The events go on; what comes behind the request is no request.
    if (sent === '') socket.write('not HTTP\r\n\r\n');
    sent += piece.toString();
  });
  socket.on('error', () => {});
  socket.write(
    `GET /graphql?query=${query} HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n`,
  );
  await new Promise((resolve) => {
    socket.on('close', resolve);
  });
  expect(sent).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(sent).not.toContain('HTTP/1.1 400');
});

test('names that are too long to be one are told as others that there are not', async () => {
  const name = 'a'.repeat(400);
  const model = await fetch(`${server.url}/models/${name}`);
  expect([model.status, await model.json()]).toMatchObject([
    404,
    { code: 'NOT_FOUND', detail: expect.stringMatching(/^"a{300}.* … .*, survey-access\.odc$/) },
  ]);
});

test.each([
  ['/models/%ff', 400],
  ['/models/nothing', 404],
  ['/publications', 404],
  ['/publications/', 404],
  ['/reports/%2e%2e%2fx.csv', 404],
])('an error at %s is a problem', async (path, status) => {
  const response = await fetch(`${server.url}${path}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchObject({ status, detail: expect.any(String) });
});

test('an address that nothing is at names every door', async () => {
  const { errors } = (await (await fetch(`${server.url}/nothing`)).json()) as {
    errors: { message: string }[];
  };
  for (const door of ['/odata/', '/models', '/mcp', '/reports', '/rapports']) {
    const [error] = errors;
    expect(error?.message).toContain(`${door},`);
    const accept = { accept: 'application/json, text/html;q=0.1' };
    const { status } = await fetch(`${server.url}${door}`, { headers: accept, redirect: 'manual' });
    expect([door, status]).toEqual([door, door === '/mcp' ? 405 : 200]);
  }
});

test.each([
  ['/datapackage.json?colour=1', 'colour is not known: no parameter is accepted here'],
  ['/models/odata.pbids?colour=1', 'colour is not known: lang is accepted'],
  ['/catalog.jsonld?colour=1', 'colour is not known: page, lang are accepted'],
])('a parameter that is none, at %s, is told what is accepted', async (path, detail) => {
  const response = await fetch(`${server.url}${path}`);
  expect([response.status, await response.json()]).toMatchObject([400, { detail }]);
});

test('a path without a name of a report repeats what was given', async () => {
  const response = await fetch(`${server.url}/reports/..%2f..%2fx.csv`);
  expect(await response.json()).toMatchObject({
    detail: expect.stringMatching(/^there is no report "[^"]+"/),
  });
});

test('the list of models is at its address with a slash at the end as well', async () => {
  const [plain, slashed] = await Promise.all(
    ['/models', '/models/'].map(async (path) => (await fetch(`${server.url}${path}`)).json()),
  );
  expect(slashed).toEqual(plain);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp } from './mcp-client.ts';

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
const CALL = { name: 'pooled_rates', arguments: { code: 'RNCP101' } };
const NEWEST = {
  'mcp-protocol-version': '2026-07-28',
  'mcp-method': 'tools/call',
  'mcp-name': 'pooled_rates',
};

const message = (method: string, params: object = {}, id: unknown = 1) => ({
  ...{ jsonrpc: '2.0', id, method, params },
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    session: response.headers.get('mcp-session-id'),
    // biome-ignore lint/suspicious/noExplicitAny: messages of several kinds.
    body: (text === '' ? null : JSON.parse(text)) as any,
    text,
  };
}

describe('a plain call is answered as the library of the protocol answers it', () => {
  // A member that is not plain has the library answer the same call.
  const odd = { 'accept-language': 'fr', accept: 'text/event-stream, application/json' };
  const variants: readonly (readonly [string, object, Record<string, string>])[] = [
    ['of the revision of 2025', CALL, { 'mcp-protocol-version': '2025-11-25' }],
    ['without a revision', CALL, {}],
    ['of the revision of 2026', { ...CALL, _meta: META }, NEWEST],
  ];
  test.each(variants)('%s', async (_, params, headers) => {
    const plain = await post(message('tools/call', params), headers);
    expect(plain.status).toBe(200);
    const library = await post(message('tools/call', params), {
      ...{ ...headers, ...odd, 'content-type': 'application/json; charset=utf-8' },
    });
    expect({ ...library, text: '' }).toEqual({ ...plain, text: '' });
    expect(plain.type).toBe('application/json; charset=utf-8');
  });

  test.each(variants)('when its arguments are wrong, %s', async (_, params, headers) => {
    const wrong = { ...params, arguments: { code: 'x' } };
    const plain = await post(message('tools/call', wrong), headers);
    const library = await post(message('tools/call', wrong), {
      ...{ ...headers, 'content-type': 'application/json; charset=utf-8' },
    });
    expect(plain.body.result.isError).toBe(true);
    expect({ ...library, text: '' }).toEqual({ ...plain, text: '' });
  });
});

test('a client begins by each revision, and gets no session', async () => {
  for (const mode of ['modern', 'legacy'] as const) {
    await using agent = await connectMcp(server.url, { mode });
    expect(agent.client.getServerVersion()).toMatchObject({ name: 'debouches' });
    expect(agent.client.getInstructions()).toContain('Ne donnez aucun taux sans son statut');
    expect((await agent.call('data_status')).isError).toBe(false);
  }
  const begun = await post(
    message('initialize', {
      ...{ protocolVersion: '2025-11-25', capabilities: {} },
      clientInfo: { name: 'test', version: '1' },
    }),
  );
  expect([begun.status, begun.session]).toEqual([200, null]);
  expect(begun.body.result.protocolVersion).toBe('2025-11-25');
  const notified = await post({ jsonrpc: '2.0', method: 'notifications/initialized' });
  expect([notified.status, notified.text]).toEqual([202, '']);
});

describe('what is no message is refused as JSON-RPC has it:', () => {
  test.each([
    ['no JSON', '{', {}, 400, -32_700],
    ['nothing', '', {}, 400, -32_700],
    ['a list of messages', [message('ping')], {}, 400, -32_600],
    ['a number', '7', {}, 400, -32_600],
    ['an object', { a: 1 }, {}, 400, null],
    ['a method that there is not', message('tools/cal'), {}, 200, -32_601],
    ['a tool that there is not', message('tools/call', { name: 'bench' }), {}, 200, -32_602],
    [
      'arguments that are no object',
      message('tools/call', { ...CALL, arguments: [] }),
      {},
      200,
      -32_602,
    ],
    ['another media type', message('ping'), { 'content-type': 'text/plain' }, 415, null],
    ['no stream accepted', message('tools/list'), { accept: 'text/html' }, 406, null],
    ['an unknown revision', message('ping'), { 'mcp-protocol-version': '1999-01-01' }, 400, null],
    [
      'headers that differ',
      message('tools/call', { ...CALL, _meta: META }),
      { ...NEWEST, 'mcp-name': 'benchmark' },
      400,
      -32_020,
    ],
  ] as const)('%s', async (_, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect([answer.status, answer.body.error.code]).toEqual([status, code ?? expect.any(Number)]);
    expect(answer.body.error.message).not.toBe('');
  });

  test('an unknown revision names those that are known, in both languages', async () => {
    const all = '2026-07-28, 2025-11-25, 2025-06-18, 2025-03-26, 2024-11-05, 2024-10-07';
    const given = { 'mcp-protocol-version': '1999-01-01' };
    const english = await post(message('ping'), { ...given, 'accept-language': 'en' });
    expect(english.body.error.message).toBe(
      `the header MCP-Protocol-Version is "1999-01-01": ${all} are accepted`,
    );
    // Later than any that is known, or no revision at all.
    for (const later of ['2027-01-01', 'zz', 'z'.repeat(5_000)]) {
      const answer = await post(message('tools/list'), { 'mcp-protocol-version': later });
      expect([answer.status, answer.text.length < 1_000]).toEqual([400, true]);
      expect(answer.body.error.message).toContain(`${all} sont acceptés`);
    }
    const french = await post(message('ping'), given);
    expect(french.body.error.message).toBe(
      `l’en-tête MCP-Protocol-Version vaut "1999-01-01"\u00a0: ${all} sont acceptés`,
    );
  });

  test.each(['2024-11-05', '2024-10-07'])(
    'a call by the revision of %s is answered',
    async (revision) => {
      const begun = await post(
        message('initialize', {
          ...{ protocolVersion: revision, capabilities: {} },
          clientInfo: { name: 'old', version: '1' },
        }),
      );
      expect(begun.body.result.protocolVersion).toBe(revision);
      const called = await post(message('tools/call', CALL), { 'mcp-protocol-version': revision });
      expect([called.status, called.body.result.isError ?? false]).toEqual([200, false]);
    },
  );

  test('an address that lists tools that there are not', async () => {
    const response = await fetch(`${server.url}/mcp?tools=benchmark,benchmrk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify(message('tools/list')),
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(/^tools has "benchmrk", which is no tool: certification_card, /);
  });

  test('a body that is too large', async () => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message('ping', { text: 'x'.repeat(1_100_000) })),
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('REQUEST_ENTITY_TOO_LARGE');
  });

  test.each(['GET', 'DELETE', 'PUT'])('%s', async (method) => {
    const response = await fetch(`${server.url}/mcp`, {
      method,
      headers: { accept: 'text/event-stream', 'accept-language': 'en' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32_000 } });
  });
});

describe('a page of a browser', () => {
  const ping = message('tools/list');
  test.each([
    ['of another site', { origin: 'https://example.org' }, 200],
    [
      'of another site with a password',
      { origin: 'https://example.org', authorization: 'Basic eDp5' },
      403,
    ],
    [
      'of the server with a password',
      { origin: 'http://SERVER', authorization: 'Basic eDp5' },
      200,
    ],
    ['without a site', { origin: 'null' }, 403],
    ['with an origin that is none', { origin: 'nowhere' }, 403],
  ])('%s: %o is answered with %d', async (_, headers, status) => {
    const given = { ...headers, origin: headers.origin.replace('http://SERVER', server.url) };
    expect((await post(ping, given)).status).toBe(status);
  });

  test('asks with the headers of the protocol', async () => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'mcp-protocol-version, mcp-method, mcp-name',
      },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const allowed = response.headers.get('access-control-allow-headers');
    for (const name of ['mcp-protocol-version', 'mcp-method', 'mcp-name']) {
      expect(allowed).toContain(name);
    }
  });
});

test('wrong arguments are told to who calls: what was given, what is accepted, what is near', async () => {
  await using agent = await connectMcp(server.url, { headers: { 'accept-language': 'en' } });
  const messages = async (name: string, given: Record<string, unknown>) => {
    const { isError, text, errors } = await agent.call(name, given);
    expect(isError).toBe(true);
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', message: text.split('\n')[0] });
    return text;
  };
  expect(await messages('benchmark', { cod: 'RNCP101' })).toMatch(
    /^benchmark has no argument "cod": code, indicator.* are accepted; did you mean code\?$/,
  );
  expect(await messages('ending_registrations', { first: 101 })).toBe(
    'first is 101: a number of rows from 1 to 100 is accepted',
  );
  expect(await messages('benchmark', { code: 'RNCP101', language: 'de' })).toBe(
    'language is "de": fr and en are accepted',
  );
  expect(await messages('benchmark', { code: 'RNCP101', publication: 'x' })).toContain('"x"');
  expect(await messages('benchmark', {})).toBe('benchmark needs code, which is not given');
  expect(
    await messages('insertion_by_dimensions', { groupBy: ['LEVEL'], filter: { yaer: 1 } }),
  ).toMatch(/^filter has no member "yaer": .*year.* are accepted; did you mean year\?$/);
  expect(await messages('benchmark', { code: 'RNCP101', knownOn: 'x', language: 'fr' })).toMatch(
    /^knownOn : « x » n’est pas/,
  );
  expect(await messages('benchmark', { code: 'zzz', language: 'fr' })).toContain(
    '« zzz » n’est pas',
  );
  expect(await messages('benchmark', { code: 'RNCP101', indicator: 'GLOBAL' })).toContain(
    'GLOBAL_6_MONTHS',
  );
  const { errors } = await agent.call('ending_registrations', { certifiers: ['111111111'] });
  expect(errors[0]).toMatchObject({ argument: expect.stringContaining('certifiers') });
});

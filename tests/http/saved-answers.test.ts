import { once } from 'node:events';
import { get, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { SavedDocuments } from '../../src/http/saved-documents.ts';
import { createScratch, describeEachEngine, openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';
import { QUESTION_TEXTS, savedDocuments } from './saved-folder.ts';

const NOON = '2026-11-02T12:00:00Z';

let documents: SavedDocuments;
let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  documents = await savedDocuments(QUESTION_TEXTS);
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, undefined, { documents });
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

function idOf(name: string): string {
  const found = documents.list.find((each) => each.name === name);
  if (!found) throw new Error(`no document is named ${name}`);
  return found.documentId;
}

/** Address of a saved document. */
function addressOf(
  { url }: QuestionServer,
  name: string,
  parameters: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ documentId: idOf(name), ...parameters });
  return `${url}/graphql?${search}`;
}

const ask = (name: string, parameters?: Record<string, string>, init?: RequestInit) =>
  fetch(addressOf(server, name, parameters), init);

/** Whether an answer was in memory, as it says itself. */
function cacheOf(response: Response): string | undefined {
  return /^cache;desc=(hit|miss), total;dur=\d+\.\d\d$/.exec(
    response.headers.get('server-timing') ?? '',
  )?.[1];
}

/** An answer as it comes over the wire, still packed. */
async function raw(url: string, headers: Record<string, string>, method = 'GET') {
  const sent = request(url, { method, headers });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

describe('a saved document', () => {
  test('is asked for by its id, with variables, by GET and by POST', async () => {
    const variables = { number: 3 };
    const byGet = await ask('Positive', { variables: JSON.stringify(variables) });
    expect([byGet.status, await byGet.json()]).toEqual([200, { data: { positive: 3 } }]);
    const byPost = await server.ask({ documentId: idOf('Positive'), variables });
    expect([byPost.status, await byPost.json()]).toEqual([200, { data: { positive: 3 } }]);
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
    const response = await fetch(`${server.url}/graphql?query=${query}&note=documentId=x`);
    expect(await response.json()).toEqual({ data: { today: '2026-11-02' } });
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

describe('an answer in memory', () => {
  test('is the answer, with the headers and the log of any other', async () => {
    const variables = '{"number": 4242}';
    const first = await ask('Positive', { variables });
    const second = await ask('Positive', { variables }, { headers: { 'x-request-id': 'again' } });
    expect([cacheOf(first), cacheOf(second)]).toEqual(['miss', 'hit']);
    expect(await second.text()).toBe(await first.text());
    const [one, other] = [first, second].map(({ headers }) => Object.fromEntries(headers));
    const own = ['x-request-id', 'server-timing', 'date'];
    for (const name of own) delete one?.[name];
    for (const name of own) delete other?.[name];
    expect(other).toEqual(one);
    expect(one).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('etag, server-timing'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept, accept-encoding',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    expect(second.headers.get('x-request-id')).toBe('again');
    expect(server.lines).toMatchObject([
      { operation: 'Positive', cache: 'miss', status: 200 },
      {
        operation: 'Positive',
        cache: 'hit',
        status: 200,
        requestId: 'again',
        ms: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(server.lines)).not.toContain('4242');
  });

  test('is found for any spelling of the same variables, and parameters that mean nothing', async () => {
    await ask('Positive', { variables: '{"number": 12, "more": {"b": 1, "a": 2}}' });
    const variables = '{ "more":{"a":2,"b":1},\n"number":12}';
    expect(cacheOf(await ask('Positive', { variables, _: '1730000000' }))).toBe('hit');
    expect(cacheOf(await ask('Positive', { variables: '{"number": 13}' }))).toBe('miss');
  });

  test('differs by media type, not in what it says', async () => {
    const variables = '{"number": 14}';
    const accept = 'application/graphql-response+json';
    const plain = await ask('Positive', { variables });
    const newest = await ask('Positive', { variables }, { headers: { accept } });
    expect(newest.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(newest.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(await newest.text()).toBe(await plain.text());
  });

  test('is not sent again to who has it', async () => {
    const etag = (await ask('Served')).headers.get('etag') ?? '';
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await ask('Served', {}, { headers: { 'if-none-match': given } });
      expect([response.status, await response.text()]).toEqual([304, '']);
      expect(response.headers.get('etag')).toBe(etag);
      expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(response.headers.get('content-type')).toBeNull();
    }
    const other = await ask('Served', {}, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('has its ETag whether it is in memory or not', async () => {
    await using fresh = await serveQuestions(database, undefined, { documents, cacheBytes: 0 });
    const url = addressOf(fresh, 'Served');
    const [first, second] = [await fetch(url), await fetch(url)];
    expect([cacheOf(first), cacheOf(second)]).toEqual(['miss', 'miss']);
    const etag = (await ask('Served')).headers.get('etag') ?? '';
    expect([first, second].map(({ headers }) => headers.get('etag'))).toEqual([etag, etag]);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('answers HEAD with its headers alone', async () => {
    const url = addressOf(server, 'Served');
    const whole = await raw(url, {});
    const head = await raw(url, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.byteLength).toBe(0);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(head.headers['content-length']).toBe(`${whole.body.byteLength}`);
    const refused = await raw(`${server.url}/graphql?documentId=x`, {}, 'HEAD');
    expect([refused.status, refused.body.byteLength]).toEqual([400, 0]);
  });

  test('with errors in its fields is told and not kept', async () => {
    for (const _ of [1, 2]) {
      const response = await ask('Fault');
      expect(response.status).toBe(200);
      expect(cacheOf(response)).toBe('miss');
      expect(response.headers.get('etag')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({
        data: { fault: null, today: '2026-11-02' },
        errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
    }
    expect(server.lines.filter(({ msg }) => msg === 'request')).toMatchObject([
      { codes: ['INTERNAL_SERVER_ERROR'] },
      { codes: ['INTERNAL_SERVER_ERROR'] },
    ]);
  });

  test('is not made of what read no publication', async () => {
    for (const _ of [1, 2]) expect(cacheOf(await ask('Schema'))).toBe('miss');
  });
});

test('an answer worth it is packed as the client likes best, and says so', async () => {
  const long = Array.from({ length: 200 }, (_, index) => `field${index}: today`).join('\n');
  const saved = await savedDocuments([`query Long { ${long} }`, 'query Short { today }']);
  await using packing = await serveQuestions(database, undefined, { documents: saved });
  const [of, short] = saved.list.map(
    ({ documentId }) => `${packing.url}/graphql?documentId=${documentId}`,
  );
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (each: Buffer) => each };
  const tags = new Set<unknown>();
  for (const _ of [1, 2])
    for (const [accepted, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', 'identity'],
    ] as const) {
      const { headers, body } = await raw(of ?? '', { 'accept-encoding': accepted });
      expect(headers['content-encoding'] ?? 'identity').toBe(coding);
      expect(headers['content-length']).toBe(`${body.byteLength}`);
      expect(Object.keys(JSON.parse(unpack[coding](body).toString()).data)).toHaveLength(200);
      tags.add(headers.etag);
    }
  expect(tags.size).toBe(3);
  const { headers } = await raw(short ?? '', { 'accept-encoding': 'gzip' });
  expect(headers['content-encoding']).toBeUndefined();
});

test('at midnight in Paris an answer of the day before is not given any more', async () => {
  let now = '2026-11-02T22:59:59.999Z';
  await using server = await serveQuestions(database, undefined, {
    documents,
    clock: () => new Date(now),
  });
  const url = addressOf(server, 'Served');
  const before = await fetch(url);
  expect(cacheOf(await fetch(url))).toBe('hit');
  expect(await before.json()).toMatchObject({ data: { today: '2026-11-02' } });
  now = '2026-11-02T23:00:00.000Z';
  const etag = before.headers.get('etag') ?? '';
  const after = await fetch(url, { headers: { 'if-none-match': etag } });
  expect([after.status, cacheOf(after)]).toEqual([200, 'miss']);
  expect(await after.json()).toMatchObject({ data: { today: '2026-11-03' } });
});

test('an answer begun before midnight and asked for after it is that of the day it began on', async () => {
  let now = '2026-11-02T22:59:59.999Z';
  const saved = await savedDocuments(['query SlowDay { slow today }']);
  await using server = await serveQuestions(database, undefined, {
    documents: saved,
    clock: () => new Date(now),
  });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: slow, resolve: onSlow } = Promise.withResolvers<void>();
  Object.assign(server.levers, { gate, onSlow });
  const url = `${server.url}/graphql?documentId=${saved.list[0]?.documentId}`;
  const begun = fetch(url);
  await slow;
  now = '2026-11-02T23:00:00.000Z';
  open();
  expect(await (await begun).json()).toMatchObject({ data: { today: '2026-11-02' } });
  const after = await fetch(url);
  expect(cacheOf(after)).toBe('miss');
  expect(await after.json()).toMatchObject({ data: { today: '2026-11-03' } });
});

/** Waits until so many requests were told that their answer is not in memory. */
async function untilAsked({ url }: QuestionServer, count: number): Promise<void> {
  const misses = `debouches_cache_lookups_total{result="miss"} ${count}\n`;
  while (!(await (await fetch(`${url}/metrics`)).text()).includes(misses));
}

describe('those who ask the same at the same time', () => {
  /** A server whose field `slow` waits, with the number of times it was asked. */
  async function held() {
    const server = await serveQuestions(database, undefined, { documents });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: slow, resolve } = Promise.withResolvers<void>();
    let executions = 0;
    server.levers.gate = gate;
    server.levers.onSlow = () => {
      executions += 1;
      resolve();
    };
    return { server, open, slow, executions: () => executions };
  }

  test('have it executed once', async () => {
    const { server, open, slow, executions } = await held();
    await using _ = server;
    const url = addressOf(server, 'Slow');
    const asked = Array.from({ length: 5 }, () => fetch(url));
    await slow;
    open();
    for (const response of await Promise.all(asked)) {
      expect(await response.json()).toEqual({ data: { slow: 1, publication: 1 } });
    }
    expect(executions()).toBe(1);
  });

  test('do not suffer from one who leaves', async () => {
    const { server, open, slow, executions } = await held();
    await using _ = server;
    const url = addressOf(server, 'Slow');
    const first = get(url).on('error', () => {});
    await slow;
    const second = get(url);
    await untilAsked(server, 2);
    first.destroy();
    const asked = () => server.lines.filter(({ path }) => path === '/graphql');
    while (asked().length < 1) await new Promise(setImmediate);
    expect(asked()).toMatchObject([
      { operation: 'Slow', status: 499, codes: ['CLIENT_CLOSED_REQUEST'] },
    ]);
    open();
    const [answer] = (await once(second, 'response')) as [IncomingMessage];
    expect(JSON.parse((await buffer(answer)).toString())).toEqual({
      data: { slow: 1, publication: 1 },
    });
    expect(executions()).toBe(1);
  });
});

describeEachEngine('a new publication', (openDatabase) => {
  test('is seen by the next request, however often the old one was answered from memory', async () => {
    const database = await openDatabase();
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, {
      documents,
      clock: () => new Date(NOON),
    });
    const url = addressOf(server, 'Served');
    const first = await fetch(url);
    expect(await first.json()).toMatchObject({ data: { publication: 1 } });
    expect(cacheOf(await fetch(url))).toBe('hit');
    await publishSmallRegister(database, 2);
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([second.status, cacheOf(second)]).toEqual([200, 'miss']);
    expect(await second.json()).toMatchObject({ data: { publication: 2 } });
    expect(cacheOf(await fetch(url))).toBe('hit');
  });

  test('that another version of the program derives anew is another one', async () => {
    const database = await openDatabase();
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, { documents });
    const url = addressOf(server, 'Served');
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect(cacheOf(await fetch(url))).toBe('hit');
    {
      await using session = await database.session();
      const next = { derivation: sql<number>`derivation + 1` };
      await session.db.updateTable('publication').set(next).execute();
    }
    const second = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([second.status, cacheOf(second)]).toEqual([200, 'miss']);
  });

  test('while nothing was published yet is told as for any question, and seen once there is one', async () => {
    const database = await openDatabase();
    await using server = await serveQuestions(database, undefined, { documents });
    const url = addressOf(server, 'Served');
    const none = await fetch(url);
    expect(none.status).toBe(503);
    expect(await none.json()).toMatchObject({
      errors: [{ extensions: { code: 'NO_PUBLICATION' } }],
    });
    await publishSmallRegister(database);
    expect((await fetch(url)).status).toBe(200);
  });
});

const SERVER = process.env['TEST_DATABASE_URL'];

test.skipIf(!SERVER)(
  'on PostgreSQL the statement of an answer that nobody waits for any more is cancelled',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, { documents });
    const { promise: asleep, resolve } = Promise.withResolvers<void>();
    server.levers.onSlow = resolve;
    const asked = [1, 2].map(() => get(addressOf(server, 'Sleep')).on('error', () => {}));
    await asleep;
    await untilAsked(server, 2);
    await using session = await database.session();
    const sleeping = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state = 'active'
          and query like '%pg_sleep(5)%' and pid <> pg_backend_pid()`.execute(session.db);
      return rows[0]?.count;
    };
    while ((await sleeping()) === 0) await setTimeout(10);
    asked[0]?.destroy();
    while (server.lines.filter(({ status }) => status === 499).length < 1) await setTimeout(10);
    expect(await sleeping()).toBe(1);
    asked[1]?.destroy();
    const began = performance.now();
    while ((await sleeping()) !== 0) await setTimeout(10);
    // By itself it would have ended after five seconds.
    expect(performance.now() - began).toBeLessThan(3_000);
  },
);

test.skipIf(!SERVER)(
  'on PostgreSQL an answer begun before a publication is not given after it',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, { documents });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: slow, resolve: onSlow } = Promise.withResolvers<void>();
    Object.assign(server.levers, { gate, onSlow });
    const url = addressOf(server, 'Slow');
    const begun = fetch(url);
    await slow;
    await publishSmallRegister(database, 2);
    const after = fetch(url);
    await untilAsked(server, 2);
    open();
    expect(await (await begun).json()).toEqual({ data: { slow: 1, publication: 1 } });
    expect(await (await after).json()).toEqual({ data: { slow: 1, publication: 2 } });
    const again = await fetch(url);
    expect(cacheOf(again)).toBe('hit');
    expect(await again.json()).toEqual({ data: { slow: 1, publication: 2 } });
  },
);

test.skipIf(!SERVER)(
  'on PostgreSQL an answer in memory does not wait for questions, which wait for each other',
  async () => {
    await using database = await createScratch(SERVER ?? '');
    await publishSmallRegister(database);
    await using server = await serveQuestions(database, undefined, {
      documents,
      requestTimeout: 3_000,
      questionsRunning: 10,
    });
    const url = addressOf(server, 'Served');
    await fetch(url);
    let sleeping = 0;
    server.levers.onSlow = () => {
      sleeping += 1;
    };
    const held = Array.from({ length: 12 }, (_, index) =>
      server.ask({ query: `query Hold${index} { sleep }` }),
    );
    while (sleeping < 10) await new Promise(setImmediate);
    expect(database.connections()).toEqual({ total: 10, idle: 0 });
    const { url: base } = server;
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toContain('debouches_questions{state="running"} 10');
    expect(metrics).toContain('debouches_questions{state="waiting"} 2');
    const response = await fetch(url);
    expect(cacheOf(response)).toBe('hit');
    expect(database.connections()).toMatchObject({ idle: 0 });
    await Promise.all(held);
  },
);

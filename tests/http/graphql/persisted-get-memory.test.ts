import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { persistedOperations } from '../persisted-folder.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import {
  addressOf,
  cacheOf,
  openSmallRegister,
  operations,
  serveSavedDocuments,
} from './saved-documents.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openSmallRegister();
  server = await serveSavedDocuments(database);
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = (name: string, parameters?: Record<string, string>, init?: RequestInit) =>
  fetch(addressOf(server, name, parameters), init);

/** An answer as it comes over the wire, still packed. */
async function raw(url: string, headers: Record<string, string>, method = 'GET') {
  const sent = request(url, { method, headers });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

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
      'access-control-expose-headers': expect.stringMatching(/\betag\b.*\bserver-timing\b/),
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
    await using fresh = await serveQuestions(database, undefined, { operations, cacheBytes: 0 });
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
  const saved = await persistedOperations([`query Long { ${long} }`, 'query Short { today }']);
  await using packing = await serveQuestions(database, undefined, { operations: saved });
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

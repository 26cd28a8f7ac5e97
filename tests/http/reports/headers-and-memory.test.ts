import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parisDate } from '../../../src/domain/calendar.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { describeEachEngine } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { askReports, problem, publishLongRegister, serveLongRegister } from './report-server.ts';

describeEachEngine('reports on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    server = await serveLongRegister(database);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    askReports(server, path, headers, method);

  test('say what they are in their headers', async () => {
    const response = await ask('/cohorts.csv?limit=3');
    await response.text();
    const { headers } = response;
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="debouches-cohorts-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('link')).toBe(
      '</reports/cohorts/schema>; rel="describedby", </about.json>; rel="license"',
    );
    expect(headers.get('etag')).toMatch(/^"[\w-]{16,}"$/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  test('are not sent again to who has them', async () => {
    const path = '/cohorts.json?level=6&as_of=2026-11-24';
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await ask(path, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await ask(path, { 'if-none-match': `W/${etag}` })).status).toBe(304);
    expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    const since = first.headers.get('last-modified') ?? '';
    expect((await ask(path, { 'if-modified-since': since })).status).toBe(304);
    const before = new Date(Date.parse(since) - 1000).toUTCString();
    expect((await ask(path, { 'if-modified-since': before })).status).toBe(200);
    // In another form, of other rows or of another day it is another answer.
    const others = ['.csv?level=6&as_of=2026-11-24', '.json?level=7&as_of=2026-11-24'];
    others.push('.json?level=6&as_of=2026-11-25', '.json?level=6&as_of=2026-11-24&limit=5');
    for (const other of others) {
      expect((await ask(`/cohorts${other}`, { 'if-none-match': etag })).status).toBe(200);
    }
    // The order of parameters and what is empty mean nothing.
    const same = '/cohorts.json?as_of=2026-11-24&register=&level=6';
    expect((await ask(same, { 'if-none-match': etag })).status).toBe(304);
  });

  test('of a publication are kept for a day, on its day; one that there is not is refused', async () => {
    const status = (await (await ask('/cohorts.json?limit=1')).json()) as {
      publication: number;
      published_at: string;
    };
    const kept = await ask(`/cohorts.json?limit=1&publication=${status.publication}`);
    expect(kept.headers.get('cache-control')).toBe('public, max-age=86400');
    const { as_of } = (await kept.json()) as { as_of: string };
    expect(parisDate(new Date(status.published_at))).toBe(as_of);
    const unknown = await ask('/cohorts.json?publication=999');
    expect(unknown.status).toBe(400);
    expect((await problem(unknown)).detail).toMatch(/^there is no publication 999: \d+ \(of /);
  });

  test('are packed as the client likes it, and as files', async () => {
    const bytes = async (path: string, coding: string) => {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      get(`${server.url}/reports${path}`, { headers: { 'accept-encoding': coding } }, resolve).on(
        'error',
        reject,
      );
      const response = await promise;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return { headers: response.headers, body: Buffer.concat(chunks) };
    };
    const path = '/cohorts.csv?code=RNCP500';
    const plain = await bytes(path, 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const gzip = await bytes(path, 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    const brotli = await bytes(path, 'gzip, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
    const file = await bytes('/cohorts.csv.gz?code=RNCP500', 'gzip');
    expect([file.headers['content-type'], file.headers['content-encoding']]).toEqual([
      'application/gzip',
      undefined,
    ]);
    expect(file.headers['content-disposition']).toMatch(/\.csv\.gz"$/);
    expect(gunzipSync(file.body)).toEqual(plain.body);
    const parquet = await bytes('/cohorts.parquet?code=RNCP500', 'gzip, br');
    expect(parquet.headers['content-encoding']).toBeUndefined();
  });

  test('take a key in the query string, which is no parameter and no part of what is kept', async () => {
    const key = 'a-key-of-a-tool';
    const sha256 = createHash('sha256').update(key).digest('hex');
    const apiKeys = [{ name: 'power-bi', sha256 }];
    await using guarded = await serveQuestions(database, schema, { apiKeys });
    const read = (query: string) => fetch(`${guarded.url}/reports/cohorts.csv?limit=1${query}`);
    const open = await read('');
    const keyed = await read(`&key=${key}`);
    expect([open.status, keyed.status]).toEqual([200, 200]);
    expect(keyed.headers.get('etag')).toBe(open.headers.get('etag'));
    expect(keyed.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
    const wrong = await read('&key=another');
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(JSON.stringify(guarded.lines)).not.toContain(key);
  });

  test('are counted in the metrics by their names and rows', async () => {
    await using counted = await serveQuestions(database, schema);
    for (const path of ['cohorts.csv?limit=7', 'cohorts.csv?limit=7', 'cohort.csv']) {
      await (await fetch(`${counted.url}/reports/${path}`)).text();
    }
    const metrics = await (await fetch(`${counted.url}/metrics`)).text();
    expect(metrics).toContain('debouches_requests_total{operation="cohorts",status="200"} 2');
    // The second answer was in memory: its rows were sent all the same.
    expect(metrics).toContain('debouches_report_rows_total{report="cohorts"} 14');
    expect(metrics).not.toContain('"cohort"');
  });

  test('are kept in memory until another register is published, and on their day alone', async () => {
    let now = new Date('2026-11-24T22:59:00Z');
    await using kept = await serveQuestions(database, schema, { clock: () => now });
    const address = `${kept.url}/reports/cohorts.json?code=RNCP101`;
    const read = async () => {
      // Publishing blocks the embedded database for longer than a connection is kept open.
      const response = await fetch(address, { headers: { connection: 'close' } });
      const body = (await response.json()) as { as_of: string; publication: number };
      const cache = /desc=(\w+)/.exec(response.headers.get('server-timing') ?? '')?.[1];
      return { cache, body, etag: response.headers.get('etag') };
    };
    const first = await read();
    expect([first.cache, first.body.as_of]).toEqual(['miss', '2026-11-24']);
    expect(await read()).toEqual({ ...first, cache: 'hit' });
    now = new Date('2026-11-24T23:00:00Z');
    const next = await read();
    expect([next.cache, next.body.as_of]).toEqual(['miss', '2026-11-25']);
    expect(next.etag).not.toBe(first.etag);
    await publishLongRegister(database);
    let later = await read();
    // It is seen some seconds later at most.
    while (later.body.publication === first.body.publication) later = await read();
    expect(later.cache).toBe('miss');
    expect(later.body.publication).toBeGreaterThan(first.body.publication);
    const log = kept.lines
      .filter((line) => line['path'] === '/reports/cohorts.json')
      .map((line) => [line['operation'], line['format'], line['rows'], line['cache']]);
    expect([...log.slice(0, 3), log.at(-1)]).toEqual([
      ['cohorts', 'json', 3, 'miss'],
      ['cohorts', 'json', 3, 'hit'],
      ['cohorts', 'json', 3, 'miss'],
      ['cohorts', 'json', 3, 'miss'],
    ]);
  });
});

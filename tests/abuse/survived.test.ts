import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { runCli, startCli, waitFor } from '../cli/run-cli.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  serveQuestions,
} from '../http/question-server.ts';
import { writeExport } from '../ingest/publish/killed-imports.ts';
import { openMigratedPglite } from '../support/database.ts';
import { inFull } from '../support/in-full.ts';

let database: Database;
let server: QuestionServer;
let now = new Date('2026-11-02T12:00:00Z');

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, schema, { clock: () => now });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** What a server writes back to raw bytes, until it closes the connection. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

const isAlive = async () => {
  const response = await fetch(`${server.url}/health/live`);
  await response.arrayBuffer();
  return response.status;
};

describe('a request that two readers may read in two ways is refused:', () => {
  const odd: readonly [string, string][] = [
    ['two Host headers', 'GET /about.json HTTP/1.1\r\nHost: a\r\nHost: b'],
    ['two Host headers, written otherwise', 'GET /about.json HTTP/1.1\r\nHost: a\r\nhOST: a'],
    ['no Host header', 'GET /about.json HTTP/1.1'],
    [
      'a length and a transfer coding',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked',
    ],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4'],
    ['a blank before the colon', 'GET /about.json HTTP/1.1\r\nHost : a'],
    ['a header over two lines', 'GET /about.json HTTP/1.1\r\nHost: a\r\nX: a\r\n b'],
    ['a control character in a header', 'GET /about.json HTTP/1.1\r\nHost: a\r\nX: a\u0001'],
  ];
  test.each(odd)('%s', async (_, request) => {
    expect(await raw(`${request}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await isAlive()).toBe(200);
  });

  test('a path that begins with two slashes is no host', async () => {
    const answer = await raw(
      'GET //host/graphql?query={__typename} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('__typename');
  });
});

test.each([
  '/graphql/key=',
  '/graphql;key=',
  '/key=',
  '/reports/key=',
  '/%6Bey=',
  '/reports/cohorts.csv&key=',
])('a key written into the path, %s…, is in no line of the log and in no answer', async (path) => {
  const key = 'Zm9yLXRoZS1sb2c-4242';
  const response = await fetch(`${server.url}${path}${key}`);
  expect(response.status).toBeGreaterThanOrEqual(400);
  await response.arrayBuffer();
  expect(server.lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(server.lines)).not.toContain(key);
});

test('300 clients that leave in the middle of an answer leave nothing behind', async () => {
  for (let round = 0; round < 300; round++) {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const path =
      round % 2 ? '/reports/certifications.csv' : '/graphql?query={certifications{nodes{title}}}';
    socket.on('error', () => {});
    // Some leave before they have asked, some before the answer, some in the middle of it.
    const isWhole = round % 3 !== 0;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n${isWhole ? '\r\n' : ''}`);
    if (isWhole && round % 5 === 0) await once(socket, 'data');
    socket.destroy();
  }
  expect(await isAlive()).toBe(200);
  const after = await fetch(`${server.url}/reports/certifications.csv`);
  expect([after.status, (await after.text()).split('\n').length]).toEqual([200, 14]);
  expect(server.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}, 60_000);

test('a clock that jumps changes what a day decides, and back again', async () => {
  const answers = async (instant: string) => {
    now = new Date(instant);
    const report = await fetch(`${server.url}/reports/certifications.csv`);
    const query =
      '{ certifications(filter: { active: true }) { totalCount } dataStatus { exportedOn } }';
    const response = await server.ask({ query });
    return [
      report.status,
      report.headers.get('etag'),
      await report.text(),
      response.status,
      await response.text(),
    ];
  };
  const first = await answers('2026-11-02T12:00:00Z');
  const far = await answers('2041-03-01T00:00:00Z');
  const past = await answers('1999-12-31T23:59:59Z');
  for (const [status, , , asked] of [first, far, past]) expect([status, asked]).toEqual([200, 200]);
  expect(far[2]).not.toBe(first[2]);
  expect(await answers('2026-11-02T12:00:01Z')).toEqual(first);
});

test(
  `${inFull(16, 64)} reports at once are sent under a heap of 192 MB`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'debouches-heap-'));
    try {
      const env = {
        ...{ DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'error' },
        NODE_OPTIONS: '--max-old-space-size=192',
      };
      const file = await writeExport(folder, {
        day: '2026-01-01',
        seed: 1,
        fiches: inFull(500, 6_000),
      });
      expect(await runCli(['import', file], env)).toMatchObject({ code: 0 });
      const child = startCli(['serve'], env);
      const [, port] = (await waitFor(child, /localhost:(\d+)\/graphql/)) ?? [];
      const endings = ['blocks.csv', 'certifications.xlsx', 'partners.json', 'cohorts.parquet'];
      const statuses = await Promise.all(
        Array.from({ length: inFull(16, 64) }, async (_, index) => {
          const response = await fetch(
            `http://127.0.0.1:${port}/reports/${endings[index % 4]}?limit=${100_000 + index}`,
          );
          const { byteLength } = await response.arrayBuffer();
          return [response.status, byteLength > 1_000];
        }),
      );
      for (const status of statuses) expect(status).toEqual([200, true]);
      child.process.kill('SIGTERM');
      expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  inFull(120_000, 600_000),
);

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openMigratedPglite } from '../support/database.ts';
import { blockWith, ficheWith, publishFiches } from '../support/factories.ts';
import { type QuestionServer, type Settings, serveQuestions } from './question-server.ts';

/** Blocks with texts that cannot be compressed: more than the buffers between two sockets take. */
const FICHES = Array.from({ length: 8 }, (_, index) =>
  ficheWith({
    code: `RNCP${500 + index}`,
    activeFlag: true,
    blocks: Array.from({ length: 60 }, (_block, place) =>
      blockWith(`RNCP${500 + index}BC${place}`, `Bloc ${place}`, {
        skills: randomBytes(15_000).toString('hex'),
      }),
    ),
  }),
);

let database: Database;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, FICHES);
}, 120_000);

afterAll(() => database?.[Symbol.asyncDispose]());

const serve = (settings: Settings) =>
  serveQuestions(database, schema, { cacheBytes: 0, ...settings });

const QUERY = '{ certifications(first: 8) { nodes { code blocks { code skills } } } }';

/** Answers that are large, by how they are sent. */
const LARGE = {
  'a report': { method: 'GET', path: '/reports/blocks.csv' },
  'a report in JSON': { method: 'GET', path: '/reports/blocks.json' },
  'a compressed report': { method: 'GET', path: '/reports/blocks.csv.gz' },
  'a workbook': { method: 'GET', path: '/reports/blocks.xlsx' },
  'a file that was written before': { method: 'GET', path: '/reports/blocks.parquet' },
  'an answer of GraphQL': {
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify({ query: QUERY }),
  },
} as const;

/** Asks for something, and reads nothing after the first bytes. */
async function stall(
  { port }: QuestionServer,
  { method, path, ...given }: { method: string; path: string; body?: string },
): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json' };
  const asked = request({ port, method, path, headers, host: '127.0.0.1', agent: false });
  asked.end(given.body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  asked.on('error', () => {});
  await once(response, 'readable');
  return response;
}

async function bytesOf(response: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).byteLength;
  return bytes;
}

describe('a client that does not read', () => {
  test.each(Object.entries(LARGE))('loses its connection: %s', async (_name, asked) => {
    await using server = await serve({ minReadBytesPerSecond: 1_000_000, readWindowMs: 300 });
    const response = await stall(server, asked);
    const line = await server.lineOf(asked.path);
    expect(line).toMatchObject({ status: 499, codes: ['READ_TOO_SLOWLY'] });
    // What it has does not look whole.
    await expect(bytesOf(response)).rejects.toThrow('aborted');
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('debouches_slow_readers_total 1');
  });

  test.each(Object.entries(LARGE))(
    'and does in the end has all of it: %s',
    async (_name, asked) => {
      await using server = await serve({ minReadBytesPerSecond: 1, readWindowMs: 60_000 });
      const response = await stall(server, asked);
      await setTimeout(300);
      expect(await bytesOf(response)).toBeGreaterThan(5_000_000);
    },
  );

  test('holds nothing that others need: their reports are made, whatever is held open', async () => {
    await using server = await serve({ maxConcurrentReports: 1 });
    const stalled = await Promise.all(
      Array.from({ length: 8 }, () => stall(server, LARGE['a report'])),
    );
    for (const path of ['blocks.csv?limit=3', 'certifications.xlsx', 'certifications.parquet']) {
      expect((await fetch(`${server.url}/reports/${path}`)).status, path).toBe(200);
    }
    for (const response of stalled) response.destroy();
  });
});

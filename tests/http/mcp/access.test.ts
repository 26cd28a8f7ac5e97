import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { markOf, restrictField } from '../access/reader-schema.ts';
import { type QuestionServer, type Settings, serveQuestions } from '../question-server.ts';
import { connectMcp } from './mcp-client.ts';

const BODY = { role: 'BODY', siren: '111111118', name: 'school' } as const;
const sha256 = (key: string) => createHash('sha256').update(key).digest('hex');
const apiKeys = [{ name: 'school', sha256: sha256('secret'), reader: BODY }];

let database: Database;
const open: QuestionServer[] = [];
beforeAll(async () => {
  restrictField(
    'Certification',
    'title',
    (title, access) => `${title}${markOf(access, 'RNCP101')}`,
  );
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
});
afterEach(async () => {
  for (const server of open.splice(0)) await server[Symbol.asyncDispose]();
});
afterAll(() => database?.[Symbol.asyncDispose]());

async function serve(settings: Settings = {}): Promise<QuestionServer> {
  const clock = () => new Date('2026-11-24T12:00:00Z');
  const server = await serveQuestions(database, schema, { clock, ...settings });
  open.push(server);
  return server;
}

const call = (server: QuestionServer, tool: string, given: object, headers = {}) =>
  fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      ...headers,
    },
    body: JSON.stringify({
      ...{ jsonrpc: '2.0', id: 7, method: 'tools/call' },
      params: { name: tool, arguments: given },
    }),
  });

test('a key that is none is refused before any tool is called', async () => {
  const server = await serve({ apiKeys });
  const response = await call(server, 'data_status', {}, { 'x-api-key': 'wrong' });
  expect([response.status, response.headers.has('www-authenticate')]).toEqual([401, true]);
  await expect(connectMcp(server.url, { headers: { 'x-api-key': 'wrong' } })).rejects.toThrow();
});

test('what is for one reader is given to nobody else, kept by nobody, and logged', async () => {
  const reads: RestrictedRead[] = [];
  const server = await serve({ apiKeys, onRestrictedRead: (read) => void reads.push(read) });
  const titleFor = async (headers = {}) => {
    const response = await call(server, 'pooled_rates', { code: 'RNCP101' }, headers);
    const { result } = (await response.json()) as {
      result: { structuredContent: { data: { certification: { title: string } } } };
    };
    const { title } = result.structuredContent.data.certification;
    return [title, response.headers.get('cache-control')];
  };
  const key = { 'x-api-key': 'secret' };
  const everybody = ['Concepteur de logiciels', 'no-store'];
  expect(await titleFor()).toEqual(everybody);
  const [own, validity] = await titleFor(key);
  expect(own).toBe('Concepteur de logiciels for BODY school');
  expect(validity).toContain('private');
  expect(await titleFor()).toEqual(everybody);
  expect((await titleFor(key))[0]).toBe(own);
  expect(reads).toHaveLength(2);
  expect(reads[0]).toMatchObject({ operation: 'PooledRates', certifications: ['RNCP101'] });
});

test('the log and its metrics name the operation, and answers are kept', async () => {
  const server = await serve();
  await (await call(server, 'pooled_rates', { code: 'RNCP101' })).text();
  await (await call(server, 'pooled_rates', { code: 'RNCP101' })).text();
  expect(await server.lineOf('/mcp')).toMatchObject({ operation: 'PooledRates' });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/debouches_cache_\w*hits\w* 1\b|debouches_\w*\{[^}]*"hit"[^}]*\} 1\b/);
});

test('a client that has used its share is told when to come again', async () => {
  const server = await serve({ allowance: { burst: 1, perSecond: 1 } });
  let response = await call(server, 'certifier_portfolio', { siren: '111111118' });
  for (let left = 50; left > 0 && response.status === 200; left--) {
    await response.text();
    response = await call(server, 'certifier_portfolio', { siren: '111111118', first: left });
  }
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({
    ...{ jsonrpc: '2.0', id: 7 },
    error: { code: -32_000, data: { code: 'TOO_MANY_REQUESTS' } },
  });
});

test('an answer that would cost too much is an error of its tool', async () => {
  const server = await serve({ maxCost: 0.01 });
  const response = await call(server, 'insertion_by_dimensions', { language: 'en' });
  expect(response.status).toBe(200);
  const { result } = (await response.json()) as {
    result: { isError: boolean; content: readonly { text: string }[] };
  };
  expect(result.isError).toBe(true);
  expect(result.content[0]?.text).toContain('is the limit');
  expect(result.content[1]?.text).toContain('QUERY_TOO_COMPLEX');
});

test('callers without a key call tools where persisted operations alone are answered', async () => {
  const server = await serve({ apiKeys, persistedOperationsOnly: true });
  const response = await call(server, 'data_status', {});
  expect(await response.text()).not.toContain('isError');
});

test('before anything is published a call is to come again', async () => {
  await using empty = await openMigratedPglite();
  await using server = await serveQuestions(empty, schema);
  const response = await call(server, 'data_status', {});
  expect(response.status).toBe(503);
  expect(response.headers.has('retry-after')).toBe(true);
  expect(await response.json()).toMatchObject({ error: { data: { code: 'NO_PUBLICATION' } } });
});

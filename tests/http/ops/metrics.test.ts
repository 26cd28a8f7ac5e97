import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { PersistedOperations } from '../../../src/http/graphql/persisted-operations.ts';
import { describeEachEngine, openMigratedPglite } from '../../support/database.ts';
import { persistedOperations, QUESTION_TEXTS } from '../persisted-folder.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  SMALL_REGISTER,
  serveQuestions,
  untilAnswer,
} from '../question-server.ts';

let operations: PersistedOperations;
let database: Database;

beforeAll(async () => {
  operations = await persistedOperations(QUESTION_TEXTS);
  database = await openMigratedPglite();
  await publishSmallRegister(database);
});

afterAll(() => database?.[Symbol.asyncDispose]());

/** The samples of a page of metrics, each line held to the text format. */
async function scrape({ url }: QuestionServer): Promise<Map<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const samples = new Map<string, number>();
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.trimEnd().split('\n')) {
    if (line === '' || /^# (HELP|TYPE) [a-z_][a-z0-9_]* /.test(line)) continue;
    const label = '[a-zA-Z_]+="(?:[^"\\\\]|\\\\.)*"';
    const sample = new RegExp(
      `^([a-z_][a-z0-9_]*(?:\\{${label}(?:,${label})*,?\\})?) (-?[\\d.e+-]+|Na[Nn]|\\+Inf)$`,
    ).exec(line);
    expect(sample, line).not.toBeNull();
    samples.set(sample?.[1] ?? '', Number(sample?.[2]));
  }
  return samples;
}

describe('the metrics', () => {
  test('count requests by the name of a saved operation and by status; no other name appears', async () => {
    await using server = await serveQuestions(database, undefined, { operations });
    const documentId = operations.list.find(({ name }) => name === 'Served')?.documentId;
    await fetch(`${server.url}/graphql?documentId=${documentId}`);
    await server.ask({ documentId });
    await server.ask({ query: 'query Invented4242 { today }' });
    await server.ask({ query: '{ today' });
    await fetch(`${server.url}/graphql?documentId=sha256:4242`);
    await fetch(`${server.url}/nowhere4242`);
    const samples = await scrape(server);
    const counted = [...samples].filter(([name]) => name.startsWith('debouches_requests_total'));
    expect(Object.fromEntries(counted)).toEqual({
      'debouches_requests_total{operation="Served",status="200"}': 2,
      'debouches_requests_total{operation="other",status="200"}': 1,
      'debouches_requests_total{operation="other",status="400"}': 2,
      'debouches_requests_total{operation="none",status="404"}': 1,
    });
    expect([...samples.keys()].join()).not.toContain('4242');
    const duration = 'debouches_request_duration_seconds';
    expect(samples.get(`${duration}_count{operation="Served"}`)).toBe(2);
    expect(samples.get(`${duration}_bucket{le="+Inf",operation="Served"}`)).toBe(2);
    expect(samples.get(`${duration}_sum{operation="Served"}`)).toBeGreaterThan(0);
  });

  test('tell what the cache holds and how often it served', async () => {
    await using server = await serveQuestions(database, undefined, { operations });
    const documentId = operations.list.find(({ name }) => name === 'Served')?.documentId;
    const url = `${server.url}/graphql?documentId=${documentId}`;
    const before = await scrape(server);
    expect(before.get('debouches_cache_entries')).toBe(0);
    for (const _ of [1, 2, 3]) await fetch(url);
    const after = await scrape(server);
    expect(after.get('debouches_cache_lookups_total{result="hit"}')).toBe(2);
    expect(after.get('debouches_cache_lookups_total{result="miss"}')).toBe(1);
    expect(after.get('debouches_cache_entries')).toBe(1);
    expect(after.get('debouches_cache_bytes')).toBeGreaterThan(0);
  });

  test('of two servers in one process are apart, and have those of the process', async () => {
    await using one = await serveQuestions(database, undefined, { operations });
    await using other = await serveQuestions(database, undefined, { operations });
    await one.ask({ query: '{ today }' });
    const samples = await scrape(other);
    expect(samples.get('debouches_requests_total{operation="other",status="200"}')).toBeUndefined();
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(samples.has('nodejs_eventloop_lag_seconds')).toBe(true);
  });

  test('count the rows of reports as far as they were sent, from memory too', async () => {
    await using server = await serveQuestions(database, schema);
    const read = async (path: string, method = 'GET') =>
      (await fetch(`${server.url}/reports/${path}`, { method })).text();
    await read('cohorts.csv?limit=3');
    await read('cohorts.csv?limit=3');
    await read('cohorts.csv?limit=3', 'HEAD');
    await read('cohorts.csv?limit=2');
    await read('cohorts.json?level=9');
    const samples = await scrape(server);
    expect(samples.get('debouches_report_rows_total{report="cohorts"}')).toBe(8);
    expect(samples.get('debouches_requests_total{operation="cohorts",status="200"}')).toBe(4);
    expect(samples.get('debouches_requests_total{operation="cohorts",status="400"}')).toBe(1);
    expect(samples.get('debouches_reports{state="running"}')).toBe(0);
    expect(server.lines.filter(({ operation }) => operation === 'cohorts')).toMatchObject([
      { format: 'csv', rows: 3, status: 200, cache: 'miss' },
      { format: 'csv', rows: 3, status: 200, cache: 'hit' },
      { format: 'csv', status: 200, cache: 'hit' },
      { format: 'csv', rows: 2, status: 200, cache: 'miss' },
      { status: 400, codes: ['BAD_USER_INPUT'] },
    ]);
  });
});

describeEachEngine('the metrics of a database', (openDatabase, engine) => {
  test('tell its connections and the age of what is served, which may be nothing', async () => {
    const database = await openDatabase();
    let now = Date.now();
    await using server = await serveQuestions(database, undefined, {
      operations,
      clock: () => new Date(now),
    });
    const age = 'debouches_publication_age_seconds';
    expect((await scrape(server)).get(age)).toBeNaN();
    await publishSmallRegister(database);
    await untilAnswer(
      () => server.ask({ query: '{ certifications }' }),
      ({ status }) => status === 200,
    );
    now = Date.now() + 3_600_000;
    await untilAnswer(
      () => fetch(`${server.url}/metrics`),
      () => (database.connections()?.idle ?? 0) === (database.connections()?.total ?? 0),
    );
    const samples = await scrape(server);
    expect(samples.get('debouches_snapshots')).toBe(1);
    expect(samples.get('debouches_snapshot_rows')).toBeGreaterThan(SMALL_REGISTER);
    expect(samples.get('debouches_snapshot_bytes')).toBeGreaterThan(1_000);
    expect(samples.get('debouches_snapshot_load_seconds')).toBeGreaterThan(0);
    expect(samples.get('debouches_snapshot_load_failed')).toBe(0);
    expect(samples.get(age)).toBeGreaterThanOrEqual(3_600);
    expect(samples.get(age)).toBeLessThan(3_660);
    const state = (name: string) => samples.get(`debouches_database_connections{state="${name}"}`);
    // The second name is that of 0.1.0.
    for (const name of ['debouches_queries', 'debouches_questions']) {
      expect(samples.get(`${name}{state="running"}`)).toBe(0);
      expect(samples.get(`${name}{state="waiting"}`)).toBe(0);
    }
    if (engine === 'pglite') expect(state('idle')).toBeUndefined();
    else expect((state('idle') ?? 0) + (state('busy') ?? 0)).toBeGreaterThan(0);
  });
});

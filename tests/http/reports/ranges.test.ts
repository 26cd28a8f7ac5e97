import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

/** Enough rows for several pages of a column. */
const FICHES = Array.from({ length: 500 }, (_, index) =>
  ficheWith({
    code: `RNCP${1_000 + index}`,
    title: `Métier ${index}`,
    cohorts: Array.from({ length: 25 }, (_cohort, age) =>
      cohortWith(2000 + age, 10 + age, { global6: (index + age) % 101 }),
    ),
  }),
);

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, FICHES);
  server = await serveQuestions(database, schema);
  return async () => {
    await server[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  };
});

const url = (path: string) => `${server.url}/reports/${path}`;

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

test('a file of Parquet says its length, and is given in parts', async () => {
  const whole = await fetch(url('insertion-rates.parquet'));
  const bytes = await bytesOf(whole);
  expect(whole.headers.get('content-length')).toBe(String(bytes.byteLength));
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  const head = await fetch(url('insertion-rates.parquet'), { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe(String(bytes.byteLength));
  const part = await fetch(url('insertion-rates.parquet'), { headers: { range: 'bytes=4-103' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 4-103/${bytes.byteLength}`);
  expect(await bytesOf(part)).toEqual(bytes.subarray(4, 104));
  const end = await fetch(url('insertion-rates.parquet'), { headers: { range: 'bytes=-8' } });
  expect(await bytesOf(end)).toEqual(bytes.subarray(-8));
  const past = await fetch(url('insertion-rates.parquet'), {
    headers: { range: `bytes=${bytes.byteLength}-` },
  });
  expect(past.status).toBe(416);
  expect(past.headers.get('content-range')).toBe(`bytes */${bytes.byteLength}`);
  expect(past.headers.get('cache-control')).toBe('no-store');
  expect(await past.json()).toMatchObject({ status: 416, code: 'BAD_REQUEST' });
});

test.each([
  ['/reports/insertion-by-year.csv', 'application/problem+json; charset=utf-8'],
  ['/reports/insertion-rates.parquet', 'application/problem+json; charset=utf-8'],
  ['/odata/insertion_by_year', 'application/json'],
  ['/graphql/documents', 'application/json; charset=utf-8'],
])('bytes that %s does not have are an error that says how many there are', async (path, type) => {
  const ask = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });
  const { byteLength } = await bytesOf(await ask());
  const past = await ask({ range: `bytes=${byteLength}-`, 'accept-language': 'fr' });
  expect(past.status).toBe(416);
  expect(past.headers.get('content-range')).toBe(`bytes */${byteLength}`);
  expect(past.headers.get('content-type')).toBe(type);
  // A cache that kept it would give it to who asks for all.
  expect(past.headers.get('cache-control')).toBe('no-store');
  expect(past.headers.get('etag')).toBeNull();
  expect(past.headers.get('access-control-allow-origin')).toBe('*');
  expect(past.headers.get('x-request-id')).toBeTruthy();
  expect(await past.text()).toContain(`la réponse a ${byteLength} octets`);
});

test('an answer in memory is given in parts, of the version that is asked for', async () => {
  const path = 'insertion-by-year.csv';
  const first = await fetch(url(path), { headers: { 'accept-encoding': 'identity' } });
  const bytes = await bytesOf(first);
  const etag = first.headers.get('etag') ?? '';
  const ask = (headers: Record<string, string>) =>
    fetch(url(path), { headers: { 'accept-encoding': 'identity', ...headers } });
  const part = await ask({ range: 'bytes=0-9', 'if-range': etag });
  expect([part.status, await bytesOf(part)]).toEqual([206, bytes.subarray(0, 10)]);
  const other = await ask({ range: 'bytes=0-9', 'if-range': '"other"' });
  expect([other.status, await bytesOf(other)]).toEqual([200, bytes]);
  // Several parts at once, and units that are none, are answered with all.
  for (const range of ['bytes=0-1,5-6', 'rows=0-1', 'bytes=x']) {
    const all = await ask({ range });
    expect([range, all.status, (await bytesOf(all)).byteLength]).toEqual([
      range,
      200,
      bytes.byteLength,
    ]);
  }
});

test('a reader of Parquet gets the rows that it looks for by ranges, and little else', async () => {
  let sent = 0;
  let requests = 0;
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    requests += 1;
    if (init?.method !== 'HEAD') sent += Number(response.headers.get('content-length'));
    return response;
  };
  const file = await asyncBufferFromUrl({
    url: url('insertion-rates.parquet'),
    fetch: counting,
  });
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 4_096 });
  const columns = metadata.row_groups[0]?.columns ?? [];
  const indexed = columns.filter(({ column_index_offset: offset }) => offset !== undefined);
  expect(indexed.map(({ meta_data: meta }) => meta?.path_in_schema.join('.'))).toEqual([
    'certification_code',
    'year',
  ]);
  const rows = await parquetReadObjects({
    ...{ file, metadata },
    columns: ['certification_code', 'year', 'indicator', 'rate'],
    filter: { certification_code: { $eq: 'RNCP1200' } },
  });
  expect(rows).toHaveLength(75);
  expect(rows[0]).toMatchObject({ certification_code: 'RNCP1200', indicator: 'GLOBAL_6_MONTHS' });
  expect(requests).toBeGreaterThan(1);
  expect(sent).toBeLessThan(file.byteLength / 4);
});

test('a file is written once for a publication, a day and its parameters', async () => {
  const read = async (path: string) => {
    const response = await fetch(url(path));
    await response.arrayBuffer();
    return [response.headers.get('etag'), response.headers.get('server-timing')?.split(',')[0]];
  };
  const path = 'cohorts.parquet?year_from=2010';
  const [etag] = await read(path);
  expect(await read(path)).toEqual([etag, 'cache;desc=hit']);
  expect((await read('cohorts.parquet?year_from=2011'))[0]).not.toBe(etag);
  await publishFiches(database, FICHES.slice(0, 10));
  for (let left = 500; left > 0 && (await read(path))[0] === etag; left--) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect((await read(path))[0]).not.toBe(etag);
});

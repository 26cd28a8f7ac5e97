import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { REPORTS } from '../../src/reports/catalogue.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

const CLOCK = '2026-11-02';

/** One certification more, with so many cohorts that a report takes several pages. */
const LONG = ficheWith({
  code: 'RNCP500',
  title: 'Longue',
  activeFlag: true,
  cohorts: Array.from({ length: 1200 }, (_, index) => cohortWith(800 + index, 10, { global6: 50 })),
});

describeEachEngine('reports on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [...QUESTION_REGISTER, LONG]);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${server.url}/reports${path}`, { method, headers });
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = (await response.json()) as { status: number; detail: string; errors?: unknown };
    expect(body.status).toBe(response.status);
    return body;
  };

  test('are listed with their addresses, each of which answers', async () => {
    const list = (await (await ask('')).json()) as {
      reports: { name: string; schema: string; formats: Record<string, string> }[];
    };
    expect(list.reports.map(({ name }) => name)).toEqual(REPORTS.map(({ name }) => name));
    for (const { schema: description, formats } of list.reports) {
      expect(Object.keys(formats)).toEqual(['csv', 'json', 'jsonl', 'parquet', 'xlsx']);
      expect((await fetch(server.url + description)).status).toBe(200);
      for (const address of Object.values(formats)) {
        const response = await fetch(`${server.url}${address}?limit=1`);
        expect([address, response.status]).toEqual([address, 200]);
        await response.arrayBuffer();
      }
    }
  });

  test('describe their columns and parameters', async () => {
    const described = (await (await ask('/insertion-rates/schema')).json()) as {
      key: string[];
      columns: { name: string; type: string; role: string; unit: string; label: object }[];
      parameters: { name: string; many: boolean; schema: object }[];
    };
    expect(described.key).toEqual(['certification_code', 'year', 'indicator']);
    const rate = described.columns.find(({ name }) => name === 'rate_low');
    expect(rate).toMatchObject({ type: 'NUMBER', role: 'MEASURE', unit: 'PERCENT' });
    expect(rate?.label).toEqual({
      fr: 'Taux d’insertion : borne basse à 95 %',
      en: 'Insertion rate: lower bound at 95 %',
    });
    const level = described.parameters.find(({ name }) => name === 'level');
    expect(level).toMatchObject({
      many: true,
      schema: { type: 'integer', minimum: 1, maximum: 8 },
    });
    expect(described.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['as_of', 'limit', 'labels', 'publication', 'profile']),
    );
  });

  test('have beside every rate its bounds, its base and its status', async () => {
    for (const { name, columns } of REPORTS) {
      const names = columns.map((column) => column.name);
      const rates = names.filter((each) => names.includes(`${each}_low`));
      for (const rate of rates) {
        for (const suffix of ['_low', '_high', '_base', '_status']) {
          expect([name, names]).toEqual([name, expect.arrayContaining([rate + suffix])]);
        }
      }
      for (const each of names) expect(each).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  });

  const HEADER =
    'certification_code,register,title,level,registration_type,active,registration_ends_on,year,certified,certified_through_vae,indicator,rate,rate_low,rate_high,rate_base,rate_status,rate_due_on,days_late,rate_basis,rate_reliability';
  const OF = 'RNCP101,RNCP,Concepteur de logiciels,6,ON_REQUEST,true,2027-05-10';

  test('give the rows of the parameters', async () => {
    const response = await ask('/insertion-rates.csv?code=RNCP101&year_from=2023&as_of=2026-11-24');
    // 50, 70, 60 and 65 % of 20: Wilson's intervals at 95 %.
    expect(await response.text()).toBe(
      `${[
        HEADER,
        `${OF},2024,20,2,GLOBAL_6_MONTHS,50,29.93,70.07,20,PUBLISHED,2025-12-31,,CERTIFIED_WEIGHTED,MODERATE`,
        `${OF},2024,20,2,TARGET_OCCUPATION_6_MONTHS,,,,20,NOT_IN_SOURCE,2025-12-31,,CERTIFIED_WEIGHTED,`,
        `${OF},2024,20,2,TARGET_OCCUPATION_2_YEARS,,,,20,NOT_YET_OBSERVABLE,2027-06-30,,CERTIFIED_WEIGHTED,`,
        `${OF},2023,20,1,GLOBAL_6_MONTHS,70,48.1,85.45,20,PUBLISHED,2024-12-31,,CERTIFIED_WEIGHTED,MODERATE`,
        `${OF},2023,20,1,TARGET_OCCUPATION_6_MONTHS,60,38.66,78.12,20,PUBLISHED,2024-12-31,,CERTIFIED_WEIGHTED,MODERATE`,
        `${OF},2023,20,1,TARGET_OCCUPATION_2_YEARS,65,43.29,81.88,20,PUBLISHED,2026-06-30,,CERTIFIED_WEIGHTED,MODERATE`,
      ].join('\n')}\n`,
    );
    expect(response.headers.get('x-row-count')).toBe('6');
  });

  test('have the same columns when they are empty', async () => {
    const empty = await (await ask('/insertion-rates.csv?year_from=5000')).text();
    expect(empty).toBe(`${HEADER}\n`);
    const json = (await (await ask('/insertion-rates.json?year_from=5000')).json()) as object;
    expect(json).toMatchObject({ rows: [], report: 'insertion-rates', as_of: CLOCK });
  });

  test('give everything in one answer, whatever the number of pages, and no more than the limit', async () => {
    const lines = async (query: string) =>
      (await (await ask(`/cohorts.csv?code=RNCP500${query}`)).text())
        .trimEnd()
        .split('\n')
        .slice(1);
    const all = await lines('');
    expect(all.length).toBe(1200);
    const years = all.map((line) => Number(line.split(',')[7]));
    expect(years).toEqual(Array.from({ length: 1200 }, (_, index) => 1999 - index));
    for (const limit of [0, 1, 499, 500, 501, 1000, 1200, 5000]) {
      expect(await lines(`&limit=${limit}`)).toEqual(all.slice(0, limit));
    }
  });

  test('say what their codes mean, in the language that is asked for', async () => {
    const head = async (query: string) =>
      (await (await ask(`/insertion-rates.csv?code=RNCP101&limit=1${query}`)).text()).split('\n');
    const [plain = ''] = await head('');
    const [header = '', row = ''] = await head('&labels=fr');
    expect(header.split(',').filter((name) => !name.endsWith('_label'))).toEqual(plain.split(','));
    expect(row.split(',')[header.split(',').indexOf('rate_status_label')]).toBe('Publié');
    expect((await head('&labels=en'))[1]).toContain('PUBLISHED,Published');
  });

  test('serve a French Excel', async () => {
    const bytes = Buffer.from(
      await (await ask('/insertion-rates.csv?profile=fr-excel&code=RNCP101&limit=1')).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain(';50;29,93;70,07;20;');
    expect(bytes.toString().match(/\r\n/g)?.length).toBe(2);
  });

  test('tell all that is wrong with the parameters at once', async () => {
    const response = await ask(
      '/insertion-rates.csv?level=9,6,x&active=maybe&as_of=2026-02-30&colour=red&limit=-1&profile=uk&year_from=2020&year_from=2021&certifier=12',
    );
    expect(response.status).toBe(400);
    const { errors } = await problem(response);
    expect(errors).toEqual([
      {
        parameter: 'colour',
        message: expect.stringMatching(/^is not known: code, register, .*, profile are accepted$/),
      },
      { parameter: 'active', message: 'is "maybe": true or false is accepted' },
      { parameter: 'level', message: 'is "9", "x": a whole number from 1 to 8 is accepted' },
      { parameter: 'certifier', message: 'is "12": a SIREN of nine digits is accepted' },
      { parameter: 'year_from', message: 'is given 2 times: once is accepted' },
      { parameter: 'as_of', message: 'is "2026-02-30": a day as YYYY-MM-DD is accepted' },
      { parameter: 'limit', message: 'is "-1": a whole number from 0 to 1000000000 is accepted' },
      { parameter: 'profile', message: 'is "uk": one of default, fr-excel is accepted' },
    ]);
  });

  test('refuse codes that the register does not know', async () => {
    const response = await ask('/cohorts.csv?occupation=Z9999');
    expect(response.status).toBe(400);
    const { detail } = await problem(response);
    expect(detail).toContain('Z9999');
    expect((await ask('/cohorts.csv?code=hello')).status).toBe(400);
  });

  test('that do not exist are told by the nearest names, formats by those that are served', async () => {
    const misspelt = await ask('/insertion-rate.csv');
    expect(misspelt.status).toBe(404);
    expect((await problem(misspelt)).detail).toMatch(
      /^there is no report "insertion-rate": the nearest names are insertion-rates, /,
    );
    for (const path of [
      '/cohorts.ods',
      '/cohorts.parquet.gz',
      '/cohorts.csv.zip',
      '/cohorts/rows',
    ]) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect((await problem(response)).detail).toContain('/reports/cohorts.csv, ');
    }
  });

  test('are given in what the client accepts, or refused', async () => {
    const type = async (path: string, accept: string) => {
      const response = await ask(`${path}?limit=1`, { accept });
      await response.arrayBuffer();
      return [response.status, response.headers.get('content-type')?.split(';')[0]];
    };
    expect(await type('/cohorts', 'application/x-ndjson')).toEqual([200, 'application/x-ndjson']);
    expect(await type('/cohorts', 'text/csv;q=0.5, application/json')).toEqual([
      200,
      'application/json',
    ]);
    expect(await type('/cohorts', '*/*')).toEqual([200, 'text/csv']);
    expect(await type('/cohorts.json', 'application/json, */*;q=0.1')).toEqual([
      200,
      'application/json',
    ]);
    expect(await type('/cohorts.csv', 'application/json')).toEqual([
      406,
      'application/problem+json',
    ]);
    expect(await type('/cohorts', 'image/png')).toEqual([406, 'application/problem+json']);
  });

  test('are read by GET and HEAD alone', async () => {
    const posted = await ask('/cohorts.csv', {}, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    const head = await ask('/cohorts.csv?limit=3', {}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('x-row-count')]).toEqual([
      200,
      '',
      '3',
    ]);
    expect((await ask('/cohorts.csv?level=9', {}, 'HEAD')).status).toBe(400);
  });

  test('say what they are in their headers', async () => {
    const response = await ask('/cohorts.csv?limit=3');
    await response.text();
    const { headers } = response;
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="debouches-cohorts-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('link')).toBe('</reports/cohorts/schema>; rel="describedby"');
    expect(headers.get('etag')).toMatch(/^"[\w-]{16,}"$/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  test('are not sent again to who has them', async () => {
    const path = '/cohorts.json?level=6&as_of=2026-11-24';
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
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

  test('of a publication are kept for good, on its day; another one than is served is refused', async () => {
    const status = (await (await ask('/cohorts.json?limit=1')).json()) as {
      publication: number;
      published_at: string;
    };
    const kept = await ask(`/cohorts.json?limit=1&publication=${status.publication}`);
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const { as_of } = (await kept.json()) as { as_of: string };
    expect(status.published_at.slice(0, 10)).toBe(as_of);
    const gone = await ask('/cohorts.json?publication=999');
    expect(gone.status).toBe(410);
    expect((await problem(gone)).detail).toBe(
      `publication 999 is not served: ${status.publication} is`,
    );
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

  test('are described by an OpenAPI document that has every one of them', async () => {
    const document = (await (await ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    for (const { name } of REPORTS) {
      for (const ending of ['/schema', '.csv', '.json', '.jsonl', '.parquet', '.xlsx']) {
        expect(Object.keys(document.paths)).toContain(`/reports/${name}${ending}`);
      }
    }
  });

  test('end when the client goes away: nothing is read any more', async () => {
    const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
    const request = get(`${server.url}/reports/insertion-rates.json?code=RNCP500`, resolve);
    request.on('error', () => {});
    const response = await promise;
    await once(response, 'data');
    request.destroy();
    for (let left = 100; ; left--) {
      const line = server.lines.find(
        (each) => each['path'] === '/reports/insertion-rates.json' && each['status'] === 499,
      );
      if (line) break;
      if (left === 0) throw new Error('the log never told that the client had left');
      await setTimeout(50);
    }
    if (engine === 'postgres') {
      await using session = await database.session();
      for (let left = 100; ; left--) {
        const { rows } = await sql<{ open: number }>`
          select count(*)::int as open from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
            and state <> 'idle'`.execute(session.db);
        if (rows[0]?.open === 0) break;
        if (left === 0) throw new Error('a transaction is still open');
        await setTimeout(50);
      }
    }
    expect((await ask('/cohorts.csv?limit=1')).status).toBe(200);
  });
});

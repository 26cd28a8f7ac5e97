import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
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

/** Certifications more, with so many cohorts that a report of them takes several pages. */
const LONG = Array.from({ length: 8 }, (_, index) =>
  ficheWith({
    code: `RNCP${500 + index}`,
    title: 'Longue',
    activeFlag: true,
    cohorts: Array.from({ length: 1200 }, (_cohort, age) =>
      cohortWith(800 + age, 10, { global6: 50 }),
    ),
  }),
);

/** More than the buffers between two sockets take: who does not read it stops it. */
const LARGE = '/reports/insertion-rates.json?labels=en';

describeEachEngine('reports on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [...QUESTION_REGISTER, ...LONG]);
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
  }, 120_000);

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
    expect(document.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
    for (const { name } of REPORTS) {
      for (const ending of ['/schema', '.csv', '.json', '.jsonl', '.parquet', '.xlsx']) {
        expect(Object.keys(document.paths)).toContain(`/reports/${name}${ending}`);
      }
    }
  });

  test('are what Power Query reads: no text in a column of numbers, in no row of any report', async () => {
    const shapes = {
      INTEGER: /^(-?\d+)?$/,
      NUMBER: /^(-?\d+(\.\d+)?)?$/,
      BOOLEAN: /^(true|false)?$/,
      DATE: /^(\d{4}-\d\d-\d\d)?$/,
      DATETIME: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/,
      TEXT: /^/,
    };
    for (const { name, columns } of REPORTS) {
      const [header, ...rows] = parse(
        await (await ask(`/${name}.csv?limit=700`)).text(),
      ) as string[][];
      // Types are guessed from the first 200 rows and then held against all: it is the same for all.
      expect(header).toEqual(columns.map((column) => column.name));
      for (const [index, { name: column, type }] of columns.entries()) {
        const wrong = rows
          .map((row) => row[index] ?? '')
          .filter((cell) => !shapes[type].test(cell));
        expect([name, column, wrong]).toEqual([name, column, []]);
      }
    }
  }, 120_000);

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

  /** Begins to read a large report, and stops. */
  const stall = async (url = server.url) => {
    const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
    const request = get(url + LARGE, resolve).on('error', () => {});
    const response = await promise;
    await once(response, 'data');
    response.pause();
    return { request, response };
  };
  const eventually = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (let left = 400; !(await holds()); left--) {
      if (left === 0) throw new Error(`it never came about that ${what}`);
      await setTimeout(50);
    }
  };
  const lastOf = (path: string) => server.lines.findLast((line) => line['path'] === path);
  const backends = async (what: string) => {
    await using session = await database.session();
    const { rows } = await sql<{ pid: number }>`
      select ${sql.raw(what)} as pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and state <> 'idle'`.execute(session.db);
    return rows.length;
  };

  test('end when the client goes away: nothing is read any more', async () => {
    const { request } = await stall();
    request.destroy();
    await eventually('the log tells that the client has left', () => {
      const line = lastOf('/reports/insertion-rates.json');
      return line?.['status'] === 499 && Number(line['rows']) < 28_000;
    });
    if (engine === 'postgres') {
      await eventually('no transaction is open', async () => (await backends('pid')) === 0);
    }
    expect((await ask('/cohorts.csv?limit=1')).status).toBe(200);
  });

  test('that break off do not look whole', async () => {
    const { response } = await stall();
    if (engine === 'postgres') {
      // Those of reports before it may still be ending.
      await eventually('one transaction is open', async () => (await backends('pid')) === 1);
      expect(await backends('pg_terminate_backend(pid)')).toBe(1);
    }
    // The one connection of the embedded database cannot break; what is served can change.
    else await publishFiches(database, [...QUESTION_REGISTER, ...LONG]);
    const rest = async () => {
      for await (const _ of response);
    };
    await expect(rest()).rejects.toThrow('aborted');
    const code = engine === 'postgres' ? 'INTERNAL_SERVER_ERROR' : 'PUBLICATION_REPLACED';
    await eventually('the log tells why', () =>
      String(lastOf('/reports/insertion-rates.json')?.['codes']).includes(code),
    );
    expect((await ask('/cohorts.csv?limit=1')).status).toBe(200);
  });

  test('are read many at once, each whole', async () => {
    await using busy = await serveQuestions(database, schema, { cacheBytes: 0 });
    const lines = async (path: string) =>
      (await (await fetch(busy.url + path)).text()).split('\n').length;
    const path = '/reports/insertion-rates.csv?register=RNCP';
    const alone = await lines(path);
    // The embedded database has one connection: all come before any of them is read.
    const reading = await database.startReading();
    const together = Array.from({ length: 8 }, () => lines(path));
    await eventually('six have come, and two wait', async () => {
      const metrics = await (await fetch(`${busy.url}/metrics`)).text();
      return ['running"} 6', 'waiting"} 2'].every((state) =>
        metrics.includes(`debouches_reports{state="${state}`),
      );
    });
    await reading[Symbol.asyncDispose]();
    expect(alone).toBeGreaterThan(1_000);
    expect(new Set(await Promise.all(together))).toEqual(new Set([alone]));
  });

  test('are too many when no more may wait, and may be asked for again', async () => {
    const limits = { exportsRunning: 1, exportsWaiting: 1, cacheBytes: 0 };
    await using narrow = await serveQuestions(database, schema, limits);
    const { request } = await stall(narrow.url);
    const waiting = fetch(`${narrow.url}/reports/cohorts.csv?limit=1`);
    const refused = await (async () => {
      // Until the one before has taken its place in the queue.
      for (;;) {
        const response = await fetch(`${narrow.url}/reports/cohorts.csv?limit=2`, {
          signal: AbortSignal.timeout(500),
        }).catch(() => null);
        if (response) return response;
      }
    })();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await refused.json()) as object).toMatchObject({ code: 'TOO_MANY_EXPORTS' });
    // What is described needs no turn.
    expect((await fetch(`${narrow.url}/reports/cohorts/schema`)).status).toBe(200);
    request.destroy();
    expect((await waiting).status).toBe(200);
  });

  test('that take too long are given up', async () => {
    await using hasty = await serveQuestions(database, schema, { exportTimeout: 1 });
    const response = await fetch(hasty.url + LARGE);
    // The embedded database lets no timer run before the first rows are there.
    if (response.ok) await expect(response.text()).rejects.toThrow();
    else expect(await problem(response)).toMatchObject({ status: 503, code: 'TIMEOUT' });
    await eventually('the log tells why', () =>
      hasty.lines.some((line) => String(line['codes']).includes('TIMEOUT')),
    );
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
    await publishFiches(database, [...QUESTION_REGISTER, ...LONG]);
    const later = await read();
    expect(later.cache).toBe('miss');
    expect(later.body.publication).toBeGreaterThan(first.body.publication);
    const log = kept.lines.filter((line) => line['path'] === '/reports/cohorts.json');
    expect(
      log.map((line) => [line['operation'], line['format'], line['rows'], line['cache']]),
    ).toEqual([
      ['cohorts', 'json', 3, 'miss'],
      ['cohorts', 'json', 3, 'hit'],
      ['cohorts', 'json', 3, 'miss'],
      ['cohorts', 'json', 3, 'miss'],
    ]);
  });
});

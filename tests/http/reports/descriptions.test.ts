import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import { describeEachEngine } from '../../support/database.ts';
import type { QuestionServer } from '../question-server.ts';
import { askReports, serveLongRegister } from './report-server.ts';

interface OpenApi {
  readonly paths: Record<
    string,
    { readonly get: { readonly operationId: string; readonly responses: object } }
  >;
  readonly servers: unknown;
  readonly security: unknown;
  readonly components: {
    readonly securitySchemes: unknown;
    readonly schemas: Record<
      string,
      {
        readonly required?: readonly string[];
        readonly properties: Record<
          string,
          { readonly type: string | readonly string[]; readonly enum?: readonly unknown[] }
        >;
      }
    >;
  };
}

/** The type of a value in JSON Schema; a whole number is both kinds of number. */
function typeIn(cell: unknown, types: ReadonlySet<string>): string {
  if (cell === null) return 'null';
  if (typeof cell !== 'number') return typeof cell;
  return Number.isInteger(cell) && types.has('integer') ? 'integer' : 'number';
}

describeEachEngine('reports on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    server = await serveLongRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    askReports(server, path, headers, method);

  test('are described packed as the client likes it, each form under its own ETag', async () => {
    const [plain, brotli, gzip] = await Promise.all(
      ['identity', 'br', 'gzip'].map((encoding) =>
        ask('/openapi.json', { 'accept-encoding': encoding }),
      ),
    );
    if (!plain || !brotli || !gzip) throw new Error('an answer is missing');
    const encodings = [plain, brotli, gzip].map(({ headers }) => headers.get('content-encoding'));
    expect(encodings).toEqual([null, 'br', 'gzip']);
    const tags = [plain, brotli, gzip].map(({ headers }) => headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(3);
    const bytes = Number(plain.headers.get('content-length'));
    expect(Number(brotli.headers.get('content-length'))).toBeLessThan(bytes / 5);
    const texts = await Promise.all([plain, brotli, gzip].map((each) => each.text()));
    expect(new Set(texts).size).toBe(1);
    const again = { 'accept-encoding': 'br', 'if-none-match': tags[1] ?? '' };
    expect((await ask('/openapi.json', again)).status).toBe(304);
    const other = { 'accept-encoding': 'gzip', 'if-none-match': tags[1] ?? '' };
    expect((await ask('/openapi.json', other)).status).toBe(200);
  });

  test('are listed with their addresses, each of which answers', async () => {
    const list = (await (await ask('')).json()) as {
      reports: { name: string; schema: string; formats: Record<string, string> }[];
    };
    expect(list.reports.map(({ name }) => name)).toEqual(DATASETS.map(({ name }) => name));
    for (const { schema: description, formats } of list.reports) {
      expect(Object.keys(formats)).toEqual(['csv', 'json', 'jsonl', 'parquet', 'arrow', 'xlsx']);
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
    for (const { name, columns } of DATASETS) {
      const names = columns.map((column) => column.name);
      const rates = names.filter((each) => names.includes(`${each}_low`));
      for (const rate of rates) {
        const base = rate.startsWith('weighted_') ? 'effective_base' : 'eligible';
        // Rates of a survey are all of the base and the status of their row.
        const beside = name.startsWith('survey-')
          ? [`${rate}_low`, `${rate}_high`, base, 'status']
          : ['_low', '_high', '_base', '_status'].map((suffix) => rate + suffix);
        expect([name, names]).toEqual([name, expect.arrayContaining(beside)]);
      }
      for (const each of names) expect(each).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  });

  test('are described by an OpenAPI document that has every one of them', async () => {
    const document = (await (await ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
    const endings = ['/schema', '', '.csv', '.json', '.jsonl', '.parquet', '.arrow', '.xlsx'];
    for (const { name } of DATASETS) {
      for (const ending of [...endings, '.csv.gz', '.json.gz', '.jsonl.gz']) {
        expect(Object.keys(document.paths)).toContain(`/reports/${name}${ending}`);
      }
    }
  });

  test('are described with where they are served, how a key is given, and each error', async () => {
    const { paths, servers, security, components } = (await (
      await ask('/openapi.json')
    ).json()) as OpenApi;
    expect(servers).toEqual([{ url: '/', description: expect.any(String) }]);
    expect(security).toEqual([{}, { bearer: [] }, { basic: [] }, { header: [] }, { query: [] }]);
    expect(components.securitySchemes).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer' },
      basic: { type: 'http', scheme: 'basic' },
      header: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      query: { type: 'apiKey', in: 'query', name: 'key' },
    });
    const statusesOf = (path: string) => Object.keys(paths[path]?.get.responses ?? {});
    expect(statusesOf('/reports/cohorts/schema')).toEqual(['200', '401', '405', '500', 'default']);
    const ofRows = ['200', '206', '304', '400', '401', '405', '406', '410', '416', '500', '503'];
    for (const ending of ['', '.csv', '.parquet', '.jsonl.gz']) {
      expect(statusesOf(`/reports/cohorts${ending}`)).toEqual([...ofRows, 'default']);
    }
    const ids = Object.values(paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have rows that are what the OpenAPI document says: types, codes, keys that are there', async () => {
    const { components } = (await (await ask('/openapi.json')).json()) as OpenApi;
    const nullable = new Set<string>();
    for (const { name, key, columns } of DATASETS) {
      const { rows } = (await (await ask(`/${name}.json?limit=700`)).json()) as {
        rows: Record<string, unknown>[];
      };
      const id = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      const { properties, required } = components.schemas[`${id}Row`] ?? { properties: {} };
      expect(required).toEqual(columns.map((column) => column.name));
      for (const [column, { type, enum: codes }] of Object.entries(properties)) {
        const types = new Set([type].flat());
        const cells = [...new Set(rows.map((row) => row[column]))];
        const wrong = cells.filter(
          (cell) => !types.has(typeIn(cell, types)) || (codes && !codes.includes(cell)),
        );
        expect([name, column, wrong]).toEqual([name, column, []]);
        if (key.includes(column) && types.has('null')) nullable.add(`${name}.${column}`);
        else if (!key.includes(column)) expect(types.has('null')).toBe(true);
      }
    }
    expect([...nullable]).toEqual([
      'insertion-by-level.level',
      'insertion-by-speciality.speciality',
      'insertion-by-occupation.occupation',
      'insertion-by-certifier.certifier_siren',
      'certifier-portfolio.certifier_siren',
      'partners.partner_role',
      'partners.partner_state',
      'survey-outcomes.class_code',
      'survey-quality.horizon',
      'survey-quality.indicator',
    ]);
    const status = components.schemas['InsertionRatesRow']?.properties['rate_status'];
    expect(status?.enum).toEqual(expect.arrayContaining(['PUBLISHED', 'OVERDUE', null]));
    const indicator = components.schemas['InsertionRatesRow']?.properties['indicator'];
    expect(indicator?.enum).not.toContain(null);
  }, 120_000);

  test('are what Power Query reads: no text in a column of numbers, in no row of any report', async () => {
    const shapes = {
      INTEGER: /^(-?\d+)?$/,
      NUMBER: /^(-?\d+(\.\d+)?)?$/,
      BOOLEAN: /^(true|false)?$/,
      DATE: /^(\d{4}-\d\d-\d\d)?$/,
      DATETIME: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/,
      TEXT: /^/,
    };
    for (const { name, columns } of DATASETS) {
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
});

import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import { describeEachEngine } from '../../support/database.ts';
import type { QuestionServer } from '../question-server.ts';
import { askReports, serveLongRegister } from './report-server.ts';

describeEachEngine('reports on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    server = await serveLongRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    askReports(server, path, headers, method);

  test('are listed with their addresses, each of which answers', async () => {
    const list = (await (await ask('')).json()) as {
      reports: { name: string; schema: string; formats: Record<string, string> }[];
    };
    expect(list.reports.map(({ name }) => name)).toEqual(DATASETS.map(({ name }) => name));
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
    for (const { name, columns } of DATASETS) {
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

  test('are described by an OpenAPI document that has every one of them', async () => {
    const document = (await (await ask('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
    for (const { name } of DATASETS) {
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

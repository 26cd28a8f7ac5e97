import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Cell, ColumnType } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const TYPES: Readonly<Record<ColumnType, readonly string[]>> = {
  TEXT: ['VARCHAR'],
  INTEGER: ['INTEGER', 'BIGINT'],
  NUMBER: ['DOUBLE'],
  BOOLEAN: ['BOOLEAN'],
  DATE: ['DATE'],
  DATETIME: ['TIMESTAMP'],
};

let database: Database;
let server: QuestionServer;
let folder: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  database = await openMigratedPglite();
  // A rate of the RS, which is published and never pooled.
  const rs = ficheWith({ code: 'RS900', cohorts: [cohortWith(2022, 30, { global6: 10 })] });
  await publishFiches(database, [...QUESTION_REGISTER, rs]);
  server = await serveQuestions(database, schema);
  folder = await mkdtemp(join(tmpdir(), 'debouches-duckdb-'));
  for (const { name } of DATASETS) {
    const response = await fetch(`${server.url}/reports/${name}.parquet`);
    await writeFile(join(folder, `${name}.parquet`), Buffer.from(await response.arrayBuffer()));
  }
  connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`set file_search_path = '${folder}'`);
});

afterAll(async () => {
  connection?.closeSync();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The rows of a statement, with whole numbers as numbers and days and moments as text. */
async function read(statement: string): Promise<Record<string, unknown>[]> {
  const result = await connection.runAndReadAll(statement);
  return result.getRowObjectsJson().map((row) => ({ ...row }));
}

async function rowsOf(name: string): Promise<Record<string, Cell>[]> {
  const response = await fetch(`${server.url}/reports/${name}.json`);
  return ((await response.json()) as { rows: Record<string, Cell>[] }).rows;
}

test.each(DATASETS.map((each) => [each.name, each] as const))(
  'DuckDB reads %s with its types, absent cells and days',
  async (name, { columns }) => {
    const described = await read(`describe from '${name}.parquet'`);
    expect(described.map((each) => each['column_name'])).toEqual(columns.map((each) => each.name));
    for (const [index, { type }] of columns.entries())
      expect(TYPES[type]).toContain(described[index]?.['column_type']);
    // As JSON has it: 64-bit numbers and moments are texts in the driver's JSON.
    const cells = columns.map(({ name: column, type }) =>
      type === 'DATETIME'
        ? `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ') as ${column}`
        : type === 'INTEGER'
          ? `${column}::int as ${column}`
          : column,
    );
    const rows = await read(`select ${cells.join(', ')} from '${name}.parquet'`);
    const expected = await rowsOf(name);
    expect(rows).toEqual(expected);
  },
);

const page = await readFile(new URL('../../docs/recipes/duckdb.md', import.meta.url), 'utf8');
const statements = [...page.matchAll(/^```sql duckdb\n([\s\S]*?)^```/gm)].map(
  ([, text = '']) => text,
);

test('the statements of the recipe are run, and say what reports and statistics do', async () => {
  const [intervals = [], byYear = [], byKind = [], ends = [], metadata = [], ...more] =
    await Promise.all(statements.map(read));
  expect(more).toEqual([]);

  const years = (await rowsOf('insertion-by-year')).filter(
    (row) => row['global_6_months'] !== null,
  );
  expect(years.length).toBeGreaterThan(2);
  expect(byYear).toEqual(
    years.map((row) => ({
      ...{ year: row['year'], rate: row['global_6_months'], base: row['global_6_months_base'] },
    })),
  );
  const query =
    '{ insertionStatistics(groupBy: [YEAR]) { groups { key { year } summary { rates { indicator value base } } } } }';
  const { data } = (await (await server.ask({ query })).json()) as {
    data: { insertionStatistics: { groups: StatisticsGroup[] } };
  };
  const statistics = data.insertionStatistics.groups.flatMap(({ key, summary }) => {
    const rate = summary.rates.find(({ indicator }) => indicator === 'GLOBAL_6_MONTHS');
    return rate?.value == null ? [] : [{ year: key.year, rate: rate.value, base: rate.base }];
  });
  expect(byYear).toEqual(statistics.toSorted((one, other) => one.year - other.year));

  // RNCP101 has an abbreviation and a rate: (20·50 + 20·70 + 10·60) / 50.
  expect(byKind).toContainEqual({ abbreviation: 'TP', rate: 60, certifications: 1 });
  expect(intervals).toEqual(
    (await rowsOf('insertion-by-year')).map((row) => ({
      year: row['year'],
      global_6_months: row['global_6_months'],
      global_6_months_low_between: row['global_6_months_low_between'],
      global_6_months_high_between: row['global_6_months_high_between'],
    })),
  );
  // Six peers end on 2029-12-31.
  expect(ends).toContainEqual({ month: '2029-12-01', ends: 6 });
  expect(metadata.map((each) => each['key'])).toContain('licence');
});

interface StatisticsGroup {
  readonly key: { readonly year: number };
  readonly summary: {
    readonly rates: readonly { indicator: string; value: number | null; base: number | null }[];
  };
}

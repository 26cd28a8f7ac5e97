import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, schema);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

describe('a report of no rows, and of one, as Parquet', () => {
  test.each(DATASETS.map(({ name, columns }) => [name, columns] as const))(
    '%s is read by two readers, with all its columns',
    async (name, columns) => {
      for (const limit of [0, 1]) {
        const response = await fetch(`${server.url}/reports/${name}.parquet?limit=${limit}`);
        const file = await response.arrayBuffer();
        const table = readParquet(new Uint8Array(file));
        const rows = table.recordBatches().reduce((sum, { numRows }) => sum + numRows, 0);
        const read = await parquetReadObjects({ file });
        expect([rows, read.length]).toEqual([read.length, rows]);
        expect(rows).toBeLessThanOrEqual(limit);
        expect(
          parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.name),
        ).toEqual(columns.map((each) => each.name));
      }
    },
  );
});

describe('a report of no rows, and of one, as Arrow', () => {
  test.each(DATASETS.map(({ name, columns }) => [name, columns] as const))(
    '%s has all its columns, and says what it is of',
    async (name, columns) => {
      for (const limit of [0, 1]) {
        const response = await fetch(`${server.url}/reports/${name}.arrow?limit=${limit}`);
        expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
        const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
        expect(table.numRows).toBeLessThanOrEqual(limit);
        expect(table.schema.fields.map((each) => each.name)).toEqual(
          columns.map((each) => each.name),
        );
        expect(table.schema.metadata.get('report')).toBe(name);
        expect(table.schema.metadata.get('citation')).toContain('Débouchés, méthode');
      }
    },
  );
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BI_DATASETS, tableName, writeBi } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Cell, ColumnType, Dataset, Row } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrations.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { ask, storeOf } from '../support/client.ts';
import { createScratch, describeEachEngine } from '../support/database.ts';
import { blockWith, partnerWith, publishFiches } from '../support/factories.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../support/question-register.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import { byKey, readRows } from '../support/report-rows.ts';
import { documentRows, REPORT_DOCUMENTS } from './report-documents.ts';

/**
 * Around what a day decides: the day the observation of six months closes, the day a rate is due
 * and the next one, the day of the questions, one on which everything has ended.
 */
const SMALL_DAYS = ['2025-06-30', '2025-12-31', '2026-01-01', '2026-11-24', '2032-06-01'];
const RANDOM_DAYS = ['2019-07-01', '2024-02-29', '2026-08-16', '2026-11-24', '2028-01-01'];

/** Fiches that are not served: one that names its code, and one that has none. */
const REFUSED: readonly Finding[] = ['RNCP999', null].map((certificationCode) => ({
  ...{ rule: 'REFUSED_FICHE', certificationCode, cohortYear: null, element: null, given: null },
  message: 'no title: a fiche has one',
}));

/** Random registers have no blocks and no partners: some of each, alike now and then. */
function withLists(fiche: Fiche, index: number): Fiche {
  const each = Array.from({ length: index % 5 }, (_, item) => item);
  return {
    ...fiche,
    blocks: each.map((item) =>
      blockWith(`${fiche.code}BC0${item % 3}`, `Bloc ${item}`, {
        skills: item % 2 === 0 ? null : 'Concevoir ;\n"livrer"\t\\.',
      }),
    ),
    partners: each.map((item) =>
      partnerWith(`Centre ${item % 3}`, {
        role: ([null, 'TRAIN', 'ASSESS', 'TRAIN_AND_ASSESS', 'TRAIN'] as const)[item] ?? null,
        state: ['Actif', 'Inactif', null][(index + item) % 3] ?? null,
        siret: item % 2 === 0 ? null : `444444442000${index % 2 === 0 ? 11 : 29}`,
      }),
    ),
  };
}

const recordOf = ({ columns }: Dataset, row: Row, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, row[columns.findIndex((column) => column.name === name)]]),
  );

interface ReportPage {
  readonly report: {
    readonly rows: readonly Readonly<Record<string, Cell>>[];
    readonly totalCount: number;
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  };
}

/** All rows of a report by the field `report`, by pages. */
async function fieldRows(database: Database, { name }: Dataset, asOf: string, first: number) {
  const rows: Readonly<Record<string, Cell>>[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { report }: ReportPage = await ask<ReportPage>(
      database,
      `query ($name: String!, $first: Int, $after: String, $asOf: Date) {
        report(name: $name, first: $first, after: $after, asOf: $asOf) {
          rows totalCount hasNextPage endCursor
        }
      }`,
      { name, first, after, asOf },
    );
    rows.push(...report.rows);
    more = report.hasNextPage;
    after = report.endCursor;
    if (!more) expect(report.totalCount).toBe(rows.length);
  }
  return rows;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  NUMBER: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamp with time zone',
};

/** The rows of the SQL table of a dataset, in no order. */
async function tableRows(database: Database, dataset: Dataset): Promise<Row[]> {
  await using session = await database.session();
  const { rows } = await sql<Record<string, Cell | Date>>`
    select * from ${sql.id('bi', tableName(dataset))}`.execute(session.db);
  return rows.map((row) =>
    dataset.columns.map(({ name }) => {
      const cell = row[name];
      if (cell === undefined) throw new Error(`the table has no column ${name}`);
      return cell instanceof Date ? cell.toISOString() : cell;
    }),
  );
}

describeEachEngine('datasets on', (openDatabase) => {
  let small: Database;
  const random: Database[] = [];

  beforeAll(async () => {
    small = await openDatabase();
    await publishFiches(small, FORMER_REGISTER);
    await publishFiches(small, QUESTION_REGISTER, { findings: REFUSED, compared: true });
    for (const seed of [3, 4]) {
      const database = await openDatabase();
      const register = registerOfSeed(seed);
      const fiches = register.fiches.map(withLists);
      await publishRandom(database, { ...register, fiches });
      random.push(database);
    }
  });

  // Later reports, and later columns of these, are held by their own tests.
  const of010 = DATASETS.filter(({ name }) => name in REPORT_DOCUMENTS);

  describe.each(of010)('$name of 0.1.0', (dataset) => {
    const ofDocument = Object.keys(REPORT_DOCUMENTS[dataset.name]?.columns ?? {});

    test('has every column of its persisted document', () => {
      const names = dataset.columns.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(ofDocument));
    });

    test.each(SMALL_DAYS)('has the rows of its document on %s, in its order', async (asOf) => {
      const rows = await readRows(small, dataset, { as_of: asOf });
      const expected = await documentRows(small, dataset, asOf);
      expect(rows.map((row) => recordOf(dataset, row, ofDocument))).toEqual(expected);
    });

    test('has the rows of its document over random registers, on any day', async () => {
      let count = 0;
      for (const database of random) {
        for (const asOf of RANDOM_DAYS) {
          const rows = await readRows(database, dataset, { as_of: asOf });
          const expected = await documentRows(database, dataset, asOf);
          expect(rows.map((row) => recordOf(dataset, row, ofDocument))).toEqual(expected);
          count += rows.length;
        }
      }
      expect(count).toBeGreaterThan(20);
    });
  });

  describe.each(DATASETS)('$name', (dataset) => {
    test('is what the field "report" answers, by pages of any size', async () => {
      const names = dataset.columns.map(({ name }) => name);
      const rows = await readRows(small, dataset, { as_of: '2026-11-24' });
      const records = rows.map((row) => recordOf(dataset, row, names));
      for (const first of [1, 3, 500]) {
        expect(await fieldRows(small, dataset, '2026-11-24', first)).toEqual(records);
      }
    });
  });
});

const url = process.env['TEST_DATABASE_URL'];

describe.runIf(url)('tables of bi', () => {
  const databases: Database[] = [];
  const openDatabase = async () => {
    const database = await createScratch(url ?? '');
    await migrate(database);
    return database;
  };

  afterAll(async () => {
    for (const database of databases) await database[Symbol.asyncDispose]();
  });

  beforeAll(async () => {
    const small = await openDatabase();
    await publishFiches(small, FORMER_REGISTER);
    await publishFiches(small, QUESTION_REGISTER, { findings: REFUSED, compared: true });
    databases.push(small);
    for (const seed of [3, 4]) {
      const database = await openDatabase();
      const register = registerOfSeed(seed);
      await publishRandom(database, { ...register, fiches: register.fiches.map(withLists) });
      databases.push(database);
    }
  });

  test.each(['2025-12-31', '2026-11-24', '2028-01-01'])(
    'have the rows of the datasets on %s',
    async (asOf) => {
      for (const database of databases) {
        const snapshot = await storeOf(database).refresh();
        expect(await writeBi(database, snapshot, parsePlainDate(asOf))).toBe('WRITTEN');
        for (const dataset of BI_DATASETS) {
          const rows = byKey(dataset, await readRows(database, dataset, { as_of: asOf }));
          expect([dataset.name, byKey(dataset, await tableRows(database, dataset))]).toEqual([
            dataset.name,
            rows,
          ]);
        }
      }
    },
  );

  test('have the columns of the datasets, in their order, of their types', async () => {
    const [database] = databases;
    if (!database) throw new Error('no database');
    await using session = await database.session();
    for (const dataset of BI_DATASETS) {
      const { rows } = await sql<{ name: string; type: string }>`
          select attname as name, format_type(atttypid, atttypmod) as type
          from pg_attribute where attrelid = ${`bi.${tableName(dataset)}`}::regclass and attnum > 0
          order by attnum`.execute(session.db);
      expect(rows).toEqual([
        ...dataset.columns.map(({ name, type }) => ({ name, type: SQL_TYPES[type] })),
        { name: 'publication', type: 'integer' },
        { name: 'as_of', type: 'date' },
        { name: 'method', type: 'text' },
      ]);
    }
  });
});

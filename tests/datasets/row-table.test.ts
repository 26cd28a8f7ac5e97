import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { FLAG, NO_TEXT } from '../../src/datasets/column-vector.ts';
import type { Cell, Dataset, Row } from '../../src/datasets/dataset.ts';
import { parseParameters } from '../../src/datasets/parameter.ts';
import { readDataset } from '../../src/datasets/read.ts';
import { openRowTable, type RowTable, type TableRequest } from '../../src/datasets/row-table.ts';
import type { Database } from '../../src/db/database.ts';
import { finish } from '../../src/domain/work.ts';
import { viewOn } from '../../src/snapshot/day-view.ts';
import { publicationReader } from '../../src/snapshot/publication-reader.ts';
import { storeOf, TODAY } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { deferred } from '../support/deferred.ts';
import { publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

/** All datasets whose rows the snapshot holds. */
const HELD = [...new Set([...DATASETS, ...BI_DATASETS])].filter(({ held }) => held);

/** What a dataset is asked, so that all that it is asked for is given. */
const QUERIES: Readonly<Record<string, string>> = {
  'certifier-portfolio': 'certifier=111111118',
};

const REGISTERS: Readonly<Record<string, (database: Database) => Promise<void>>> = {
  'a random register': (database) => publishRandom(database, registerOfSeed(2026)),
  'another random register': (database) => publishRandom(database, registerOfSeed(77)),
  'a register with texts and notes': async (database) => {
    await publishFiches(database, QUESTION_REGISTER);
    await note(database, newNote({ textFr: 'Lignes\nà plier   ainsi' }));
    await note(database, newBreak(2021));
  },
};

async function requestOf(database: Database, dataset: Dataset): Promise<TableRequest> {
  const query = new URLSearchParams(QUERIES[dataset.name]);
  const { values, problems } = parseParameters(dataset.parameters, query);
  expect(problems).toEqual([]);
  const snapshot = await storeOf(database).refresh();
  const read = publicationReader(database, snapshot);
  return { view: viewOn(snapshot, TODAY), values, read, run: deferred };
}

async function rowsOf(dataset: Dataset, request: TableRequest): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readDataset(dataset, { ...request, limit: null })) {
    rows.push(...batch.rows);
  }
  return rows;
}

async function opened(dataset: Dataset, request: TableRequest): Promise<RowTable> {
  const table = await openRowTable(dataset, request);
  if (!table) throw new Error(`${dataset.name} has no table`);
  return table;
}

/** The cell of a row as its vector has it. */
async function cellsIn(table: RowTable, column: string): Promise<Cell[]> {
  const vector = await table.vector(column);
  return Array.from({ length: table.count }, (_, row) => {
    if (vector.kind === 'TEXTS') {
      const code = vector.codes[row] ?? NO_TEXT;
      return code === NO_TEXT ? null : (vector.texts[code] ?? '');
    }
    const value = vector.values[row] ?? Number.NaN;
    if (vector.kind === 'NUMBERS') return Number.isNaN(value) ? null : value;
    return value === FLAG.ABSENT ? null : value === FLAG.TRUE;
  });
}

describe.each(Object.entries(REGISTERS))('a table of rows equals the rows of %s', (_, publish) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigratedPglite();
    await publish(database);
  });
  afterAll(() => database?.[Symbol.asyncDispose]());

  test.each(HELD)('$name', async (dataset) => {
    const request = await requestOf(database, dataset);
    const rows = await rowsOf(dataset, request);
    const table = await opened(dataset, request);
    const names = dataset.columns.map(({ name }) => name);
    const all = Int32Array.from({ length: table.count }, (_, row) => row);
    expect(table.count).toBe(rows.length);
    expect(await table.rows(all, names)).toEqual(rows);
    for (const [place, name] of names.entries()) {
      const cells = rows.map((row) => row[place]);
      // Alone: what it needs is read for it, and for no column that was asked with it.
      expect([name, (await table.rows(all, [name])).map(([cell]) => cell)]).toEqual([name, cells]);
      if (!table.readColumns.has(name)) {
        expect([name, await cellsIn(table, name)]).toEqual([name, cells]);
      }
    }
    const some = [...all].filter((row) => row % 3 === 1).toReversed();
    expect(await table.rows(some, names.toReversed())).toEqual(
      some.map((row) => rows[row]?.toReversed()),
    );
  });
});

describe('a table of rows', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishFiches(database, QUESTION_REGISTER);
  });
  afterAll(() => database?.[Symbol.asyncDispose]());
  const named = (name: string) => HELD.find((each) => each.name === name) as Dataset;

  test('is there for every dataset but those that are read from the database, or by readers', () => {
    const without = DATASETS.filter(({ held }) => !held).map(({ name }) => name);
    expect(without).toEqual([
      ...['changes', 'survey-rates', 'survey-outcomes', 'survey-quality', 'survey-access'],
    ]);
  });

  test('is made once for a day and its parameters', async () => {
    const rates = named('insertion-rates');
    let makings = 0;
    const counted: Dataset = {
      ...rates,
      held: (view, values) => {
        makings += 1;
        return (rates.held as NonNullable<Dataset['held']>)(view, values);
      },
    };
    const request = await requestOf(database, rates);
    const first = await opened(counted, request);
    const again = await opened(counted, { ...request, run: finish });
    expect([makings, await again.vector('year')]).toEqual([1, await first.vector('year')]);
    expect(await again.vector('year')).toBe(await first.vector('year'));
    const values = { ...request.values, register: ['RS'] };
    const ofRs = await opened(counted, { ...request, values });
    expect([makings, ofRs.count < first.count]).toEqual([2, true]);
  });

  test('has no vector of what is read from the database, nor of what is no column', async () => {
    const blocks = named('blocks');
    const table = await opened(blocks, await requestOf(database, blocks));
    expect(() => table.vector('skills')).toThrow('blocks has no vector of skills');
    expect(() => table.vector('skill')).toThrow('blocks has no vector of skill');
    await expect(table.rows([0], ['skill'])).rejects.toThrow('no column skill');
  });

  test('reads what the database has of several rows at once', async () => {
    const blocks = named('blocks');
    const request = await requestOf(database, blocks);
    let reads = 0;
    const table = await opened(blocks, {
      ...request,
      read: (query) => {
        reads += 1;
        return request.read(query);
      },
    });
    expect(await table.rows([1, 0], ['assessment_modes', 'position'])).toEqual([
      ['Mise en situation', 2],
      ['Étude de cas', 1],
    ]);
    expect(reads).toBe(1);
    await table.rows([1, 0], ['position', 'block_title']);
    expect(reads).toBe(1);
  });

  test('fails as its rows do when a code is of no certification', async () => {
    const rates = named('insertion-rates');
    const request = await requestOf(database, rates);
    const values = { ...request.values, code: ['RNCP999'] };
    await expect(openRowTable(rates, { ...request, values })).rejects.toThrow('RNCP999');
  });
});

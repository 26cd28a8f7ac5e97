import type { Cell, Dataset, Row } from '../../src/datasets/dataset.ts';
import { parseParameters } from '../../src/datasets/parameter.ts';
import { type DatasetRequest, readDataset } from '../../src/datasets/read.ts';
import type { Database } from '../../src/db/database.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { viewOn } from '../../src/snapshot/day-view.ts';
import { publicationReader } from '../../src/snapshot/publication-reader.ts';
import { storeOf, TODAY } from './client.ts';

/** All rows of a dataset, in its order, as everybody reads them; parameters as in its address. */
export async function readRows(
  database: Database,
  dataset: Dataset,
  query: Readonly<Record<string, string>> = {},
  by: Pick<DatasetRequest, 'access' | 'surveys'> = {},
): Promise<Row[]> {
  const { values, problems } = parseParameters(dataset.parameters, new URLSearchParams(query));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const snapshot = await storeOf(database).refresh();
  const { as_of: asOf } = query;
  const request = {
    view: viewOn(snapshot, asOf === undefined ? TODAY : parsePlainDate(asOf)),
    read: publicationReader(database, snapshot),
    ...{ values, limit: null, ...by },
  };
  const rows: Row[] = [];
  for await (const { rows: some } of readDataset(dataset, request)) rows.push(...some);
  return rows;
}

/** All rows of a dataset, each as an object of its columns. */
export async function readRecords(
  database: Database,
  dataset: Dataset,
  query: Readonly<Record<string, string>> = {},
): Promise<Record<string, Cell>[]> {
  const names = dataset.columns.map(({ name }) => name);
  const rows = await readRows(database, dataset, query);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell])));
}

/** Rows in the order of the key columns of their dataset. Two rows of one key are a failure. */
export function byKey({ key, columns }: Dataset, rows: readonly Row[]): Row[] {
  const places = key.map((name) => columns.findIndex((column) => column.name === name));
  const keyed = new Map<string, Row>();
  for (const row of rows) {
    const text = JSON.stringify(places.map((place) => row[place]));
    if (keyed.has(text)) throw new Error(`two rows of ${text}`);
    keyed.set(text, row);
  }
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Some cells of a row, in the order of the names. */
export function pick(row: Readonly<Record<string, Cell>>, names: readonly string[]): Cell[] {
  return names.map((name) => {
    const cell = row[name];
    if (cell === undefined) throw new Error(`the dataset has no column ${name}`);
    return cell;
  });
}

import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { openRequest } from '../../src/graphql/context.ts';
import { parseParameters } from '../../src/reports/parameter.ts';
import { readReport } from '../../src/reports/read.ts';
import type { Cell, Report, Row } from '../../src/reports/report.ts';
import { openSnapshot } from '../../src/reports/snapshot.ts';
import { viewOf } from '../../src/reports/view-comments.ts';
import { TODAY } from './client.ts';

/** All rows of a report, in its order; parameters as in its address. */
export async function readRows(
  database: Database,
  report: Report,
  query: Readonly<Record<string, string>> = {},
): Promise<Row[]> {
  const { values, problems } = parseParameters(report.parameters, new URLSearchParams(query));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  await using snapshot = await openSnapshot(
    () => openRequest(database, TODAY),
    database.engine === 'postgres',
  );
  const rows: Row[] = [];
  for await (const { rows: some } of readReport(report, values, snapshot, null)) rows.push(...some);
  return rows;
}

/** All rows of a report, each as an object of its columns. */
export async function readRecords(
  database: Database,
  report: Report,
  query: Readonly<Record<string, string>> = {},
): Promise<Record<string, Cell>[]> {
  const names = report.columns.map(({ name }) => name);
  const rows = await readRows(database, report, query);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell])));
}

/** All rows of the view of a report on a day, in no order. */
export async function readViewRows(
  database: Database,
  report: Report,
  asOf: string,
): Promise<Row[]> {
  await using session = await database.session();
  await sql`select set_config('debouches.as_of', ${asOf}, false)`.execute(session.db);
  const { rows } = await sql<Record<string, Cell | Date>>`
    select * from ${sql.id('bi', viewOf(report))}`.execute(session.db);
  return rows.map((row) =>
    report.columns.map(({ name }) => {
      const cell = row[name];
      if (cell === undefined) throw new Error(`the view has no column ${name}`);
      return cell instanceof Date ? cell.toISOString() : cell;
    }),
  );
}

/** Rows in the order of the key columns of their report. Two rows of one key are a failure. */
export function byKey({ key, columns }: Report, rows: readonly Row[]): Row[] {
  const places = key.map((name) => columns.findIndex((column) => column.name === name));
  const keyed = new Map<string, Row>();
  for (const row of rows) {
    const text = JSON.stringify(places.map((place) => row[place]));
    if (keyed.has(text)) throw new Error(`two rows of ${text}`);
    keyed.set(text, row);
  }
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

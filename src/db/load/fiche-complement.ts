import { type Kysely, sql } from 'kysely';
import type { Fiche } from '../../domain/certification/fiche.ts';
import type { DB } from '../tables.ts';
import type { Cell } from './copy-format.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import type { RowSource, RowVersion } from './fiche-table.ts';

/** Cohorts have a rule of their own: `mergeCohorts`. Search documents are of all that is merged. */
const TABLES = FICHE_TABLES.filter(
  ({ table }) => table !== 'cohort' && table !== 'certification_search',
);

/** Tables that have exactly one row for a certification, and the column that holds its code. */
const ONE_ROW: Partial<Record<keyof DB, string>> = {
  certification: 'code',
  certification_text: 'certification_code',
};

/** Columns of a certification or a block that a supplement may fill where they are empty. */
const FIXED = new Set([
  'code',
  'register',
  'number',
  'certification_code',
  'version',
  'since',
  'until',
  'base_version',
  'digest',
  'position',
  'level_years',
]);

/** Adds a certification that no export has, all but its cohorts. */
export async function insertFiche(
  db: Kysely<DB>,
  fiche: Fiche,
  source: RowSource,
  version: RowVersion,
): Promise<void> {
  for (const { table, columns, rows } of TABLES) {
    await insertRows(db, table, columns, rows(fiche, source, version));
  }
}

/**
 * Fills what a certification lacks from another source: empty columns of the fiche and of its
 * blocks, and whole lists that are empty. What the first source says stays, but for a title that
 * is only the code, which is what figures without a fiche are kept under.
 */
export async function complementFiche(
  db: Kysely<DB>,
  fiche: Fiche,
  source: RowSource,
  version: RowVersion,
): Promise<void> {
  await sql`
    update certification set title = ${fiche.title}, title_key = '', source_id = ${source.id}
    where code = ${fiche.code} and version = ${version.number} and title = code`.execute(db);
  for (const { table, columns, rows } of TABLES) {
    const lines = rows(fiche, source, version);
    const key = ONE_ROW[table];
    if (key) {
      for (const line of lines) await fillRow(db, table, columns, line, [key, 'version']);
      continue;
    }
    if (!(await hasRows(db, table, columns, lines))) {
      await insertRows(db, table, columns, lines);
    } else if (table === 'block') {
      for (const line of lines) {
        await fillRow(db, table, columns, line, ['certification_code', 'version', 'code']);
      }
    }
  }
}

async function fillRow(
  db: Kysely<DB>,
  table: keyof DB,
  columns: readonly string[],
  line: readonly Cell[],
  keys: readonly string[],
): Promise<void> {
  const cell = (column: string) => line[columns.indexOf(column)] ?? null;
  const filled = columns.filter((column) => !FIXED.has(column) && cell(column) !== null);
  const sets = filled.map((column) =>
    column === 'title_key'
      ? sql`title_key = case when title_key = '' then ${cell(column)} else title_key end`
      : sql`${sql.ref(column)} = coalesce(${sql.ref(column)}, ${cell(column)})`,
  );
  if (sets.length === 0) return;
  const where = keys.map((key) => sql`${sql.ref(key)} = ${cell(key)}`);
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${sql.join(where, sql` and `)}`.execute(
    db,
  );
}

/** Whether a version has the list that lines are for. Without a line there is nothing to add to it. */
async function hasRows(
  db: Kysely<DB>,
  table: keyof DB,
  columns: readonly string[],
  lines: readonly (readonly Cell[])[],
): Promise<boolean> {
  const [line] = lines;
  if (!line) return true;
  // Predecessors and successors share a table and are two lists.
  const keys = ['certification_code', 'version', 'direction'].filter((each) =>
    columns.includes(each),
  );
  const same = keys.map((each) => sql`${sql.ref(each)} = ${line[columns.indexOf(each)]}`);
  const { rows } = await sql`
    select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)} limit 1`.execute(db);
  return rows.length > 0;
}

async function insertRows(
  db: Kysely<DB>,
  table: keyof DB,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  for (const row of rows) {
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values (${sql.join(row)})`.execute(db);
  }
}

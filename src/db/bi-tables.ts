import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { Session } from './database.ts';
import { type Cell, copyLine } from './load/copy-format.ts';
import { removeWritten } from './load/remove-written.ts';
import type { DB } from './tables.ts';

/** A table that BI tools read in the schema `bi`. */
export interface BiTable {
  /** snake_case. */
  readonly name: string;
  readonly comment: string;
  /** Columns that rows are looked up by. */
  readonly key: readonly string[];
  readonly columns: readonly BiColumn[];
}

export interface BiColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'double precision' | 'boolean' | 'date' | 'timestamptz';
  readonly comment: string;
}

/** What the rows of `bi` are of. */
export interface BiStatus {
  readonly generation: number;
  readonly publication: number;
  readonly asOf: PlainDate;
  /** What figures were made by, as answers name it; empty before it was noted. */
  readonly method: string;
  /** Number of the contract that the tables keep; empty before it was noted. */
  readonly contract: string;
  /** Columns or tables were added since the rows were written, which have no values yet. */
  readonly incomplete: boolean;
}

/** A publication, a day, a method and a contract. */
export type BiOrigin = Pick<BiStatus, 'publication' | 'asOf' | 'method' | 'contract'>;

/** Rows of one table: some at a time, a cell for each column. */
export type BiRows = AsyncIterable<readonly (readonly Cell[])[]>;

/** Any number that no other program on the server uses for its advisory locks. */
const LOCK = 7_301_947;

/** What the rows of `bi` are of; undefined before they were ever written. */
export async function biStatus(db: Kysely<DB>): Promise<BiStatus | undefined> {
  const { rows } = await sql<BiStatus>`
    select generation, publication, as_of as "asOf", method, contract, incomplete
    from bi_rows.status`.execute(db);
  return rows[0];
}

/**
 * Writes the rows of all tables of `bi`, beside those that are read, and then makes them the ones
 * that are read: nobody waits. False, and nothing done, while another session writes them.
 *
 * - What stops it leaves the rows that were read; those that were written are removed at once.
 */
export async function writeBiTables(
  session: Session,
  tables: readonly BiTable[],
  of: BiOrigin,
  rowsOf: (table: BiTable) => BiRows,
): Promise<boolean> {
  const { db } = session;
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(${LOCK}) as taken`.execute(db);
  if (!rows[0]?.taken) return false;
  try {
    await prepareBiTables(db, tables);
    const reserve = await session.reserveSpace();
    await writeGeneration(session, tables, of, rowsOf).catch(async (error: unknown) => {
      // A server that stops leaves it to the next writer.
      if (!isAborted(error)) {
        await removeWritten(error, async () => {
          await reserve.release();
          await discardRows(db, tables);
        });
      }
      throw error;
    });
    await reserve.release();
    return true;
  } finally {
    // The connection may be gone, and the lock with it; one that cleared up took it a second time.
    await sql`select pg_advisory_unlock_all()`.execute(db).catch(() => {});
  }
}

async function writeGeneration(
  session: Session,
  tables: readonly BiTable[],
  of: BiOrigin,
  rowsOf: (table: BiTable) => BiRows,
): Promise<void> {
  const { db } = session;
  const generation = ((await biStatus(db))?.generation ?? 0) + 1;
  await sql`set search_path = bi_rows, public`.execute(db);
  for (const table of tables) {
    // What an earlier writer left that was stopped.
    await deleteOthers(db, table, generation - 1);
    await copyRows(session, table, generation, rowsOf(table));
    await sql`analyze ${sql.id('bi_rows', table.name)}`.execute(db);
  }
  await sql`
    insert into bi_rows.status (generation, publication, as_of, method, contract)
    values (${generation}, ${of.publication}, ${of.asOf}, ${of.method}, ${of.contract})
    on conflict (singleton) do update set generation = excluded.generation,
      publication = excluded.publication, as_of = excluded.as_of, method = excluded.method,
      contract = excluded.contract, written_at = excluded.written_at, incomplete = false`.execute(
    db,
  );
  for (const table of tables) await deleteOthers(db, table, generation);
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Gives the disk back the rows that nobody reads, unless another session is writing some. */
async function discardRows(db: Kysely<DB>, tables: readonly BiTable[]): Promise<void> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(${LOCK}) as taken`.execute(db);
  if (!rows[0]?.taken) return;
  const generation = (await biStatus(db))?.generation ?? 0;
  for (const table of tables) {
    await deleteOthers(db, table, generation);
    await sql`vacuum ${sql.id('bi_rows', table.name)}`.execute(db);
  }
}

async function deleteOthers(db: Kysely<DB>, { name }: BiTable, generation: number): Promise<void> {
  await sql`delete from ${sql.id('bi_rows', name)} where generation <> ${generation}`.execute(db);
}

async function copyRows(
  session: Session,
  { name, columns }: BiTable,
  generation: number,
  rows: BiRows,
): Promise<void> {
  const names = ['generation', ...columns.map((column) => column.name)];
  for await (const some of rows) {
    const lines = some.map((row) => copyLine([generation, ...row]));
    await session.copyRows(name, names, lines);
  }
}

/** Columns that every view has beside its own. */
const OF_ALL: readonly Omit<BiColumn, 'type'>[] = [
  { name: 'publication', comment: 'Number of the publication that the row is of.' },
  { name: 'as_of', comment: 'Day, in Paris, that the row is of.' },
  { name: 'method', comment: 'Version of the method, and what was chosen otherwise than it says.' },
];

/**
 * Makes tables and their views what is declared. Columns of a newer version come after those that
 * are there already, so that what others built on a view stays.
 */
export async function prepareBiTables(db: Kysely<DB>, tables: readonly BiTable[]): Promise<void> {
  const { rows } = await sql<{ schema: string; table: string } & Shown>`
    select table_schema as schema, table_name as table, column_name as name,
      collation_name as collation
    from information_schema.columns where table_schema in ('bi', 'bi_rows')
    order by table_schema, table_name, ordinal_position`.execute(db);
  const known = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`);
  const columnsOf = (schema: string, table: BiTable): readonly Shown[] =>
    known.get(`${schema}.${table.name}`) ?? [];
  const without = <Column extends { readonly name: string }>(
    columns: readonly Column[],
    present: readonly Shown[],
  ) => columns.filter(({ name }) => !present.some((column) => column.name === name));
  let isIncomplete = false;
  for (const table of tables) {
    const stored = columnsOf('bi_rows', table);
    if (stored.length === 0) await createTable(db, table);
    const added = stored.length === 0 ? [] : without(table.columns, stored);
    for (const column of added) {
      await sql`alter table ${sql.id('bi_rows', table.name)} add column ${columnType(column)}`.execute(
        db,
      );
    }
    isIncomplete ||= stored.length === 0 || added.length > 0;
    const shown = columnsOf('bi', table);
    const missing = without([...table.columns, ...OF_ALL], shown);
    if (missing.length > 0) {
      await createView(db, table, [
        ...shown,
        ...missing.map(({ name }) => ({ name, collation: null })),
      ]);
    }
  }
  if (isIncomplete) await sql`update bi_rows.status set incomplete = true`.execute(db);
  await commentViews(db, tables);
}

/** A column that is there; `collation`: of a text, null where it is the usual one. */
interface Shown {
  readonly name: string;
  readonly collation: string | null;
}

async function createTable(db: Kysely<DB>, { name, key, columns }: BiTable): Promise<void> {
  const rows = sql.id('bi_rows', name);
  const list = sql.join([sql`generation integer not null`, ...columns.map(columnType)]);
  await sql`create table ${rows} (${list})`.execute(db);
  const keys = ['generation', ...key].map((column) => sql.ref(column));
  await sql`create index on ${rows} (${sql.join(keys)})`.execute(db);
}

function columnType({ name, type }: BiColumn) {
  return sql`${sql.ref(name)} ${sql.raw(type)}`;
}

async function createView(
  db: Kysely<DB>,
  { name }: BiTable,
  columns: readonly Shown[],
): Promise<void> {
  await sql`
    create or replace view ${sql.id('bi', name)} as
    select ${sql.join(columns.map(viewColumn))}
    from ${sql.id('bi_rows', name)} where generation = (select bi.generation())`.execute(db);
  await sql`
    do $$
    begin
      if exists (select from pg_roles where rolname = 'debouches_reader') then
        grant select on ${sql.id('bi', name)} to debouches_reader;
      end if;
    end
    $$`.execute(db);
}

/** What all rows have alike is read once for a query, not kept with each. */
function viewColumn({ name, collation }: Shown) {
  const column = sql.ref(name);
  if (OF_ALL.some((each) => each.name === name)) {
    return sql`(select ${column} from bi_rows.status) as ${column}`;
  }
  // A view is replaced by one whose texts sort as before.
  return collation === null ? column : sql`${column} collate ${sql.id(collation)} as ${column}`;
}

/** Makes the comments on the views and on their columns those that are declared. */
async function commentViews(db: Kysely<DB>, tables: readonly BiTable[]): Promise<void> {
  const { rows } = await sql<{ view: string; column: string | null; comment: string }>`
    select relname as view, attname as column, description as comment
    from pg_description
    join pg_class on pg_class.oid = objoid and classoid = 'pg_class'::regclass
    left join pg_attribute on attrelid = objoid and attnum = objsubid and objsubid > 0
    where relnamespace = 'bi'::regnamespace`.execute(db);
  const nameOf = (view: string, column: string | null = null) => `${view}.${column ?? ''}`;
  const present = new Map(rows.map(({ view, column, comment }) => [nameOf(view, column), comment]));
  for (const { name: view, comment, columns } of tables) {
    if (present.get(nameOf(view)) !== comment) {
      await sql`comment on view ${sql.id('bi', view)} is ${sql.lit(comment)}`.execute(db);
    }
    for (const { name, comment: said } of [...OF_ALL, ...columns]) {
      if (present.get(nameOf(view, name)) === said) continue;
      await sql`comment on column ${sql.id('bi', view, name)} is ${sql.lit(said)}`.execute(db);
    }
  }
}

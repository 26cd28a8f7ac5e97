import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import type { DB } from '../../../src/db/tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** All that a publication says: its sources, and the rows of each table, in no order. */
export interface Said {
  readonly demonstration: boolean;
  readonly sources: readonly Row[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** What is not as it was in the publication before, and fiches that it has no longer. */
  readonly changes: readonly Row[];
}

/** Where rows are kept, and until when: not what is said. */
const KEEPING = new Set(['version', 'since', 'until', 'base_version', 'digest', 'key']);

/** A source as it is written in what is said. */
export type NameOfSource = (id: number) => string;

/** Reads what a publication says. Sources are named by their files, exports by that of the publication. */
export async function readSaid(database: Database, publication: number): Promise<Said> {
  await using reading = await database.startReading();
  const { db } = reading;
  const { demonstration } = await enterPublication(db, publication);
  const views = await viewsOf(db);
  const tables = views.map(
    (view) => sql`${sql.lit(view)}, (
      select coalesce(json_agg(row_to_json(own)), '[]') from ${sql.id('register', view)} as own)`,
  );
  const { rows } = await sql<{ said: Record<string, Row[]> }>`
    select json_build_object(${sql.join(tables)}) as said`.execute(db);
  const { sources, nameOf } = await readSources(db, publication);
  return {
    demonstration,
    sources: sorted(sources),
    tables: Object.fromEntries(
      Object.entries(rows[0]?.said ?? {}).map(([table, own]) => [
        table,
        sorted(own.map((row) => spoken(row, nameOf))),
      ]),
    ),
    changes: (await readChanges(db, publication)).map((row) => spoken(row, nameOf)),
  };
}

async function readChanges(db: Kysely<DB>, publication: number): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select row_to_json(change) as row from change where publication_id = ${publication}
    union all
    select row_to_json(removed_certification) from removed_certification
    where publication_id = ${publication}`.execute(db);
  return sorted(rows.map(({ row }) => row));
}

async function viewsOf(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'register' order by table_name`.execute(db);
  return rows.map(({ name }) => name);
}

interface SourceRow {
  readonly id: number;
  readonly kind: string;
  readonly register: string | null;
  readonly name: string;
  readonly demonstration: boolean;
}

async function readSources(db: Kysely<DB>, publication: number) {
  const { rows } = await sql<{ source: SourceRow & Row; served: boolean }>`
    select row_to_json(source) as source, exists (
      select from publication_source where source_id = source.id
        and publication_id = ${publication}) as served
    from (select *, file_name as name from source) as source`.execute(db);
  const served = rows.filter((row) => row.served).map(({ source }) => source);
  const all = new Map(rows.map(({ source }) => [source.id, source]));
  const nameOf: NameOfSource = (id) => {
    const own = all.get(id);
    const ofRegister = served.find(
      ({ kind, register }) => kind === 'FEED' && register === own?.register,
    );
    return nameOfSource((own?.kind === 'FEED' ? ofRegister : undefined) ?? own);
  };
  const sources = served.map(({ id, imported_at: _when, ...source }) => source);
  return { sources, nameOf };
}

function nameOfSource(source: SourceRow | undefined): string {
  return source ? sourceName(source.name, source.demonstration) : 'a source that is not there';
}

/** What a source is called: its file. */
export function sourceName(file: string, demonstration: boolean): string {
  return demonstration ? `${file} (demonstration)` : file;
}

/** A row without where it is kept, its sources by name. */
function spoken(row: Row, nameOf: NameOfSource): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !KEEPING.has(column))
      .map(([column, value]) => {
        if (column === 'source_ids') return [column, (value as number[]).map(nameOf).toSorted()];
        if (column === 'unreadable_rates') return [column, (value as string[]).toSorted()];
        const isSource = column === 'source_id' || column.endsWith('_source_id');
        return [column, isSource && value !== null ? nameOf(value as number) : value];
      }),
  );
}

/** Rows in an order of their own, whatever they are read in. */
export function sorted(rows: readonly Row[]): Row[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(Object.entries(row).toSorted()) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

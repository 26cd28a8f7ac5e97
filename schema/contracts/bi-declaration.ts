import { sql } from 'kysely';
import { BI_DATASETS, prepareBi, tableName } from '../../src/datasets/bi.ts';
import type { Database } from '../../src/db/database.ts';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { migrate } from '../../src/db/migrations.ts';

/** What the schema `bi` is for those who read it, as a release had it: kept in `schema/releases`. */
export interface BiDeclaration {
  readonly tables: readonly DeclaredTable[];
  readonly functions: readonly DeclaredFunction[];
}

export interface DeclaredTable {
  readonly name: string;
  readonly comment: string | null;
  /** The columns that no two rows have alike; none of `status`, which has one row. */
  readonly key: readonly string[];
  readonly columns: readonly DeclaredTableColumn[];
}

export interface DeclaredTableColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string | null;
}

export interface DeclaredFunction {
  /** With the types of its arguments: `as_of()`. */
  readonly name: string;
  readonly returns: string;
}

/** What the schema `bi` is now, read from a database that is made for it. */
export async function biDeclaration(): Promise<BiDeclaration> {
  await using database = await openPglite(null);
  await migrate(database);
  await prepareBi(database);
  return readBi(database);
}

/** What the schema `bi` of a database is. */
export async function readBi(database: Database): Promise<BiDeclaration> {
  await using session = await database.session();
  const { rows } = await sql<DeclaredTableColumn & { table: string; said: string | null }>`
    select relname as "table", obj_description(pg_class.oid, 'pg_class') as said, attname as name,
      format_type(atttypid, atttypmod) as type, col_description(pg_class.oid, attnum) as comment
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relnamespace = 'bi'::regnamespace and relkind = 'v'
    order by relname collate "C", attnum`.execute(session.db);
  const functions = await sql<DeclaredFunction>`
    select format('%s(%s)', proname, pg_get_function_identity_arguments(oid)) as name,
      pg_get_function_result(oid) as returns
    from pg_proc where pronamespace = 'bi'::regnamespace
    order by proname collate "C"`.execute(session.db);
  const keys = new Map(BI_DATASETS.map((dataset) => [tableName(dataset), dataset.key]));
  const tables = Map.groupBy(rows, ({ table }) => table);
  return {
    tables: [...tables].map(([name, columns]) => ({
      ...{ name, comment: columns[0]?.said ?? null, key: keys.get(name) ?? [] },
      columns: columns.map(({ name: column, type, comment }) => ({ name: column, type, comment })),
    })),
    functions: functions.rows,
  };
}

import { generate, PostgresDialect } from 'kysely-codegen';
import type { Database } from '../src/db/database.ts';

/** The text of src/db/tables.ts for a migrated database. */
export async function printTables(database: Database): Promise<string> {
  await using session = await database.session();
  const tables = await generate({
    db: session.db,
    dialect: new PostgresDialect(),
    // Queries name tables without a schema: where they are written, and the views of one publication.
    defaultSchemas: ['public', 'versions'],
    // These views have the columns of the tables; those of bi are read by BI tools alone.
    excludePattern: '{register.*,bi.*,public.kysely_*}',
    typeMapping: { date: 'PlainDate' },
  });
  return tables.replace(
    /^import /m,
    "import type { PlainDate } from '../domain/calendar.ts';\nimport ",
  );
}

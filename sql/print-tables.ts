import { generate, PostgresDialect } from 'kysely-codegen';
import type { Database } from '../src/db/database.ts';

/** The text of src/db/tables.ts for a migrated database. */
export async function printTables(database: Database): Promise<string> {
  await using session = await database.session();
  const tables = await generate({
    db: session.db,
    dialect: new PostgresDialect(),
    // Both register schemas have the same tables; queries name them without a schema.
    defaultSchemas: ['public', 'register_a'],
    // Views are of reports and read by BI tools alone.
    excludePattern:
      '{register_b.*,register_a.*_report,register_a.certifiers_in_force,bi.*,public.kysely_*}',
    typeMapping: { date: 'PlainDate' },
  });
  return tables.replace(
    /^import /m,
    "import type { PlainDate } from '../domain/calendar.ts';\nimport ",
  );
}

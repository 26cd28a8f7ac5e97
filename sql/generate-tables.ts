/** Writes src/db/tables.ts from a freshly migrated database; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { generate, PostgresDialect } from 'kysely-codegen';
import { migrate } from '../src/db/migrations.ts';
import { openPglite } from '../src/db/pglite.ts';

await using database = await openPglite(null);
await migrate(database);
await using session = await database.session();
const tables = await generate({
  db: session.db,
  dialect: new PostgresDialect(),
  // Both register schemas have the same tables; queries name them without a schema.
  defaultSchemas: ['public', 'register_a'],
  excludePattern: '{register_b.*,public.kysely_*}',
  typeMapping: { date: 'PlainDate' },
});
await writeFile(
  new URL('../src/db/tables.ts', import.meta.url),
  tables.replace(/^import /m, "import type { PlainDate } from '../domain/calendar.ts';\nimport "),
);

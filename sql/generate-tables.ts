/** Writes src/db/tables.ts from a freshly migrated database; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { openPglite } from '../src/db/engines/pglite.ts';
import { migrate } from '../src/db/migrations.ts';
import { printTables } from './print-tables.ts';

await using database = await openPglite(null);
await migrate(database);
await writeFile(new URL('../src/db/tables.ts', import.meta.url), await printTables(database));

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { printTables } from '../../sql/print-tables.ts';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { migrate } from '../../src/db/migrations.ts';

test('src/db/tables.ts is what a migrated database has (npm run generate)', async () => {
  await using database = await openPglite(null);
  await migrate(database);
  const committed = await readFile(new URL('../../src/db/tables.ts', import.meta.url), 'utf8');
  expect(await printTables(database)).toBe(committed);
});

/** A process that imports files and says so, to be killed: import-child.ts DATABASE FILE… */

import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { migrate } from '../../../src/db/migrations.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';

const [where = '', ...files] = process.argv.slice(2);
await using database = where.startsWith('postgres:')
  ? openPostgres(where)
  : await openPglite(where);
await migrate(database);
console.log('started');
await importFiles(database, files, {
  today: parsePlainDate('2026-11-24'),
  onProgress: ({ step }) => console.log(step),
});
console.log('published');

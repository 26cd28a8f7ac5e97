/**
 * A process that imports files and says so, to be killed: import-child.ts DATABASE FILE…
 *
 * With KILL_AT=STEP+n it kills itself when it has begun a step and then sent n statements; while it
 * reads, progress counts as a statement.
 */

import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { migrate } from '../../../src/db/migrations.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';

const [where = '', ...files] = process.argv.slice(2);
const [killAt = '', statements = '0'] = (process.env['KILL_AT'] ?? '').split('+');
let hasBegun = false;
let left = Number(statements);

const count = () => {
  if (hasBegun && left-- === 0) process.kill(process.pid, 'SIGKILL');
};

await using database = where.startsWith('postgres:')
  ? openPostgres(where, count)
  : await openPglite(where, count);
await migrate(database);
console.log('started');
await importFiles(database, files, {
  today: parsePlainDate('2026-11-24'),
  onProgress: ({ step }) => {
    console.log(step);
    const begins = step === killAt && !hasBegun;
    hasBegun ||= begins;
    if (begins || step === 'READ') count();
  },
});
console.log('published');

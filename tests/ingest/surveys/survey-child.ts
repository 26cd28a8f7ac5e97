/**
 * A process that imports surveys, to be killed: survey-child.ts DATABASE FILE… With KILL_AFTER=n it kills
 * itself when it has sent n statements; else it says how many it sent.
 */
import { basename } from 'node:path';
import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { importSurvey } from '../../../src/ingest/surveys/import-survey.ts';

const [where = '', ...files] = process.argv.slice(2);
const killAfter = Number(process.env['KILL_AFTER'] ?? Number.POSITIVE_INFINITY);
let sent = 0;

const count = () => {
  sent += 1;
  if (sent === killAfter) process.kill(process.pid, 'SIGKILL');
};

await using database = where.startsWith('postgres:')
  ? openPostgres(where, count)
  : await openPglite(where, count);
await importSurvey(
  database,
  files.map((path) => ({ path, name: basename(path) })),
  {
    ...{ secret: 'debouches-test', today: parsePlainDate('2026-11-24'), mapping: null },
    ...{ siren: null, international: [], check: false },
  },
);
console.log(sent);

import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { enterPublication } from '../../../src/db/load/register-schema.ts';
import { generateRegister } from '../../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { createScratchUrl } from '../../support/database.ts';
import { inFull } from '../../support/in-full.ts';

const CHILD = fileURLToPath(new URL('import-child.ts', import.meta.url));
const KILLS = inFull(3, 20);
/** Fractional part of the golden ratio: its multiples are spread evenly, however many there are. */
const SPREAD = 0.618_034;

let folder = '';
/** Two exports of one register: other seeds, other days, other contents. */
const files = { before: '', after: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-kill-'));
  files.before = await writeExport('2026-01-01', 1);
  files.after = await writeExport('2026-01-02', 2);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeExport(day: string, seed: number): Promise<string> {
  const path = join(folder, `export_fiches_RNCP_V4_1_${day}.xml`);
  const chunks = generateRegister({
    ...{ register: 'RNCP', fiches: 600, seed, profile: 'DEMONSTRATION' },
    exportedOn: parsePlainDate(day),
  });
  await pipeline(Readable.from(chunks), createWriteStream(path));
  return path;
}

function startImport(where: string, file: string): ChildProcess {
  const options = ['--disable-warning=ExperimentalWarning', CHILD, where, file];
  return spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The steps an import printed until it ended, or was killed `afterMs` after its start. */
async function runImport(where: string, file: string, afterMs?: number) {
  const child = startImport(where, file);
  const steps: string[] = [];
  const started = Promise.withResolvers<void>();
  child.stdout?.on('data', (data: Buffer) => {
    steps.push(...String(data).trim().split('\n'));
    started.resolve();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([started.promise, ended]);
  const start = performance.now();
  const timer = afterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  if (timer) clearTimeout(timer);
  return { steps, milliseconds: performance.now() - start };
}

/** All that is served, summed up: which export, and a digest of its rows. */
async function served(database: Database) {
  await using reading = await database.startReading();
  await enterPublication(reading.db);
  const { rows } = await sql<{ export: string; digest: string }>`
    select (select string_agg(s.file_name, ', ') from current_publication c
            join publication_source p using (publication_id) join source s on s.id = p.source_id) as export,
      (select md5(string_agg(md5(c::text), '' order by code)) from
        (select code, title, activities, registration_ends_on
         from certification join certification_text on certification_code = code) c)
      || (select md5(string_agg(md5(b::text), '' order by certification_code, position)) from block b)
      || (select count(*) from certification_search) || '/' || (select count(*) from cohort)
      || '/' || (select count(*) from certification_occupation) as digest`.execute(reading.db);
  return rows[0];
}

/** Where each engine keeps its database, and what frees it. */
interface Place {
  readonly where: string;
  readonly open: () => Promise<Database>;
  readonly drop: () => Promise<void>;
}

async function embedded(): Promise<Place> {
  const where = join(folder, 'data');
  return {
    where,
    open: () => openPglite(where),
    drop: () => rm(where, { recursive: true, force: true }),
  };
}

async function server(url: string): Promise<Place> {
  const { href, drop } = await createScratchUrl(url);
  return { where: href, open: async () => openPostgres(href), drop };
}

const url = process.env['TEST_DATABASE_URL'];
const places: [string, () => Promise<Place>][] = [
  ['the embedded database', embedded],
  ...(url ? ([['PostgreSQL', () => server(url)]] as [string, () => Promise<Place>][]) : []),
];

describe.each(places)('an import into %s that is killed', (_name, make) => {
  test(`leaves the publication of before or that of after, whole, ${KILLS} times`, async () => {
    const place = await make();
    const look = async () => {
      await using database = await place.open();
      return await served(database);
    };
    try {
      await runImport(place.where, files.before);
      const before = await look();
      const { milliseconds } = await runImport(place.where, files.after);
      const after = await look();
      expect(after?.digest).not.toBe(before?.digest);

      let current = after;
      let kills = 0;
      for (let round = 0; kills < KILLS && round < 3 * KILLS; round++) {
        const [file, target] = current === after ? [files.before, before] : [files.after, after];
        const moment = ((round * SPREAD) % 1) * milliseconds;
        const { steps } = await runImport(place.where, file, moment);
        if (!steps.includes('published')) kills++;
        const now = await look();
        // Killed in the very last step it may have become visible, but then all of it.
        const expected = steps.includes('PUBLISH') ? [current, target] : [current];
        expect(expected).toContainEqual(now);
        if (now?.digest === target?.digest) current = target;
      }
      expect(kills).toBe(KILLS);
      // What the last one left behind does not disturb the next import.
      const next = current === after ? files.before : files.after;
      expect((await runImport(place.where, next)).steps).toContain('published');
      expect(await look()).toEqual(current === after ? before : after);
    } finally {
      await place.drop();
    }
  }, 300_000);
});

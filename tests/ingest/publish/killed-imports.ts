import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';
import { openPglite } from '../../../src/db/engines/pglite.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import { generateRegister } from '../../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import { createScratchUrl } from '../../support/database.ts';

const CHILD = fileURLToPath(new URL('import-child.ts', import.meta.url));

interface ExportFile {
  readonly register?: Register;
  readonly day: string;
  readonly seed: number;
  readonly fiches: number;
}

/** Writes an export of a fictitious register to a folder; gives its path. */
export async function writeExport(
  folder: string,
  { register = 'RNCP', day, seed, fiches }: ExportFile,
): Promise<string> {
  const path = join(folder, `export_fiches_${register}_V4_1_${day}.xml`);
  const chunks = generateRegister({
    ...{ register, fiches, seed, profile: 'DEMONSTRATION' },
    exportedOn: parsePlainDate(day),
  });
  await pipeline(Readable.from(chunks), createWriteStream(path));
  return path;
}

/** Starts an import of files in a process of its own, which says its steps. */
export function startImport(
  where: string,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const options = ['--disable-warning=ExperimentalWarning', CHILD, where, ...files];
  return spawn(process.execPath, options, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
}

/** All that is served, summed up: which files, and a digest of their rows. */
export async function served(database: Database) {
  await using reading = await database.startReading();
  await enterPublication(reading.db);
  const { rows } = await sql<{ files: string; digest: string }>`
    select (select string_agg(s.file_name, ', ' order by s.file_name) from current_publication c
            join publication_source p using (publication_id) join source s on s.id = p.source_id) as files,
      (select md5(string_agg(md5(c::text), '' order by code)) from
        (select code, title, activities, registration_ends_on
         from certification join certification_text on certification_code = code) c)
      || (select md5(string_agg(md5(b::text), '' order by certification_code, position)) from
        (select certification_code, position, code, title, skills from block) b)
      || (select count(*) from certification_search) || '/' || (select count(*) from cohort)
      || '/' || (select count(*) from certification_occupation) as digest`.execute(reading.db);
  return rows[0];
}

/** Changes, and fiches that are gone, of imports that were not published. */
export async function changesOfNoPublication(database: Database): Promise<number> {
  await using reading = await database.startReading();
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from (
      select publication_id from public.change
      union all select publication_id from public.removed_certification
    ) as written
    where publication_id not in (select id from public.publication)`.execute(reading.db);
  return rows[0]?.rows ?? 0;
}

/** Where each engine keeps its database, and what frees it. */
export interface Place {
  readonly where: string;
  readonly open: () => Promise<Database>;
  readonly drop: () => Promise<void>;
}

async function embedded(folder: string): Promise<Place> {
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

/** The engines, and what makes a new place of each in a folder. */
export const PLACES: readonly [string, (folder: string) => Promise<Place>][] = [
  ['the embedded database', embedded],
  ...(url ? ([['PostgreSQL', () => server(url)]] as [string, () => Promise<Place>][]) : []),
];

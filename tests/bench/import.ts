/**
 * `npm run bench:import`: imports a register of the real size, and parses the same files and
 * throws the result away, in the same run. Prints both times, their ratio and the peak memory.
 *
 *   npm run bench:import                                    into the embedded database
 *   DATABASE_URL=postgres://… npm run bench:import          into a PostgreSQL database of its own
 *   npm run bench:import -- --fiches 3000                   a smaller register, same proportions
 */
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { migrate } from '../../src/db/migrations.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { importFiles } from '../../src/ingest/publish.ts';
import { readExport } from '../../src/ingest/xml-export.ts';
import { flagsOf } from './processes.ts';
import { EXPORTED_ON, REAL_FICHES, scratchDatabase, writeRegisters } from './real-size.ts';

/** Without a server the import fills the embedded database. */
const EMBEDDED = { label: 'embedded', env: {}, drop: async () => {} };

interface Measurement {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly steps?: Readonly<Record<string, number>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fiches: { type: 'string', default: String(REAL_FICHES) },
    part: { type: 'string' },
  },
});

if (values.part === 'parse') report(await measure(() => parse(positionals)));
else if (values.part === 'read') report(await measure(() => read(positionals)));
else if (values.part === 'import') await importOnce(positionals);
else await compare(Number(values.fiches));

async function compare(fiches: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
  try {
    const files = await writeRegisters(folder, fiches);
    const url = process.env['DATABASE_URL'];
    const scratch = url ? await scratchDatabase(url) : EMBEDDED;
    const parsed = await run('parse', files, {});
    const fichesRead = await run('read', files, {});
    const imported = await run('import', files, { ...scratch.env, DATA_DIR: join(folder, 'data') });
    await scratch.drop();
    console.log(`bare parser, nothing kept          ${line(parsed)}`);
    console.log(`fiches read and thrown away        ${line(fichesRead)}`);
    console.log(
      `import (${scratch.label})${' '.repeat(26 - scratch.label.length)}${line(imported)}`,
    );
    for (const [step, seconds] of Object.entries(imported.steps ?? {})) {
      console.log(`  from ${step.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
    }
    console.log(`import / bare parser   ${(imported.seconds / parsed.seconds).toFixed(2)}`);
    console.log(`import / fiches read   ${(imported.seconds / fichesRead.seconds).toFixed(2)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each part is a process of its own, so that its peak of memory is its own too. */
async function run(
  part: string,
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Measurement> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // As `npm run import` does.
    [
      ...[...flagsOf('import'), ...process.execArgv],
      ...[fileURLToPath(import.meta.url), '--part', part, ...files],
    ],
    { env: { ...process.env, ...env }, maxBuffer: 1e8 },
  );
  return JSON.parse(stdout) as Measurement;
}

async function measure(work: () => Promise<void>): Promise<Measurement> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peakMegabytes: process.resourceUsage().maxRSS / 1000 };
}

function report(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}

/** The floor: the parser alone, on the same files. */
async function parse(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const parser = new SaxesParser();
    const ignore = () => {};
    parser.on('opentag', ignore);
    parser.on('closetag', ignore);
    parser.on('text', ignore);
    for await (const chunk of createReadStream(file, {
      encoding: 'utf8',
      highWaterMark: 1 << 18,
    })) {
      parser.write(chunk as string);
    }
    parser.close();
  }
}

/** The reader: every fiche built and checked, as an import does, then dropped. */
async function read(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const reader = readExport(createReadStream(file, { highWaterMark: 1 << 18 }), file);
    for await (const _fiches of reader.batches());
  }
}

async function importOnce(files: readonly string[]): Promise<void> {
  const url = process.env['DATABASE_URL'];
  await using database = url
    ? openPostgres(url)
    : await openPglite(process.env['DATA_DIR'] ?? null);
  await migrate(database);
  const start = performance.now();
  const steps: Record<string, number> = {};
  const measurement = await measure(async () => {
    await importFiles(database, files, {
      today: EXPORTED_ON,
      onProgress: ({ step }) => {
        steps[step] ??= (performance.now() - start) / 1000;
      },
    });
  });
  report({ ...measurement, steps });
}

function line({ seconds, peakMegabytes }: Measurement): string {
  return `${seconds.toFixed(1).padStart(6)} s   peak ${peakMegabytes.toFixed(0).padStart(5)} MB resident`;
}

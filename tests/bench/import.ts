/**
 * `npm run bench:import`: imports a register of the real size with the command of the product, and
 * parses the same files with the bare XML parser and keeps nothing, in the same run. Prints both
 * times, their ratio and the peak memory.
 *
 *   npm run bench:import                                    into the embedded database
 *   DATABASE_URL=postgres://… npm run bench:import          into a PostgreSQL database of its own
 *   npm run bench:import -- --fiches 3000                   a smaller register, same proportions
 *   … -- --json figures.json                                figures for machines, too
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFigures } from './figures.ts';
import { type Run, runProduct, runScript } from './processes.ts';
import { REAL_FICHES, writeRegisters } from './real-size.ts';
import { withScratchDatabase } from './register.ts';

const { values } = parseArgs({
  options: {
    fiches: { type: 'string', default: String(REAL_FICHES) },
    json: { type: 'string' },
  },
});
const url = process.env['DATABASE_URL'];
const fiches = Number(values.fiches);
const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
try {
  const files = await writeRegisters(folder, fiches);
  const parsed = await runScript('parse-xml.ts', files);
  print('bare parser, nothing kept', parsed);
  const imported = await importFiles(files);
  print(`import (${url ? 'PostgreSQL' : 'embedded'})`, imported);
  const steps = stepsOf(imported);
  for (const { step, seconds } of steps) {
    console.log(`  from ${step.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  const ratio = imported.seconds / parsed.seconds;
  console.log(`import / bare parser   ${ratio.toFixed(2)}`);
  await writeFigures(values.json, {
    ...{ register: { fiches }, engine: { name: url ? 'postgres' : 'pglite' } },
    parser: figuresOf(parsed),
    import: { ...figuresOf(imported), steps, ratio },
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}

function importFiles(files: readonly string[]): Promise<Run> {
  // An empty address is no address: a file .env of the project gives none either.
  if (!url) {
    const settings = { DATABASE_URL: '', DATA_DIR: join(folder, 'data') };
    return runProduct('import', files, settings);
  }
  return withScratchDatabase(url, (href) => runProduct('import', files, { DATABASE_URL: href }));
}

/** When each step began, of those that the command writes as JSON lines. */
function stepsOf({ lines }: Run): { step: string; seconds: number }[] {
  const begun = new Map<string, number>();
  for (const { text, seconds } of lines) {
    const step = /^\{"step":"(\w+)"/.exec(text)?.[1];
    if (step && !begun.has(step)) begun.set(step, seconds);
  }
  return [...begun].map(([step, seconds]) => ({ step, seconds }));
}

function figuresOf({ seconds, peakMegabytes }: Run) {
  return { seconds, peakMegabytes };
}

function print(label: string, { seconds, peakMegabytes }: Run): void {
  const peak =
    peakMegabytes === null ? 'not told by this system' : `${peakMegabytes.toFixed(0)} MB`;
  console.log(`${label.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s   peak ${peak} resident`);
}

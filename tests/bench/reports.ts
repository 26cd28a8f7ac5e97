/**
 * `npm run bench:reports`: reads reports of a register of the real size beside their floors, in the
 * same run: the same rows by COPY from PostgreSQL, the same bytes from a bare node:http server; then
 * many at once. Prints times, rates and the memory of the server.
 *
 *   DATABASE_URL=postgres://… npm run bench:reports                     in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:reports -- --existing   over what it holds
 *   … -- --fiches 3000                                                  a smaller register
 *   … -- --json figures.json                                            figures for machines, too
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { load, ratio } from './load.ts';
import {
  type Listening,
  megabytesOf,
  NO_ANSWERS_KEPT,
  startProduct,
  startScript,
} from './processes.ts';
import { copyOf, openForCopy, readThrough, readWhole, rowsOf } from './read-rows.ts';
import { REAL_FICHES } from './real-size.ts';
import { ask, type Register, withRegister } from './register.ts';

const SECONDS = 5;
/** How many times an export and its floor are timed, one after the other. */
const TURNS = 5;
const AT_ONCE = 64;
/** The report that is read whole and at once, and what version 0.1.0 had for it. */
const LARGEST = 'insertion-rates';
const RELEASED = new URL('insertion-rates-0.1.0.sql', import.meta.url);

const { values } = parseArgs({ options: REGISTER_OPTIONS });
const url = databaseUrl();
const fiches = Number(values.fiches ?? REAL_FICHES);

await withRegister({ url, fiches, existing: values.existing }, async (register) => {
  const settings = { DATABASE_URL: register.href };
  const memory = await measureMemory(settings);
  const exports = await compareExports(register);
  const kept = await compareKept(register);
  const atOnce = await readAtOnce(settings);
  const counts = await register.counts();
  await writeFigures(values.json, { register: counts, memory, exports, kept, atOnce });
});

type Settings = Readonly<Record<string, string>>;

/** What the server holds before anything is asked, and after the longest report, again and again. */
async function measureMemory(settings: Settings): Promise<Figure> {
  return withProduct(settings, async (product) => {
    const resident = megabytesOf(product.pid, 'VmRSS');
    const started = megabytesOf(product.pid, 'VmHWM');
    for (let turn = 0; turn < TURNS; turn++) {
      await readWhole(product, `${LARGEST}.csv?limit=${2_000_000 + turn}`);
    }
    const read = megabytesOf(product.pid, 'VmHWM');
    console.log(
      `\nmemory of the server: ${megabytes(resident)} resident when it has started (${megabytes(started)} at its most), at its most ${megabytes(read)} once ${LARGEST} was read in full ${TURNS} times`,
    );
    return { startedResident: resident, startedPeak: started, readPeak: read };
  });
}

/** Every report in full, beside COPY of the rows that the schema `bi` has for it. */
async function compareExports(register: Register): Promise<Figure[]> {
  const settings = { DATABASE_URL: register.href, ...NO_ANSWERS_KEPT };
  const figures: Figure[] = [];
  const client = await openForCopy(register);
  await withProduct(settings, async (product) => {
    const names = await reportNames(product);
    // Two reports warm the server up: it runs for months.
    for (const name of ['cohorts', LARGEST]) await readWhole(product, `${name}.csv`);
    console.log(`\nCSV in full, ${TURNS} turns, medians; COPY of bi.…`);
    const print = printTable([
      ...([
        ['report', 36],
        ['rows', 9],
        ['MB', 8],
        ['seconds', 9],
        ['COPY s', 9],
      ] as const),
      ['ratio', 8],
    ]);
    const compare = async (label: string, name: string, relation: string | null) => {
      const rows = rowsOf(await readWhole(product, `${name}.csv`));
      const ours: number[] = [];
      const copied: number[] = [];
      let bytes = 0;
      for (let turn = 0; turn < TURNS; turn++) {
        ours.push(
          await timed(async () => {
            bytes = await readThrough(product, `${name}.csv`);
          }),
        );
        if (relation) copied.push(await timed(() => copyOf(client, relation)));
      }
      const seconds = median(ours);
      const copySeconds = relation ? median(copied) : null;
      const times = copySeconds === null ? null : copySeconds / seconds;
      print([
        ...[label, rows, (bytes / 1e6).toFixed(1), seconds.toFixed(2), decimals(copySeconds, 2)],
        decimals(times, 2),
      ]);
      figures.push({ report: label, rows, bytes, seconds, copySeconds, ratio: times });
    };
    for (const name of names) {
      await compare(name, name, await relationOf(register, `bi.${name.replaceAll('-', '_')}`));
    }
    await ask(register, await readFile(RELEASED, 'utf8'));
    try {
      await compare(`${LARGEST}, select of 0.1.0`, LARGEST, 'floor.insertion_rates');
    } finally {
      await ask(register, 'drop schema floor cascade');
    }
    const peak = megabytesOf(product.pid, 'VmHWM');
    console.log(`memory of the server at its most, all reports: ${megabytes(peak)}`);
  }).finally(() => client.end());
  return figures;
}

/** Answers in memory and 304s, beside a bare server that sends the same bytes. */
async function compareKept(register: Register): Promise<Figure[]> {
  const figures: Figure[] = [];
  const bytesFile = join(tmpdir(), `debouches-bench-${process.pid}`);
  await withProduct({ DATABASE_URL: register.href }, async (product) => {
    console.log('\nanswers in memory');
    const print = printTable([
      ...([
        ['address', 28],
        ['bytes', 9],
        ['req/s', 9],
        ['p99 ms', 8],
        ['bare/s', 9],
      ] as const),
      ...([
        ['ratio', 8],
        ['304/s', 9],
      ] as const),
    ]);
    for (const path of await keptAddresses(product, register)) {
      const first = await fetch(`http://127.0.0.1:${product.port}${path}`);
      const body = Buffer.from(await first.arrayBuffer());
      await writeFile(bytesFile, body);
      const bare = await startScript('bytes-server.ts', { BYTES: bytesFile });
      const request = { method: 'GET', path } as const;
      const ours = await load(product.port, [request], SECONDS);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      const unchanged = await load(product.port, [{ ...request, headers }], SECONDS);
      const floor = await load(bare.port, [request], SECONDS);
      await bare.stop();
      const times = ratio(ours.perSecond, floor.perSecond);
      print([
        ...[path.replace(/\?.*/, '').replace('/reports/', ''), body.byteLength],
        ...[ours.perSecond.toFixed(0), ours.p99, floor.perSecond.toFixed(0)],
        ...[decimals(times, 2), unchanged.perSecond.toFixed(0)],
      ]);
      const bytes = body.byteLength;
      figures.push({ path, ...ours, bytes, floor, ratio: times, unchanged });
    }
  });
  await rm(bytesFile, { force: true });
  return figures;
}

async function keptAddresses({ port }: Listening, register: Register): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql/documents`);
  const list = (await response.json()) as { name: string; documentId: string }[];
  const card = list.find(({ name }) => name === 'CertificationCard');
  const [code] = await register.codes();
  const variables = encodeURIComponent(JSON.stringify({ code }));
  return [
    '/reports/insertion-by-level.json',
    '/reports/certifications.csv?limit=200',
    `/graphql?documentId=${card?.documentId}&variables=${variables}`,
  ];
}

/** Many whole exports at once: all must come, whole. No two are the same, so that none is shared. */
async function readAtOnce(settings: Settings): Promise<Figure> {
  return withProduct(settings, async (product) => {
    const started = performance.now();
    const results = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, async (_, index) =>
        rowsOf(await readWhole(product, `${LARGEST}.csv?limit=${1_000_000 + index}`)),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    const came = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    const failed = results.length - came.length;
    const peak = megabytesOf(product.pid, 'VmHWM');
    const rows = [...new Set(came)];
    console.log(
      `\n${AT_ONCE} exports of ${LARGEST} at once: ${seconds.toFixed(0)} s, ${failed} failed, ${rows.join(' or ')} rows each; memory of the server at its most: ${megabytes(peak)}`,
    );
    return { exports: AT_ONCE, seconds, failed, rows, peakMegabytes: peak };
  });
}

async function withProduct<Result>(
  settings: Settings,
  work: (product: Listening) => Promise<Result>,
): Promise<Result> {
  const product = await startProduct(settings);
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

async function reportNames({ port }: Listening): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${port}/reports`);
  const { reports } = (await response.json()) as { reports: { name: string }[] };
  return reports.map(({ name }) => name);
}

/** A table or view, if the database has it. */
async function relationOf(register: Register, name: string): Promise<string | null> {
  const [row] = await ask<{ found: boolean }>(
    register,
    'select to_regclass($1) is not null as found',
    [name],
  );
  return row?.found ? name : null;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function megabytes(value: number | null): string {
  return value === null ? 'not told by this system' : `${value.toFixed(0)} MB`;
}

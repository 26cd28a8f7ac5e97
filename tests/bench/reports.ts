/**
 * `npm run bench:reports`: reads reports of a register of the real size beside their floors, in the
 * same run: the same rows by COPY from the view, the same bytes from a bare node:http server; then
 * many at once. Prints times, rates and the memory of the server.
 *
 *   DATABASE_URL=postgres://… npm run bench:reports                     in a database of its own
 *   DATABASE_URL=postgres://… npm run bench:reports -- --fiches 3000    a smaller register
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import autocannon from 'autocannon';
import { REPORTS } from '../../src/reports/catalogue.ts';
import { viewOf } from '../../src/reports/view-comments.ts';
import { type Listening, start, startProduct, withRegister } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';

const CONNECTIONS = 16;
const SECONDS = 5;
/** How many times an export and its floor are timed, one after the other. */
const TURNS = 5;
const AT_ONCE = 64;

const { values } = parseArgs({
  options: { fiches: { type: 'string', default: String(REAL_FICHES) } },
});
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is not set: name a PostgreSQL server, on which a database is made');
  process.exit(2);
}
await withRegister(url, Number(values.fiches), async (href) => {
  await measureMemory(href);
  await compareExports(href);
  await compareKept(href);
  await readAtOnce(href);
});

/** What the server holds before anything is asked, and after the longest report, again and again. */
async function measureMemory(href: string): Promise<void> {
  const product = await startProduct(href);
  try {
    const before = megabytes(product.pid, 'VmHWM');
    for (let turn = 0; turn < TURNS; turn++) {
      await sizeOf(product, `insertion-rates.csv?limit=${2_000_000 + turn}`);
    }
    console.log(
      `\nmemory of the server at its most: ${before} when it has started, ${megabytes(product.pid, 'VmHWM')} once insertion-rates was read in full ${TURNS} times`,
    );
  } finally {
    await product.stop();
  }
}

/** Every report in full, beside COPY of its view by psql. */
async function compareExports(href: string): Promise<void> {
  const product = await startProduct(href);
  try {
    // Two reports warm the server up: it runs for months.
    for (const name of ['cohorts', 'insertion-rates']) await bytesOf(product, `${name}.csv`);
    console.log(
      `\nCSV in full, ${TURNS} turns, medians\n${['report', 'rows', 'MB', 'seconds', 'COPY s', 'ratio'].map((head, index) => (index ? head.padStart(9) : head.padEnd(24))).join('')}`,
    );
    for (const report of REPORTS) {
      const ours: number[] = [];
      const floor: number[] = [];
      let size = { rows: 0, bytes: 0 };
      for (let turn = 0; turn < TURNS; turn++) {
        // What was kept in memory is another question: no two turns ask the same.
        const address = `${report.name}.csv?limit=${1_000_000 + turn}`;
        ours.push(
          await timed(async () => {
            size = await sizeOf(product, address);
          }),
        );
        const copy = `copy (select * from bi.${viewOf(report)}) to stdout (format csv, header)`;
        floor.push(
          await timed(() =>
            promisify(execFile)('psql', [href, '-o', '/dev/null', '-c', copy], {
              maxBuffer: Number.POSITIVE_INFINITY,
            }),
          ),
        );
      }
      const [seconds, copied] = [median(ours), median(floor)];
      const cells = [size.rows, (size.bytes / 1e6).toFixed(1), seconds.toFixed(2)];
      cells.push(copied.toFixed(2), (copied / seconds).toFixed(2));
      console.log(report.name.padEnd(24) + cells.map((cell) => String(cell).padStart(9)).join(''));
    }
    console.log(
      `memory of the server at its most, all reports: ${megabytes(product.pid, 'VmHWM')}`,
    );
  } finally {
    await product.stop();
  }
}

/** Answers in memory and 304s, beside a bare server that sends the same bytes. */
async function compareKept(href: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
  const product = await startProduct(href);
  try {
    console.log(
      `\nin memory, ${CONNECTIONS} connections      bytes    req/s  p99 ms   bare/s   ratio    304/s`,
    );
    for (const path of await keptAddresses(product)) {
      const first = await fetch(`http://127.0.0.1:${product.port}${path}`);
      const body = Buffer.from(await first.arrayBuffer());
      const bytes = join(folder, 'bytes');
      await writeFile(bytes, body);
      process.env['BYTES'] = bytes;
      const server = fileURLToPath(new URL('bytes-server.ts', import.meta.url));
      const bare = await start([server], href, /^(\d+)$/);
      const ours = await load(product, path);
      const etag = first.headers.get('etag') ?? '';
      const unchanged = await load(product, path, { 'if-none-match': etag });
      const floor = await load(bare, path);
      await bare.stop();
      const cells = [body.byteLength, ours.perSecond.toFixed(0), ours.p99.toFixed(1)];
      cells.push(floor.perSecond.toFixed(0), (ours.perSecond / floor.perSecond).toFixed(2));
      cells.push(unchanged.perSecond.toFixed(0));
      const name = path.replace(/\?.*/, '').replace('/reports/', '');
      console.log(name.padEnd(27) + cells.map((cell) => String(cell).padStart(9)).join(''));
    }
  } finally {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function keptAddresses({ port }: Listening): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql/documents`);
  const list = (await response.json()) as { name: string; documentId: string }[];
  const card = list.find(({ name }) => name === 'CertificationCard');
  const variables = encodeURIComponent('{"code":"RNCP35746"}');
  return [
    '/reports/insertion-by-level.json',
    '/reports/certifications.csv?limit=200',
    `/graphql?documentId=${card?.documentId}&variables=${variables}`,
  ];
}

/** Many whole exports at once: all must come, whole. */
async function readAtOnce(href: string): Promise<void> {
  const product = await startProduct(href);
  try {
    const started = performance.now();
    const sizes = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        sizeOf(product, `insertion-rates.csv?limit=${1_000_000 + index}`),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    const rows = [...new Set(sizes.map((size) => size.rows))];
    console.log(
      `\n${AT_ONCE} exports of insertion-rates at once: ${seconds.toFixed(0)} s, ${rows.join(' or ')} rows each; memory of the server at its most: ${megabytes(product.pid, 'VmHWM')}`,
    );
  } finally {
    await product.stop();
  }
}

async function sizeOf(server: Listening, address: string) {
  let [rows, bytes] = [-1, 0];
  for await (const chunk of await bytesOf(server, address, 'stream')) {
    bytes += chunk.byteLength;
    for (const byte of chunk) if (byte === 10) rows += 1;
  }
  return { rows, bytes };
}

async function bytesOf({ port }: Listening, address: string, how: 'stream' | 'all' = 'all') {
  const response = await fetch(`http://127.0.0.1:${port}/reports/${address}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  if (!response.ok || !response.body) {
    throw new Error(`${address}: ${response.status} ${await response.text()}`);
  }
  if (how === 'stream') return response.body;
  await response.arrayBuffer();
  return new ReadableStream<Uint8Array>();
}

async function load(server: Listening, path: string, headers: Record<string, string> = {}) {
  const options = { url: `http://127.0.0.1:${server.port}${path}`, headers };
  await autocannon({ ...options, connections: CONNECTIONS, duration: 1 });
  const result = await autocannon({ ...options, connections: CONNECTIONS, duration: SECONDS });
  if (result.errors > 0 || result['4xx'] + result['5xx'] > 0) {
    throw new Error(`${path}: ${result.errors} errors, ${result['4xx'] + result['5xx']} refusals`);
  }
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** What Linux says of the memory of a process; elsewhere it is not told. */
function megabytes(pid: number, line: 'VmHWM'): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return `${(Number(kibibytes) / 1000).toFixed(0)} MB`;
  } catch {
    return 'not told by this system';
  }
}

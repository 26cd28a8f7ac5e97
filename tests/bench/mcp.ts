/**
 * `npm run bench:mcp`: calls tools of /mcp and asks the same operations of /graphql, in the same run, of
 * one server in a process of its own. Prints the processor that each request takes of it, in
 * microseconds, and the ratio of the two: answers that are made anew (POST), and answers that are kept
 * (the same call again, beside the persisted operation by GET). Nothing is asserted.
 *
 *   DATABASE_URL=postgres://… npm run bench:mcp                       in a database of its own
 *   … -- --fiches 3000 --only benchmark,pooled_rates --requests 1000  smaller and shorter
 *   … -- --protocol 2026-07-28                                        by the newest revision
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readOperations } from '../../src/app.ts';
import type { PersistedOperation } from '../../src/http/graphql/persisted-operations.ts';
import { toolName } from '../../src/http/tools/tools.ts';
import { databaseUrl, decimals, printTable, REGISTER_OPTIONS } from './figures.ts';
import { type Listening, NO_ANSWERS_KEPT, startProduct } from './processes.ts';
import { type Register, withRegister } from './register.ts';

const { values } = parseArgs({
  options: {
    ...REGISTER_OPTIONS,
    only: { type: 'string' },
    requests: { type: 'string', default: '2000' },
    protocol: { type: 'string', default: '2025-11-25' },
  },
});
const count = Number(values.requests);

/** Requests that are under way together. */
const AT_ONCE = 8;
/** Ticks of the processor in a second, on Linux. */
const TICKS = 100;

const chosen = values.only?.split(',');

/** Operations, and the variables of the requests. */
const OPERATIONS: readonly (readonly [string, (code: string) => object])[] = [
  ['CertificationCard', (code) => ({ code })],
  ['CertificationCohorts', (code) => ({ code })],
  ['PooledRates', (code) => ({ code })],
  ['Benchmark', (code) => ({ code, first: 50 })],
  ['EndingRegistrations', () => ({ first: 50 })],
  ['OverdueRates', () => ({ first: 50 })],
  ['InsertionByDimensions', () => ({ first: 50 })],
  ['DataStatus', () => ({})],
];

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
}

await withRegister(
  { url: databaseUrl(), fiches: Number(values.fiches ?? 3_000), existing: values.existing },
  compare,
);

async function compare(register: Register): Promise<void> {
  const operations = await readOperations();
  const codes = await register.codes();
  const settings = { DATABASE_URL: register.href, CLIENT_MS_PER_SECOND: '0' };
  const anew = await startProduct({ ...settings, ...NO_ANSWERS_KEPT });
  const keeping = await startProduct(settings);
  const print = printTable([
    ...([
      ['tool', 28],
      ['MCP µs', 8],
      ['GraphQL µs', 11],
      ['ratio', 7],
    ] as const),
    ...([
      ['kept MCP', 9],
      ['kept GET', 9],
      ['ratio', 7],
    ] as const),
  ]);
  try {
    for (const [name, variables] of OPERATIONS) {
      const operation = operations.list.find((each) => each.name === name);
      if (!operation || !(chosen?.includes(toolName(name)) ?? true)) continue;
      const all = codes.slice(0, 200).map(variables);
      const fresh = await pair(anew, [mcp(operation, all), graphql(operation, all)]);
      const kept = await pair(keeping, [mcp(operation, all), persisted(operation, all)]);
      print([
        ...[toolName(name), ...fresh.map((each) => each.toFixed(0)), ratioOf(fresh)],
        ...[...kept.map((each) => each.toFixed(0)), ratioOf(kept)],
      ]);
    }
  } finally {
    await anew.stop();
    await keeping.stop();
  }
}

function ratioOf([ours = 0, other = 0]: readonly number[]): string | null {
  return decimals(ours / other, 2);
}

/** Microseconds of processor of one request of each kind: the lesser of two turns of each, in turns. */
async function pair(product: Listening, kinds: readonly (readonly Sent[])[]): Promise<number[]> {
  for (const kind of kinds) await send(product.port, kind, Math.min(count, 500));
  const best = kinds.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 2; turn++) {
    for (const [at, kind] of kinds.entries()) {
      const before = await processorOf(product.pid);
      await send(product.port, kind, count);
      const spent = ((await processorOf(product.pid)) - before) / count;
      best[at] = Math.min(best[at] ?? spent, spent);
    }
  }
  return best;
}

/** Microseconds of processor that a process has taken. */
async function processorOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return ((Number(user) + Number(system)) / TICKS) * 1e6;
}

async function send(port: number, all: readonly Sent[], times: number): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) {
      const { path, init } = all[next++ % all.length] as Sent;
      const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
      const text = await response.text();
      if (!response.ok || text.includes('"isError":true') || text.startsWith('{"errors"')) {
        throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function post(path: string, body: object, headers: Readonly<Record<string, string>>): Sent {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return { path, init };
}

function graphql({ text }: PersistedOperation, all: readonly object[]): Sent[] {
  return all.map((variables) => post('/graphql', { query: text, variables }, {}));
}

function persisted({ documentId }: PersistedOperation, all: readonly object[]): Sent[] {
  return all.map((variables) => {
    const query = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
    return { path: `/graphql?${query}`, init: {} };
  });
}

function mcp({ name }: PersistedOperation, all: readonly object[]): Sent[] {
  const tool = toolName(name);
  const isNewest = values.protocol === '2026-07-28';
  const meta = {
    'io.modelcontextprotocol/protocolVersion': values.protocol,
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return all.map((given) =>
    post(
      '/mcp',
      {
        ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
        params: { name: tool, arguments: given, ...(isNewest && { _meta: meta }) },
      },
      {
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': values.protocol,
        ...(isNewest && { 'mcp-method': 'tools/call', 'mcp-name': tool }),
      },
    ),
  );
}

/**
 * `npm run bench:query`: sends every saved operation to the product and to its floor, a bare server
 * that sends the same rows with one statement written by hand, in the same run. Prints requests per
 * second, p50 and p99 at 16 connections, the number of statements, and the ratios of rates and of
 * p99s. The product keeps no answers, but in the rows that say "kept": those are asked by the id of
 * the operation over GET.
 *
 *   DATABASE_URL=postgres://… npm run bench:query                       in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:query -- --existing   over what it holds
 *   … -- --fiches 3000                                                  a smaller register
 *   … -- --only benchmark,filing-passed --seconds 2                     some operations, shortly
 *   … -- --growth                                                       a tenth of the register beside it
 *   … -- --json figures.json                                            figures for machines, too
 */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { OPERATIONS } from './floors.ts';
import { compareGrowth } from './growth.ts';
import { type Load, load, ratio } from './load.ts';
import type { BenchOperation } from './operation.ts';
import { NO_ANSWERS_KEPT, startProduct, startScript } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { ask, type Register, withRegister } from './register.ts';
import { requestsOf } from './requests.ts';
import { startStatementCounter } from './statement-counter.ts';

/** How often an operation is sent to count its statements. */
const COUNTED = 5;

const { values } = parseArgs({
  options: {
    ...REGISTER_OPTIONS,
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
  },
});
const url = databaseUrl();
const seconds = Number(values.seconds);
const fiches = Number(values.fiches ?? REAL_FICHES);
const chosen = values.only?.split(',');
const operations = OPERATIONS.filter(({ name }) => chosen?.includes(name) ?? true);

if (values.growth) {
  await compareGrowth({ url, fiches, seconds, json: values.json });
} else {
  await withRegister({ url, fiches, existing: values.existing }, compareFloors);
}

async function compareFloors(register: Register): Promise<void> {
  const { href, options } = register;
  const statements = await countStatements(register);
  await ask(register, await readFile(new URL('floor-schema.sql', import.meta.url), 'utf8'));
  await ask(register, 'vacuum analyze');
  const product = await startProduct({ DATABASE_URL: href, ...NO_ANSWERS_KEPT });
  const keeping = await startProduct({ DATABASE_URL: href });
  const floor = await startScript('floor-server.ts', {
    ...{ DATABASE_URL: href, FLOOR_OPTIONS: `${options} -c search_path=tuned,register,public` },
  });
  const figures: Figure[] = [];
  try {
    const print = printTable([
      ...([
        ['operation', 46],
        ['SQL', 4],
        ['req/s', 8],
        ['p50 ms', 8],
        ['p99 ms', 8],
      ] as const),
      ...([
        ['floor/s', 9],
        ['p99 ms', 8],
        ['ratio', 8],
        ['p99s', 8],
      ] as const),
    ]);
    for (const operation of operations) {
      const { requests, floorRequests, keptRequests } = await requestsOf(operation, register);
      const bare = await load(floor.port, floorRequests, seconds);
      await settle(register);
      const report = (name: string, ours: Load, sql: number | null) => {
        const ratios = {
          ratio: ratio(ours.perSecond, bare.perSecond),
          p99Ratio: ratio(ours.p99, bare.p99),
        };
        print([
          ...[name, sql, ours.perSecond.toFixed(0), ours.p50, ours.p99],
          ...[bare.perSecond.toFixed(0), bare.p99],
          ...[decimals(ratios.ratio, 2), decimals(ratios.p99Ratio, 2)],
        ]);
        figures.push({ operation: name, statements: sql, ...ours, floor: bare, ...ratios });
      };
      const ours = await load(product.port, requests, seconds);
      await settle(register);
      report(operation.name, ours, statements.get(operation) ?? null);
      if (keptRequests.length > 0) {
        const kept = await load(keeping.port, keptRequests, seconds);
        report(`${operation.name}, kept`, kept, null);
      }
    }
    await writeFigures(values.json, { register: await register.counts(), operations: figures });
  } finally {
    await product.stop();
    await keeping.stop();
    await floor.stop();
    await ask(register, 'drop schema tuned cascade');
  }
}

/** Ends what the database still does for clients that have left: the next count is not its. */
async function settle(register: Register): Promise<void> {
  // Cancelled, it may go on with what it was sent next: until nothing is left.
  for (let left = 1; left > 0; await setTimeout(50)) {
    const cancelled = await ask(
      register,
      `select pg_cancel_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'active'
         and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    left = cancelled.length;
  }
}

/**
 * The statements that one answer of each operation takes, once what is kept between requests is
 * there: the least of several, for the product also looks at the database by itself.
 */
async function countStatements(register: Register): Promise<Map<BenchOperation, number>> {
  const counter = await startStatementCounter(register.href);
  const product = await startProduct({ DATABASE_URL: counter.href, ...NO_ANSWERS_KEPT });
  const counts = new Map<BenchOperation, number>();
  try {
    for (const operation of operations) {
      const { requests } = await requestsOf(operation, register);
      const body = requests[0]?.body ?? '';
      const taken: number[] = [];
      for (let sent = 0; sent < COUNTED; sent++) {
        const before = counter.count();
        const response = await fetch(`http://127.0.0.1:${product.port}/graphql`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
        });
        const { errors } = (await response.json()) as { errors?: unknown };
        if (errors) throw new Error(`${operation.name}: ${JSON.stringify(errors)}`);
        // A transaction may end after the answer was sent.
        await setTimeout(20);
        taken.push(counter.count() - before);
      }
      counts.set(operation, Math.min(...taken));
    }
  } finally {
    await product.stop();
    await counter.stop();
  }
  return counts;
}

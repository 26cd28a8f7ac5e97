/**
 * `npm run bench:query`: puts every saved question to the server and to its floor, a bare server
 * that sends the same rows with one statement written by hand, in the same run. Prints requests per
 * second, p50 and p99 at 16 connections, the number of statements, and the ratio of the two. What is
 * asked of one certification is also asked by its id over GET, whose answers are kept in memory.
 *
 *   DATABASE_URL=postgres://… npm run bench:query                       in a database of its own
 *   DATABASE_URL=postgres://… npm run bench:query -- --fiches 3000      a smaller register
 *   … -- --only benchmark,filing-passed --seconds 2                     some questions, shortly
 *   … -- --growth                                                       a tenth of the register beside it
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { graphql } from 'graphql';
import pg from 'pg';
import { openPostgres } from '../../src/db/postgres.ts';
import { parisDate } from '../../src/domain/calendar.ts';
import { defaultServices, openRequest } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type BenchQuestion, QUESTIONS } from './floors.ts';
import { startFloor, startProduct, withRegister } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';

const CONNECTIONS = 16;
/** Codes that questions about one certification go round. */
const CODES = 200;
/** Statements that take longer, in milliseconds, have their plan printed. */
const SLOW = 20;

const { values } = parseArgs({
  options: {
    fiches: { type: 'string', default: String(REAL_FICHES) },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
  },
});
const SECONDS = Number(values.seconds);
const chosen = values.only?.split(',');
const questions = QUESTIONS.filter(({ operation }) => chosen?.includes(operation) ?? true);

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is not set: name a PostgreSQL server, on which a database is made');
  process.exit(2);
}
const fiches = Number(values.fiches);
if (values.growth) await compareGrowth(url, fiches);
else await withRegister(url, fiches, compare);

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function compare(href: string): Promise<void> {
  const product = await startProduct(href);
  const floor = await startFloor(href);
  try {
    const codes = await codesToAsk(href);
    console.log(
      `${'question'.padEnd(36)} ${'SQL'.padStart(4)} ${'req/s'.padStart(7)} ${'p50 ms'.padStart(7)} ${'p99 ms'.padStart(7)} ${'floor/s'.padStart(8)} ${'ratio'.padStart(7)}`,
    );
    for (const question of questions) {
      const variables = await variablesOf(question, href);
      const bodies = await bodiesOf(question, variables, codes);
      const statements = await countStatements(question, variables, codes, href);
      const ours = await load(`http://127.0.0.1:${product.port}/graphql`, bodies.product);
      await settle(href);
      const bare = await load(`http://127.0.0.1:${floor.port}/`, bodies.floor);
      await settle(href);
      console.log(
        `${question.operation.padEnd(36)} ${String(statements.length).padStart(4)} ${line(ours)} ${bare.perSecond.toFixed(0).padStart(8)} ${ratioOf(ours, bare).padStart(7)}`,
      );
      if (question.eachCode) {
        const kept = await load(
          `http://127.0.0.1:${product.port}`,
          await savedRequests(question, codes),
        );
        console.log(
          `${`${question.operation}, kept`.padEnd(36)} ${'-'.padStart(4)} ${line(kept)} ${bare.perSecond.toFixed(0).padStart(8)} ${ratioOf(kept, bare).padStart(7)}`,
        );
      }
      if (values.plans) await printPlans(href, statements);
    }
  } finally {
    await product.stop();
    await floor.stop();
  }
}

/** The same questions on a tenth of the register and on the whole: what growing tenfold costs. */
async function compareGrowth(server: string, whole: number): Promise<void> {
  const page = 'a list of 50 with blocks and cohorts';
  const grown = QUESTIONS.filter(({ eachCode, operation }) => eachCode || operation === page);
  const loads: Load[][] = [];
  for (const count of [Math.round(whole / 10), whole]) {
    await withRegister(server, count, async (href) => {
      const product = await startProduct(href);
      const codes = await codesToAsk(href);
      const measured: Load[] = [];
      for (const question of grown) {
        const { product: bodies } = await bodiesOf(question, {}, codes);
        measured.push(await load(`http://127.0.0.1:${product.port}/graphql`, bodies));
      }
      loads.push(measured);
      await product.stop();
    });
  }
  for (const [index, { operation }] of grown.entries()) {
    const [small, large] = [loads[0]?.[index], loads[1]?.[index]];
    if (!small || !large) continue;
    console.log(
      `${operation.padEnd(36)} tenth: ${line(small)}   whole: ${line(large)}   slower by ${(small.perSecond / large.perSecond).toFixed(2)}`,
    );
  }
}

/** A floor that answers nothing in the time it has shows that its statement takes longer. */
function ratioOf(ours: Load, bare: Load): string {
  return bare.perSecond === 0 ? '-' : (ours.perSecond / bare.perSecond).toFixed(2);
}

/** Ends what the database still does for clients that have left: the next count is not its. */
async function settle(href: string): Promise<void> {
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  // Cancelled, it may go on with what it was asked next: until nothing is left.
  for (let left = 1; left > 0; await setTimeout(50)) {
    const { rowCount } = await client.query(`
      select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'active' and backend_type = 'client backend'
        and pid <> pg_backend_pid()`);
    left = rowCount ?? 0;
  }
  await client.end();
}

function line({ perSecond, p50, p99 }: Load): string {
  return [perSecond.toFixed(0), p50.toFixed(0), p99.toFixed(0)]
    .map((text) => text.padStart(7))
    .join(' ');
}

/** The same by the document's id over GET: what answers in memory are for. */
async function savedRequests(question: BenchQuestion, codes: readonly string[]) {
  const sha256 = createHash('sha256')
    .update(await documentOf(question))
    .digest('hex');
  return codes.map((code) => {
    const variables = encodeURIComponent(JSON.stringify({ ...question.variables, code }));
    const path = `/graphql?documentId=sha256:${sha256}&variables=${variables}`;
    return { method: 'GET' as const, path };
  });
}

interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** Bodies to post to an address, or requests to a server. */
async function load(
  address: string,
  asked: readonly string[] | readonly LoadRequest[],
): Promise<Load> {
  const requests: LoadRequest[] = asked.map((each) =>
    typeof each === 'string'
      ? { method: 'POST', path: new URL(address).pathname, body: each }
      : each,
  );
  const options = {
    url: address,
    connections: CONNECTIONS,
    headers: { 'content-type': 'application/json' },
    requests,
  };
  // What is prepared at the first use is prepared before the count.
  await autocannon({ ...options, duration: 1 });
  const result = await autocannon({ ...options, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${address}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

async function documentOf({ operation, document }: BenchQuestion): Promise<string> {
  const saved = new URL(`../../schema/operations/${operation}.graphql`, import.meta.url);
  return document ?? (await readFile(saved, 'utf8'));
}

/** Variables that only the register tells. */
async function variablesOf(
  { operation, variables = {} }: BenchQuestion,
  href: string,
): Promise<Record<string, unknown>> {
  if (operation === 'certifier-portfolio') return { ...variables, siren: await usualBody(href) };
  if (operation === 'compare-certifications') {
    return { ...variables, codes: (await codesToAsk(href)).slice(0, 4) };
  }
  return { ...variables };
}

async function bodiesOf(
  question: BenchQuestion,
  variables: Record<string, unknown>,
  codes: readonly string[],
) {
  const query = await documentOf(question);
  const { operation } = question;
  if (question.eachCode) {
    return {
      product: codes.map((code) => JSON.stringify({ query, variables: { ...variables, code } })),
      floor: codes.map((code) => JSON.stringify({ operation, code })),
    };
  }
  const given = variables['siren'] ?? (variables['codes'] as string[] | undefined)?.join(',');
  return {
    product: [JSON.stringify({ query, variables })],
    floor: [JSON.stringify({ operation, code: given })],
  };
}

interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
}

/** The statements that one answer takes, once what is kept between requests is there. */
async function countStatements(
  question: BenchQuestion,
  variables: Record<string, unknown>,
  codes: readonly string[],
  href: string,
): Promise<Statement[]> {
  let sent: Statement[] = [];
  await using database = openPostgres(href, ({ query, queryDurationMillis }) =>
    sent.push({
      text: query.sql,
      parameters: query.parameters,
      milliseconds: queryDurationMillis,
    }),
  );
  const services = defaultServices();
  const source = await documentOf(question);
  const variableValues = question.eachCode ? { ...variables, code: codes[0] } : variables;
  for (let turn = 0; turn < 2; turn++) {
    sent = [];
    await using request = await openRequest(database, parisDate(new Date()), services);
    const { context: contextValue } = request;
    const { errors } = await graphql({ schema, source, contextValue, variableValues });
    if (errors) throw new AggregateError(errors, `${question.operation}: ${errors[0]?.message}`);
  }
  return sent;
}

/** Prints the plan of each statement that is slow by itself. */
async function printPlans(href: string, statements: readonly Statement[]): Promise<void> {
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  await client.query('set search_path = register_a, public; set jit = off');
  for (const { text, parameters } of statements) {
    const started = performance.now();
    await client.query(text, [...parameters]);
    const milliseconds = performance.now() - started;
    if (milliseconds < SLOW) continue;
    const { rows } = await client.query(`explain (analyze, costs off) ${text}`, [...parameters]);
    console.log(
      `    ${milliseconds.toFixed(0)} ms: ${text.replace(/\s+/g, ' ').trim().slice(0, 160)}`,
    );
    for (const row of rows) console.log(`      ${(row as Record<string, string>)['QUERY PLAN']}`);
  }
  await client.end();
}

/** Certifications that have rates and blocks: what people ask about. */
async function codesToAsk(href: string): Promise<string[]> {
  const rows = await ask<{ code: string }>(
    href,
    `select code from certification where register = 'RNCP' and exists (
       select from cohort where certification_code = code and global_6_months is not null)
     order by md5(code) limit ${CODES}`,
  );
  return rows.map(({ code }) => code);
}

/** A certifying body of a usual size. */
async function usualBody(href: string): Promise<string> {
  const [row] = await ask<{ siren: string }>(
    href,
    `select siren from certification_certifier where active and siren is not null
     group by siren order by abs(count(*) - 10), siren limit 1`,
  );
  return row?.siren ?? '';
}

async function ask<Row>(href: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  await client.query('set search_path = register_a, public');
  const { rows } = await client.query(text);
  await client.end();
  return rows as Row[];
}

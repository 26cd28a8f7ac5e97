/**
 * `npm run bench:history`: imports a register of the real size into PostgreSQL, then one of the next
 * day in which 0.5 % of the fiches are other ones, makes a hundred publications of such days of it, and
 * asks questions of the present and of the past. Prints what each takes beside its floor of the same
 * run: reading the files and throwing them away, answers before there was a history.
 *
 *   DATABASE_URL=postgres://… npm run bench:history               in a database of its own
 *   DATABASE_URL=… npm run bench:history -- --fiches 3000         a smaller register
 *   … -- --json figures.json                                      figures for machines, too
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Figure, printTable, writeFigures } from './figures.ts';
import { questionsOf } from './history-questions.ts';
import { NO_ANSWERS_KEPT, runProduct, runScript, startProduct } from './processes.ts';
import { REAL_FICHES, writeRegisters } from './real-size.ts';
import { ask, withScratchDatabase } from './register.ts';

/** One fiche in so many is another one the next day: 0.5 %. */
const CHANGED = 200;
const PUBLICATIONS = 100;
/** Times that a question is asked in one round; the median of the best round counts. */
const TIMES = 40;
const ROUNDS = 5;
/** Times that it is asked before: a server that has just started answers slower, whatever it holds. */
const WARM_UP = 400;

const { values } = parseArgs({
  options: {
    fiches: { type: 'string', default: String(REAL_FICHES) },
    json: { type: 'string' },
  },
});
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL names no PostgreSQL: a history is measured there');
  process.exit(2);
}

const figures: Figure[] = [];
const print = printTable([
  ['what', 46],
  ['measured', 12],
  ['floor', 12],
  ['ratio', 8],
]);

function tell(what: string, unit: string, measured: number, floor: number | null): void {
  const digits = unit === 's' ? 1 : 2;
  const ratio = floor === null ? null : measured / floor;
  const told = (each: number | null) => (each === null ? '' : `${each.toFixed(digits)} ${unit}`);
  print([what, told(measured), told(floor), ratio === null ? '' : ratio.toFixed(2)]);
  figures.push({ what, unit, measured, floor, ratio });
}

/** Writes an export as it is the next day: each 200th title is another one. */
async function writeNextDay(file: string): Promise<string> {
  const path = file.replace(/\d{4}-\d{2}-\d{2}\.xml$/, '2026-08-17.xml');
  const out = createWriteStream(path);
  let titles = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const text = line.replaceAll('<INTITULE>', (tag) =>
      titles++ % CHANGED === 7 ? `${tag}Nouveau : ` : tag,
    );
    if (!out.write(`${text}\n`))
      await new Promise((drained) => out.once('drain', () => drained(null)));
  }
  await new Promise((ended) => out.end(() => ended(null)));
  return path;
}

/** Megabytes of the register with its history, and of the tables of `bi`, which are copies of one day. */
async function megabytesIn(href: string) {
  const [row] = await ask<{ history: string; copies: string }>(
    { href },
    `select sum(pg_total_relation_size(oid)) filter (where relnamespace <> 'bi_rows'::regnamespace)
         as history,
       sum(pg_total_relation_size(oid)) filter (where relnamespace = 'bi_rows'::regnamespace) as copies
     from pg_class where relkind = 'r'`,
  );
  return { history: Number(row?.history) / 1e6, copies: Number(row?.copies) / 1e6 };
}

/** Median milliseconds of each question in its best round, at a publication or at the newest. */
async function timesOf(
  port: number,
  publication: number | null,
): Promise<ReadonlyMap<string, number>> {
  const questions = questionsOf(publication);
  for (const [, query] of questions) await medianOf(port, query, WARM_UP);
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, query] of questions) {
      const median = await medianOf(port, query, TIMES);
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, median));
    }
  }
  return best;
}

async function medianOf(port: number, query: string, times: number): Promise<number> {
  const each: number[] = [];
  for (let left = times; left > 0; left--) each.push(await milliseconds(port, query));
  return each.toSorted((a, b) => a - b)[times >> 1] ?? Number.NaN;
}

async function milliseconds(port: number, query: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return performance.now() - begun;
}

/** Publications of days on which 0.5 % of the fiches are other ones, as imports write them. */
const HISTORY = `
do $$
declare
  item record;
  last integer;
begin
  for p in (select max(id) + 1 from publication)..${PUBLICATIONS} loop
    select max(version) into last from versions.certification;
    create temp table pair as
      select code, version as old_version, last + row_number() over () as new_version
      from (
        select code, version from versions.certification where until = 2147483647
        order by md5(code || p) limit (select count(*) / ${CHANGED} from register_size)
      ) as picked;
    update versions.certification as own set until = p from pair
      where own.code = pair.code and own.version = old_version;
    update versions.certification_search as own set until = p from pair
      where own.certification_code = pair.code and own.version = old_version;
    for item in
      select table_name as name,
        string_agg('own.' || quote_ident(column_name), ', ')
          filter (where column_name <> 'since') as own,
        string_agg(quote_ident(column_name), ', ') filter (where column_name <> 'since') as columns,
        bool_or(column_name = 'since') as dated, table_name = 'certification' as head
      from information_schema.columns
      where table_schema = 'versions' and table_name not in ('finding', 'note')
        and column_name not in ('version', 'since', 'until')
        or table_schema = 'versions' and table_name in ('certification', 'certification_search')
        and column_name = 'since'
      group by table_name
    loop
      execute format(
        'insert into versions.%I (%s, version%s) select %s, new_version%s
        from versions.%I as own join pair on own.%s = pair.code and own.version = old_version',
        item.name, item.columns, case when item.dated then ', since, until' else '' end,
        item.own, case when item.dated then format(', %s, 2147483647', p) else '' end,
        item.name, case when item.head then 'code' else 'certification_code' end);
    end loop;
    insert into publication (id, demonstration, state, dated_on)
      values (p, false, 'PUBLISHED', '2026-08-17'::date + p);
    insert into publication_source (publication_id, source_id)
      select p, source_id from publication_source where publication_id = p - 1;
    update current_publication set publication_id = p;
    drop table pair;
  end loop;
end
$$`;

const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
try {
  const first = await writeRegisters(folder, Number(values.fiches));
  const second: string[] = [];
  for (const file of first) second.push(await writeNextDay(file));
  await withScratchDatabase(url, (href) => measure(href, first, second));
  await writeFigures(values.json, { register: { fiches: Number(values.fiches) }, figures });
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(
  href: string,
  first: readonly string[],
  second: readonly string[],
): Promise<void> {
  const settings = { DATABASE_URL: href };
  const thrown = await runScript('read-export.ts', first);
  const imported = await runProduct('import', first, settings);
  tell('first import, tables of bi included', 's', imported.seconds, thrown.seconds);
  await ask({ href }, 'vacuum analyze');
  const before = await megabytesIn(href);
  const server = { ...settings, ...NO_ANSWERS_KEPT, CLIENT_MS_PER_SECOND: '0' };
  const young = await startProduct(server);
  const floor = await timesOf(young.port, null);
  await young.stop();

  const readAgain = await runScript('read-export.ts', second);
  const again = await runProduct('import', second, settings);
  const published = again.lines.findLast(({ text }) => text.includes('"PUBLISH"'))?.seconds;
  tell('second import until it is published', 's', published ?? again.seconds, readAgain.seconds);
  await ask({ href }, 'vacuum');
  const after = await megabytesIn(href);
  tell('versions and history after it', 'MB', after.history, before.history);
  // The rows of the day before stay for those who read them: they double once.
  tell('tables of bi after it', 'MB', after.copies, before.copies);

  await ask(
    { href },
    'create table register_size as select code from versions.certification where until = 2147483647',
  );
  await ask({ href }, HISTORY);
  await ask({ href }, 'drop table register_size');
  await ask({ href }, 'vacuum analyze');
  const old = await startProduct(server);
  try {
    const now = await timesOf(old.port, null);
    for (const [name, time] of now) {
      tell(`${name}, of the present, after 100 publications`, 'ms', time, floor.get(name) ?? null);
    }
    const past = PUBLICATIONS / 2;
    const query = `{ certifications(first: 1, publication: ${past}) { totalCount } }`;
    tell(
      'the first answer about a past publication',
      'ms',
      await milliseconds(old.port, query),
      null,
    );
    for (const [name, time] of await timesOf(old.port, past)) {
      tell(`${name}, of the past, afterwards`, 'ms', time, now.get(name) ?? null);
    }
  } finally {
    await old.stop();
  }
}

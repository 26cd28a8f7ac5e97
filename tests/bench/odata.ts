/**
 * `npm run bench:odata`: pages of rows by OData beside the same rows as a report in JSON, of the same
 * server, nothing kept; and what filters over all rows of `insertion_rates` take of the processor:
 * some of each kind, then one of each column.
 *
 *   DATABASE_URL=postgres://… npm run bench:odata                     in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:odata -- --existing   over what it holds
 *   … -- --fiches 3000                                                a smaller register
 *   … -- --json figures.json                                          figures for machines, too
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { insertionRates } from '../../src/datasets/cohorts/insertion-rates.ts';
import type { ColumnType } from '../../src/datasets/dataset.ts';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { load, ratio } from './load.ts';
import { type Listening, NO_ANSWERS_KEPT, startProduct } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { withRegister } from './register.ts';

const SECONDS = 4;
const TURNS = 50;

/** Rows of a page. */
const PAGES = [100, 1_000, 5_000];

/** Rounds of so many turns, of which the least is taken: others use the machine, too. */
const ROUNDS = 3;

const FILTERS = [
  'year eq 2022',
  'rate ge 80 and rate lt 90',
  "rate_status eq 'OVERDUE' and register eq 'RNCP'",
  'rate eq null',
  'active eq false or level gt 5',
  'level in (5,6,7)',
  "certification_code in ('RNCP4','RNCP38565')",
  "contains(tolower(title),'gestion') and not (rate eq null)",
  "endswith(title,'COMPTABLE')",
  'length(title) gt 60',
  'year sub 1 eq 2020',
  'rate add 5 ge 80',
  'rate mul 2 gt rate_base',
  'round(rate div 10) eq 8',
  'rate_low lt rate and rate lt rate_high',
  'year(registration_ends_on) eq 2024',
  'year(registration_ends_on) sub year eq 3',
  'rate_due_on lt registration_ends_on',
  'certification_code lt title',
  'contains(title,certification_code)',
  "contains(concat(certification_code,title),'1')",
];

/** A filter of any column of a type, none of the cheapest. */
const OF_COLUMN: Readonly<Record<ColumnType, (name: string) => string>> = {
  TEXT: (name) => `contains(tolower(${name}),'ge') and not (${name} eq null)`,
  INTEGER: (name) => `${name} mul 2 sub 1 gt 10 and not (${name} eq null)`,
  NUMBER: (name) => `round(${name} divby 3) gt 10 and not (${name} eq null)`,
  BOOLEAN: (name) => `not ${name} or ${name} eq null`,
  DATE: (name) => `year(${name}) add month(${name}) gt 2025 and not (${name} eq null)`,
  DATETIME: (name) => `date(${name}) lt 2025-01-01 and hour(${name}) eq 10`,
};

const { values } = parseArgs({ options: REGISTER_OPTIONS });
const url = databaseUrl();
const fiches = Number(values.fiches ?? REAL_FICHES);

await withRegister({ url, fiches, existing: values.existing }, async (register) => {
  const product = await startProduct({
    ...{ DATABASE_URL: register.href, ...NO_ANSWERS_KEPT, CLIENT_MS_PER_SECOND: '0' },
  });
  try {
    const pages = await comparePages(product);
    const filters = await timeFilters(product);
    await writeFigures(values.json, { register: await register.counts(), pages, filters });
  } finally {
    await product.stop();
  }
});

async function comparePages({ port }: Listening): Promise<Figure[]> {
  console.log(`\npages of insertion_rates, ${SECONDS} s each, 16 connections`);
  const print = printTable([
    ...([
      ['rows', 8],
      ['OData/s', 10],
      ['p99 ms', 8],
      ['report/s', 10],
    ] as const),
    ['ratio', 8],
  ]);
  const figures: Figure[] = [];
  for (const rows of PAGES) {
    const paths = {
      odata: `/odata/insertion_rates?$top=${rows}`,
      report: `/reports/insertion-rates.json?limit=${rows}`,
    };
    const ours = await load(port, [{ method: 'GET', path: paths.odata }], SECONDS);
    const floor = await load(port, [{ method: 'GET', path: paths.report }], SECONDS);
    const times = ratio(ours.perSecond, floor.perSecond);
    print([
      rows,
      ours.perSecond.toFixed(1),
      ours.p99,
      floor.perSecond.toFixed(1),
      decimals(times, 2),
    ]);
    figures.push({ rows, ours, floor, ratio: times });
  }
  return figures;
}

/** Milliseconds of processor of the server until now, in steps of 10; null where it is not told. */
async function processorOf(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? 10 * (Number(fields[11]) + Number(fields[12])) : null;
}

/** Processor of counts with a filter, and of those without one; columns are in memory by then. */
async function timeFilters({ port, pid }: Listening): Promise<Figure[]> {
  const count = async (filter: string) => {
    const query = `?$filter=${encodeURIComponent(filter)}`;
    const response = await fetch(`http://127.0.0.1:${port}/odata/insertion_rates/$count${query}`);
    if (!response.ok) throw new Error(`${filter}: ${response.status} ${await response.text()}`);
    return Number(await response.text());
  };
  const all = await count('true');
  console.log(
    `\n$filter over ${all} rows of insertion_rates, ${TURNS} turns, processor of a request, least of ${ROUNDS} rounds`,
  );
  const print = printTable([
    ['filter', 72],
    ['rows', 9],
    ['ms', 8],
  ]);
  const figures: Figure[] = [];
  const ofColumns = insertionRates.columns.map(({ name, type }) => OF_COLUMN[type](name));
  for (const filter of ['true', ...FILTERS, ...ofColumns]) {
    const rows = await count(filter);
    for (let turn = 0; turn < TURNS; turn++) await count(filter);
    let milliseconds: number | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      const before = await processorOf(pid);
      for (let turn = 0; turn < TURNS; turn++) await count(filter);
      const after = await processorOf(pid);
      if (before === null || after === null) break;
      milliseconds = Math.min(milliseconds ?? Number.POSITIVE_INFINITY, (after - before) / TURNS);
    }
    print([filter, rows, decimals(milliseconds, 2)]);
    figures.push({ filter, rows, milliseconds });
  }
  return figures;
}

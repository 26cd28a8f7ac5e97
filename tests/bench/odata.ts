/**
 * `npm run bench:odata`: pages of rows by OData beside the same rows as a report in JSON, of the same
 * server, nothing kept; and what filters over all rows of `insertion_rates` take of the processor.
 *
 *   DATABASE_URL=postgres://… npm run bench:odata                     in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:odata -- --existing   over what it holds
 *   … -- --fiches 3000                                                a smaller register
 *   … -- --json figures.json                                          figures for machines, too
 */
import { readFile } from 'node:fs/promises';
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
import { type Listening, NO_ANSWERS_KEPT, startProduct } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { withRegister } from './register.ts';

const SECONDS = 4;
const TURNS = 50;

/** Rows of a page. */
const PAGES = [100, 1_000, 5_000];

const FILTERS = [
  'year eq 2022',
  'rate ge 80 and rate lt 90',
  "rate_status eq 'OVERDUE' and register eq 'RNCP'",
  "contains(tolower(title),'gestion') and not (rate eq null)",
];

const { values } = parseArgs({ options: REGISTER_OPTIONS });
const url = databaseUrl();
const fiches = Number(values.fiches ?? REAL_FICHES);

await withRegister({ url, fiches, existing: values.existing }, async (register) => {
  const product = await startProduct({ DATABASE_URL: register.href, ...NO_ANSWERS_KEPT });
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
    return Number(await response.text());
  };
  const all = await count('true');
  console.log(
    `\n$filter over ${all} rows of insertion_rates, ${TURNS} turns, processor of a request`,
  );
  const print = printTable([
    ['filter', 62],
    ['rows', 9],
    ['ms', 8],
  ]);
  const figures: Figure[] = [];
  for (const filter of ['true', ...FILTERS]) {
    const rows = await count(filter);
    for (let turn = 0; turn < TURNS; turn++) await count(filter);
    const before = await processorOf(pid);
    for (let turn = 0; turn < TURNS; turn++) await count(filter);
    const after = await processorOf(pid);
    const milliseconds = before === null || after === null ? null : (after - before) / TURNS;
    print([filter, rows, decimals(milliseconds, 2)]);
    figures.push({ filter, rows, milliseconds });
  }
  return figures;
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet';
import { sql } from 'kysely';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBi } from '../../src/datasets/bi.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { connectMcp } from '../http/mcp/mcp-client.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { storeOf, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { unzip } from '../support/unzip.ts';

const FOLDER = new URL('../../docs/recipes/', import.meta.url);
const PAGES = new Map(
  await Promise.all(
    (await readdir(FOLDER)).map(
      async (name) => [name, await readFile(new URL(name, FOLDER), 'utf8')] as const,
    ),
  ),
);
const pageOf = (name: string) => PAGES.get(name) ?? '';

/** Tools that have a page with the shortest way, as the table of the recipes names them. */
const TOOLS = [
  ['Excel', 'excel.md'],
  ['Power BI', 'power-bi.md'],
  ['Tableau', 'tableau.md'],
  ['Grafana', 'grafana.md'],
  ['Metabase', 'metabase.md'],
  ['Superset', 'superset.md'],
  ['DuckDB', 'duckdb.md'],
  ['pandas', 'pandas.md'],
  ['R', 'r.md'],
  ['an agent, by MCP', 'agent.md'],
  ['a harvester', 'harvester.md'],
] as const;

const BASE = 'http://localhost:4000';
/** Steps that a shortest way has at most. */
const MOST_STEPS = 3;

/** What a page lacks of the head and the end that all these pages have. */
function lacksOf(text: string): string[] {
  const [, ...sections] = text.split(/^## /m);
  const titles = sections.map((section) => section.split('\n', 1)[0]);
  const bodyOf = (title: string) =>
    sections.find((section) => section.startsWith(`${title}\n`))?.slice(title.length) ?? '';
  const steps = [...bodyOf('The shortest way').matchAll(/^(\d)\. /gm)].map(([, step]) => step);
  const numbers = steps.map((_, place) => String(place + 1));
  const beware = bodyOf('What to beware of');
  const [run = '', notRun = '', ...more] = bodyOf('What was run').trim().split('\n\n');
  const files = [...run.matchAll(/\]\((\S+?\.test\.ts)\)/g)].map(([, file = '']) => file);
  const holds: readonly (readonly [string, boolean])[] = [
    ['begins with the shortest way', titles[0] === 'The shortest way'],
    ['has numbered steps', steps.length > 0 && steps.join() === numbers.join()],
    ['has few steps', steps.length <= MOST_STEPS],
    ['says what it takes, and why', /\n\n(?:It|The|This|CSV) /.test(bodyOf('The shortest way'))],
    ['warns of averages', beware.includes('**Rates are not averaged')],
    ['says what a missing rate is', /never 0.*status/.test(beware)],
    [
      'names the additive pair or a tool for it',
      /weighted|pooled|additive pair|rate_base/.test(text),
    ],
    ['speaks of days', beware.includes('**Days**')],
    ['ends with what was run', titles.at(-1) === 'What was run' && more.length === 0],
    ['says what was run', run.startsWith('Run by a test here: ')],
    ['says what was not', /^Not run here: \S/.test(notRun)],
    [
      'names tests that are there',
      files.length > 0 && files.every((file) => existsSync(new URL(file, FOLDER))),
    ],
  ];
  return holds.flatMap(([what, isSo]) => (isSo ? [] : [what]));
}

/** Addresses of the server that a page names: whole, as a path in code, and in parts of an M text. */
function addressesOf(text: string): string[] {
  const whole = text.match(/http:\/\/localhost:4000[^\s"'`<>|)\]]*/g) ?? [];
  const paths = [...text.matchAll(/`(\/[a-z][\w./?=&-]*)`/g)].map(([, path = '']) => BASE + path);
  const inParts = [...text.matchAll(/RelativePath = "([^"]+)",\s*Query = \[([^\]]*)\]/g)].map(
    ([, path, query = '']) => {
      const given = [...query.matchAll(/(\w+) = "([^"]*)"/g)].map(([, name = '', value = '']) => [
        ...[name, value],
      ]);
      return `${BASE}/${path}?${new URLSearchParams(given)}`;
    },
  );
  const found = [...whole, ...paths, ...inParts].map((each) => each.replace(/[.,;:]+$/, ''));
  return [...new Set(found)].filter((each) => !each.includes('…'));
}

describe.each(TOOLS)('the page of %s', (tool, name) => {
  test('has the head and the end of these pages', () => {
    expect(lacksOf(pageOf(name))).toEqual([]);
  });

  test('is in the table of the recipes, with the way and what was run', () => {
    const rows = pageOf('README.md')
      .split('\n')
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));
    const own = rows.filter(([first]) => first === tool);
    expect(own).toHaveLength(1);
    expect(own[0]).toHaveLength(5);
    expect(own[0]?.[2]).toBe(`[${name}](${name})`);
    expect(own[0]).not.toContain('');
  });
});

test('a page that lacks something is found', () => {
  const page = pageOf('excel.md');
  expect(lacksOf('')).toContain('begins with the shortest way');
  expect(lacksOf(page.replace('## The shortest way', '## How'))).toContain(
    'begins with the shortest way',
  );
  expect(lacksOf(page.replace('Not run here: ', 'All was run. '))).toEqual(['says what was not']);
  expect(lacksOf(page.replace('formats.test.ts)', 'gone.test.ts)'))).toEqual([
    'names tests that are there',
  ]);
  expect(
    lacksOf(page.replace('## What was run', '## More\n\n## What was run\n\nOften.')),
  ).toContain('ends with what was run');
  expect(lacksOf(`${page}\n## More\n`)).toContain('ends with what was run');
});

test('addresses are found, whatever stands around them', () => {
  const text = `<${BASE}/a.csv>, [b](${BASE}/b?c=d) or "${BASE}/e.", \`/f.zip?lang=fr\` and \`/g/{h}\`;
    Web.Contents("${BASE}", [RelativePath = "i.csv", Query = [j = "k", l = "m"]])`;
  expect(addressesOf(text)).toEqual([
    ...[`${BASE}/a.csv`, `${BASE}/b?c=d`, `${BASE}/e`, BASE, `${BASE}/f.zip?lang=fr`],
    `${BASE}/i.csv?j=k&l=m`,
  ]);
});

/**
 * Global rates at 6 months by year of the register of the questions. 2024: RNCP101 and RNCP160,
 * (20·50 + 100·70) / 120. 2023: RNCP101, its six peers, RNCP130 and RNCP160,
 * (20·70 + 30·495 + 9·77 + 100·95) / 309. 2022: RNCP100 and RNCP101, (12·66 + 10·60) / 22.
 */
const RATES = [
  [2018, 88],
  [2019, 90],
  [2021, 80],
  [2022, 63.27],
  [2023, 85.58],
  [2024, 66.67],
];

describeEachEngine('the shortest ways on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const here = (address: string) => address.replace(BASE, server.url);
  /** Status of an address as its reader asks it. */
  const statusOf = async (address: string): Promise<number> => {
    if (!address.endsWith('/mcp')) {
      const response = await fetch(here(address));
      await response.arrayBuffer();
      return response.status;
    }
    await using agent = await connectMcp(here(address), { path: '' });
    expect((await agent.client.listTools()).tools.length).toBeGreaterThan(30);
    return (await agent.call('data_status')).isError ? 500 : 200;
  };

  const asked = [...PAGES].flatMap(([name, text]) =>
    addressesOf(text).map((address) => [name, address] as const),
  );
  test.each(asked)('%s: %s is answered', async (_, address) => {
    expect(await statusOf(address)).toBe(200);
  });

  test('an address that is none is found', async () => {
    expect(asked.length).toBeGreaterThan(40);
    expect(await statusOf(`${BASE}/reports/insertion-by-yaer.csv`)).toBe(404);
    expect(await statusOf(`${BASE}/reports/insertion-by-year.csv?registre=RNCP`)).toBe(400);
  });

  /** The first address of a page that has this in it. */
  const addressIn = (name: string, part: string) => {
    const address = addressesOf(pageOf(name)).find((each) => each.includes(part));
    if (address === undefined) throw new Error(`${name} has no address with ${part}`);
    return here(address);
  };
  const ratesIn = (rows: readonly object[]) =>
    (rows as Record<string, unknown>[])
      .filter((row) => row['global_6_months'] !== null && row['global_6_months'] !== '')
      .map((row) => [Number(row['year']), Number(row['global_6_months'])]);

  const fileOf = async (name: string, part: string) =>
    Buffer.from(await (await fetch(addressIn(name, part))).arrayBuffer());

  test('Power BI: the project that is opened is in the file', async () => {
    const [, project = ''] = /^2\. Open `([^`]+)`/m.exec(pageOf('power-bi.md')) ?? [];
    const parts = await unzip(await fileOf('power-bi.md', 'power-bi-odata.zip'));
    expect([...parts.keys()]).toContain(project);
  });

  test('Tableau: the fields that are dragged are in the data source', async () => {
    const [, step = ''] = /^3\. Drag (.*)$/m.exec(pageOf('tableau.md')) ?? [];
    const fields = [...step.matchAll(/\*([^*]+)\*/g)].map(([, field]) => field);
    const text = (await fileOf('tableau.md', 'tableau.tds')).toString();
    expect(fields).toHaveLength(2);
    for (const field of fields) expect(text).toContain(`caption="${field}"`);
  });

  test('Excel: the query that refreshes reads the same report of this server', async () => {
    const text = (await fileOf('excel.md', '.odc')).toString();
    expect(text).toContain('SELECT * FROM [insertion_by_year]');
    expect(text).toContain(`${server.url}/odata/`);
  });

  test('Excel: the workbook has the rates of each year', async () => {
    const { columns } = (await (
      await fetch(`${server.url}/reports/insertion-by-year/schema`)
    ).json()) as { columns: { name: string; label: { fr: string } }[] };
    const labelOf = (name: string) => columns.find((each) => each.name === name)?.label.fr;
    const [sheet] = await readXlsxFile(await fileOf('excel.md', 'insertion-by-year.xlsx'));
    const [head = [], ...rows] = sheet?.data ?? [];
    const [year, rate] = [labelOf('year'), labelOf('global_6_months')].map((label) =>
      head.indexOf(label as string),
    );
    const found = rows.map((row) => [row[year ?? -1], row[rate ?? -1]]);
    expect(found.filter(([, value]) => typeof value === 'number')).toEqual(RATES);
  });

  test.each(['pandas.md', 'r.md'])('%s: the CSV has them', async (name) => {
    const bytes = await fileOf(name, 'insertion-by-year.csv');
    expect(ratesIn(parse(bytes, { columns: true }) as object[])).toEqual(RATES);
  });

  test('DuckDB: the Parquet file has them', async () => {
    const file = await asyncBufferFromUrl({
      url: addressIn('duckdb.md', 'insertion-by-year.parquet'),
    });
    expect(ratesIn(await parquetReadObjects({ file }))).toEqual(RATES);
  });

  test('Grafana without SQL: the rows under their root have them', async () => {
    const bytes = await fileOf('grafana.md', 'insertion-by-year.json');
    const { rows } = JSON.parse(bytes.toString()) as { rows: object[] };
    expect(ratesIn(rows)).toEqual(RATES);
  });

  test('Tableau without SQL: the entity set has them', async () => {
    const bytes = await fileOf('tableau.md', '/odata/');
    const { value } = JSON.parse(bytes.toString()) as { value: object[] };
    expect(ratesIn(value)).toEqual(RATES);
  });

  test('an agent: the tool that its page names has them', async () => {
    expect(pageOf('agent.md')).toContain('`insertion_by_dimensions`');
    await using agent = await connectMcp(server.url);
    const { structured } = await agent.call('insertion_by_dimensions', { groupBy: ['YEAR'] });
    interface Group {
      readonly key: { readonly year: number };
      readonly summary: {
        readonly rates: { readonly indicator: string; readonly value: number }[];
      };
    }
    const groups = structured.data.insertionStatistics.groups as Group[];
    const rates = groups.map(({ key, summary }) => [
      key.year,
      summary.rates.find(({ indicator }) => indicator === 'GLOBAL_6_MONTHS')?.value,
    ]);
    expect(rates.sort(([one = 0], [other = 0]) => one - other)).toEqual(RATES);
  });

  test.runIf(engine === 'postgres')('Metabase: its statement has them', async () => {
    const [, statement = ''] = /`(select [^`]+)`/.exec(pageOf('metabase.md')) ?? [];
    await writeBi(database, await storeOf(database).refresh(), TODAY);
    await using session = await database.session();
    const { rows } = await sql.raw<object>(statement).execute(session.db);
    expect(ratesIn(rows)).toEqual(RATES);
  });
});

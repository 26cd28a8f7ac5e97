import { parse } from 'csv-parse/sync';
import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet';
import { parseHTML } from 'linkedom';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const active = { activeFlag: true, registrationEndsOn: day('2028-01-01') };
const ended = { activeFlag: false, registrationEndsOn: day('2024-01-01') };
/** One cohort each, which has three rates. */
const FICHES = [
  ficheWith({ ...active, code: 'RNCP1', cohorts: [cohortWith(2022, 100, { global6: 80 })] }),
  ficheWith({ ...ended, code: 'RNCP2', cohorts: [cohortWith(2021, 50, { global6: 60 })] }),
  ficheWith({ ...active, code: 'RS3', cohorts: [cohortWith(2022, 10)] }),
];

describeEachEngine('the recipes of the page of reports on', (openDatabase) => {
  let server: QuestionServer;
  /** What is written into each tool, and the addresses that are linked, by name of the tool. */
  let recipes: Map<string, { readonly code: string; readonly links: readonly string[] }>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, FICHES, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
    const page = await fetch(`${server.url}/rapports`, { headers: { 'accept-language': 'fr' } });
    const { document } = parseHTML(await page.text());
    const tools = [...document.querySelectorAll('[aria-labelledby="recipes"] dt')];
    recipes = new Map(
      tools.map((tool) => {
        const said = tool.nextElementSibling;
        const links = [...(said?.querySelectorAll('a') ?? [])];
        return [
          tool.textContent ?? '',
          {
            code: said?.querySelector('code')?.textContent ?? '',
            links: links.map((link) => link.getAttribute('href') ?? ''),
          },
        ];
      }),
    );
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  /** The address that a recipe names, on this server. */
  const addressIn = (tool: string): string => {
    const [, path] = /https:\/\/SERVEUR([^"')\s]+)/.exec(recipes.get(tool)?.code ?? '') ?? [];
    expect(path).toBeTruthy();
    return `${server.url}${path}`;
  };
  const answer = async (address: string, type: keyof typeof TYPES) => {
    const response = await fetch(new URL(address, server.url));
    expect([address, response.status, response.headers.get('content-type')]).toEqual([
      ...[address, 200, TYPES[type]],
    ]);
    return Buffer.from(await response.arrayBuffer());
  };
  const codesOf = (rows: readonly Record<string, unknown>[]) => [
    ...new Set(rows.map((row) => row['certification_code'])),
  ];

  test('are for these tools, and each names an address', () => {
    expect([...recipes.keys()]).toEqual([
      ...['Excel', 'Power BI, Power Query', 'Grafana', 'DuckDB', 'Python', 'R'],
    ]);
    for (const { code, links } of recipes.values())
      expect(code + links.join()).toMatch(/reports\/[\w-]+\.\w+/);
  });

  test('Excel: the workbook has numbers, the CSV is as a French Excel reads it', async () => {
    const [workbook = '', csv = ''] = recipes.get('Excel')?.links ?? [];
    const sheets = await readXlsxFile(await answer(workbook, 'xlsx'));
    const cells = sheets.flatMap(({ data }) => data.flat());
    expect(cells).toEqual(expect.arrayContaining(['RNCP1', 'RNCP2', 'RS3', 80]));
    const text = (await answer(csv, 'csv')).toString();
    const rows = parse(text, { delimiter: ';', bom: true }) as string[][];
    expect(rows.flat()).toEqual(expect.arrayContaining(['RNCP1', '80']));
  });

  test('Power Query: its base, relative path and query are one address, read as it says', async () => {
    const { code = '' } = recipes.get('Power BI, Power Query') ?? {};
    const parts =
      /^Csv\.Document\(Web\.Contents\("https:\/\/SERVEUR", \[RelativePath = "([^"]+)", Query = \[([^\]]+)\]\]\), \[Delimiter = "(.)", Encoding = 65001, QuoteStyle = QuoteStyle\.Csv\]\)$/;
    const [, path = '', query = '', delimiter = ''] = parts.exec(code) ?? [];
    const asked = [...query.matchAll(/(\w+) = "([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const address = `/${path}?${new URLSearchParams(asked)}`;
    const rows = parse(await answer(address, 'csv'), { columns: true, delimiter });
    expect(codesOf(rows as Record<string, unknown>[])).toEqual(['RNCP1']);
  });

  test('Grafana: the rows are in the member that it names', async () => {
    const { rows } = JSON.parse((await answer(addressIn('Grafana'), 'json')).toString()) as {
      rows: { year: number }[];
    };
    expect(rows.map(({ year }) => year)).toEqual(expect.arrayContaining([2021, 2022]));
  });

  test('DuckDB: the file is read by its ranges, as DuckDB reads it', async () => {
    const [, statement] =
      /^select \* from read_parquet\('([^']+)'\);$/.exec(recipes.get('DuckDB')?.code ?? '') ?? [];
    expect(statement).toBe('https://SERVEUR/reports/insertion-rates.parquet');
    const url = addressIn('DuckDB');
    await answer(url, 'parquet');
    const file = await asyncBufferFromUrl({ url });
    expect(codesOf(await parquetReadObjects({ file }))).toEqual(['RNCP1', 'RNCP2', 'RS3']);
  });

  test.each(['Python', 'R'])('%s: the file has what its query asks for', async (tool) => {
    const address = addressIn(tool);
    expect(new URL(address).search).toBe('?register=RNCP');
    const rows = parse(await answer(address, 'csv'), { columns: true });
    expect(codesOf(rows as Record<string, unknown>[])).toEqual(['RNCP1', 'RNCP2']);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { ColumnHead, Dataset } from '../../src/datasets/dataset.ts';
import { type Language, withLabels } from '../../src/datasets/labels.ts';
import type { Parameter } from '../../src/datasets/parameter.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { reportOptions } from '../../src/http/reports/options.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { readReportFile } from '../support/report-files.ts';
import { addSurveys, OPERATOR_HEADERS, SERVED_SURVEYS } from '../support/survey-rows.ts';

/** Requests of each report, each in every format. */
const RUNS = inFull(4, 150);

const ENDINGS = ['csv', 'csv.gz', 'csv?profile=fr-excel', 'jsonl', 'parquet', 'arrow', 'xlsx'];

/** What the register has, in the ways that it may be written. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  code: QUESTION_REGISTER.flatMap(({ code }) => [code, code.toLowerCase(), ` ${code}`]),
  speciality: ['326t', '326N', '326', '32', '3', '314', '136', '344'],
  occupation: ['M1805', 'm18', 'M1203', 'M', 'M1302'],
  formacode: ['31054'],
  certifier: [SCHOOL_A, SCHOOL_B, MINISTRY, '111 111 118'],
  since: ['P7D', 'P12M', 'p2w', 'P1Y', '2020-01-01'],
  until: ['2035-12-31'],
  years: ['latest(1)', 'Latest( 3 )', 'from(2022)', 'to(2021)', 'range(2021,2023)', '2022'],
};

/** Values of a parameter that are accepted, as an address has them. */
function valuesOf({ name, kind, many }: Parameter): fc.Arbitrary<string> {
  const one = (): fc.Arbitrary<string> => {
    switch (kind.type) {
      case 'BOOLEAN':
        return fc.constantFrom('true', 'false', 'TRUE');
      case 'CHOICE':
        return fc.constantFrom(...kind.of, ...kind.of.map((each) => each.toLowerCase()));
      case 'DATE':
        return fc
          .date({ min: new Date('2016-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10));
      case 'INTEGER': {
        // Years that a cohort may have, mostly; what a parameter may be at most, at times.
        const usual = name.startsWith('year_') ? [2018, 2024] : [kind.from, kind.from + 30];
        const [min = kind.from, max = kind.to] = usual.map((each) => Math.min(each, kind.to));
        return fc
          .oneof(
            { weight: 5, arbitrary: fc.integer({ min, max }) },
            { weight: 1, arbitrary: fc.constantFrom(kind.from, kind.to) },
          )
          .map(String);
      }
      case 'TEXT':
        return fc.constantFrom(...(TEXTS[name] ?? []));
    }
  };
  if (!many) return one();
  return fc.array(one(), { minLength: 1, maxLength: 3 }).map((some) => some.join(','));
}

/** The parameters of a request that succeeds: some of the report's, in whatever order. */
function requestsOf({ parameters }: Dataset) {
  const given = Object.fromEntries(
    parameters.map((each) => [
      each.name,
      each.required ? valuesOf(each) : fc.option(valuesOf(each), { nil: undefined }),
    ]),
  );
  return fc
    .record({
      values: fc.record(given),
      kept: fc.subarray(parameters.map(({ name }) => name)),
      limit: fc.option(fc.constantFrom('0', '1', '7', '1000000000'), { nil: undefined }),
      labels: fc.option(fc.constantFrom('fr' as const, 'en' as const), { nil: undefined }),
    })
    .map(({ values, kept, limit, labels }) => {
      const query = new URLSearchParams();
      for (const { name, required } of parameters) {
        const value = values[name];
        if (value !== undefined && (required || kept.includes(name))) query.set(name, value);
      }
      // Years and days that end before they begin are an error of the request.
      const [from, to] = [query.get('year_from'), query.get('year_to')];
      if (from && to && Number(from) > Number(to)) query.delete('year_from');
      // Years are named in one way.
      if (query.get('year_from') || query.get('year_to')) query.delete('years');
      const [first, last] = [query.get('read_from'), query.get('read_to')];
      if (first && last && first > last) query.delete('read_from');
      if (limit !== undefined) query.set('limit', limit);
      if (labels !== undefined) query.set('labels', labels);
      return { query, labels: labels ?? null, limit };
    });
}

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  // All but one fiche are new: these are changes.
  await publishFiches(database, QUESTION_REGISTER.slice(0, 1));
  await publishFiches(database, QUESTION_REGISTER, { compared: true });
  await note(database, newNote({ textFr: 'De "tous" ; =1+1' }));
  await note(database, newBreak(2021));
  await addSurveys(
    database,
    QUESTION_REGISTER.map(({ code }) => code),
    [2022, 2024],
  );
  server = await serveQuestions(database, schema, SERVED_SURVEYS);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** The file at an address, which must be there. */
async function file(address: string): Promise<Buffer> {
  const response = await fetch(`${server.url}/reports/${address}`, {
    headers: OPERATOR_HEADERS,
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const told = response.status === 200 ? '' : bytes.toString();
  expect([address, response.status, told]).toEqual([address, 200, '']);
  return bytes;
}

/** The columns of a report as a language wants them. */
function columnsOf({ columns }: Dataset, language: Language | null): readonly ColumnHead[] {
  return withLabels(columns, language).columns;
}

/** Moments to the second, which is what a sheet keeps, and texts as a sheet trims them. */
function asSheet(rows: readonly (readonly unknown[])[], columns: readonly ColumnHead[]) {
  return rows.map((row) =>
    row.map((cell, index) =>
      columns[index]?.type === 'DATETIME' && typeof cell === 'string'
        ? Math.round(new Date(cell).getTime() / 1000)
        : cell,
    ),
  );
}

/** No cell is an empty text in JSON and none in a file of text. */
const withoutEmpty = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));

describe.each(DATASETS)(
  'requests of $name that are right are answered, the same in each format',
  (report) => {
    test(
      `${RUNS} times`,
      async () => {
        let rowsSeen = 0;
        await fc.assert(
          fc.asyncProperty(requestsOf(report), async ({ query, labels, limit }) => {
            const address = (ending: string) => {
              const [format = '', profile] = ending.split('?');
              return `${report.name}.${format}?${[profile, query].filter(String).join('&')}`;
            };
            const columns = columnsOf(report, labels);
            const names = columns.map(({ name }) => name);
            const json = await readReportFile('json', await file(address('json')), columns);
            const rows = withoutEmpty(json.rows);
            expect(json.header).toEqual(names);
            if (limit !== undefined) expect(rows.length).toBeLessThanOrEqual(Number(limit));
            rowsSeen += rows.length;
            for (const ending of ENDINGS) {
              const read = await readReportFile(ending, await file(address(ending)), columns);
              const labelled = ending === 'xlsx' || (ending.includes('?') && labels !== null);
              const header = columns.map(({ name, label }) =>
                labelled ? label[labels ?? 'fr'] : name,
              );
              expect([ending, read.header]).toEqual([ending, header]);
              const [found, expected] =
                ending === 'xlsx'
                  ? [asSheet(read.rows, columns), asSheet(rows, columns)]
                  : [read.rows, rows];
              expect([ending, withoutEmpty(found)]).toEqual([ending, expected]);
            }
          }),
          { numRuns: RUNS, seed: 20_261_130 },
        );
        expect(rowsSeen).toBeGreaterThan(0);
      },
      inFull(60_000, 900_000),
    );
  },
);

/** Query strings that are read in all, and those that are also sent. */
const READ = inFull(3_000, 100_000);
const SENT = inFull(100, 5_000);

/** Milliseconds that the reading of one query string may take, on any machine. */
const MOST_MS = 2_000;

/** What a parameter may be given that is no value of it. */
const WRONG = [
  ...['', ' ', ',', ',,', '-1', '1e9', '99999999999999999999', 'NaN', '2023-02-30', '0000-00-00'],
  ...['latest(', 'from(2022', 'range(2023,2021)', 'P', 'P-1D', '%', '%00', '\u0000', '\ud800', 'é'],
  ...["'; drop table x", '__proto__', 'constructor', 'x'.repeat(3_000), 'RNCP101,,RS200', '[]'],
];

/** Names beside those of a report's own parameters. */
const OTHERS = ['limit', 'labels', 'profile', 'headers', 'publication', 'known_on', 'check', 'key'];

/** A report and a query string of any kind. */
const anyRequest = fc.constantFrom(...DATASETS).chain((report) => {
  const names = report.parameters.map(({ name }) => name);
  const pair = fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('limit', ...names) },
      { weight: 2, arbitrary: fc.constantFrom(...OTHERS, 'toString', '__proto__', '', 'nope') },
    ),
    fc.oneof(
      ...report.parameters.map((each) => valuesOf(each)),
      fc.constantFrom(...WRONG, ...Object.values(TEXTS).flat()),
      fc.string({ maxLength: 12 }),
    ),
  );
  return fc.record({
    report: fc.constant(report),
    ending: fc.constantFrom('json', ...ENDINGS.map((each) => each.split('?')[0] ?? each)),
    query: fc.array(pair, { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs)),
  });
});

test(
  `${READ} query strings of any kind are read, or told what is wrong with them, soon`,
  () => {
    let right = 0;
    fc.assert(
      fc.property(anyRequest, ({ report, ending, query }) => {
        const started = performance.now();
        const { problems } = reportOptions(report, ending === 'csv' ? 'csv' : 'json', query);
        expect(performance.now() - started).toBeLessThan(MOST_MS);
        for (const { message } of problems)
          expect(message.en === '' || message.fr === '').toBe(false);
        if (problems.length === 0) right += 1;
      }),
      { numRuns: READ, seed: 20_261_202 },
    );
    expect(right).toBeGreaterThan(READ / 50);
    expect(right).toBeLessThan(READ);
  },
  inFull(60_000, 900_000),
);

test(
  `${SENT} requests of any kind are answered, none by a fault of the server`,
  async () => {
    let good = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ report, ending, query }) => {
        const response = await fetch(`${server.url}/reports/${report.name}.${ending}?${query}`);
        await response.arrayBuffer();
        const { status } = response;
        expect([`${report.name}.${ending}?${query}`, status]).toEqual([
          expect.any(String),
          expect.toSatisfy((each) => [200, 400, 401, 404, 410].includes(each)),
        ]);
        if (status === 200) good += 1;
      }),
      { numRuns: SENT, seed: 20_261_202 },
    );
    expect(good).toBeGreaterThan(SENT / 50);
  },
  inFull(60_000, 900_000),
);

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cell, ColumnType } from '../../src/datasets/dataset.ts';
import { rowsWhere } from '../../src/datasets/expression/evaluate.ts';
import { vectorsOfRows } from '../../src/datasets/expression/frame.ts';
import type { Database } from '../../src/db/database.ts';
import { BadUserInputError, DomainError } from '../../src/domain/errors.ts';
import { finish } from '../../src/domain/work.ts';
import { schema } from '../../src/graphql/schema.ts';
import { odataAddress } from '../../src/http/odata/address.ts';
import { ENTITY_SETS } from '../../src/http/odata/model.ts';
import { customOptions, givenOptions, rowsQuery } from '../../src/http/odata/query.ts';
import { boundApply } from '../../src/http/odata-grammar/apply.ts';
import { bound } from '../../src/http/odata-grammar/bind.ts';
import { parseFilter, parseKey, parseOrderBy } from '../../src/http/odata-grammar/parse.ts';
import { parseSearch } from '../../src/http/odata-grammar/search-syntax.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const PARSED = inFull(3_000, 100_000);
const ASKED = inFull(150, 20_000);

/** Milliseconds that the reading of one text may take, on any machine. */
const MOST_MS = 2_000;

const SET = ENTITY_SETS.get('cohorts');
const COLUMNS = SET?.dataset.columns ?? [];
const SCOPE = { columns: COLUMNS, keyNames: new Map(), aliases: new Map(), now: () => 0 };

/** Pieces that expressions are made of, right and wrong. */
const PIECES = [
  ...['year', 'certified', 'title', 'active', 'registration_ends_on', 'global_6_months', 'yaer'],
  ...[' eq ', ' ne ', ' gt ', ' le ', ' and ', ' or ', 'not ', ' in ', ' add ', ' div ', ' mod '],
  ...['(', ')', '((', '))', ',', '/', '-', '@a', '$count', "'", "''", "'x'", '"', '*', '=', '\\'],
  ...['2023', '1e999', '-0', '0', '77.5', '2026-01-31', '2026-13-45', '2026-01-31T00:00:00Z'],
  ...["duration'P1D'", 'Edm.Date', 'cast(', '/any(', '[1]', 'a.b(', 'has ', ' sub '],
  ...['null', 'true', 'INF', 'NaN', 'contains(title,', 'length(', 'substring(title,1,', 'now()'],
  ...[
    'groupby((year)',
    'aggregate(',
    ' with sum as x',
    ' with max as y',
    'filter(',
    ' as ',
    ' desc',
  ],
  ...['constructor', '__proto__', 'toString', '%00', '\u0000', 'é', '🦊', ' ', '\t', '\n', '$it/'],
];

const made = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

/** What is right, several between separators, of each reader. */
const RIGHT: Readonly<Record<string, readonly [parts: readonly string[], separator: string]>> = {
  $filter: [
    [
      ...['year add 1 gt certified', "contains(title,'x')", 'not (active eq null)', '-(year) lt 0'],
      ...['year(registration_ends_on) div 2 in (1011,2020)', "substring(title,1,year) ne ''"],
      ...['hour(2026-01-31T10:00:00Z) le 10', 'round(global_6_months divby 0) eq INF', 'true'],
    ],
    ' or ',
  ],
  $orderby: [['year desc', 'title', 'length(title) asc', 'year mul -1', 'active'], ','],
  $apply: [
    [
      ...[
        'filter(year eq 2023)',
        'groupby((year,title))',
        'groupby((year),aggregate($count as n))',
      ],
      'aggregate(certified with sum as s,year with max as m)',
    ],
    '/',
  ],
  $search: [['x', '"a b"', 'NOT x', 'x AND y', '(x OR y)'], ' '],
  $select: [[...COLUMNS.map(({ name }) => name), '*', ' year '], ','],
  $skiptoken: [['12.1764000000000.2026-01-31.0', '1.1.2020-02-29.10000'], ''],
  'the key in brackets': [["(code='x',year=2023)", "('RNCP1')", '(1)', '(day=2026-01-31)'], ''],
  'a path': [["certification_code='RNCP1',year=2023", "year=1,certification_code=''"], ''],
};

/** Right texts, as they are or with something cut out and something put in. */
function near(name: string): fc.Arbitrary<string> {
  const [parts, separator] = RIGHT[name] ?? [[''], ''];
  const most = separator === '' ? 1 : 4;
  return fc
    .tuple(
      fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: most }),
      fc.option(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', ...PIECES))),
    )
    .map(([some, spoiling]) => {
      const text = some.join(separator);
      if (!spoiling) return text;
      const [place, length, piece] = spoiling;
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + length);
    });
}

/** Rows that filters are evaluated over: cells that are there, and none. */
const ROWS = vectorsOfRows(
  COLUMNS,
  [1, 2.5, null].map((value) => COLUMNS.map(({ type }) => cellOf(type, value))),
  new Set(COLUMNS.map(({ name }) => name)),
);

function cellOf(type: ColumnType, value: number | null): Cell {
  if (value === null) return null;
  if (type === 'BOOLEAN') return value > 2;
  if (type === 'TEXT') return `x${value}`;
  return type === 'DATE' ? '2026-01-31' : type === 'DATETIME' ? '2026-01-31T00:00:00Z' : value;
}

/** The options of an address, of which one is the text; its problem is thrown. */
function option(name: string, text: string) {
  if (!SET) return;
  const given = givenOptions(new URLSearchParams([[name, text]]), customOptions(SET));
  const address = { kind: 'ROWS', set: SET, key: null, property: null } as const;
  const [problem] = rowsQuery(address, given, null, () => 0).problems;
  if (problem) throw new BadUserInputError(problem.message);
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  $filter: (text) => finish(rowsWhere(bound(parseFilter(text), SCOPE), ROWS)),
  $orderby: (text) => parseOrderBy(text).map(({ expression }) => bound(expression, SCOPE)),
  $apply: (text) => boundApply(text, SCOPE, COLUMNS),
  $search: parseSearch,
  $select: (text) => option('$select', text),
  $skiptoken: (text) => option('$skiptoken', text),
  'the key in brackets': parseKey,
  'a path': (text) => {
    const address = odataAddress(`/odata/cohorts(${encodeURIComponent(text)})/year`, new Map());
    if ('status' in address) throw new BadUserInputError(address.detail);
  },
};

test.each(Object.keys(READERS))(
  `${PARSED} texts of any kind are read or refused as %s, soon`,
  (name) => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(made, near(name)), (text) => {
        const started = performance.now();
        try {
          READERS[name]?.(text);
          read += 1;
        } catch (error) {
          expect([name, text, error]).toEqual([name, text, expect.any(DomainError)]);
        }
        expect(performance.now() - started).toBeLessThan(MOST_MS);
      }),
      { numRuns: PARSED, seed: 20_261_202 },
    );
    expect(read).toBeGreaterThan(PARSED / 50);
    expect(read).toBeLessThan(PARSED);
  },
  inFull(60_000, 900_000),
);

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ENTITY_SETS.keys()) },
  { weight: 1, arbitrary: fc.constantFrom('', '$metadata', '$batch', '$count', 'cohorts/$count') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('cohorts', 'insertion_by_level', 'changes'), made)
      .map(([set, key]) => `${set}(${encodeURIComponent(key)})`),
  },
  { weight: 1, arbitrary: made.map(encodeURIComponent) },
);

const options = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...['$filter', '$orderby', '$apply', '$search', '$select', '$top', '$skip', '$count'],
      ...['$format', '$skiptoken', '$expand', '@a', 'as_of', 'publication', 'filter', 'lang'],
    ),
    made,
  ),
  { maxLength: 4 },
);

/** Statuses that a client may cause. */
const ACCEPTED = [200, 204, 400, 404, 406, 410, 501];

test(
  `${ASKED} addresses of any kind are answered, none by a fault of the server`,
  async () => {
    let good = 0;
    await fc.assert(
      fc.asyncProperty(path, options, async (of, query) => {
        const search = query
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join('&');
        const address = `/odata/${of}?${search}`;
        const response = await fetch(`${server.url}${address}`);
        const text = await response.text();
        expect([address, ACCEPTED.includes(response.status), response.status]).toContain(true);
        if (response.status === 200) good += 1;
        else if (response.status !== 204) expect(JSON.parse(text).error.code).toBeDefined();
      }),
      { numRuns: ASKED, seed: 20_261_202 },
    );
    expect(good).toBeGreaterThan(ASKED / 50);
  },
  inFull(60_000, 900_000),
);

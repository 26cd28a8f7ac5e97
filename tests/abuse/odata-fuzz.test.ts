import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ENTITY_SETS } from '../../src/http/odata/model.ts';
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

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  $filter: (text) => bound(parseFilter(text), SCOPE),
  $orderby: (text) => parseOrderBy(text).map(({ expression }) => bound(expression, SCOPE)),
  $apply: (text) => boundApply(text, SCOPE, COLUMNS),
  $search: parseSearch,
  key: parseKey,
};

test(
  `${PARSED} texts of any kind are read or refused, soon`,
  () => {
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(READERS)), made, (name, text) => {
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
    expect(read).toBeGreaterThan(PARSED / 100);
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

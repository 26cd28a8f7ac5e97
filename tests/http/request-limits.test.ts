import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { REPORT_FORMATS } from '../../src/http/formats/formats.ts';
import { SHEET_ROWS } from '../../src/http/formats/sheet.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

let database: Database;
let server: QuestionServer;
let limits: ReadonlyMap<string, Limit>;

interface Limit {
  readonly name: string;
  readonly value: number;
  readonly code: string | null;
}

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database, schema, { maxGroups: 3 });
  const about = await (await fetch(`${server.url}/about.json`)).json();
  const told = (about as { request_limits: Limit[] }).request_limits;
  limits = new Map(told.map((each) => [each.name, each]));
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** The code of the first error of an answer; undefined when it has none. */
async function codeOf(response: Response): Promise<unknown> {
  const body = (await response.json()) as {
    code?: unknown;
    error?: { code?: unknown };
    errors?: { extensions?: { code?: unknown } }[];
  };
  return body.code ?? body.error?.code ?? body.errors?.[0]?.extensions?.code;
}

const ask = (query: string, variables: object = {}) => server.ask({ query, variables });
const search = (text: string) =>
  ask('query ($s: String) { certifications(filter: { search: $s }) { totalCount } }', { s: text });
const nodes = (ids: readonly unknown[]) =>
  ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
const page = (first: number) => ask(`{ certifications(first: ${first}) { totalCount } }`);
const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const rate = (lastCohorts: number) =>
  ask(
    `{ certifications(first: 1) { nodes { insertionRate(indicator: GLOBAL_6_MONTHS, lastCohorts: ${lastCohorts}) { value } } } }`,
  );
const codes = async (count: number) => {
  const all = await (await ask(`{ certifications(first: ${count}) { nodes { code } } }`)).json();
  const list = (all as { data: { certifications: { nodes: { code: string }[] } } }).data;
  return ask('query ($c: [RegisterCode!]!) { comparison(codes: $c) { commonYears } }', {
    c: list.certifications.nodes.map(({ code }) => code),
  });
};
const odata = (filter: string) =>
  fetch(`${server.url}/odata/certifications?$top=0&$filter=${filter}`);
/** Bytes of a body beside the text of its query. */
const BODY_REST = JSON.stringify({ query: '' }).length;

/** What asks for exactly so much of a limit. */
const REQUESTS: Readonly<Record<string, (amount: number) => Promise<Response>>> = {
  BODY_BYTES: (bytes) => server.ask(JSON.stringify({ query: ' '.repeat(bytes - BODY_REST) })),
  MAX_GROUPS: (groups) =>
    // Twelve certifications of the register make as many groups.
    ask(
      `{ insertionStatistics(${groups > 3 ? '' : 'filter: { certification: { codes: [] } }, '}groupBy: [CERTIFICATION]) { groupCount } }`,
    ),
  OPERATION_DEPTH: (depth) => ask(`${'{ a '.repeat(depth)}${'}'.repeat(depth)}`),
  OPERATION_FIELDS: (fields) => ask(`{ ${repeated(fields, (index) => `a${index}: __typename`)} }`),
  OPERATIONS_IN_REQUEST: (count) => {
    const one = { query: '{ __typename }' };
    return server.ask(count === 1 ? one : Array.from({ length: count }, () => one));
  },
  QUERY_CHARACTERS: (characters) => ask('{ __typename }'.padEnd(characters)),
  QUERY_TOKENS: (tokens) => ask(`{ __typename }\n${'#\n'.repeat(tokens - 3)}`),
  QUERY_NESTING: (levels) =>
    ask(`{ nodes(ids: ${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}) { id } }`),
  NAME_CHARACTERS: (characters) => ask(`{ ${'a'.repeat(characters)}: __typename }`),
  INTROSPECTION_COST: (cost) =>
    // Types of the schema are some hundreds: one field of each costs as much.
    ask(
      `{ __schema { ${repeated(cost > 100_000 ? 300 : 3, (index) => `a${index}: types { name description }`)} } }`,
    ),
  VARIABLES_NESTING: (levels) => {
    // The parameters, the variables and the list are three of them.
    const value = `${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}`;
    return server.ask(`{"query": "{ __typename }", "variables": {"v": ${value}}}`);
  },
  // `query`, `variables` and `ids` are values too.
  VARIABLES_VALUES: (values) => nodes(Array.from({ length: values - 3 }, () => 'x')),
  PAGE_ROWS: page,
  REPORT_PAGE_ROWS: (first) => ask(`{ report(name: "cohorts", first: ${first}) { totalCount } }`),
  SEARCH_CHARACTERS: (characters) => search('a'.repeat(characters)),
  SEARCH_WORDS: (words) => search(repeated(words, () => 'métier')),
  COMPARED: codes,
  LAST_COHORTS: rate,
  // `level in (1,1)` has a name, a word, two brackets, values and the commas between them.
  ODATA_TOKENS: (tokens) =>
    odata(`level in (1${',1'.repeat((tokens - 5) / 2)})${tokens % 2 === 0 ? ' or' : ''}`),
  ODATA_NESTING: (levels) => odata(`${'('.repeat(levels)}active${')'.repeat(levels)}`),
  MONTHS: (months) =>
    fetch(`${server.url}/reports/expiring.json?months=${months}&limit=0`).then(async (response) =>
      response.ok ? new Response('{}') : response,
    ),
};

/** Limits that are passed in a test of their own, since time or the server has to be made for it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  REQUEST_TIMEOUT_MS: 'tests/http/graphql/timeout.test.ts',
  MAX_PAST_PUBLICATIONS: 'tests/http/past-publications.test.ts',
  REPORT_QUEUE_LIMIT: 'tests/http/reports/sending.test.ts',
  REPORT_TIMEOUT_MS: 'tests/http/reports/sending.test.ts',
  MIN_READ_BYTES_PER_SECOND: 'tests/http/slow-readers.test.ts',
  MAX_SUBSCRIPTIONS: 'tests/http/subscriptions/refusals.test.ts',
  OPERATION_COST: 'tests/http/graphql/cost.test.ts',
  OPERATION_ANSWER_BYTES: 'tests/graphql/cost/answer-bytes.test.ts',
  CLIENT_BURST_MS: 'tests/http/graphql/cost.test.ts',
  CLIENT_MS_PER_SECOND: 'tests/http/graphql/cost.test.ts',
  SHEET_ROWS: 'tests/http/request-limits.test.ts',
  ODATA_READ_ROWS: 'tests/http/odata/select-rows.test.ts',
  DOSSIER_SECTIONS: 'tests/web/dossier.test.ts',
  DOSSIER_CHARACTERS: 'tests/web/dossier.test.ts',
  UPLOAD_BYTES: 'tests/http/surveys/upload-refusals.test.ts',
  UPLOAD_FILES: 'tests/http/surveys/upload-refusals.test.ts',
  UPLOADS_AT_ONCE: 'tests/http/surveys/upload-refusals.test.ts',
};

describe('every limit of requests that is told:', () => {
  test('is passed by a request of this test, or by one that is named', () => {
    const told = [...limits.values()].filter(({ code }) => code !== null);
    const known = [...Object.keys(REQUESTS), ...Object.keys(ELSEWHERE)];
    expect(told.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    for (const path of Object.values(ELSEWHERE)) expect(existsSync(path)).toBe(true);
  });

  test.each(Object.entries(REQUESTS))(
    '%s: so much is answered, and more is its error',
    async (name, send) => {
      const { value = 0, code } = limits.get(name) ?? {};
      expect(await codeOf(await send(value))).not.toBe(code);
      expect(await codeOf(await send(value + 1))).toBe(code);
    },
  );

  test('HEADER_BYTES: a longer head is 431', async () => {
    const { value = 0 } = limits.get('HEADER_BYTES') ?? {};
    const status = (bytes: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        const options = { port: server.port, path: `/health/live?${'a'.repeat(bytes)}` };
        request({ host: '127.0.0.1', ...options }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await status(value - 1_000)).toBe(200);
    expect(await status(value)).toBe(431);
  });

  test('RECEPTION_MS, KEEP_ALIVE_MS: the server holds connections to them', () => {
    expect(limits.get('RECEPTION_MS')?.value).toBe(30_000);
    expect(limits.get('KEEP_ALIVE_MS')?.value).toBe(72_000);
  });

  test('SHEET_ROWS: more rows are an error that says so, before a file is written', async () => {
    const rows = (count: number) => new Array<[string]>(count);
    const write = async (count: number) => {
      const table = {
        report: { name: 'x', title: { fr: 'x', en: 'x' } },
        source: { citation: '', licence: '', notice: null },
        columns: [],
        headers: 'names',
        language: 'fr',
        batches: (async function* () {
          yield rows(count);
        })(),
      };
      const chunks = REPORT_FORMATS.xlsx.write(table as never);
      for await (const _chunk of chunks);
    };
    await expect(write(SHEET_ROWS)).rejects.toThrow(BadUserInputError);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type ErrorCode, PublicationReplacedError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { problemBody, problemOf } from '../../src/http/problem.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

type Headers = Readonly<Record<string, string>>;

/** What a request is sent to. */
interface Servers {
  /** A schema that fails in every way. */
  readonly failing: QuestionServer;
  readonly closed: QuestionServer;
  readonly empty: QuestionServer;
}

type Send = (servers: Servers, headers: Headers) => Promise<Response>;

const ask =
  (body: unknown, to: keyof Servers = 'failing', more: Headers = {}): Send =>
  (servers, headers) =>
    servers[to].ask(body, { ...headers, ...more });

const get =
  (path: string, to: keyof Servers = 'failing', more: Headers = {}): Send =>
  (servers, headers) =>
    fetch(`${servers[to].url}${path}`, { headers: { ...headers, ...more } });

const KEY = { 'x-api-key': 'none of the server' };

/** A token by its form, of an issuer whose keys cannot be fetched. */
const UNSIGNED = ['{"alg":"RS256"}', '{}']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');
const TOKEN = { authorization: `Bearer ${UNSIGNED}.c2ln` };
const HASH = { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } };
const UNKNOWN_ID = `sha256:${'0'.repeat(64)}`;

/** How each code is met over HTTP, by GraphQL and by reports; why not, where it is not. */
const RAISED: Readonly<Record<ErrorCode, Readonly<Record<string, Send>> | string>> = {
  BAD_USER_INPUT: {
    'a field': ask({ query: '{ positive(number: 0) }' }),
    'a variable': ask({
      query: 'query ($day: Day!) { opensOn(day: $day) }',
      variables: { day: 'sunday' },
    }),
    'a literal': ask({ query: '{ opensOn(day: "sunday") }' }),
    'a variable of another type': ask({
      query: 'query ($number: Int!) { positive(number: $number) }',
      variables: { number: 'many' },
    }),
    'a report': get('/reports/cohorts.csv?level=9'),
    'a publication that there is not': get('/reports/cohorts.csv?publication=99'),
    'a code that the register lacks': get('/reports/cohorts.csv?code=RNCP999999'),
  },
  BAD_REQUEST: {
    'no JSON': ask('{'),
    'an empty body': ask(''),
    'a list': ask('[]'),
    'a number': ask('1'),
    'no query': ask({ variables: {} }),
    'an empty query': ask({ query: '' }),
    'a name that is none': ask({ query: '{ today }', operationName: 7 }),
    'a name of no operation': ask({ query: 'query A { today }', operationName: 'B' }),
    'a name for an operation without one': ask({ query: '{ today }', operationName: 'B' }),
    'no name of two': ask({ query: 'query A { today } query B { today }' }),
    'no operation': ask({ query: 'fragment F on Query { today }' }),
    'a mutation': ask({ query: 'mutation { today }' }),
    'a deep request': ask({
      query: '{ today }',
      variables: { v: JSON.parse('['.repeat(40) + ']'.repeat(40)) },
    }),
    'both names': ask({ query: '{ today }', documentId: UNKNOWN_ID }),
    'an id that is none': get('/graphql?documentId=one'),
    'variables that are none': get(`/graphql?documentId=${UNKNOWN_ID}&query=%7Btoday%7D`),
    'a parameter': get('/graphql?query=%7Btoday%7D&colour=red'),
    'a media type': get('/graphql?query=%7Btoday%7D', 'failing', { accept: 'image/png' }),
    'a body of another type': (servers, headers) =>
      servers.failing.ask('today', { ...headers, 'content-type': 'text/plain' }),
    'a compressed body': (servers, headers) =>
      servers.failing.ask('today', { ...headers, 'content-encoding': 'gzip' }),
    'a method': ({ failing }, headers) =>
      fetch(`${failing.url}/graphql/schema`, { method: 'POST', headers }),
    'a method of reports': ({ failing }, headers) =>
      fetch(`${failing.url}/reports/cohorts.csv`, { method: 'POST', headers }),
    'a format of reports': get('/reports/cohorts', 'failing', { accept: 'image/png' }),
  },
  REQUEST_ENTITY_TOO_LARGE: { 'a body': ask(`"${' '.repeat(1_100_000)}"`) },
  NOT_FOUND: {
    'an address': get('/nowhere'),
    'a report': get('/reports/cohort.csv'),
    'a format': get('/reports/cohorts.ods'),
  },
  NOT_IMPLEMENTED: 'held by odata/conformance',
  PRECONDITION_FAILED: {
    'a report': get('/reports/cohorts.csv', 'failing', { 'if-match': '"x"' }),
    'the schema': get('/graphql/schema', 'failing', { 'if-match': '"x"' }),
  },
  DOCUMENT_NOT_FOUND: {
    'a POST': ask({ documentId: UNKNOWN_ID }),
    'a GET': get(`/graphql?documentId=${UNKNOWN_ID}`),
  },
  UNAUTHENTICATED: {
    GraphQL: get('/graphql?query=%7Btoday%7D', 'closed', KEY),
    'a report': get('/reports/cohorts.csv', 'closed', KEY),
    'a token without a signature': ask({ query: '{ today }' }, 'closed', {
      authorization: `Bearer ${UNSIGNED.replace('eyJhbGciOiJSUzI1NiJ9', 'eyJhbGciOiJub25lIn0')}.`,
    }),
  },
  FORBIDDEN: { 'an operation of their own': ask({ query: '{ today }' }, 'closed') },
  PERSISTED_QUERY_NOT_SUPPORTED: { 'a hash': ask(HASH) },
  GRAPHQL_PARSE_FAILED: { 'a query': ask({ query: '{' }) },
  GRAPHQL_VALIDATION_FAILED: { 'a query': ask({ query: '{ tomorrow }' }) },
  QUERY_TOO_COMPLEX: {
    'a long text': ask({ query: `{ ${' '.repeat(100_000)} today }` }),
    'many tokens': ask({ query: `{ ${'today '.repeat(4_001)} }` }),
    brackets: ask({ query: '{ '.repeat(500) }),
    'a long name': ask({ query: `{ ${'t'.repeat(500)} }` }),
    fields: ask({ query: `{ ${'today '.repeat(600)} }` }),
  },
  TOO_MANY_REQUESTS: 'held by graphql/cost.test.ts',
  TIMEOUT: 'held by graphql/timeout.test.ts',
  CLIENT_CLOSED_REQUEST: 'nobody reads it',
  READ_TOO_SLOWLY: 'nobody reads it',
  DATABASE_UNAVAILABLE: 'held by database-outage.test.ts',
  ISSUER_UNAVAILABLE: {
    GraphQL: ask({ query: '{ today }' }, 'closed', TOKEN),
    'a report': get('/reports/cohorts.csv', 'closed', TOKEN),
  },
  ACCESS_LOG_UNAVAILABLE: 'held by access/restricted-reads.test.ts',
  NO_PUBLICATION: {
    GraphQL: ask({ query: '{ publication }' }, 'empty'),
    'a report': get('/reports/cohorts.csv', 'empty'),
  },
  PUBLICATION_REPLACED: 'held below: it takes a publication at the right moment',
  PUBLICATION_GONE: 'held by past-publications.test.ts',
  SURVEY_ERASED: 'held by surveys.test.ts',
  TOO_MANY_PUBLICATIONS: 'held by past-publications.test.ts',
  TOO_MANY_EXPORTS: 'held by reports/sending.test.ts',
  TOO_MANY_SUBSCRIPTIONS: 'held by subscriptions/refusals.test.ts',
  SURVEY_IMPORT_UNAVAILABLE: 'held by surveys/upload-refusals.test.ts',
  FILES_UNAVAILABLE: 'held by open-data/full-disk.test.ts',
  INTERNAL_SERVER_ERROR: {
    'a field': ask({ query: '{ fault }' }),
  },
};

interface Answer {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code: string };
  }[];
}

/** Codes and messages of an answer, from either door. */
async function toldBy(response: Response) {
  const { code, detail, errors = [] } = (await response.json()) as Answer;
  const { status, headers } = response;
  return {
    ...{ status, language: headers.get('content-language'), vary: headers.get('vary') },
    codes: code === undefined ? errors.map(({ extensions }) => extensions?.code) : [code],
    messages: detail === undefined ? errors.map(({ message }) => message) : [detail],
  };
}

const FRENCH = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' };

/** Words that messages in English end with. */
const ENGLISH =
  /: (?:give|ask|name|write|page|leave|run)\b|\b(?:is|are) (?:not )?(?:accepted|given|served|the limit)\b/;

describe('errors over HTTP', () => {
  const databases: Database[] = [];
  let servers: Servers;
  beforeAll(async () => {
    const [database, none] = [await openMigratedPglite(), await openMigratedPglite()];
    databases.push(database, none);
    await publishSmallRegister(database);
    const failing = await serveQuestions(database);
    servers = {
      failing,
      closed: await serveQuestions(database, undefined, {
        persistedOperationsOnly: true,
        apiKeys: [{ name: 'one', sha256: '0'.repeat(64) }],
        oidc: {
          ...{ issuer: 'https://issuer.example', audience: 'debouches' },
          // Nothing listens there.
          jwksUrl: 'http://127.0.0.1:1/keys',
          ...{ roleClaim: 'debouches_role', sirenClaim: 'siren' },
        },
      }),
      empty: await serveQuestions(none),
    };
  });
  afterAll(async () => {
    for (const server of Object.values(servers ?? {})) await server[Symbol.asyncDispose]();
    for (const database of databases) await database[Symbol.asyncDispose]();
  });

  const cases = Object.entries(RAISED).flatMap(([code, ways]) =>
    typeof ways === 'string'
      ? []
      : Object.entries(ways).map(([way, send]) => ({ code, way, send })),
  );

  test.each(cases)('are in the language of their reader: $code of $way', async ({ code, send }) => {
    const english = await toldBy(await send(servers, {}));
    const french = await toldBy(await send(servers, FRENCH));
    expect(english.codes).toContain(code);
    expect([english.language, french.language]).toEqual(['en', 'fr']);
    for (const { vary } of [english, french]) expect(vary).toContain('accept-language');
    expect([french.status, french.codes]).toEqual([english.status, english.codes]);
    expect(await toldBy(await send(servers, { 'accept-language': 'de' }))).toEqual(english);
    for (const [index, message] of french.messages.entries()) {
      expect(message.length).toBeGreaterThan(0);
      if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') continue;
      expect(message).not.toBe(english.messages[index]);
      // What GraphQL's library says follows a sentence in French.
      expect(message.split(/: (?=[A-Z])/)[0]).not.toMatch(ENGLISH);
    }
  });

  test('name in French the variable whose value is refused', async () => {
    const send = RAISED.BAD_USER_INPUT as Readonly<Record<string, Send>>;
    const { messages } = await toldBy(await (send['a variable'] as Send)(servers, FRENCH));
    expect(messages).toEqual([
      '$day : « sunday » n’est pas un jour : monday et tuesday sont acceptés',
    ]);
  });

  test('of a publication that was replaced are in both', () => {
    const { problem } = problemOf(new PublicationReplacedError(1, 2), 'request-1');
    expect(problemBody(problem, 'en')).toContain('publication 1 was replaced by 2');
    expect(problemBody(problem, 'fr')).toContain('la publication 1 a été remplacée par la 2');
  });
});

/** Values that a reader of the register may get wrong, each at its own place. */
const WRONG: readonly string[] = [
  '{ certification(code: "hello") { code } }',
  '{ certification(code: "RNCP35746", asOf: "1066-10-14") { code } }',
  '{ certification(code: "RNCP35746", asOf: "2026-02-30") { code } }',
  '{ certifications(first: 9999) { totalCount } }',
  '{ certifications(first: 1, last: 1) { totalCount } }',
  '{ certifications(after: "x") { totalCount } }',
  '{ certifications(filter: { levels: [9] }) { totalCount } }',
  '{ certifications(filter: { specialities: ["abcd"] }) { totalCount } }',
  '{ certifications(filter: { occupations: ["Z9999"] }) { totalCount } }',
  '{ certifications(filter: { certifiers: ["12"] }) { totalCount } }',
  '{ certifications(filter: { registrationEndsWithinMonths: 0 }) { totalCount } }',
  `{ certifications(filter: { search: "${'mot '.repeat(60)}" }) { totalCount } }`,
  '{ certifications(orderBy: [{ field: PEER_PERCENTILE }, { field: PEER_PERCENTILE }]) { totalCount } }',
  '{ comparison(codes: ["RNCP35746"]) { __typename } }',
  '{ insertionStatistics(groupBy: [YEAR, YEAR]) { groupCount } }',
  '{ insertionStatistics(groupBy: [YEAR], first: -1) { groupCount } }',
  '{ insertionStatistics(groupBy: [YEAR], orderBy: { by: MEDIAN }) { groupCount } }',
  '{ node(id: "x") { id } }',
  '{ report(name: "cohort") { rows } }',
  '{ report(name: "cohorts", first: 9999) { rows } }',
  '{ report(name: "cohorts", parameters: [{ name: "colour", values: ["red"] }]) { rows } }',
];

describe('values that are refused', () => {
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

  test.each(WRONG)('are told in French and in English: %s', async (query) => {
    const english = await toldBy(await server.ask({ query }));
    const french = await toldBy(await server.ask({ query }, FRENCH));
    expect(french).toMatchObject({ codes: english.codes, language: 'fr', status: english.status });
    expect(english.codes[0]).toBe('BAD_USER_INPUT');
    const [message = ''] = french.messages;
    expect(message).toMatch(/[éàêèç’«]| : /);
    expect(message).not.toMatch(ENGLISH);
    expect(message).not.toBe(english.messages[0]);
  });

  test('are told to each reader of one persisted operation in their language', async () => {
    const list = (await (await fetch(`${server.url}/graphql/documents`)).json()) as readonly {
      readonly name: string;
      readonly documentId: string;
    }[];
    const id = list.find(({ name }) => name === 'CertificationCard')?.documentId;
    const address = `${server.url}/graphql?documentId=${id}&variables=${encodeURIComponent('{"code":"hello"}')}`;
    const tell = async (headers: Headers) => toldBy(await fetch(address, { headers }));
    for (let round = 0; round < 2; round++) {
      const [english, french] = await Promise.all([tell({}), tell(FRENCH)]);
      expect(english).toMatchObject({ status: 400, language: 'en' });
      expect(english.messages[0]).toContain('is not a register code');
      expect(french).toMatchObject({ status: 400, language: 'fr' });
      expect(french.messages[0]).toContain('n’est pas un numéro de fiche');
    }
  });

  test('leave a good answer as it is for all', async () => {
    const query = '{ dataStatus { publication { number } } }';
    const answers = await Promise.all([server.ask({ query }), server.ask({ query }, FRENCH)]);
    for (const { headers } of answers) expect(headers.get('content-language')).toBeNull();
    const [english, french] = await Promise.all(answers.map((each) => each.text()));
    expect(french).toBe(english);
  });
});

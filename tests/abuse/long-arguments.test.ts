import { type GraphQLNamedType, isEnumType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { operationsTrying } from '../support/argument-walk.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

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

/** An error repeats this much of what it was sent, at most, and may say as much itself. */
const MOST_BYTES = 1_500;

interface Told {
  readonly source: string;
  readonly status: number;
  readonly codes: readonly unknown[];
  readonly bytes: number;
}

async function told(query: string): Promise<Told> {
  const response = await server.ask({ query });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] };
  return {
    source: query.length > 300 ? `${query.slice(0, 200)} … ${query.slice(-100)}` : query,
    status: response.status,
    codes: errors.map(({ extensions }) => extensions?.code),
    bytes: Buffer.byteLength(text),
  };
}

/** Answers that are no refusal in order: of the caller's fault, in a few words. */
function faults(answers: readonly Told[]): readonly Told[] {
  const ofCaller = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX'];
  return answers.filter(
    ({ codes, bytes }) =>
      codes.some((code) => !ofCaller.includes(String(code))) || bytes > MOST_BYTES,
  );
}

const isText = (type: GraphQLNamedType) => !['Int', 'Float', 'Boolean'].includes(type.name);

const WORDS = Array.from({ length: 3_000 }, (_, index) => `mot${index}`).join(' ');

test('3,000 words are refused, or found nowhere, wherever a text is taken', async () => {
  const operations = operationsTrying(schema, (type, isList) =>
    !isText(type) || isEnumType(type) ? null : isList ? `["${WORDS}"]` : `"${WORDS}"`,
  );
  expect(operations.length).toBeGreaterThan(40);
  const answers: Told[] = [];
  for (const operation of operations) answers.push(await told(operation));
  expect(faults(answers)).toEqual([]);
  // Each list that searches refuses so many words.
  const searches = answers.filter(({ source }) => source.includes('search:'));
  expect(searches.length).toBeGreaterThan(3);
  for (const { source, codes } of searches) {
    expect([source, codes[0]]).toEqual([source, 'BAD_USER_INPUT']);
  }
}, 120_000);

test('9,000 values are answered or refused, wherever a list is taken', async () => {
  const values: Readonly<Record<string, (index: number) => string>> = {
    RegisterCode: (index) => `"RNCP${100 + (index % 30)}"`,
    Siren: () => '"111111118"',
    Int: (index) => String(1 + (index % 8)),
    String: (index) => `"${index % 100}"`,
    ID: (index) => `"${index}"`,
  };
  const operations = operationsTrying(schema, (type, isList) => {
    if (!isList) return null;
    const value = isEnumType(type) ? () => type.getValues()[0]?.name : values[type.name];
    return `[${Array.from({ length: 9_000 }, (_, index) => value?.(index)).join(',')}]`;
  });
  expect(operations.length).toBeGreaterThan(10);
  const answers: Told[] = [];
  for (const operation of operations) answers.push(await told(operation));
  expect(faults(answers)).toEqual([]);
  for (const { status } of answers) expect([200, 400]).toContain(status);
}, 120_000);

test('a page of two thousand millions of rows is refused with what is accepted', async () => {
  const operations = operationsTrying(schema, (type, isList, name) =>
    type.name === 'Int' && !isList && ['first', 'last'].includes(name) ? '2000000000' : null,
  );
  expect(operations.length).toBeGreaterThan(20);
  for (const operation of operations) {
    const { source, codes, bytes } = await told(operation);
    expect([source, codes[0] ?? 'BAD_USER_INPUT']).toEqual([source, 'BAD_USER_INPUT']);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  }
}, 120_000);

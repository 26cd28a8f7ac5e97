import { setTimeout } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DomainError, ERROR_CODES } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createDocuments } from '../../src/http/documents/documents.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { OperationMaker } from '../support/random-operations.ts';

/** Documents that are parsed and validated in all. */
const READ = inFull(1_500, 100_000);
/** Milliseconds that one of them may take, on any machine. */
const MOST_MS = 2_000;

/** Operations that are sent in all, some at the same time. */
const OPERATIONS = inFull(600, 40_000);
const AT_ONCE = 4;

/** What no answer takes, be the machine busy. */
const HANGS_AFTER_MS = 30_000;

/** Publications of the same certifications, of which every text ends with a mark. */
const MARKS = ['⟦one⟧', '⟦two⟧'];

const marked = (mark: string) =>
  QUESTION_REGISTER.map((fiche) => ({
    ...fiche,
    title: `${fiche.title} ${mark}`,
    certifiers: fiche.certifiers.map((each) => ({ ...each, name: `${each.name} ${mark}` })),
    blocks: fiche.blocks.map((each) => ({ ...each, title: `${each.title} ${mark}` })),
    partners: fiche.partners.map((each) => ({ ...each, name: `${each.name} ${mark}` })),
  }));

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, marked(MARKS[0] ?? ''));
  server = await serveQuestions(database, schema);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Names of fields, signs and words that a document may get wrong. */
const SPLICES = [
  ...['{', '}', '(', ')', '"', '"""', '$', '...', '@', '@include', '!', ':', '#', '\\', '[', '|'],
  ...['__typename', '__schema { types { name fields { name args { name } } } }', 'nope', 'null'],
  ...['fragment F0 on Query { ...F0 }', '... on Query', '@skip(if: true)', '\u0000', '\uFEFF', 'é'],
];

/** Numbers from 0 up to 1, of a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

/** A document with something cut out of it, doubled, or put into it. */
function spoiled(source: string, next: () => number): string {
  const at = Math.floor(next() * source.length);
  const end = at + Math.floor(next() * 12);
  const choice = next();
  if (choice < 0.3) return source.slice(0, at) + source.slice(end);
  if (choice < 0.5) return source.slice(0, end) + source.slice(at);
  return `${source.slice(0, at)} ${SPLICES[Math.floor(next() * SPLICES.length)]} ${source.slice(at)}`;
}

test(
  `${READ} documents, right and wrong, are read or refused, soon`,
  () => {
    const documents = createDocuments(schema);
    const makers = [0, 0.08].map((extremes) => new OperationMaker(schema, 7, { extremes }));
    const next = randomOf(7);
    const seen = { right: 0, wrong: 0, refused: 0 };
    for (let read = 0; read < READ; read++) {
      const { source } = (makers[read % 2] as OperationMaker).operation();
      const text = next() < 0.7 ? spoiled(source, next) : source;
      const started = performance.now();
      try {
        seen[documents.read(text).errors.length === 0 ? 'right' : 'wrong'] += 1;
      } catch (error) {
        const isRefusal = error instanceof DomainError || error instanceof GraphQLError;
        expect([text, isRefusal, error]).toEqual([text, true, error]);
        seen.refused += 1;
      }
      expect(performance.now() - started).toBeLessThan(MOST_MS);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(READ / 50);
  },
  inFull(120_000, 1_800_000),
);

/** What is wrong with an answer to an operation; null when nothing is. */
function fault(response: Response, text: string): string | null {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/graphql-response+json')) return `it is ${type}`;
  let body: { data?: unknown; errors?: unknown };
  try {
    body = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  const { data, errors } = body;
  if (data === undefined && errors === undefined) return 'it has neither data nor errors';
  if (errors !== undefined) {
    if (!Array.isArray(errors) || errors.length === 0) return 'its errors are no list of some';
    for (const { message, extensions } of errors) {
      if (typeof message !== 'string' || message === '') return 'an error has no message';
      if (!ERROR_CODES.includes(extensions?.code))
        return `an error has the code ${extensions?.code}`;
      if (extensions.code === 'INTERNAL_SERVER_ERROR') return 'it is a fault of the server';
    }
  }
  // GraphQL over HTTP: what was not executed has no data and is no success.
  if (response.status === 200 && data === undefined) return 'it is a success without data';
  if (response.status >= 400 && data !== undefined && data !== null) return 'it is no success';
  if (response.status >= 500 && response.status !== 503 && response.status !== 504) {
    return `it has the status ${response.status}`;
  }
  return MARKS.every((mark) => text.includes(mark)) ? 'it is of two publications' : null;
}

test(
  'random operations, right and wrong, are answered or refused in good order',
  async () => {
    const seen = { data: 0, errors: 0, refused: 0 };
    let sent = 0;
    const worker = async (seed: number) => {
      const makers = [
        new OperationMaker(schema, seed),
        new OperationMaker(schema, seed + 1_000, { extremes: 0.08 }),
      ];
      const next = randomOf(seed);
      for (; sent < OPERATIONS; sent++) {
        const { source, variables } = (makers[sent % 2] as OperationMaker).operation();
        const query = next() < 0.15 ? spoiled(source, next) : source;
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json',
          },
          body: JSON.stringify({ query, variables }),
          signal: AbortSignal.timeout(HANGS_AFTER_MS),
        });
        const text = await response.text();
        expect([query, variables, fault(response, text), text]).toEqual([
          query,
          variables,
          null,
          text,
        ]);
        if (response.status !== 200) seen.refused += 1;
        else if (text.includes('"errors":')) seen.errors += 1;
        else seen.data += 1;
      }
    };
    const working = Promise.all(Array.from({ length: AT_ONCE }, (_, index) => worker(index + 1)));
    let isWorking = true;
    const stop = () => {
      isWorking = false;
    };
    working.then(stop, stop);
    let published = 1;
    let alive = 0;
    while (isWorking) {
      const response = await fetch(`${server.url}/health/live`, {
        signal: AbortSignal.timeout(HANGS_AFTER_MS),
      });
      expect(response.status).toBe(200);
      await response.arrayBuffer();
      alive += 1;
      if (alive % 20 === 0) await publishFiches(database, marked(MARKS[published++ % 2] ?? ''));
      await setTimeout(20);
    }
    await working;
    expect(alive).toBeGreaterThan(5);
    expect(published).toBeGreaterThan(2);
    // None of the three is rare: else the operations would be no test of it.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(OPERATIONS / 20);
    expect(server.lines.filter(({ level }) => level === 50 || level === 60)).toEqual([]);
  },
  inFull(120_000, 3_600_000),
);

import { isDeepStrictEqual } from 'node:util';
import { type DocumentNode, type ExecutionResult, GraphQLError, print } from 'graphql';
import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { finish, type Run } from '../../src/domain/work.ts';
import { createExecutor } from '../../src/graphql/core/executor.ts';
import { answerOperation } from '../../src/graphql/core/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { SERVICES, storeOf, TODAY, type Variables } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { deferred } from '../support/deferred.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

const compiled = createExecutor(schema, { compiledAt: 1 });
const interpreted = createExecutor(schema, { compiledAt: Number.POSITIVE_INFINITY });

/** An embedded database with a small random register. */
export async function openRandomRegister(): Promise<Database> {
  const database = await openMigratedPglite();
  await publishRandom(database, registerOfSeed(2026));
  await note(database, newNote({ register: 'RNCP', years: [2020, null] }));
  await note(database, newBreak(2022, { indicator: 'GLOBAL_6_MONTHS' }));
  await storeOf(database).refresh();
  return database;
}

/** What an executor answers: data and extensions to the byte, errors as a set. */
async function answerOf(
  database: Database,
  executor: typeof compiled,
  document: DocumentNode,
  variables: Variables,
  run: Run = finish,
): Promise<{
  readonly data: string;
  readonly errors: readonly string[];
  readonly extensions: string | null;
}> {
  const parts = { executor, store: storeOf(database), database, services: SERVICES };
  const moment = { today: TODAY, run };
  // A publication that there is not is told before anything is executed.
  const result = await (async (): Promise<ExecutionResult> => {
    try {
      return (await answerOperation(parts, { document, variables }, moment)).result;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { errors: [new GraphQLError(error.message, { originalError: error })] };
    }
  })();
  const { data, extensions } = result;
  return {
    ...{ data: JSON.stringify(data), errors: errorsOf(result) },
    extensions: JSON.stringify(extensions) ?? null,
  };
}

function errorsOf({ errors = [] }: ExecutionResult): string[] {
  return errors
    .map(({ message, path, originalError }) =>
      JSON.stringify([codeOf(originalError), message, path ?? null]),
    )
    .sort();
}

function codeOf(error: Error | null | undefined): unknown {
  const cause = (error as { originalError?: Error } | null)?.originalError ?? error;
  return (cause as { code?: string } | null)?.code ?? null;
}

/**
 * Answers by both executors, which must be one and the same.
 *
 * Of several errors that end at one null, the first is told. What waited for the database is
 * remembered, which can make another one the first: the second time both answer from memory.
 */
export async function answerByBoth(
  database: Database,
  document: DocumentNode,
  variables: Variables,
) {
  const both = async () => ({
    expected: await answerOf(database, interpreted, document, variables),
    found: await answerOf(database, compiled, document, variables),
  });
  const answers = await both();
  await expectWhenDeferred(database, document, variables, answers.expected.data);
  return isDeepStrictEqual(answers.expected, answers.found) ? answers : both();
}

/**
 * Expects the same data of compiled code when no work is done at once. Of several errors that end at
 * one null, another may be told.
 */
async function expectWhenDeferred(
  database: Database,
  document: DocumentNode,
  variables: Variables,
  data: string,
): Promise<void> {
  const answer = await answerOf(database, compiled, document, variables, deferred);
  expect([print(document), variables, answer.data]).toEqual([print(document), variables, data]);
}

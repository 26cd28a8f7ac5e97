import { isDeepStrictEqual } from 'node:util';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Database } from '../../src/db/database.ts';
import { createExecutor } from '../../src/graphql/core/executor.ts';
import { answerOperation } from '../../src/graphql/core/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { SERVICES, storeOf, TODAY, type Variables } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

const compiled = createExecutor(schema, { compiledAt: 1 });
const interpreted = createExecutor(schema, { compiledAt: Number.POSITIVE_INFINITY });

/** An embedded database with a small random register. */
export async function openRandomRegister(): Promise<Database> {
  const database = await openMigratedPglite();
  await publishRandom(database, registerOfSeed(2026));
  await storeOf(database).refresh();
  return database;
}

/** What an executor answers: data to the byte, errors as a set. */
async function answerOf(
  database: Database,
  executor: typeof compiled,
  document: DocumentNode,
  variables: Variables,
): Promise<{ readonly data: string; readonly errors: readonly string[] }> {
  const parts = { executor, store: storeOf(database), database, services: SERVICES };
  const { result } = await answerOperation(parts, { document, variables }, { today: TODAY });
  return { data: JSON.stringify(result.data), errors: errorsOf(result) };
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
  return isDeepStrictEqual(answers.expected, answers.found) ? answers : both();
}

import { type ExecutionResult, graphql } from 'graphql';
import type { Kysely } from 'kysely';
import type { Database, StatementListener } from '../../src/db/database.ts';
import { enterPublication } from '../../src/db/register-schema.ts';
import type { DB } from '../../src/db/tables.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { defaultServices, openRequest, type RequestServices } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';

/** The day of the tests, in Paris. */
export const TODAY = parsePlainDate('2026-11-24');

export type Variables = Readonly<Record<string, unknown>>;

/** Sends a document to the schema, as the server does. */
export async function send(
  database: Database,
  source: string,
  variableValues: Variables = {},
  services: RequestServices = defaultServices(),
): Promise<ExecutionResult> {
  await using request = await openRequest(database, TODAY, services);
  const { context: contextValue } = request;
  return await graphql({ schema, source, contextValue, variableValues });
}

/** The data that a document answers; an answer with errors is a failure. */
export async function ask<Data>(
  database: Database,
  source: string,
  variables: Variables = {},
  services?: RequestServices,
): Promise<Data> {
  const { data, errors } = await send(database, source, variables, services);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
  // Objects of graphql have no prototype, which `toEqual` would not mind and `toStrictEqual` would.
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** Name and message of what lies behind the first error of an answer. */
export async function refusal(
  database: Database,
  source: string,
  variables: Variables = {},
  services?: RequestServices,
) {
  const { errors = [] } = await send(database, source, variables, services);
  let cause: Error | undefined = errors[0];
  while (cause && 'originalError' in cause && cause.originalError) {
    cause = cause.originalError as Error;
  }
  return cause ? { name: cause.name, message: cause.message } : null;
}

/** Reads what is served with functions of src/db, as a request does. */
export async function readServed<Result>(
  database: Database,
  read: (db: Kysely<DB>) => Promise<Result>,
): Promise<Result> {
  await using reading = await database.startReading();
  await enterPublication(reading.db);
  return await read(reading.db);
}

/** The statements that a database is sent. */
export class StatementLog {
  readonly #sent: string[] = [];
  readonly #awaited = new Map<string, () => void>();
  readonly listen: StatementListener = ({ query }) => {
    this.#sent.push(query.sql);
    for (const [part, tell] of this.#awaited) if (query.sql.includes(part)) tell();
  };

  /** Waits for the next statement that has a part. */
  next(part: string): Promise<void> {
    return new Promise((resolve) => this.#awaited.set(part, resolve));
  }

  /** Those that are sent while something is done. */
  async during(action: () => Promise<unknown>): Promise<readonly string[]> {
    const before = this.#sent.length;
    await action();
    return this.#sent.slice(before);
  }
}

import { type ExecutionResult, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { Kysely } from 'kysely';
import type { Database, StatementListener } from '../../src/db/database.ts';
import { enterPublication } from '../../src/db/entered-publication.ts';
import type { DB } from '../../src/db/tables.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { Services } from '../../src/graphql/core/context.ts';
import { createExecutor } from '../../src/graphql/core/executor.ts';
import { answerOperation } from '../../src/graphql/core/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { deferred } from './deferred.ts';

/** The day of the tests, in Paris. */
export const TODAY = parsePlainDate('2026-11-24');

export type Variables = Readonly<Record<string, unknown>>;

/** What operations share when a test says nothing else. */
export const SERVICES: Services = {
  maxGroups: 10_000,
  maxCost: 2_000,
  isDatabaseReachable: () => true,
  refreshStatus: () => null,
  requestLimits: [],
  surveys: null,
};

const stores = new WeakMap<Database, SnapshotStore>();

/** The snapshots of a database, one for each. */
export function storeOf(database: Database): SnapshotStore {
  const store = stores.get(database) ?? new SnapshotStore(database);
  stores.set(database, store);
  return store;
}

/** Loads of snapshots under way: what they send is not of the operation that follows. */
let loading = 0;

/** The snapshots of a database, the newest of them that of what is served. */
async function refreshed(database: Database): Promise<SnapshotStore> {
  const store = storeOf(database);
  loading += 1;
  try {
    await store.refresh();
  } finally {
    loading -= 1;
  }
  return store;
}

/** Compiles an operation at once, as the server does with those that come again. */
const executor = createExecutor(schema, { compiledAt: 1 });

/**
 * Sends a document to the schema, as the server does, and is answered from what is served. No work is
 * done at once, as on a busy server.
 */
export async function send(
  database: Database,
  source: string,
  variables: Variables = {},
  services: Services = SERVICES,
): Promise<ExecutionResult> {
  const document = parse(source);
  const errors = validate(schema, document, specifiedRules);
  if (errors.length > 0) return { errors };
  const store = await refreshed(database);
  const parts = { executor, store, database, services };
  try {
    const { result } = await answerOperation(
      parts,
      { document, variables },
      { today: TODAY, run: deferred },
    );
    return result;
  } catch (error) {
    // What a door answers with an error that has no path: there is no such publication.
    if (!(error instanceof DomainError)) throw error;
    return { errors: [new GraphQLError(error.message, { originalError: error })] };
  }
}

/** The data that a document answers; an answer with errors is a failure. */
export async function ask<Data>(
  database: Database,
  source: string,
  variables: Variables = {},
  services?: Services,
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
  services?: Services,
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

/** The statements that a database is sent, but for those that load a snapshot. */
export class StatementLog {
  readonly #sent: string[] = [];
  readonly #awaited = new Map<string, () => void>();
  readonly listen: StatementListener = ({ query }) => {
    if (loading > 0) return;
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

import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailableError } from '../domain/errors.ts';
import type { ReadDatabase, StatementListener } from './database.ts';
import { labelOf, type ReadOptions } from './engines/postgres-reads.ts';
import { openReplica } from './engines/replica.ts';
import { enterPublication } from './entered-publication.ts';
import { pendingMigrations } from './migrations.ts';
import { lacksDocuments } from './search-index/search-documents.ts';

/** How long a server that starts waits for its replica, in milliseconds. */
const WAIT_MS = 60_000;

/** Milliseconds between two looks at it, and after which one counts as not answered. */
const LOOK_MS = 1_000;
const SILENCE_MS = 10_000;

/** The replica cannot be read, or not yet; a paragraph that says why and what to do. */
export class ReplicaError extends Error {
  override readonly name = 'ReplicaError';
}

export interface ReplicaOptions {
  readonly onStatement?: StatementListener;
  /** Told what is waited for, each time that it is something else. */
  readonly report: (sentence: string) => void;
  /** Ends the wait. */
  readonly stop: AbortSignal;
  readonly waitMs?: number;
}

/** The settings of that name. */
interface ReplicaSettings {
  readonly databaseReplicaUrl: string | null;
  readonly maxConcurrentQueries: number;
}

/**
 * Opens the replica that the settings name, once it has all migrations and a publication that can be
 * searched: what was written to the database a moment ago may be on its way to it. Null where they
 * name none, and when it is told to stop.
 *
 * - Throws `ReplicaError` when it has waited for a minute.
 */
export async function openReadyReplica(
  settings: ReplicaSettings,
  { onStatement, report, stop, waitMs = WAIT_MS }: ReplicaOptions,
): Promise<ReadDatabase | null> {
  const { databaseReplicaUrl: url, maxConcurrentQueries: readings } = settings;
  if (url === null) return null;
  const last = performance.now() + waitMs;
  for (let said = ''; !stop.aborted; ) {
    const found = await openIfReady(url, { onStatement, readings });
    if (typeof found !== 'string') return found;
    if (performance.now() >= last) throw notReady(url, found, waitMs);
    if (found !== said) report(`Waiting for the replica, ${labelOf(url)}: ${found} …`);
    said = found;
    await setTimeout(LOOK_MS, undefined, { signal: stop }).catch(() => {});
  }
  return null;
}

/** The replica, or why it cannot be read yet. */
async function openIfReady(url: string, options: ReadOptions): Promise<ReadDatabase | string> {
  let database: ReadDatabase | null = null;
  let reason: string | null;
  try {
    database = await openReplica(url, options);
    const silence = setTimeout(SILENCE_MS, 'it does not answer', { ref: false });
    reason = await Promise.race([lackingOf(database), silence]);
    if (reason === null) return database;
  } catch (error) {
    reason = `it does not answer (${reasonOf(error)})`;
  }
  await database?.[Symbol.asyncDispose]();
  return reason;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof DatabaseUnavailableError ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}

async function lackingOf(database: ReadDatabase): Promise<string | null> {
  const pending = await pendingMigrations(database);
  if (pending.length > 0) {
    return `it lacks ${pending.length} migrations, the last of them ${pending.at(-1)}`;
  }
  if (!(await database.servedPublication())) return 'it has no publication yet';
  await using reading = await database.startReading();
  const { id } = await enterPublication(reading.db);
  return (await lacksDocuments(reading.db, id)) ? `it lacks the search of publication ${id}` : null;
}

function notReady(url: string, lacks: string, waitMs: number): ReplicaError {
  return new ReplicaError(
    `the replica, ${labelOf(url)}, could not be read within ${waitMs / 1000} s: ${lacks}. Mend the replication or DATABASE_REPLICA_URL, or leave it empty to read from DATABASE_URL`,
  );
}

/**
 * Opens the replica that the settings name, as it is; null where they name none.
 *
 * - Throws `ReplicaError` when it does not answer.
 */
export async function openReplicaAsItIs(settings: ReplicaSettings): Promise<ReadDatabase | null> {
  const { databaseReplicaUrl: url, maxConcurrentQueries: readings } = settings;
  if (url === null) return null;
  try {
    return await openReplica(url, { readings });
  } catch (error) {
    throw new ReplicaError(
      `the replica, ${labelOf(url)}, does not answer (${reasonOf(error)}): start it or mend DATABASE_REPLICA_URL`,
    );
  }
}

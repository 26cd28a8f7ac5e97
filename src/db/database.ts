import type { Kysely, KyselyPlugin, LogEvent } from 'kysely';
import type { ServedPublication } from './publications.ts';
import type { Reachability } from './reachability.ts';
import type { DB } from './tables.ts';

/** Called with each statement that was sent, for logs, metrics and tests that count them. */
export type StatementListener = (event: LogEvent) => void;

/**
 * What answers are read from: one of the two engines, or a replica of a PostgreSQL server. Nothing
 * else opens a connection for a request.
 */
export interface ReadDatabase extends AsyncDisposable {
  readonly engine: 'postgres' | 'pglite';
  /** What to call the database in messages and logs; never holds a password. */
  readonly label: string;
  /** Whether it follows another database, which is the one that is written to. */
  readonly isReplica: boolean;
  /**
   * Starts a read-only transaction that sees one moment of the database, until disposed of. When
   * the signal is given, the statement that runs is cancelled (on PostgreSQL; the embedded database
   * cannot be interrupted and ends it), and every further one is refused with the signal's reason.
   *
   * - Throws `DatabaseUnavailableError`, as statements do, when the database cannot be reached; with a
   *   signal, the embedded one also while a session, or a reading without one, holds it for long.
   */
  startReading(signal?: AbortSignal): Promise<Reading>;
  /**
   * The publication that is served now; undefined without one. It is asked beside the readings and
   * does not wait for them (on the embedded database, which has one connection, it waits its turn
   * the first time and after each session, and is known in between; while a session writes it is what
   * was served before).
   */
  servedPublication(): Promise<ServedPublication | undefined>;
  /**
   * Calls a listener when something may have been published, until disposed of; at most some seconds
   * are lost while a connection is made again. On the embedded database: after each session, for
   * nobody else can publish. Never, where nobody can listen: behind a pooler.
   */
  onPublish(listener: () => void): AsyncDisposable;
  /** Whether the database answers; the embedded one always does. */
  readonly reachability: Reachability;
  /** The connections that readings are given; null on the embedded database. */
  connections(): ConnectionCounts | null;
}

/** What a database is called in logs, and to strangers, who are not told where it is. */
export function calledInLogs({ isReplica }: Pick<ReadDatabase, 'isReplica'>): string {
  return isReplica ? 'the replica of the database' : 'the database';
}

/** A database that is written to as well: by administration and imports, each in a session. */
export interface Database extends ReadDatabase {
  /** One connection of its own, until disposed of. */
  session(): Promise<Session>;
}

/** Connections of a pool. */
export interface ConnectionCounts {
  readonly total: number;
  /** Of these, lent to nobody. */
  readonly idle: number;
  /** Readings that wait for one. */
  readonly waiting: number;
}

/** A read-only transaction. */
export interface Reading extends AsyncDisposable {
  readonly db: Kysely<DB>;
}

/** A connection that writes. */
export interface Session extends AsyncDisposable {
  readonly db: Kysely<DB>;
  /** One more connection, to share work with; null on an engine that has only one. */
  beside(): Promise<Session | null>;
  /** Appends rows, given in the text format of COPY, to a table of the search path. */
  copyRows(
    table: string,
    columns: readonly string[],
    lines: readonly string[] | Uint8Array<ArrayBuffer>,
  ): Promise<void>;
  /**
   * Holds some disk space back until it is released, so that what was written can be removed where it
   * filled the disk: that takes space itself.
   *
   * - Throws what the engine says when there is not so much.
   */
  reserveSpace(): Promise<SpaceReserve>;
}

/** Disk space that is held back. Releasing it a second time does nothing. */
export interface SpaceReserve {
  release(): Promise<void>;
}

/** COPY statement of a table: the same for both engines but for where the rows come from. */
export function copyStatement(table: string, columns: readonly string[], from: string): string {
  const list = columns.map((column) => `"${column}"`).join(', ');
  return `copy "${table}" (${list}) from ${from}`;
}

/** Kysely plugin that refuses statements once a signal was given, with its reason. */
export function refusingAfter(signal: AbortSignal): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      signal.throwIfAborted();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

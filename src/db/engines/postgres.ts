import { finished } from 'node:stream/promises';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyStatement, type Database, type Session, type StatementListener } from '../database.ts';
import { currentPublication, type PublicationRecord } from '../publications.ts';
import type { DB } from '../tables.ts';
import { readerOf } from './postgres-reading.ts';
import { listenOnPostgres } from './publication-listener.ts';

const INT8 = 20;
const DATE = 1082;

/** Milliseconds after which a short statement, or a new connection, counts as not answered. */
const SHORT_TIMEOUT_MS = 5_000;

/** Types as the domain has them: a day stays text, a count is a number. Per pool, never global. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Readings at once, each over a connection of its own, where nothing else is said. */
const READINGS = 10;

/**
 * Opens a pool on a PostgreSQL server, version 15 to 18, for so many readings at once. Nothing is
 * connected yet: the first use reports a server that cannot be reached.
 */
export function openPostgres(
  url: string,
  onStatement?: StatementListener,
  readings: number = READINGS,
): Database {
  // Statements that are asked at the same time go out together, without waiting for each other.
  const pool = openPool(url, { max: readings, pipeline: true });
  const read = readerOf((client) => openKysely(client, onStatement));
  // Cancelling must not wait for a connection that the statements to cancel hold, nor must the look
  // at what is served: answers that are in memory wait for nothing else.
  const control = openPool(url, {
    ...{ max: 2, query_timeout: SHORT_TIMEOUT_MS, connectionTimeoutMillis: SHORT_TIMEOUT_MS },
  });
  // Prepared once for each connection: it is asked for every answer that is in memory.
  const served = {
    name: 'served-publication',
    text: currentPublication(openKysely(control)).compile().sql,
  };
  const { hostname, port, pathname } = new URL(url);
  return {
    engine: 'postgres',
    label: `PostgreSQL at ${hostname || 'localhost'}${port && `:${port}`}${pathname}`,
    startReading: async (signal) => read(await pool.connect(), control, signal),
    session: () => openSession(url, onStatement),
    servedPublication: async () => (await control.query<PublicationRecord>(served)).rows[0],
    onPublish: (listener) => listenOnPostgres(url, listener),
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await control.end();
    },
  };
}

function openPool(url: string, settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    application_name: 'debouches',
    ...settings,
  });
  // An idle connection that the server drops must not end the process; the next use reconnects.
  pool.on('error', () => {});
  return pool;
}

function openKysely(pool: PostgresPool, onStatement?: StatementListener): Kysely<DB> {
  const dialect = new PostgresDialect({ pool });
  return new Kysely<DB>(onStatement ? { dialect, log: onStatement } : { dialect });
}

/** A pool of one connection that stays open: its locks and search path last. */
async function openSession(url: string, onStatement?: StatementListener): Promise<Session> {
  const pool = openPool(url, { max: 1, idleTimeoutMillis: 0 });
  const db = openKysely(pool, onStatement);
  return {
    db,
    beside: () => openSession(url, onStatement),
    copyRows: async (table, columns, lines) => {
      const client = await pool.connect();
      try {
        const stream = client.query(copyFrom(copyStatement(table, columns, 'stdin')));
        stream.end(lines.join(''));
        await finished(stream);
      } finally {
        client.release();
      }
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

import { finished } from 'node:stream/promises';
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { TimeoutError } from '../../domain/errors.ts';
import {
  copyStatement,
  type Database,
  type Session,
  type SpaceReserve,
  type StatementListener,
} from '../database.ts';
import { currentPublication, type ServedPublication } from '../publications.ts';
import { Reachability } from '../reachability.ts';
import type { DB } from '../tables.ts';
import { connectionSettings } from './connection-settings.ts';
import { dropConnection, readerOf } from './postgres-reading.ts';
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
  const open = new Set<pg.ClientBase>();
  // Those who wait for a connection.
  const waiting = new Set<() => void>();
  const dropAll = () => {
    open.forEach(dropConnection);
    for (const giveUp of waiting) giveUp();
  };
  const openPool = poolOpener(url, open);
  // A statement on a silent server waits for ever, and so does whoever waits for it.
  const reachability = new Reachability(dropAll);
  // Statements that are asked at the same time go out together, without waiting for each other.
  const pool = openPool({ max: readings, pipeline: true });
  const read = readerOf((client) => openKysely(client, onStatement), reachability);
  // Cancelling must not wait for a connection that the statements to cancel hold, nor must the look
  // at what is served: answers that are in memory wait for nothing else.
  const control = openPool({
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
    startReading: async (signal) => {
      const client = await connect(pool, { reachability, waiting, signal });
      return read(client, control, signal);
    },
    session: () => openSession(openPool, onStatement),
    servedPublication: async () => {
      try {
        const { rows } = await control.query<ServedPublication>(served);
        reachability.answered();
        return rows[0];
      } catch (error) {
        throw reachability.failed(error);
      }
    },
    onPublish: (listener) => listenOnPostgres(url, listener),
    reachability,
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    [Symbol.asyncDispose]: async () => {
      const dropping = setTimeout(dropAll, SHORT_TIMEOUT_MS);
      await Promise.all([pool.end(), control.end()]);
      clearTimeout(dropping);
    },
  };
}

/**
 * A connection of a pool.
 *
 * - Throws `DatabaseUnavailableError`, and the signal's reason when it is given while all
 *   connections are lent.
 */
async function connect(
  pool: pg.Pool,
  {
    reachability,
    waiting,
    signal,
  }: {
    readonly reachability: Reachability;
    readonly waiting: Set<() => void>;
    readonly signal: AbortSignal | undefined;
  },
): Promise<pg.PoolClient> {
  signal?.throwIfAborted();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const isLentOut = pool.idleCount === 0 && pool.totalCount >= pool.options.max;
  const giveUp = () => reject(new Error('timeout exceeded'));
  const abort = () => {
    if (isLentOut || !(signal?.reason instanceof TimeoutError)) reject(signal?.reason);
    else giveUp();
  };
  signal?.addEventListener('abort', abort);
  waiting.add(giveUp);
  const connecting = pool.connect();
  try {
    return await Promise.race([connecting, ended]);
  } catch (error) {
    // Nobody waits for it any longer.
    connecting.then((client) => client.release()).catch(() => {});
    throw reachability.failed(error);
  } finally {
    waiting.delete(giveUp);
    signal?.removeEventListener('abort', abort);
  }
}

/** A connection that has to be made within a time, unlike one that is waited for until it is free. */
class Client extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ connectionTimeoutMillis: SHORT_TIMEOUT_MS, ...config });
  }
}

type OpenPool = (settings: pg.PoolConfig) => pg.Pool;

/** Makes what opens pools, whose connections are in `open` while they are. */
function poolOpener(url: string, open: Set<pg.ClientBase>): OpenPool {
  return (settings) => {
    const pool = new pg.Pool({ ...connectionSettings(url), types, Client, ...settings });
    // An idle connection that the server drops must not end the process; the next use reconnects.
    pool.on('error', () => {});
    pool.on('connect', (client) => {
      open.add(client);
      // One that is lent and breaks fails what it was asked; without a listener it would end the process.
      client.on('error', () => {});
      client.once('end', () => open.delete(client));
    });
    return pool;
  };
}

function openKysely(pool: PostgresPool, onStatement?: StatementListener): Kysely<DB> {
  const dialect = new PostgresDialect({ pool });
  return new Kysely<DB>(onStatement ? { dialect, log: onStatement } : { dialect });
}

/** A pool of one connection that stays open: its locks and search path last. */
async function openSession(openPool: OpenPool, onStatement?: StatementListener): Promise<Session> {
  const pool = openPool({ max: 1, idleTimeoutMillis: 0 });
  const db = openKysely(pool, onStatement);
  return {
    db,
    beside: () => openSession(openPool, onStatement),
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
    reserveSpace: () => reserveSpace(db),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** Pages of 8 KiB that are held back: more than a segment of the log, which a restart may need. */
const RESERVED_PAGES = 3_000;

/**
 * Holds disk space back as a temporary table: the server removes it with the connection, and when it
 * crashes because the log found no space, before it starts again.
 */
async function reserveSpace(db: Kysely<DB>): Promise<SpaceReserve> {
  const reserve = sql.table('pg_temp.import_reserve');
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`create temp table import_reserve (page text)`.execute(transaction);
      // A page each, and not compressed.
      await sql`alter table ${reserve} alter column page set storage plain`.execute(transaction);
      await sql`insert into ${reserve} select repeat('x', 8000) from generate_series(1, ${sql.lit(RESERVED_PAGES)})`.execute(
        transaction,
      );
    });
  } catch (error) {
    // This user may make no temporary tables.
    if (error instanceof pg.DatabaseError && error.code === '42501')
      return { release: async () => {} };
    throw error;
  }
  return {
    release: async () => {
      await sql`drop table if exists ${reserve}`.execute(db);
    },
  };
}

import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { TimeoutError } from '../../domain/errors.ts';
import type { StatementListener } from '../database.ts';
import type { Reachability } from '../reachability.ts';
import type { DB } from '../tables.ts';
import { dropConnection } from './postgres-reading.ts';

const INT8 = 20;
const DATE = 1082;

/** Milliseconds after which a short statement, or a new connection, counts as not answered. */
export const SHORT_TIMEOUT_MS = 5_000;

/** Types as the domain has them: a day stays text, a count is a number. Per pool, never global. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A connection that has to be made within a time, unlike one that is waited for until it is free. */
class Client extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ connectionTimeoutMillis: SHORT_TIMEOUT_MS, ...config });
  }
}

export type OpenPool = (settings: pg.PoolConfig) => pg.Pool;

/** The pools of one server, and what drops all their connections. */
export interface Pools {
  readonly open: OpenPool;
  readonly dropAll: () => void;
}

/** Makes what opens pools, each connection with these settings. */
export function createPools(settings: pg.ClientConfig): Pools {
  const connections = new Set<pg.ClientBase>();
  return {
    open: (ofPool) => {
      const pool = new pg.Pool({ ...settings, types, Client, ...ofPool });
      // An idle connection that the server drops must not end the process; the next use reconnects.
      pool.on('error', () => {});
      pool.on('connect', (client) => {
        connections.add(client);
        // One that is lent and breaks fails what it was asked; without a listener it would end the process.
        client.on('error', () => {});
        client.once('end', () => connections.delete(client));
      });
      return pool;
    },
    dropAll: () => connections.forEach(dropConnection),
  };
}

/**
 * A connection of a pool.
 *
 * - Throws `DatabaseUnavailableError`, and the signal's reason when it is given while all
 *   connections are lent.
 */
export async function connect(
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

/** Makes what sends the statements of Kysely over the connections of a pool. */
export function openKysely(pool: PostgresPool, onStatement?: StatementListener): Kysely<DB> {
  const dialect = new PostgresDialect({ pool });
  return new Kysely<DB>(onStatement ? { dialect, log: onStatement } : { dialect });
}

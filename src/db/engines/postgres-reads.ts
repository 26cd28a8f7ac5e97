import type pg from 'pg';
import type { ReadDatabase, StatementListener } from '../database.ts';
import { currentPublication, type ServedPublication } from '../publications.ts';
import { Reachability } from '../reachability.ts';
import { connectionSettings, localSettings, type Route } from './connection-settings.ts';
import {
  connect,
  createPools,
  type OpenPool,
  openKysely,
  SHORT_TIMEOUT_MS,
} from './postgres-pool.ts';
import { readerOf } from './postgres-reading.ts';
import { listenOnPostgres } from './publication-listener.ts';

/** Readings at once, each over a connection of its own, where nothing else is said. */
const READINGS = 10;

export interface ReadOptions {
  readonly onStatement?: StatementListener | undefined;
  /** Readings at once, each over a connection of its own. */
  readonly readings?: number | undefined;
}

/** What is read from a PostgreSQL server, and more connections to it. */
export interface PostgresReads {
  readonly database: ReadDatabase;
  readonly openPool: OpenPool;
}

/** Opens what answers are read from on a PostgreSQL server. Nothing is connected yet. */
export function openPostgresReads(
  url: string,
  route: Route,
  { onStatement, readings = READINGS }: ReadOptions,
): PostgresReads {
  // Those who wait for a connection.
  const waiting = new Set<() => void>();
  const pools = createPools(connectionSettings(url, route));
  const dropAll = () => {
    pools.dropAll();
    for (const giveUp of waiting) giveUp();
  };
  // A statement on a silent server waits for ever, and so does whoever waits for it.
  const reachability = new Reachability(dropAll);
  // Statements that are asked at the same time go out together, without waiting for each other.
  const pool = pools.open({ max: readings, pipeline: true });
  const read = readerOf((client) => openKysely(client, onStatement), { reachability, route });
  // Cancelling must not wait for a connection that the statements to cancel hold, nor must the look
  // at what is served: answers that are in memory wait for nothing else.
  const control = pools.open({
    ...{ max: 2, query_timeout: SHORT_TIMEOUT_MS, connectionTimeoutMillis: SHORT_TIMEOUT_MS },
  });
  const lookUpServed = servedLookUp(control, route);
  const database: ReadDatabase = {
    engine: 'postgres',
    label: labelOf(url),
    isReplica: false,
    startReading: async (signal) => {
      const client = await connect(pool, { reachability, waiting, signal });
      return read(client, control, signal);
    },
    servedPublication: async () => {
      try {
        const served = await lookUpServed();
        reachability.answered();
        return served;
      } catch (error) {
        throw reachability.failed(error);
      }
    },
    // A pooler hands a notification to nobody in particular: what is served is looked up by time.
    onPublish: (listener) =>
      route === 'POOLED'
        ? { [Symbol.asyncDispose]: async () => {} }
        : listenOnPostgres(url, listener),
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
  return { database, openPool: pools.open };
}

function servedLookUp(control: pg.Pool, route: Route) {
  const text = currentPublication(openKysely(control)).compile().sql;
  if (route === 'DIRECT') {
    // Prepared once for each connection: it is asked for every answer that is in memory.
    const prepared = { name: 'served-publication', text };
    return async () => (await control.query<ServedPublication>(prepared)).rows[0];
  }
  // Sent together, statements are one transaction, which fails as a whole.
  const together = [...localSettings(), text].join('; ');
  return async () => {
    const results: unknown = await control.query(together);
    return (results as pg.QueryResult<ServedPublication>[]).at(-1)?.rows[0];
  };
}

/** What to call the server of an address; without its password. */
export function labelOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL at ${hostname || 'localhost'}${port && `:${port}`}${pathname}`;
}

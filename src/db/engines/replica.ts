import pg from 'pg';
import type { ReadDatabase } from '../database.ts';
import type { Route } from './connection-settings.ts';
import { SHORT_TIMEOUT_MS } from './postgres-pool.ts';
import { processIdOf } from './postgres-reading.ts';
import { openPostgresReads, type ReadOptions } from './postgres-reads.ts';

/**
 * Opens a replica of a PostgreSQL server, or the server itself, for reading alone, whether or not
 * there is a pooler in between.
 *
 * - Throws what the driver throws when it cannot be reached.
 */
export async function openReplica(url: string, options: ReadOptions = {}): Promise<ReadDatabase> {
  const { database } = openPostgresReads(url, await routeTo(url), options);
  return {
    ...database,
    ...{ isReplica: true, label: `${database.label} (replica)` },
  };
}

/**
 * How a server is reached: a pooler gives each connection the number of a process that is not the one
 * of the server which answers.
 */
async function routeTo(url: string): Promise<Route> {
  const client = new pg.Client({
    ...{ connectionString: url, application_name: 'debouches' },
    ...{ connectionTimeoutMillis: SHORT_TIMEOUT_MS, query_timeout: SHORT_TIMEOUT_MS },
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return rows[0]?.pid === processIdOf(client) ? 'DIRECT' : 'POOLED';
  } finally {
    await client.end().catch(() => {});
  }
}

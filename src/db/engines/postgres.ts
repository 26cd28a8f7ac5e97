import { finished } from 'node:stream/promises';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  copyStatement,
  type Database,
  type Session,
  type SpaceReserve,
  type StatementListener,
} from '../database.ts';
import type { DB } from '../tables.ts';
import { type OpenPool, openKysely } from './postgres-pool.ts';
import { openPostgresReads } from './postgres-reads.ts';

/**
 * Opens a pool on a PostgreSQL server, version 15 to 18, for so many readings at once. Nothing is
 * connected yet: the first use reports a server that cannot be reached.
 */
export function openPostgres(
  url: string,
  onStatement?: StatementListener,
  readings?: number,
): Database {
  const { database, openPool } = openPostgresReads(url, 'DIRECT', { onStatement, readings });
  return { ...database, session: () => openSession(openPool, onStatement) };
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
        stream.end(lines instanceof Uint8Array ? lines : lines.join(''));
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

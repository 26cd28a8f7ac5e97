import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { takeImportLock } from './load/import-lock.ts';

/** Any number that no other program on the server uses for its advisory locks. */
const LOCK = 7_301_948;

/** Milliseconds between two attempts to take the lock, and until the last one. */
const LOCK_RETRY_MS = 250;
const LOCK_TIMEOUT_MS = 5_000;

/**
 * Takes the lock of the one process that refreshes a database, until disposed of or until the process
 * ends; null when another holds it. Tries for a few seconds: PostgreSQL takes that long to notice
 * that the client of a refresh was killed. The embedded database is of one process anyway.
 */
export async function takeRefreshLock(
  database: Database,
  timeoutMs: number = LOCK_TIMEOUT_MS,
): Promise<AsyncDisposable | null> {
  if (database.engine === 'pglite') return { [Symbol.asyncDispose]: async () => {} };
  const session = await database.session();
  try {
    for (let waited = 0; waited < timeoutMs; waited += LOCK_RETRY_MS) {
      if (waited > 0) await setTimeout(LOCK_RETRY_MS);
      const { rows } = await sql<{ taken: boolean }>`
        select pg_try_advisory_lock(${LOCK}) as taken`.execute(session.db);
      if (rows[0]?.taken) return session;
    }
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
  await session[Symbol.asyncDispose]();
  return null;
}

/** Whether an import is running. The embedded database is held while one is, by this process. */
export async function isImporting(database: Database): Promise<boolean> {
  if (database.engine === 'pglite') return false;
  await using session = await database.session();
  return !(await takeImportLock(session.db, 1));
}

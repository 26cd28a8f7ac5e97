import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Any number that no other program on the server uses for its advisory locks. */
const LOCK = 7_301_946;

/** What the locks are of. */
const IMPORT = 0;
const SEARCH = 3;

/** Milliseconds between two attempts to take the import lock, and until the last one. */
const LOCK_RETRY_MS = 250;
const LOCK_TIMEOUT_MS = 5000;

/**
 * Takes the import lock until the session ends; false when another import holds it. Tries for a few
 * seconds: PostgreSQL takes that long to notice that the client of an import was killed.
 */
export async function takeImportLock(
  db: Kysely<DB>,
  timeoutMs: number = LOCK_TIMEOUT_MS,
): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += LOCK_RETRY_MS) {
    if (waited > 0) await setTimeout(LOCK_RETRY_MS);
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${LOCK}::int, ${IMPORT}::int) as taken`.execute(db);
    if (rows[0]?.taken) return true;
  }
  return false;
}

/** Waits for the lock of the one that completes the search, which ends with the session. */
export async function takeSearchLock(db: Kysely<DB>): Promise<void> {
  await sql`select pg_advisory_lock(${LOCK}::int, ${SEARCH}::int)`.execute(db);
}

/**
 * Lets the commits of a load go before the disk has them: what is loaded is not served, and
 * `publish` waits for the disk for all of it.
 */
export async function relaxDurability(db: Kysely<DB>): Promise<void> {
  await sql`set synchronous_commit = off`.execute(db);
}

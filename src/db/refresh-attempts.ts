import { type Kysely, sql } from 'kysely';
import {
  isRefreshFailure,
  type RefreshAttempt,
  type RefreshOutcome,
  type RefreshStatus,
  statusAfter,
} from '../domain/refresh-status.ts';
import type { Database } from './database.ts';
import type { DB } from './tables.ts';

/** Attempts that are kept. */
const KEPT = 100;

/** The last attempt that was recorded: its number, the machine that made it, and the status after it. */
export interface RecordedAttempt {
  readonly id: number;
  readonly host: string;
  readonly status: RefreshStatus;
}

/** The attempt that was recorded last; null without one. */
export async function lastAttempt(db: Kysely<DB>): Promise<RecordedAttempt | null> {
  const row = await db
    .selectFrom('refresh_attempt')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const outcome = row.outcome as RefreshOutcome;
  // A newer version of this program may know of more.
  const known = row.failure !== null && isRefreshFailure(row.failure) ? row.failure : 'UNEXPECTED';
  return {
    id: row.id,
    host: row.host,
    status: {
      outcome,
      lastAttemptAt: row.ended_at,
      lastSuccessAt: row.last_success_at,
      failure: outcome === 'FAILED' ? known : null,
      detail: row.detail,
      nextAttemptAt: row.next_attempt_at,
      failuresInARow: row.failures_in_a_row,
    },
  };
}

/** When an attempt was made, and by which machine. */
export interface AttemptOrigin {
  readonly endedAt: Date;
  readonly nextAttemptAt: Date | null;
  readonly host: string;
}

/**
 * Records an attempt after those of all processes, and forgets the oldest ones. Nothing else of the
 * database is touched.
 *
 * - Throws what the database says, on a standby for example.
 */
export async function recordAttempt(
  database: Database,
  attempt: RefreshAttempt,
  { host, ...moment }: AttemptOrigin,
): Promise<void> {
  await using session = await database.session();
  await session.db.transaction().execute(async (db) => {
    // Two processes do not count from the same row; whoever reads does not wait.
    await sql`lock table refresh_attempt in share row exclusive mode`.execute(db);
    const status = statusAfter((await lastAttempt(db))?.status ?? null, attempt, moment);
    await db
      .insertInto('refresh_attempt')
      .values({
        ...{ host, outcome: status.outcome, failure: status.failure, detail: status.detail },
        ended_at: status.lastAttemptAt,
        next_attempt_at: status.nextAttemptAt,
        failures_in_a_row: status.failuresInARow,
        last_success_at: status.lastSuccessAt,
      })
      .execute();
    const ids = db.selectFrom('refresh_attempt').select('id').orderBy('id', 'desc');
    await db.deleteFrom('refresh_attempt').where('id', '<=', ids.offset(KEPT).limit(1)).execute();
  });
}

import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { RetentionError } from '../../domain/retention.ts';
import type { Session } from '../database.ts';
import { heldPublication, type PublicationRecord, serve } from '../publications.ts';
import type { DB } from '../tables.ts';
import { takeImportLock } from './import-lock.ts';

/**
 * Makes the publication that is held the one that is served, as of today. Gives its number.
 *
 * - id: the number it must have; whichever is held when absent.
 * - Throws `RetentionError` when none is held, or another one; and while an import is running.
 */
export async function publishHeld({ db }: Session, today: PlainDate, id?: number): Promise<number> {
  if (!(await takeImportLock(db))) {
    throw new RetentionError('an import is running on this database: wait for its end');
  }
  const held = await heldNamed(db, id);
  await db.transaction().execute(async (transaction) => {
    await sql`set local synchronous_commit = on`.execute(transaction);
    // `knownOn` names days on which everybody could read it.
    await sql`
      update publication set state = 'PUBLISHED', published_at = now(), dated_on = ${today}::date
      where id = ${held.id}`.execute(transaction);
    await serve(transaction, held.id);
  });
  return held.id;
}

/**
 * The publication that is held.
 *
 * - Throws `RetentionError` when none is, or one of another number than is asked for.
 */
export async function heldNamed(
  db: Kysely<DB>,
  id: number | undefined,
): Promise<PublicationRecord> {
  const held = await heldPublication(db).executeTakeFirst();
  if (held && (id === undefined || held.id === id)) return held;
  throw new RetentionError(
    held
      ? `publication ${id} is not held: ${held.id} is`
      : 'no publication is held: "import --hold" and "refresh --hold" hold one',
  );
}

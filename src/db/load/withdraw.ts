import { type Kysely, sql } from 'kysely';
import { RetentionError } from '../../domain/retention.ts';
import type { Session } from '../database.ts';
import {
  currentPublication,
  heldPublication,
  notifyServers,
  type PublicationState,
} from '../publications.ts';
import type { DB } from '../tables.ts';
import { discardUnpublished } from './discard.ts';
import { takeImportLock } from './import-lock.ts';

/** What a withdrawal did. */
export interface Withdrawal {
  readonly withdrawn: number;
  /** The publication that is served now. */
  readonly served: number;
}

/**
 * Withdraws a publication, by default the one that is served: nothing is answered of it but the reason.
 * When it is the one that is served, the one before is served again. Of that one, and of one that is
 * held, the rows that it alone had are removed. All at once or not at all.
 *
 * - Throws `RetentionError` when it is not there, is withdrawn already, has none before it, or one is
 *   held that was made upon it; and while an import is running.
 */
export async function withdrawPublication(
  session: Session,
  reason: string,
  id?: number,
): Promise<Withdrawal> {
  const { db } = session;
  if (!(await takeImportLock(db))) {
    throw new RetentionError('an import is running on this database: wait for its end');
  }
  const current = await currentPublication(db).executeTakeFirst();
  if (!current) throw new RetentionError('nothing was imported yet: there is nothing to withdraw');
  const withdrawn = id ?? current.id;
  const isHeld = (await stateThatCanBeRead(db, withdrawn)) === 'HELD';
  const isCurrent = withdrawn === current.id;
  if (isCurrent) await refuseBeneath(db, withdrawn);
  const served = isCurrent ? await publicationBefore(db, withdrawn) : current.id;
  await db.transaction().execute(async (transaction) => {
    await sql`
      update publication set state = 'WITHDRAWN', withdrawn_because = ${reason}
      where id = ${withdrawn}`.execute(transaction);
    if (isCurrent) {
      await transaction
        .updateTable('current_publication')
        .set({ publication_id: served })
        .execute();
    }
    await notifyServers(transaction);
  });
  if (isCurrent || isHeld) await discardUnpublished(session);
  return { withdrawn, served };
}

/** Refuses to withdraw what a publication that is held was made upon. */
async function refuseBeneath(db: Kysely<DB>, id: number): Promise<void> {
  const held = await heldPublication(db).executeTakeFirst();
  if (!held) return;
  throw new RetentionError(
    `publication ${held.id} is held, which was made upon ${id}: publish or withdraw it first`,
  );
}

/** The state of a publication that can be read by somebody. */
async function stateThatCanBeRead(db: Kysely<DB>, id: number): Promise<PublicationState> {
  const { rows } = await sql<{ state: PublicationState }>`
    select state from publication where id = ${id}`.execute(db);
  const state = rows[0]?.state;
  if (state === 'PUBLISHED' || state === 'HELD') return state;
  throw new RetentionError(
    state === undefined
      ? `there is no publication ${id}: "debouches publications" lists them`
      : `publication ${id} is ${state.toLowerCase()}: only one that can be read can be withdrawn`,
  );
}

async function publicationBefore(db: Kysely<DB>, id: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from publication where state = 'PUBLISHED' and id < ${id}
    order by id desc limit 1`.execute(db);
  const before = rows[0]?.id;
  if (before !== undefined) return before;
  throw new RetentionError(
    `there is no publication before ${id} that is kept: import the files of one again, with --allow-older`,
  );
}

import { type Kysely, sql } from 'kysely';
import type { Session } from '../database.ts';
import { writeVersions } from '../entered-publication.ts';
import { writeMissingDocuments } from '../search-index/search-documents.ts';
import type { DB } from '../tables.ts';
import { TABLES_OF_VERSIONS } from './fiche-rows.ts';
import { buildIndexes } from './version-indexes.ts';

type Task = (db: Kysely<DB>) => Promise<unknown>;

/**
 * Finishes what was written for a publication: search documents of what supplements were merged with,
 * indexes, what the planner knows where much is new, and then what `derive` makes. Sessions share the
 * work where there is much.
 */
export async function finishVersions(
  session: Session,
  {
    publicationId,
    isMuch,
    derive,
  }: { readonly publicationId: number; readonly isMuch: boolean; readonly derive: Task },
): Promise<void> {
  await using second = isMuch ? await session.beside() : null;
  if (second) await writeVersions(second.db);
  const sessions = second ? [session, second] : [session];
  const writeDocuments: Task = (db) => writeMissingDocuments(db, publicationId);
  await share(sessions, [buildIndexes, writeDocuments]);
  if (isMuch) {
    await share(
      sessions,
      [...TABLES_OF_VERSIONS, 'finding'].map(
        (table) => (db) => sql`analyze ${sql.id('versions', table)}`.execute(db),
      ),
    );
  }
  await derive(session.db);
}

/**
 * Does tasks in order, each on the session that is free first. When one fails no other is begun, and
 * what is thrown comes once all that run have ended: what they wrote can be removed then.
 */
async function share(sessions: readonly Session[], tasks: readonly Task[]): Promise<void> {
  const waiting = tasks.values();
  const stopped = new AbortController();
  const shares = await Promise.allSettled(
    sessions.map(async ({ db }) => {
      for (const task of waiting) {
        stopped.signal.throwIfAborted();
        await task(db).catch((error: unknown) => {
          stopped.abort(error);
          throw error;
        });
      }
    }),
  );
  if (shares.some(({ status }) => status === 'rejected')) throw stopped.signal.reason;
}

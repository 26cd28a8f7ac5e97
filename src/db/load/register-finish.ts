import { type Kysely, sql } from 'kysely';
import type { Session } from '../database.ts';
import type { RegisterSchema } from '../publications.ts';
import { writeMissingDocuments } from '../search-index/search-documents.ts';
import type { DB } from '../tables.ts';
import { FICHE_TABLES } from './fiche-rows.ts';

type Task = (db: Kysely<DB>) => Promise<unknown>;

/**
 * Finishes a register schema after loading: search documents that supplements have removed, indexes,
 * the findings that `derive` makes, and what the planner knows. The sessions, which look at the
 * schema, share the work.
 */
export async function finishRegister(
  sessions: readonly Session[],
  schema: RegisterSchema,
  derive: Task,
): Promise<void> {
  await share(sessions, [
    (db) => sql`select public.index_register(${schema})`.execute(db),
    writeMissingDocuments,
  ]);
  await share(sessions, [
    derive,
    ...TABLES.map((table) => (db: Kysely<DB>) => sql`analyze ${sql.table(table)}`.execute(db)),
  ]);
}

const TABLES: readonly (keyof DB)[] = [
  ...new Set(FICHE_TABLES.map(({ table }) => table)),
  'finding',
];

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

import type { KyselyPlugin } from 'kysely';
import type { Database, Session } from '../../../src/db/database.ts';

/** What stops an import half-way. */
export interface Stop {
  /** Statements that succeed, and rows that are copied at once, before one fails. */
  readonly after: number;
  /** Whether those after it succeed again: what was written can be removed at once. */
  readonly recovers: boolean;
}

/** A statement that a `StoppingDatabase` did not send. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** A database of which a statement of a session fails. */
export function stopping(database: Database, stop: Stop): Database {
  let left = stop.after;
  const count = () => {
    left -= 1;
    if (left === -1 || (left < 0 && !stop.recovers)) throw new StoppedError('it stopped here');
  };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const sessionOf = (session: Session): Session => ({
    ...session,
    db: session.db.withPlugin(plugin),
    beside: async () => {
      const beside = await session.beside();
      return beside && sessionOf(beside);
    },
    copyRows: async (...rows) => {
      count();
      await session.copyRows(...rows);
    },
  });
  return { ...database, session: async () => sessionOf(await database.session()) };
}

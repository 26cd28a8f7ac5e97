import type { KyselyPlugin } from 'kysely';
import type { Database, Session } from '../../../src/db/database.ts';

/** What stops an import half-way. */
export interface Stop {
  /** Statements that succeed, and rows that are copied at once, before one fails. */
  readonly after: number;
  /** Whether those after it succeed again: what was written can be removed at once. */
  readonly recovers: boolean;
}

/** A stop in words, after what it stops. */
export function stopWords(stop: Stop | null): string {
  if (!stop) return '';
  return ` — stops after ${stop.after} statements${stop.recovers ? '' : ' for good'}`;
}

/** A statement that a `StoppingDatabase` did not send. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** A database of which a statement of a session fails. */
export function stopping(database: Database, stop: Stop): Database {
  let left = stop.after;
  return watching(database, () => {
    left -= 1;
    if (left === -1 || (left < 0 && !stop.recovers)) throw new StoppedError('it stopped here');
  });
}

/** How many statements are sent by what is done with a database, at each of which it could be stopped. */
export async function statementsOf(
  database: Database,
  run: (database: Database) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  await run(
    watching(database, () => {
      count += 1;
    }),
  );
  return count;
}

/** A database that says of its sessions when a statement is to be sent, and rows are to be copied. */
function watching(database: Database, onStatement: () => void): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      onStatement();
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
      onStatement();
      await session.copyRows(...rows);
    },
  });
  return { ...database, session: async () => sessionOf(await database.session()) };
}

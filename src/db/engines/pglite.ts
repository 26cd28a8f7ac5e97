import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { Kysely, PGliteDialect } from 'kysely';
import {
  copyStatement,
  type Database,
  refusingAfter,
  type Session,
  type StatementListener,
} from '../database.ts';
import { currentPublication, type PublicationRecord } from '../publications.ts';
import type { DB } from '../tables.ts';
import { holdDataFolder } from './data-folder.ts';

const INT8 = 20;
const DATE = 1082;

/**
 * Opens the embedded database in a folder, made when it is missing; without a folder it lives
 * in memory. One process at a time holds a folder. An image, which is an instance's folder as
 * `dumpDataDir` gives it, is what a new database starts as; else it starts empty.
 *
 * - Throws `DataFolderInUseError` naming the process that holds it.
 */
export async function openPglite(
  folder: string | null,
  onStatement?: StatementListener,
  image?: Blob,
): Promise<Database> {
  const hold = folder === null ? null : await holdDataFolder(folder);
  if (folder !== null) await mkdir(folder, { recursive: true });
  const pglite = await PGlite.create({
    ...(folder === null ? {} : { dataDir: `${folder}/pglite` }),
    ...(image && { loadDataDir: image }),
    extensions: { pg_trgm, unaccent },
    parsers: { [DATE]: (text: string) => text, [INT8]: Number },
  });
  const dialect = new PGliteDialect({ pglite });
  const db = new Kysely<DB>(onStatement ? { dialect, log: onStatement } : { dialect });
  const mutex = new Mutex();
  // Nobody but the sessions of this process can publish: what is served is looked up after each.
  let served: Promise<PublicationRecord | undefined> | null = null;
  const publishListeners = new Set<() => void>();
  const lookUpServed = async () => {
    const release = await mutex.acquire();
    try {
      return await currentPublication(db).executeTakeFirst();
    } finally {
      release();
    }
  };
  return {
    engine: 'pglite',
    label: folder === null ? 'embedded database in memory' : `embedded database in ${folder}`,
    startReading: async (signal) => {
      const release = await mutex.acquire();
      try {
        signal?.throwIfAborted();
        const transaction = await db.startTransaction().execute();
        return {
          db: signal ? transaction.withPlugin(refusingAfter(signal)) : transaction,
          [Symbol.asyncDispose]: () => transaction.rollback().execute().finally(release),
        };
      } catch (error) {
        release();
        throw error;
      }
    },
    session: async () => {
      const release = await mutex.acquire();
      served = null;
      return openSession(pglite, db, () => {
        served = null;
        release();
        for (const listener of publishListeners) listener();
      });
    },
    servedPublication: () => {
      const look = served ?? lookUpServed();
      served = look;
      look.catch(() => {
        if (served === look) served = null;
      });
      return look;
    },
    onPublish: (listener) => {
      publishListeners.add(listener);
      return {
        [Symbol.asyncDispose]: async () => {
          publishListeners.delete(listener);
        },
      };
    },
    connections: () => null,
    [Symbol.asyncDispose]: async () => {
      const release = await mutex.acquire();
      await db.destroy();
      hold?.release();
      release();
    },
  };
}

function openSession(pglite: PGlite, db: Kysely<DB>, release: () => void): Session {
  return {
    db,
    beside: async () => null,
    copyRows: async (table, columns, lines) => {
      const blob = new Blob(lines as string[]);
      await pglite.query(copyStatement(table, columns, "'/dev/blob'"), [], { blob });
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await pglite.exec('reset all; select pg_advisory_unlock_all()');
      } finally {
        release();
      }
    },
  };
}

/** FIFO mutex of the one connection. */
class Mutex {
  #last: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}

import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { dataDir as emptyImage } from '@electric-sql/pglite-prepopulatedfs';
import { Kysely, PGliteDialect } from 'kysely';
import {
  copyStatement,
  type Database,
  refusingAfter,
  type Session,
  type StatementListener,
} from '../database.ts';
import { discardUnpublished } from '../load/discard.ts';
import { currentPublication, type ServedPublication } from '../publications.ts';
import { Reachability } from '../reachability.ts';
import type { DB } from '../tables.ts';
import { engineFolder, folderError, holdDataFolder } from './data-folder.ts';
import { engineError, isReserveLeft, releaseReserve, takeReserve } from './disk-reserve.ts';
import { LongHolders } from './long-holders.ts';
import { Mutex } from './mutex.ts';

const INT8 = 20;
const DATE = 1082;

const OPTIONS = {
  extensions: { pg_trgm, unaccent },
  parsers: { [DATE]: (text: string) => text, [INT8]: Number },
} satisfies PGliteOptions;

/**
 * Opens the embedded database in a folder, made when it is missing; without a folder it lives
 * in memory. One process at a time holds a folder. An image, which is an instance's folder as
 * `dumpDataDir` gives it, is what a new database starts as; else it starts empty, as a copy of a
 * folder that was made before: making one takes three seconds.
 *
 * What an import left that was killed, or that stopped the engine, is removed first.
 *
 * - Throws `DataFolderInUseError` naming the process that holds it, and `EmbeddedDatabaseError` when
 *   the engine does not start.
 */
export async function openPglite(
  folder: string | null,
  onStatement?: StatementListener,
  image?: Blob,
): Promise<Database> {
  const hold = folder === null ? null : holdDataFolder(folder);
  const wasStopped = folder !== null && isReserveLeft(folder);
  if (wasStopped) await releaseReserve(folder);
  const pglite = await openEngine(folder, image).catch(async (error: unknown) => {
    hold?.release();
    throw folder === null ? error : await openingError(folder, error);
  });
  const engine = watchEngine(pglite, folder);
  const dialect = new PGliteDialect({ pglite });
  const db = new Kysely<DB>(onStatement ? { dialect, log: onStatement } : { dialect });
  const mutex = new Mutex();
  const holders = new LongHolders();
  // Nobody but the sessions of this process can publish: what is served is looked up after each.
  let served: Promise<ServedPublication | undefined> | null = null;
  const publishListeners = new Set<() => void>();
  const lookUpServed = async () => {
    const release = await mutex.acquire();
    try {
      return await currentPublication(db).executeTakeFirst();
    } finally {
      release();
    }
  };
  if (wasStopped) {
    await using session = openSession({ pglite, db, folder, engine }, () => {});
    // If it cannot be removed now, the next import does.
    await discardUnpublished(session).catch(() => {});
  }
  return {
    engine: 'pglite',
    isReplica: false,
    label: folder === null ? 'embedded database in memory' : `embedded database in ${folder}`,
    startReading: async (signal) => {
      // What has no signal loads a publication. Requests do not wait until that, or an import, has ended.
      const holder = signal ? null : holders.add();
      const free = await mutex.acquire(signal && holders.until(signal));
      holder?.begin();
      const release = () => {
        holder?.[Symbol.dispose]();
        free();
      };
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
      const holder = holders.add();
      const release = await mutex.acquire();
      holder.begin();
      // What was served before stays known meanwhile: whoever reads sees nothing newer.
      return openSession({ pglite, db, folder, engine }, () => {
        served = null;
        holder[Symbol.dispose]();
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
    reachability: new Reachability(),
    connections: () => null,
    [Symbol.asyncDispose]: async () => {
      const release = await mutex.acquire();
      await db.destroy().catch((error: unknown) => {
        if (!engine.stopped) throw error;
      });
      hold?.release();
      release();
      if (folder === null || !engine.stopped || !isReserveLeft(folder)) return;
      // Opened once more, what the import wrote is removed. Another process that does it is as well.
      const again = await openPglite(folder).catch(() => null);
      await again?.[Symbol.asyncDispose]();
    },
  };
}

/** Opens the engine over a folder, where it makes what is missing from an image, or in memory. */
async function openEngine(folder: string | null, image?: Blob): Promise<PGlite> {
  // V8 compiles the functions that run most a second time, and for one of the engine's it takes 450 MB
  // while it does. Without, a first start takes 600 MB at most; imports and answers are as fast.
  setFlagsFromString('--wasm-tier-up-filter=0');
  const create = async (options: PGliteOptions) => {
    const loadDataDir = image ?? (await emptyImage());
    return PGlite.create({ ...OPTIONS, ...options, loadDataDir });
  };
  if (folder === null) return create({});
  const { files: dataDir, unfinished } = engineFolder(folder);
  // A process that ended while it copied the image left half of it.
  if (existsSync(unfinished)) await rm(dataDir, { recursive: true, force: true });
  else if (existsSync(dataDir)) return PGlite.create({ ...OPTIONS, dataDir });
  await writeFile(unfinished, '');
  const pglite = await create({ dataDir });
  await rm(unfinished, { force: true });
  return pglite;
}

/** What to throw when the folder, or the engine in it, cannot be opened. */
async function openingError(folder: string, error: unknown): Promise<unknown> {
  const ofFolder = folderError(folder, error);
  return ofFolder === error ? engineError(folder, error) : ofFolder;
}

/** Whether an engine stopped: it has to be opened again then. */
interface Engine {
  readonly stopped: boolean;
}

/**
 * Notes that an engine stopped, as when its log finds no space, and makes that failure, and each
 * further statement, an `EmbeddedDatabaseError`: what it does then is not defined.
 */
function watchEngine(pglite: PGlite, folder: string | null): Engine {
  let failure: unknown;
  const watched = <Arguments extends unknown[], Result>(
    run: (...given: Arguments) => Promise<Result>,
  ) => {
    return async (...given: Arguments): Promise<Result> => {
      if (failure !== undefined) throw failure;
      try {
        return await run(...given);
      } catch (error) {
        if (!hasStopped(error)) throw error;
        failure ??= folder === null ? error : await engineError(folder, error);
        throw failure;
      }
    };
  };
  pglite.query = watched(pglite.query.bind(pglite)) as PGlite['query'];
  pglite.exec = watched(pglite.exec.bind(pglite));
  return {
    get stopped() {
      return failure !== undefined;
    },
  };
}

/** Whether an error says that the engine stopped; others have a code of SQL. */
function hasStopped(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  return 'severity' in error
    ? error.severity === 'PANIC'
    : error instanceof WebAssembly.RuntimeError;
}

interface SessionParts {
  readonly pglite: PGlite;
  readonly db: Kysely<DB>;
  readonly folder: string | null;
  readonly engine: Engine;
}

function openSession({ pglite, db, folder, engine }: SessionParts, release: () => void): Session {
  return {
    db,
    beside: async () => null,
    copyRows: async (table, columns, lines) => {
      const blob = new Blob(lines instanceof Uint8Array ? [lines] : [...lines]);
      await pglite.query(copyStatement(table, columns, "'/dev/blob'"), [], { blob });
    },
    reserveSpace: async () => {
      if (folder === null) return { release: async () => {} };
      await takeReserve(folder);
      // An engine that stopped needs it to start, and what starts it then removes what was written.
      return { release: async () => (engine.stopped ? undefined : releaseReserve(folder)) };
    },
    [Symbol.asyncDispose]: async () => {
      try {
        if (!engine.stopped) await pglite.exec('reset all; select pg_advisory_unlock_all()');
      } finally {
        release();
      }
    },
  };
}

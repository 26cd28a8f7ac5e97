import type { Logger } from 'pino';
import { writeBi } from '../datasets/bi.ts';
import type { Database } from '../db/database.ts';
import { isUnreachable } from '../db/reachability.ts';
import { parisDate } from '../domain/calendar.ts';
import type { SnapshotStore } from '../snapshot/store.ts';

/** Milliseconds between two looks at whether the publication or the day has changed. */
const LOOK_MS = 5_000;

/** Milliseconds until what did not succeed, or another process was at, is looked at again. */
const RETRY_MS = 60_000;

interface Parts {
  /** What the tables are written to. */
  readonly database: Database;
  /** What answers, which may be read from a replica. */
  readonly store: SnapshotStore;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/**
 * Keeps the tables of `bi` those of the publication that answers and of today in Paris, until
 * disposed of, which ends a writing under way. Of several servers over one database one writes them.
 */
export function keepBi({ database, store, logger, clock }: Parts): AsyncDisposable {
  let upToDate = '';
  let retryAt = 0;
  let writing: Promise<void> | null = null;
  const stopping = new AbortController();
  const look = () => {
    const snapshot = store.current;
    const now = clock();
    const day = parisDate(now);
    const wanted = `${snapshot?.publication.id} ${day}`;
    if (!snapshot || writing || wanted === upToDate || now.getTime() < retryAt) return;
    const write = async () => {
      try {
        const served = await database.servedPublication();
        // Where a replica is behind, the tables are of the newer publication already.
        const isCurrent = served?.id === snapshot.publication.id;
        const outcome = isCurrent && (await writeBi(database, snapshot, day, stopping.signal));
        if (outcome === false || outcome === 'BUSY') retryAt = now.getTime() + RETRY_MS;
        else upToDate = wanted;
      } catch (error) {
        retryAt = now.getTime() + RETRY_MS;
        // Left to the next start; an unreachable database is logged where it is watched.
        if (!stopping.signal.aborted && !isUnreachable(error))
          logger.error({ err: error }, 'the tables of bi could not be written');
      }
      writing = null;
    };
    writing = write();
  };
  const timer = setInterval(look, LOOK_MS).unref();
  look();
  return {
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      clearInterval(timer);
      await writing;
    },
  };
}

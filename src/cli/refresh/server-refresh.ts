import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { RefreshRecord } from '../../refresh/refresh-record.ts';
import { dailyAt, type Schedule } from '../../refresh/schedule.ts';
import { waitFor } from '../../refresh/wait.ts';
import { type WatchedAttempt, type WatchParts, watch } from '../../refresh/watch.ts';
import { attemptEndedBy } from './attempt.ts';
import { refreshOnce } from './refresh-once.ts';
import { refreshInProcess } from './refresh-process.ts';

/** Milliseconds that a refresh has to end when the server stops. */
const END_MS = 5_000;

/** What refreshes a server's registers. */
export interface ServerRefreshParts extends Pick<WatchParts, 'clock' | 'random' | 'wait'> {
  readonly schedule: Schedule;
  /** Refreshes once, until the signal is given; throws then alone. */
  readonly refresh: (signal: AbortSignal) => Promise<WatchedAttempt>;
  readonly record: Pick<RefreshRecord, 'record' | 'status'>;
  readonly logger: Logger;
  /** Ends it. */
  readonly stop: AbortSignal;
  readonly endMs?: number;
}

/** Refreshes that a server makes by itself. Disposing of them waits for the end, for a time. */
export interface ServerRefresh extends AsyncDisposable {
  /** Whether one goes on, as a long statement of an import does after the stop. */
  readonly running: boolean;
}

/** Refreshes at once and then each day, until the server stops; each is recorded and logged. */
export function refreshDaily(parts: ServerRefreshParts): ServerRefresh {
  const { schedule, refresh, record, logger, clock, random, wait } = parts;
  const disposing = new AbortController();
  const signal = AbortSignal.any([parts.stop, disposing.signal]);
  let running = true;
  const watching = watch({
    ...{ schedule, clock, random, wait, signal },
    refresh: () => refresh(signal),
    onAttempt: async (attempt, due) => {
      await record.record(attempt, due);
      logAttempt(logger, attempt, { due, failuresInARow: record.status?.failuresInARow ?? 0 });
    },
  })
    .catch((error: unknown) => {
      if (!signal.aborted) logger.error({ err: error }, 'the registers are refreshed no longer');
    })
    .finally(() => {
      running = false;
    });
  return {
    get running() {
      return running;
    },
    [Symbol.asyncDispose]: async () => {
      disposing.abort();
      const { promise: waited, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, parts.endMs ?? END_MS);
      await Promise.race([watching, waited]);
      clearTimeout(timer);
    },
  };
}

function logAttempt(
  logger: Logger,
  attempt: WatchedAttempt,
  { due, failuresInARow }: { readonly due: Date; readonly failuresInARow: number },
): void {
  const { outcome } = attempt;
  const next = `next refresh at ${due.toISOString()}`;
  if (outcome === 'FAILED') {
    const { failure, detail } = attempt;
    logger.error({ refresh: { outcome, failure, failuresInARow } }, `${detail}; ${next}`);
  } else if (outcome === 'BUSY') {
    logger.info({ refresh: { outcome } }, `another process is refreshing or importing; ${next}`);
  } else {
    logger.info({ refresh: { outcome } }, next);
  }
}

/** What a server that serves and refreshes is made of. */
interface ServingParts {
  readonly database: Database;
  readonly config: Config;
  readonly version: string;
  readonly record: RefreshRecord;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly stop: AbortSignal;
}

/**
 * Refreshes what a server serves: on PostgreSQL in a process of its own, on the embedded database,
 * which one process alone can have open, in this one.
 */
export function keepRefreshed(parts: ServingParts): ServerRefresh {
  const { database, config, version, record, logger, clock, stop } = parts;
  const say = (sentence: string) => logger.info({ refresh: {} }, sentence);
  const warn = (sentence: string) => logger.warn({ refresh: {} }, sentence);
  const refresh =
    database.engine === 'postgres'
      ? (signal: AbortSignal) => {
          const onStart = (pid: number) =>
            logger.info({ refresh: { pid } }, 'refreshing in a process of its own');
          return refreshInProcess({ signal, onStart, say, warn });
        }
      : async (signal: AbortSignal) => {
          logger.info({ refresh: {} }, 'refreshing');
          try {
            return await refreshOnce({ database, config, version, signal, say, warn });
          } catch (error) {
            signal.throwIfAborted();
            return attemptEndedBy(error);
          }
        };
  return refreshDaily({
    ...{ refresh, record, logger, clock, stop, wait: waitFor, random: Math.random },
    schedule: dailyAt(config.refresh.at),
  });
}

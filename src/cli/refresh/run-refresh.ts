import { once } from 'node:events';
import { hostname } from 'node:os';
import { openDatabase, upgradeDatabase } from '../../app.ts';
import type { Config } from '../../config.ts';
import { recordAttempt } from '../../db/refresh-attempts.ts';
import { parisDate } from '../../domain/calendar.ts';
import { importHistory } from '../../refresh/history.ts';
import { dailyAt } from '../../refresh/schedule.ts';
import { waitFor } from '../../refresh/wait.ts';
import { type WatchedAttempt, watch } from '../../refresh/watch.ts';
import { failureOf } from '../failure.ts';
import { givenPath } from '../files/given-path.ts';
import { describeImport, writeTables } from '../imported.ts';
import { type ProgressDisplay, showProgress } from '../progress.ts';
import { attemptEndedBy } from './attempt.ts';
import { refreshOnce } from './refresh-once.ts';

export interface RefreshCommand {
  readonly watch?: boolean;
  readonly history?: string;
  readonly hold?: boolean;
  readonly reportToParent?: boolean;
}

const say = (sentence: string) => console.log(sentence);

/** Shows imports from their first step to their end: sentences are printed before and after. */
function importProgress(): ProgressDisplay {
  let display: ProgressDisplay | null = null;
  return {
    report: (event) => {
      display ??= showProgress(process.stderr, () => performance.now(), 'WORDS');
      display.report(event);
    },
    end: () => {
      display?.end();
      display = null;
    },
  };
}

/**
 * Imports the newest exports once, or again and again with `--watch`, or those of a folder with
 * `--history`, and prints what happened. What came of a refresh is recorded for the servers.
 *
 * - stopSignal: gives what ends a watch. Without one Ctrl+C and termination kill, as they do everywhere.
 */
export async function runRefresh(
  config: Config,
  options: RefreshCommand,
  version: string,
  stopSignal: () => AbortSignal,
): Promise<void> {
  if (options.history !== undefined) return runHistory(config, options.history);
  if (options.reportToParent) {
    return (await import('./child-process.ts')).refreshForParent(config, version);
  }
  if (!options.watch) return runOnce(config, version, options.hold ?? false);
  const stop = stopSignal();
  // An import cannot be interrupted at once, and may be killed at any moment: the next one removes
  // what it wrote.
  const stopped = once(stop, 'abort').then(() => {
    say('Stopped.');
    process.exit(0);
  });
  await Promise.race([runWatch(config, version, stop), stopped]);
}

/** Opens the database and refreshes once; prints what happened. */
async function openAndRefresh(
  config: Config,
  version: string,
  signal: AbortSignal,
  hold = false,
): Promise<WatchedAttempt> {
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const progress = importProgress();
  try {
    return await refreshOnce({
      ...{ database, config, version, signal, hold, onProgress: progress.report },
      say: (sentence) => {
        progress.end();
        say(sentence);
      },
      warn: (sentence) => {
        console.error(sentence);
        process.exitCode = 1;
      },
    });
  } finally {
    progress.end();
  }
}

async function runOnce(config: Config, version: string, hold: boolean): Promise<void> {
  try {
    const { signal } = new AbortController();
    await record(config, await openAndRefresh(config, version, signal, hold), null);
  } catch (error) {
    await record(config, attemptEndedBy(error), null);
    throw error;
  }
}

/** Refreshes again and again; what is wrong with the settings or the folder ends it. */
async function runWatch(config: Config, version: string, signal: AbortSignal): Promise<void> {
  await watch({
    ...{ signal, wait: waitFor, random: Math.random },
    schedule: dailyAt(config.refresh.at),
    clock: () => new Date(),
    refresh: async () => {
      try {
        return await openAndRefresh(config, version, signal);
      } catch (error) {
        const { message, exitCode } = failureOf(error);
        if (exitCode === 2) throw error;
        console.error(message);
        return attemptEndedBy(error);
      }
    },
    onAttempt: async (attempt, due) => {
      await record(config, attempt, due);
      say(`next refresh at ${due.toISOString()}`);
    },
  });
}

/** Records an attempt for the servers over the database; when that fails the refresh is what it was. */
async function record(
  config: Config,
  attempt: WatchedAttempt,
  nextAttemptAt: Date | null,
): Promise<void> {
  // Of a database that could not be used nothing can be recorded in it.
  const isUnusable = attempt.outcome === 'FAILED' && attempt.failure === 'DATABASE';
  if (attempt.outcome === 'BUSY' || isUnusable) return;
  try {
    await using database = await openDatabase(config);
    await recordAttempt(database, attempt, {
      ...{ endedAt: new Date(), nextAttemptAt, host: hostname() },
    });
  } catch (error) {
    console.error(`what came of the refresh was not recorded: ${failureOf(error).message}`);
  }
}

async function runHistory(config: Config, folder: string): Promise<void> {
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const progress = importProgress();
  const today = parisDate(new Date());
  let published = 0;
  try {
    await importHistory({
      ...{ database, today, method: config.method, report: say, onProgress: progress.report },
      folder: givenPath(folder),
      onImported: (result) => {
        progress.end();
        if (result.changed) published += 1;
        say(describeImport(result, database));
      },
    });
  } finally {
    progress.end();
    // Once for all days, those before a day that was refused included.
    if (published > 0) await writeTables(database, config, today, say);
  }
}

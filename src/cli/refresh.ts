import { once } from 'node:events';
import { resolve } from 'node:path';
import { openDatabase, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import { parisDate } from '../domain/calendar.ts';
import { importHistory } from '../refresh/history.ts';
import { refresh } from '../refresh/refresh.ts';
import { dailyAt } from '../refresh/schedule.ts';
import { TRANSFER_LIMITS } from '../refresh/transfer.ts';
import { waitFor } from '../refresh/wait.ts';
import { watch } from '../refresh/watch.ts';
import { failureOf } from './failure.ts';
import { printImport, writeTables } from './imported.ts';
import { type ProgressDisplay, showProgress } from './progress.ts';

export interface RefreshCommand {
  readonly watch?: boolean;
  readonly history?: string;
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
 * `--history`, and prints what happened.
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
  const userAgent = `debouches/${version}`;
  if (!options.watch) return refreshOnce(config, userAgent, new AbortController().signal);
  const stop = stopSignal();
  // An import cannot be interrupted, and may be killed at any moment: the next one removes what it wrote.
  const stopped = once(stop, 'abort').then(() => {
    say('Stopped.');
    process.exit(0);
  });
  await Promise.race([runWatch(config, userAgent, stop), stopped]);
}

async function refreshOnce(config: Config, userAgent: string, signal: AbortSignal): Promise<void> {
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const progress = importProgress();
  const today = parisDate(new Date());
  const result = await refresh({
    ...{ database, today, method: config.method, onProgress: progress.report },
    catalogue: new URL(config.refresh.url),
    folder: { path: config.refresh.folder, maxBytes: config.refresh.maxBytes },
    transfer: { limits: TRANSFER_LIMITS, userAgent, signal, wait: waitFor, report: say },
  }).finally(progress.end);
  if (result.outcome === 'UNCHANGED') return say(result.reason);
  printImport(result.import, database);
  await writeTables(database, config, today);
}

/** Refreshes again and again; what is wrong with the settings or the folder ends it. */
async function runWatch(config: Config, userAgent: string, signal: AbortSignal): Promise<void> {
  await watch({
    ...{ signal, report: say, wait: waitFor, random: Math.random },
    schedule: dailyAt(config.refresh.at),
    clock: () => new Date(),
    refresh: async () => {
      try {
        await refreshOnce(config, userAgent, signal);
        return true;
      } catch (error) {
        const { message, exitCode } = failureOf(error);
        if (exitCode === 2) throw error;
        console.error(message);
        return false;
      }
    },
  });
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
      // npm runs scripts in the project's folder: folders are named from where the user stands.
      folder: resolve(process.env['INIT_CWD'] ?? process.cwd(), folder),
      onImported: (result) => {
        progress.end();
        if (result.changed) published += 1;
        printImport(result, database);
      },
    });
  } finally {
    progress.end();
    // Once for all days, those before a day that was refused included.
    if (published > 0) await writeTables(database, config, today);
  }
}

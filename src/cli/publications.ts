import { openDatabase, upgradeDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { prunePublications } from '../db/load/prune.ts';
import { withdrawPublication } from '../db/load/withdraw.ts';
import { type ListedPublication, listPublications } from '../db/queries/publications.ts';
import { parisDate } from '../domain/calendar.ts';
import { keptByRule, parseKeepRule } from '../domain/retention.ts';
import { writeTables } from './imported.ts';

/** Opens the database of the settings, brought up to date. */
export async function opened(config: Config): Promise<Database> {
  const database = await openDatabase(config);
  await upgradeDatabase(database);
  return database;
}

/** Prints all publications, newest first. */
export async function runPublications(config: Config, json: boolean): Promise<void> {
  await using database = await opened(config);
  await using reading = await database.startReading();
  const list = await listPublications(reading.db);
  console.log(json ? JSON.stringify(list, null, 2) : inWords(list));
}

function inWords(list: readonly ListedPublication[]): string {
  if (list.length === 0) return 'nothing was imported yet';
  return list
    .map(({ id, datedOn, current, state, withdrawnBecause, sources, versions, bytes }) => {
      const told = current ? 'served' : state.toLowerCase();
      const because = withdrawnBecause === null ? '' : ` (${withdrawnBecause})`;
      const size = `${versions} versions of fiches, ${(bytes / 1e6).toFixed(1)} MB`;
      return `${id}  ${datedOn}  ${told}${because}  ${size}  ${sources.join(', ')}`;
    })
    .join('\n');
}

export interface PruneCommand {
  readonly keep: string;
  readonly dryRun?: boolean;
}

/** Lets publications go that a rule does not keep; the history of figures stays. */
export async function runPrune(config: Config, { keep, dryRun }: PruneCommand): Promise<void> {
  const rule = parseKeepRule(keep);
  await using database = await opened(config);
  await using session = await database.session();
  const list = await listPublications(session.db);
  const readable = list.filter(({ state }) => state === 'PUBLISHED');
  const kept = keptByRule(readable, rule, parisDate(new Date()));
  const gone = list.filter(
    ({ id, state, current }) =>
      !current && (state === 'WITHDRAWN' || (state === 'PUBLISHED' && !kept.has(id))),
  );
  const named = gone.map(({ id, datedOn }) => `${id} of ${datedOn}`).join(', ');
  if (dryRun) {
    console.log(gone.length === 0 ? 'nothing would go' : `publications that would go: ${named}`);
    return;
  }
  const { versions, findings } = await prunePublications(
    session,
    gone.map(({ id }) => id),
  );
  console.log(
    `${gone.length === 0 ? 'no publication went' : `publications that went: ${named}`}; ${versions} versions of fiches and ${findings} findings were removed`,
  );
}

export interface WithdrawCommand {
  readonly reason: string;
}

/**
 * Withdraws a publication, by default the one that is served: then the one before is served again. One
 * that is held goes.
 */
export async function runWithdraw(
  config: Config,
  id: number | undefined,
  { reason }: WithdrawCommand,
): Promise<void> {
  await using database = await opened(config);
  const { withdrawn, served } = await (async () => {
    await using session = await database.session();
    // Awaited, for the session ends with this function.
    return await withdrawPublication(session, reason, id);
  })();
  console.log(`publication ${withdrawn} was withdrawn; ${served} is served from ${database.label}`);
  await writeTables(database, config, parisDate(new Date()), console.log);
}

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../app.ts';
import type { Config } from '../config.ts';
import type { ReadDatabase, Reading } from '../db/database.ts';
import { DataFolderInUseError, holderOf, holdsDatabase } from '../db/engines/data-folder.ts';
import { pendingMigrations } from '../db/migrations.ts';
import {
  currentPublication,
  heldPublication,
  type SourceRecord,
  sourcesByPublication,
} from '../db/publications.ts';
import { openReplicaAsItIs } from '../db/ready-replica.ts';
import { lastAttempt } from '../db/refresh-attempts.ts';
import { daysBetween, parisDate } from '../domain/calendar.ts';

/**
 * Prints what is served, from where, and what is to be done. Makes nothing. While a server has the
 * embedded database, what it has written of itself is told: nobody else can change it then.
 */
export async function runStatus(config: Config, json: boolean): Promise<void> {
  const status = await statusOf(config);
  console.log(json ? JSON.stringify(status, null, 2) : inWords(status));
}

async function statusOf(config: Config): Promise<Status> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === null && !holdsDatabase(dataDir)) {
    const database = `embedded database in ${dataDir}, which is not there yet`;
    return { database, pendingMigrations: [], publication: null, held: null, refresh: null };
  }
  try {
    // What servers read.
    await using database = (await openReplicaAsItIs(config)) ?? (await openDatabase(config));
    return await readStatus(database);
  } catch (error) {
    const running = error instanceof DataFolderInUseError ? await readRunning(dataDir) : null;
    if (running) return running;
    throw error;
  }
}

export interface Status {
  readonly database: string;
  /** Where a server answers that has the embedded database. */
  readonly server?: { readonly process: number; readonly url: string };
  readonly pendingMigrations: readonly string[];
  readonly publication: Awaited<ReturnType<typeof readServed>>;
  /** The publication that waits to be published or withdrawn; null without one. */
  readonly held: { readonly number: number; readonly heldAt: string } | null;
  /** The last attempt to refresh, by any process; null before the first. */
  readonly refresh: Awaited<ReturnType<typeof readRefresh>>;
}

/** What a server over the embedded database writes of itself, beside it. */
const STATUS_FILE = 'server.json';

/**
 * Writes what is served to the folder of the embedded database, anew when that or the refresh may be
 * another, until disposed of.
 */
export async function tellStatus(
  database: ReadDatabase,
  folder: string,
  url: string,
): Promise<AsyncDisposable> {
  const file = join(folder, STATUS_FILE);
  const server = { process: process.pid, url };
  const stop = new AbortController();
  const write = async () => {
    const status: Status = {
      ...{ database: database.label, pendingMigrations: [], server },
      ...(await readNow(database, stop.signal)),
    };
    // Whoever reads finds the one or the other, whole.
    await writeFile(`${file}.new`, JSON.stringify(status));
    await rename(`${file}.new`, file);
  };
  let writing = write();
  await writing;
  const following = database.onPublish(() => {
    // What cannot be read or written now is with the next session.
    writing = writing.then(write).catch(() => {});
  });
  return {
    [Symbol.asyncDispose]: async () => {
      await following[Symbol.asyncDispose]();
      // An import may hold the database.
      stop.abort();
      await writing;
      await rm(file, { force: true });
    },
  };
}

/** What the server that holds a folder wrote; null when none does. */
async function readRunning(folder: string): Promise<Status | null> {
  try {
    const text = await readFile(join(folder, STATUS_FILE), 'utf8');
    const { publication, ...status } = JSON.parse(text) as Status;
    if (String(status.server?.process) !== holderOf(folder)) return null;
    // The day may be another by now.
    const today = publication && { ...publication, ageDays: ageOf(publication.sources) };
    return { ...status, publication: today };
  } catch {
    return null;
  }
}

async function readStatus(database: ReadDatabase): Promise<Status> {
  const pending = await pendingMigrations(database);
  const now =
    pending.length === 0
      ? await readNow(database)
      : { publication: null, held: null, refresh: null };
  return { database: database.label, pendingMigrations: pending, ...now };
}

async function readNow(
  database: ReadDatabase,
  signal?: AbortSignal,
): Promise<Pick<Status, 'publication' | 'held' | 'refresh'>> {
  await using reading = await database.startReading(signal);
  const publication = await readServed(reading);
  const held = await heldPublication(reading.db).executeTakeFirst();
  return {
    publication,
    held: held ? { number: held.id, heldAt: held.publishedAt.toISOString() } : null,
    refresh: await readRefresh(reading),
  };
}

async function readRefresh({ db }: Reading) {
  const last = await lastAttempt(db);
  if (!last) return null;
  const { lastAttemptAt, lastSuccessAt, nextAttemptAt, ...status } = last.status;
  const texts = {
    lastAttemptAt: lastAttemptAt.toISOString(),
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  };
  return { ...status, ...texts, host: last.host };
}

/** Days since the newest export; null without one. */
function ageOf(sources: readonly Pick<SourceRecord, 'kind' | 'datedOn'>[]): number | null {
  const exportedOn = sources
    .filter(({ kind }) => kind === 'FEED')
    .map(({ datedOn }) => datedOn)
    .toSorted()
    .at(-1);
  return exportedOn ? daysBetween(exportedOn, parisDate(new Date())) : null;
}

async function readServed({ db }: Reading) {
  const publication = await currentPublication(db).executeTakeFirst();
  if (!publication) return null;
  const sources = await sourcesByPublication(db, [publication.id]).execute();
  return {
    number: publication.id,
    publishedAt: publication.publishedAt.toISOString(),
    demonstration: publication.demonstration,
    ageDays: ageOf(sources),
    sources: sources.map(({ publicationId: _publication, id: _id, ...source }) => source),
  };
}

function inWords({ database, server, pendingMigrations: pending, ...now }: Status): string {
  const { publication, held, refresh } = now;
  const lines = [database];
  if (server) lines.push(`served by process ${server.process} at ${server.url}`);
  if (pending.length > 0) {
    return [...lines, `${pending.length} migrations to run: debouches migrate`].join('\n');
  }
  if (!publication) return [...lines, 'nothing was imported yet'].join('\n');
  const age = publication.ageDays === null ? '' : `, export of ${publication.ageDays} days ago`;
  lines.push(`publication ${publication.number} of ${publication.publishedAt}${age}`);
  if (publication.demonstration) lines.push('demonstration register: fictitious');
  for (const source of publication.sources) {
    lines.push(
      `  ${source.register ?? source.kind}  ${source.datedOn}  ${source.certifications} certifications, ${source.blocks} blocks, ${source.cohorts} cohorts  ${source.fileName}`,
    );
  }
  if (held) {
    lines.push(
      `publication ${held.number} is held since ${held.heldAt}: debouches publish, or debouches withdraw ${held.number} --reason …`,
    );
  }
  return [...lines, ...(refresh ? refreshInWords(refresh) : [])].join('\n');
}

function refreshInWords(refresh: NonNullable<Status['refresh']>): string[] {
  const { outcome, lastAttemptAt, lastSuccessAt, failuresInARow, detail, host } = refresh;
  const { nextAttemptAt } = refresh;
  const last = `last refresh ${lastAttemptAt} by ${host}: ${outcome}`;
  const isPlanned = nextAttemptAt !== null && new Date(nextAttemptAt) > new Date();
  return [
    outcome === 'FAILED' ? `${last}, ${failuresInARow} in a row: ${detail}` : last,
    ...(outcome === 'FAILED' ? [`last that did not fail: ${lastSuccessAt ?? 'none'}`] : []),
    ...(isPlanned ? [`next refresh ${nextAttemptAt}`] : []),
  ];
}

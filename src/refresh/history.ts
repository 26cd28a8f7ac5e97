import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { type PlainDate, plainDate } from '../domain/calendar.ts';
import { REGISTERS, type Register } from '../domain/certification/register-code.ts';
import { RefusedFileError } from '../domain/errors.ts';
import type { MethodChoices } from '../domain/method.ts';
import type { ImportProgress } from '../ingest/publish/progress.ts';
import { type ImportResult, importFiles } from '../ingest/publish/publish.ts';
import { servedExports } from './refresh.ts';
import { RefreshError } from './refresh-error.ts';

/** The exports of one day. */
export interface HistoryDay {
  readonly day: PlainDate;
  readonly files: readonly { readonly register: Register; readonly name: string }[];
}

/** What an import of past exports works with. */
export interface HistoryParts {
  readonly database: Database;
  readonly folder: string;
  readonly today: PlainDate;
  /** Called with a sentence for what is skipped or alone. */
  readonly report: (sentence: string) => void;
  /** Called with each publication. */
  readonly onImported: (result: ImportResult) => void;
  /** What findings are judged by. */
  readonly method?: MethodChoices;
  readonly onProgress?: ImportProgress;
}

/** Names of exports of flow 4.x, as they are published and as they are inside their zips. */
const NAME =
  /^export[-_]fiches[-_](rncp|rs)[-_]v4[-_]\d+[-_](\d{4})-(\d{2})-(\d{2})\.(zip|xml|xml\.gz)$/i;

/** The exports among the names of files, by day, oldest first. */
export function historyDays(names: readonly string[]): readonly HistoryDay[] {
  const days = new Map<PlainDate, HistoryDay['files']>();
  for (const name of names.toSorted()) {
    const [, register, year, month, day] = NAME.exec(name) ?? [];
    const date = plainDate(Number(year), Number(month), Number(day));
    if (!date) continue;
    const file = { register: register?.toUpperCase() === 'RNCP' ? 'RNCP' : 'RS', name } as const;
    days.set(date, [...(days.get(date) ?? []), file]);
  }
  return [...days]
    .map(([day, files]) => ({ day, files }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Imports the exports of a folder, those of a day as one publication, oldest first. What is older than
 * the served export of its register is skipped.
 *
 * - Throws `RefreshError` when the folder has no exports or cannot be read, and `RefusedFileError`
 *   naming the day at the first one that is refused; the days before it are published.
 */
export async function importHistory(parts: HistoryParts): Promise<void> {
  const { database, folder, report } = parts;
  const names = await readdir(folder).catch((cause: Error) => {
    throw new RefreshError(`the folder ${folder} cannot be read: ${cause.message}`, {
      ...{ failure: 'STORAGE', cause },
    });
  });
  const days = historyDays(names);
  if (days.length === 0) {
    throw new RefreshError(
      `the folder ${folder} holds no export: names such as export-fiches-rncp-v4-1-2026-08-16.zip are accepted`,
      { failure: 'EXPORTS' },
    );
  }
  const served = await servedExports(database);
  const { kept, skipped } = withoutOlder(days, served);
  if (skipped.length > 0) report(skippedSentence(skipped));
  for (const day of kept) {
    const missing = missingOf(days.find((each) => each.day === day.day) ?? day);
    if (missing) report(`of ${day.day} the folder has no ${missing}: the other is imported alone`);
    parts.onImported(await importDay(day, parts));
  }
}

/** The register that a day lacks. */
function missingOf({ files }: HistoryDay): Register | undefined {
  return REGISTERS.find((each) => files.every(({ register }) => register !== each));
}

type Days = readonly HistoryDay[];

/** Days without the files that are older than what is served, and those files. */
function withoutOlder(
  days: Days,
  served: readonly { readonly register: Register | null; readonly datedOn: PlainDate }[],
): { readonly kept: Days; readonly skipped: Days } {
  const parted = days.map(({ day, files }) => {
    const isOlder = ({ register }: HistoryDay['files'][number]) =>
      served.some((each) => each.register === register && each.datedOn > day);
    return {
      older: { day, files: files.filter(isOlder) },
      other: { day, files: files.filter((file) => !isOlder(file)) },
    };
  });
  const someOf = (list: Days) => list.filter(({ files }) => files.length > 0);
  return {
    kept: someOf(parted.map(({ other }) => other)),
    skipped: someOf(parted.map(({ older }) => older)),
  };
}

function skippedSentence(skipped: Days): string {
  const count = skipped.reduce((sum, { files }) => sum + files.length, 0);
  const [first, last] = [skipped[0]?.day, skipped.at(-1)?.day];
  const span = first === last ? `of ${first}` : `from ${first} to ${last}`;
  return `${count} exports ${span} are older than what is served, and were skipped`;
}

async function importDay({ day, files }: HistoryDay, parts: HistoryParts): Promise<ImportResult> {
  const { database, folder, today, method, onProgress } = parts;
  const paths = files.map(({ name }) => join(folder, name));
  try {
    return await importFiles(database, paths, {
      ...{ today, method, knownOn: day },
      ...(onProgress && { onProgress }),
    });
  } catch (error) {
    if (!(error instanceof RefusedFileError)) throw error;
    throw new RefusedFileError(
      `the exports of ${day} were refused, and so the history ends before that day: ${error.message}`,
      { cause: error },
    );
  }
}

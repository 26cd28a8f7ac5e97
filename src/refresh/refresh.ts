import type { Database } from '../db/database.ts';
import { holderOf, holdFolder } from '../db/engines/data-folder.ts';
import { currentPublication, type SourceRecord, sourcesByPublication } from '../db/publications.ts';
import { type WithdrawnPublication, withdrawnWith } from '../db/queries/publications.ts';
import { isImporting, takeRefreshLock } from '../db/refresh-lock.ts';
import { daysBetween, type PlainDate } from '../domain/calendar.ts';
import { RefusedFileError } from '../domain/errors.ts';
import type { MethodChoices } from '../domain/method.ts';
import type { ImportProgress } from '../ingest/publish/progress.ts';
import { type ImportResult, importFiles } from '../ingest/publish/publish.ts';
import { findNewestPair, type ListedExport, type ListedPair } from './catalogue.ts';
import { type Downloaded, download } from './download.ts';
import type { DownloadFolder } from './download-folder.ts';
import { removeOldDownloads } from './old-downloads.ts';
import { RefreshBusyError } from './refresh-error.ts';
import type { Transfer } from './transfer.ts';

/** What one refresh works with. */
export interface RefreshParts {
  readonly database: Database;
  /** The site whose API lists the exports. */
  readonly catalogue: URL;
  readonly folder: DownloadFolder;
  /** Today in Paris. */
  readonly today: PlainDate;
  /** Its signal ends an import too, at its next batch of fiches or step. */
  readonly transfer: Transfer;
  /** What findings are judged by. */
  readonly method?: MethodChoices;
  /** The publication is not served yet: it waits until somebody publishes or withdraws it. */
  readonly hold?: boolean;
  readonly onProgress?: ImportProgress;
}

/** What a refresh did; `reason` is a sentence. */
export type RefreshResult =
  | { readonly outcome: 'UNCHANGED'; readonly reason: string }
  | { readonly outcome: 'IMPORTED'; readonly day: PlainDate; readonly import: ImportResult };

const WAIT = 'wait for its end';

/** A pair that appeared so many days ago is not the newest that there should be. */
const LATE_DAYS = 2;

/**
 * Makes the newest pair of exports of the catalogue the publication that is served, unless it is that
 * already. Whatever stops it before leaves what is served as it was.
 *
 * - Throws `RefreshError` when the exports cannot be had, `RefusedFileError` when they cannot be
 *   imported, `DataFolderError` when the folder for them cannot be used, and `RefreshBusyError` when
 *   another process refreshes or imports.
 */
export async function refresh(parts: RefreshParts): Promise<RefreshResult> {
  const { database, catalogue, today, transfer } = parts;
  await using lock = await takeRefreshLock(database);
  if (!lock) throw new RefreshBusyError(`another process is refreshing: ${WAIT}`);
  const served = await servedExports(database);
  const pair = await findNewestPair(catalogue, today, transfer);
  for (const sentence of remarksOn(pair, today)) transfer.report(sentence);
  const reason = reasonToLeave(served, pair);
  if (reason !== null) return { outcome: 'UNCHANGED', reason };
  using _hold = holdDownloads(parts.folder.path);
  const files: Downloaded[] = [];
  for (const listed of pair.exports) files.push(await obtain(listed, parts));
  const withdrawn = await withdrawnPublication(database, files);
  if (withdrawn) return { outcome: 'UNCHANGED', reason: withdrawnReason(pair, withdrawn) };
  for (const sentence of changedContents(served, pair, files)) transfer.report(sentence);
  const result = await importDownloads(files, parts);
  const names = pair.exports.map(({ name }) => name);
  const left = await removeOldDownloads(parts.folder.path, names);
  if (left !== null) transfer.report(left);
  return result.changed
    ? { outcome: 'IMPORTED', day: pair.day, import: result }
    : { outcome: 'UNCHANGED', reason: result.held ? heldReason(pair, result) : sameReason(pair) };
}

/** Of each register the export that is served; none of the demonstration. */
export async function servedExports(database: Database): Promise<readonly SourceRecord[]> {
  await using reading = await database.startReading();
  const publication = await currentPublication(reading.db).executeTakeFirst();
  if (!publication) return [];
  const sources = await sourcesByPublication(reading.db, [publication.id]).execute();
  return sources.filter(({ kind, demonstration }) => kind === 'FEED' && !demonstration);
}

/** What is to be known of a pair that is not of today. */
function remarksOn({ day, incomplete }: ListedPair, today: PlainDate): string[] {
  const late = daysBetween(day, today);
  return [
    ...incomplete.map(
      (each) => `of ${each.day} the ${each.missing} is not listed: an older pair is taken`,
    ),
    ...(late > LATE_DAYS ? [`the newest pair is of ${day}, ${late} days ago`] : []),
  ];
}

/** Why a pair is not to be downloaded, as far as the catalogue tells; null when it is. */
function reasonToLeave(served: readonly SourceRecord[], pair: ListedPair): string | null {
  const newer = served.find(({ datedOn }) => datedOn > pair.day);
  if (newer) {
    return `the newest pair is of ${pair.day}, and the ${newer.register} that is served is of ${newer.datedOn} (${newer.fileName}): nothing was changed`;
  }
  const isServed = ({ register, day, checksum }: ListedExport) =>
    served.some(
      (each) =>
        each.register === register &&
        each.datedOn === day &&
        checksum?.type === 'sha256' &&
        checksum.value === each.sha256,
    );
  return pair.exports.every(isServed) ? sameReason(pair) : null;
}

function sameReason({ day }: ListedPair): string {
  return `the newest pair, of ${day}, is the one that is served: nothing was changed`;
}

/** The publication that had these very files, when it was withdrawn: whoever did it would find it back. */
async function withdrawnPublication(database: Database, files: readonly Downloaded[]) {
  await using reading = await database.startReading();
  // Awaited, for the reading ends with this function.
  return await withdrawnWith(
    reading.db,
    files.map(({ sha256 }) => sha256),
  );
}

function withdrawnReason({ day }: ListedPair, { id, because }: WithdrawnPublication): string {
  return `the newest pair, of ${day}, is that of publication ${id}, which was withdrawn (${because}): nothing was changed; "debouches import" takes the files all the same`;
}

function heldReason({ day }: ListedPair, { publicationId }: ImportResult): string {
  return `the newest pair, of ${day}, is that of publication ${publicationId}, which is held: nothing was changed`;
}

/** Holds the folder of the downloads, in which two refreshes would mix their parts. */
function holdDownloads(folder: string): Disposable {
  const hold = holdFolder(folder, 'REFRESH_DIR');
  if (!hold) {
    throw new RefreshBusyError(`process ${holderOf(folder)} is refreshing into ${folder}: ${WAIT}`);
  }
  return { [Symbol.dispose]: () => hold.release() };
}

async function obtain(listed: ListedExport, parts: RefreshParts): Promise<Downloaded> {
  const { folder, transfer } = parts;
  const file = await download(listed, folder, transfer);
  transfer.report(
    file.transferred
      ? `${listed.name} was downloaded from ${listed.url.host}`
      : `${listed.name} is in ${folder.path} already`,
  );
  return file;
}

/** Imports what was downloaded; what is refused stays there, to be imported by hand. */
async function importDownloads(
  files: readonly Downloaded[],
  { database, today, method, hold, folder, transfer, onProgress }: RefreshParts,
): Promise<ImportResult> {
  const paths = files.map(({ path }) => path);
  const refuseBeside = async () => {
    if (await isImporting(database)) {
      throw new RefreshBusyError(`another import is running on this database: ${WAIT}`);
    }
  };
  await refuseBeside();
  const report: ImportProgress = (event) => {
    transfer.signal.throwIfAborted();
    onProgress?.(event);
  };
  try {
    return await importFiles(database, paths, {
      ...{ today, method, onProgress: report, ...(hold && { hold }) },
    });
  } catch (error) {
    if (!(error instanceof RefusedFileError)) throw error;
    // One that began meanwhile is why, or is to be waited for anyway.
    await refuseBeside();
    throw new RefusedFileError(`${error.message}; the files are in ${folder.path}`, {
      cause: error,
    });
  }
}

/** Exports that were published again under the name that is served, with another content. */
function changedContents(
  served: readonly SourceRecord[],
  pair: ListedPair,
  files: readonly Downloaded[],
): string[] {
  return pair.exports.flatMap(({ register, day, name }, at) => {
    const before = served.find((each) => each.register === register && each.datedOn === day);
    const sha256 = files[at]?.sha256;
    if (!before || sha256 === undefined || before.sha256 === sha256) return [];
    return [
      `${name} was published again with another content (SHA-256 ${sha256}, served is ${before.sha256}): it becomes a new publication`,
    ];
  });
}

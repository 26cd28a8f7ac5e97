import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  hashesOf,
  refuseOtherHash,
  refuseOtherLength,
  refuseTooLarge,
  type Wanted,
} from './download-checks.ts';
import { type DownloadFolder, diskError } from './download-folder.ts';
import { type Receipt, readReceipt, receiptPath, writeReceipt } from './receipt.ts';
import { TransferError } from './refresh-error.ts';
import { type Answer, get, statusError, type Transfer, withRetries } from './transfer.ts';

/** A file that is on disk as its server has it. */
export interface Downloaded {
  readonly path: string;
  readonly sha256: string;
  /** False when it was there from before. */
  readonly transferred: boolean;
}

/**
 * Downloads a file to a folder, or finds that it is there. It is written to `name.part` and gets its
 * name when it is complete: of the length that is said and of the checksum, if one is. What broke off
 * is resumed, by this or a later call, where the server can.
 *
 * - Throws `RefreshError` when it cannot be had or is not as it should be, `DataFolderError` when the
 *   folder cannot be used.
 */
export async function download(
  wanted: Wanted,
  folder: DownloadFolder,
  transfer: Transfer,
): Promise<Downloaded> {
  const path = join(folder.path, wanted.name);
  const files = { path, part: `${path}.part` };
  refuseTooLarge(wanted, wanted.bytes, folder.maxBytes);
  try {
    const kept = await keptFile(wanted, path);
    if (kept?.certain) return { path, sha256: kept.sha256, transferred: false };
    return await withRetries(async () => {
      const transferred = await fetchFile(wanted, { files, kept, folder, transfer });
      const sha256 = transferred ? await complete(wanted, files) : (kept?.sha256 ?? '');
      return { path, sha256, transferred };
    }, transfer);
  } catch (error) {
    throw diskError(folder.path, error);
  }
}

interface Files {
  readonly path: string;
  readonly part: string;
}

interface Kept {
  readonly receipt: Receipt | null;
  readonly sha256: string;
  /** Whether it is what is wanted by its checksum; else its server is asked. */
  readonly certain: boolean;
}

/** The file of an earlier download, if it is still whole and may be what is wanted. */
async function keptFile({ url, bytes, checksum }: Wanted, path: string): Promise<Kept | null> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile() || (bytes !== null && info.size !== bytes)) return null;
  const hashes = await hashesOf(path);
  const receipt = await readReceipt(path);
  if (checksum) {
    return hashes[checksum.type] === checksum.value
      ? { receipt, sha256: hashes.sha256, certain: true }
      : null;
  }
  const isOurs = receipt?.url === url.href && receipt.sha256 === hashes.sha256;
  return isOurs ? { receipt, sha256: hashes.sha256, certain: false } : null;
}

interface Fetching {
  readonly files: Files;
  readonly kept: Kept | null;
  readonly folder: DownloadFolder;
  readonly transfer: Transfer;
}

/** Writes the part of a file to its end; false when the server says that the kept file is the same. */
async function fetchFile(wanted: Wanted, fetching: Fetching): Promise<boolean> {
  const { files, kept, transfer } = fetching;
  const begun = await readBegun(wanted, files);
  const headers = begun
    ? { range: `bytes=${begun.bytes}-`, 'if-range': begun.validator }
    : unlessChanged(kept?.receipt ?? null);
  const answer = await get(wanted.url, headers, transfer);
  if (answer.status === 304 && kept && !begun) {
    await answer.discard();
    return false;
  }
  if (begun && answer.status === 416) {
    await answer.discard();
    await removePart(files);
    throw new TransferError(`${wanted.name} is another than the one that was begun`, {
      retry: true,
    });
  }
  if (answer.status !== 200 && !(begun && answer.status === 206)) {
    await answer.discard();
    throw statusError(`${wanted.name} at ${wanted.url.host}`, answer);
  }
  const from = answer.status === 206 && begun ? begun.bytes : 0;
  await writePart(wanted, { ...fetching, answer, from });
  return true;
}

/** Headers by which a server that has the same file still says only that. */
function unlessChanged(receipt: Receipt | null): Record<string, string> {
  if (!receipt?.validator) return {};
  const isTag = receipt.validator.startsWith('"');
  return isTag
    ? { 'if-none-match': receipt.validator }
    : { 'if-modified-since': receipt.validator };
}

/** What was begun and can be resumed: how many bytes, and of what state of the file. */
async function readBegun(
  { url }: Wanted,
  { part }: Files,
): Promise<{ readonly bytes: number; readonly validator: string } | null> {
  const receipt = await readReceipt(part);
  const bytes = (await stat(part).catch(() => null))?.size ?? 0;
  if (!receipt?.validator || receipt.url !== url.href || bytes === 0) return null;
  return { bytes, validator: receipt.validator };
}

/**
 * What says which state of a file an answer has, for `If-Range`: a strong tag, else the day of its
 * last change. Null without one, and for bytes that were compressed on the way.
 */
function validatorOf({ headers }: Answer): string | null {
  if (headers.has('content-encoding')) return null;
  const tag = headers.get('etag');
  return tag?.startsWith('"') ? tag : headers.get('last-modified');
}

/**
 * Bytes of the whole file, as an answer says; null when it does not, NaN when it goes on at another
 * place than was asked.
 */
function bytesOf({ status, headers }: Answer, from: number): number | null {
  const isEncoded = headers.has('content-encoding');
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
    if (isEncoded || !range || Number(range[1]) !== from) return Number.NaN;
    return range[2] === '*' ? null : Number(range[2]);
  }
  const length = isEncoded ? null : headers.get('content-length');
  return length === null ? null : Number(length);
}

interface Writing extends Fetching {
  readonly answer: Answer;
  /** Where in the file its bytes begin. */
  readonly from: number;
}

async function writePart(wanted: Wanted, writing: Writing): Promise<void> {
  const { files, answer, from, folder, transfer } = writing;
  const validator = validatorOf(answer);
  try {
    const bytesInAll = bytesOf(answer, from);
    checkLength(wanted, bytesInAll, folder);
    await writeReceipt(files.part, { url: wanted.url.href, validator, sha256: null });
    const written = await appendChunks(wanted, writing);
    if (bytesInAll !== null && written !== bytesInAll) {
      throw new TransferError(`${wanted.name} ended after ${written} of ${bytesInAll} bytes`, {
        retry: true,
      });
    }
  } catch (error) {
    await answer.discard();
    // A part is kept where it can be resumed, and does not fill the disk.
    const isBroken = transfer.signal.aborted || (error instanceof TransferError && error.retry);
    if (!isBroken || validator === null) await removePart(files);
    throw error;
  }
}

/** Checks what a server says of a file before it is taken. */
function checkLength(wanted: Wanted, bytes: number | null, folder: DownloadFolder): void {
  if (Number.isNaN(bytes)) {
    throw new TransferError(`${wanted.name} was resumed at another place than was asked`, {
      retry: false,
    });
  }
  refuseTooLarge(wanted, bytes, folder.maxBytes);
  refuseOtherLength(wanted, bytes);
}

/** Appends what arrives to the part, and gives how many bytes it has then. */
async function appendChunks(
  wanted: Wanted,
  { files, answer, from, folder }: Writing,
): Promise<number> {
  await using file = await open(files.part, from === 0 ? 'w' : 'a');
  let bytes = from;
  for await (const chunk of answer.chunks()) {
    bytes += chunk.length;
    refuseTooLarge(wanted, bytes, folder.maxBytes);
    await file.writeFile(chunk);
  }
  await file.sync();
  return bytes;
}

async function removePart({ part }: Files): Promise<void> {
  await rm(part, { force: true });
  await rm(receiptPath(part), { force: true });
}

/** Checks a part that is complete and gives it its name; gives its SHA-256. */
async function complete(wanted: Wanted, files: Files): Promise<string> {
  const receipt = await readReceipt(files.part);
  try {
    refuseOtherLength(wanted, (await stat(files.part)).size);
    const hashes = await hashesOf(files.part);
    refuseOtherHash(wanted, hashes);
    await rename(files.part, files.path);
    await writeReceipt(files.path, {
      ...{ url: wanted.url.href, validator: receipt?.validator ?? null },
      sha256: hashes.sha256,
    });
    return hashes.sha256;
  } finally {
    await removePart(files);
  }
}

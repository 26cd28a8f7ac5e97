import { randomFillSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MEBIBYTE = 1_048_576;

/**
 * Mebibytes that the embedded database needs to start on a disk that was full: three segments of its
 * log. With one it started in nine of ten trials.
 */
const RESERVE_MEBIBYTES = 48;

function reserveFile(folder: string): string {
  return join(folder, 'import-reserve');
}

/** Whether an import ended without releasing its reserve: it was killed, or the engine stopped. */
export function isReserveLeft(folder: string): boolean {
  return existsSync(reserveFile(folder));
}

/** Frees the disk space that an import holds back in a data folder. */
export async function releaseReserve(folder: string): Promise<void> {
  await rm(reserveFile(folder), { force: true });
}

/**
 * Holds disk space back in a data folder, as a file.
 *
 * - Throws `ENOSPC` when there is not so much, and leaves nothing.
 */
export async function takeReserve(folder: string): Promise<void> {
  // Random, so that no file system stores it in less.
  const block = randomFillSync(Buffer.alloc(MEBIBYTE));
  try {
    await using file = await open(reserveFile(folder), 'w');
    for (let left = RESERVE_MEBIBYTES; left > 0; left--) await file.writeFile(block);
  } catch (error) {
    await releaseReserve(folder);
    throw error;
  }
}

/** The embedded database stopped, or cannot be opened; a paragraph that says what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}

/** What to throw for an engine that stopped, or did not start, for a reason that it gave. */
export async function engineError(folder: string, cause: unknown): Promise<EmbeddedDatabaseError> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MEBIBYTE);
  if (free < RESERVE_MEBIBYTES) {
    return new EmbeddedDatabaseError(
      `the disk of ${folder} is full, ${free} MB are left: nothing was changed. The embedded database needs ${2 * RESERVE_MEBIBYTES} MB free, and an import several times the size of its files`,
      { cause },
    );
  }
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new EmbeddedDatabaseError(
    `the embedded database in ${folder} stopped (${reason}): nothing was changed. Do it again; if it does not open, restore the folder from a copy, or choose another with DATA_DIR and import anew`,
    { cause },
  );
}

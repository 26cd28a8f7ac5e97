import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { receiptPath } from './receipt.ts';

/**
 * Removes the downloads of a folder but those of some names. A file without a receipt was put there by
 * somebody else, and stays. Gives a sentence when that fails, which is no reason to fail what was
 * imported; else null.
 */
export async function removeOldDownloads(
  folder: string,
  kept: readonly string[],
): Promise<string | null> {
  try {
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const isOurs = /^export-fiches-.*\.zip(\.part)?$/.test(name) && existsSync(receiptPath(path));
      if (!isOurs || kept.includes(name)) continue;
      await rm(path, { force: true });
      await rm(receiptPath(path), { force: true });
    }
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `old downloads in ${folder} could not be removed (${reason}): remove them by hand`;
  }
}

import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { receiptPath } from './receipt.ts';

/**
 * Removes the downloads of a folder but those of some names. A file without a receipt was put there by
 * somebody else, and stays.
 */
export async function removeOldDownloads(folder: string, kept: readonly string[]): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter(
    (name) =>
      /^export-fiches-.*\.zip(\.part)?$/.test(name) &&
      !kept.includes(name) &&
      existsSync(receiptPath(join(folder, name))),
  );
  for (const name of old) {
    await rm(join(folder, name), { force: true });
    await rm(receiptPath(join(folder, name)), { force: true });
  }
}

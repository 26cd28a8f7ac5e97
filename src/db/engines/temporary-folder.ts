import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderError, lockFolder } from './data-folder.ts';

/** A folder that is gone when it is disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes a temporary folder of a kind. Those of the same kind that a process left which was killed are
 * removed: a lock of the operating system in each tells whether it is alive.
 *
 * - Throws `DataFolderError` when the folder of temporary files cannot be used.
 */
export async function openTemporaryFolder(kind: string): Promise<TemporaryFolder> {
  const start = `debouches-${kind}-`;
  await removeAbandoned(start);
  for (;;) {
    const path = await mkdtemp(join(tmpdir(), start)).catch((error: unknown) => {
      throw folderError(tmpdir(), error, 'TMPDIR');
    });
    const lock = await lockNew(path);
    // Another process, which removes those that are abandoned, was faster.
    if (!lock) continue;
    const dispose = async () => {
      lock.release();
      await rm(path, { recursive: true, force: true });
    };
    return { path, [Symbol.asyncDispose]: dispose };
  }
}

async function lockNew(path: string): Promise<{ release(): void } | null> {
  try {
    return lockFolder(path);
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

async function removeAbandoned(start: string): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(start))) {
    const path = join(tmpdir(), name);
    // What cannot be removed is another's, or is removed by another at this moment.
    await removeUnlessLocked(path).catch(() => {});
  }
}

async function removeUnlessLocked(path: string): Promise<void> {
  const { uid } = await lstat(path);
  // In a folder of another user a lock may be a link to anything.
  if (uid !== (process.getuid?.() ?? uid) || !existsSync(join(path, 'lock'))) return;
  const lock = lockFolder(path);
  if (!lock) return;
  lock.release();
  await rm(path, { recursive: true, force: true });
}

import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './data-folder.ts';

/** A folder that is gone when it is disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes a temporary folder of a kind. Those of the same kind that a process left which was killed are
 * removed: a lock of the operating system in each tells whether it is alive.
 *
 * - Throws the error of the system when the folder of temporary files cannot be used.
 */
export async function openTemporaryFolder(kind: string): Promise<TemporaryFolder> {
  const start = `debouches-${kind}-`;
  await removeAbandoned(start);
  for (;;) {
    const path = await mkdtemp(join(tmpdir(), start));
    const lock = await lockOrRemove(path);
    // Another process, which removes those that are abandoned, was faster.
    if (!lock) continue;
    const dispose = async () => {
      lock.release();
      await rm(path, { recursive: true, force: true });
    };
    return { path, [Symbol.asyncDispose]: dispose };
  }
}

/**
 * The lock of a folder that was made for it; null when another process has it.
 *
 * - Throws the error of the system where none can be made; the folder is gone then.
 */
export async function lockOrRemove(path: string): Promise<{ release(): void } | null> {
  try {
    return lockFolder(path);
  } catch (error) {
    await rm(path, { recursive: true, force: true }).catch(() => {});
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

/** A temporary folder of a kind, made when it is first needed, and anew where it is gone or could not be. */
export class LastingTemporaryFolder implements AsyncDisposable {
  readonly #kind: string;
  #folder: Promise<TemporaryFolder> | null = null;

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** Its path. Of several that need it at once the first one makes it. */
  async open(): Promise<string> {
    const before = this.#folder;
    this.#folder = this.#again(before);
    return (await this.#folder).path;
  }

  async #again(before: Promise<TemporaryFolder> | null): Promise<TemporaryFolder> {
    const known = await before?.catch(() => null);
    // What cleans up temporary folders may have removed it.
    if (known && existsSync(known.path)) return known;
    await known?.[Symbol.asyncDispose]();
    return openTemporaryFolder(this.#kind);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#folder?.catch(() => null))?.[Symbol.asyncDispose]();
  }
}

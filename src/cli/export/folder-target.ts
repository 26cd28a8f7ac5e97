import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../../http/open-data/write-files.ts';
import { ExportError } from './export-error.ts';
import type { Exported, ExportTarget } from './target.ts';

/** What is wrong with a folder, by the code of the system. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there: give the right to, or choose another folder',
  EPERM: 'this user may not write there: give the right to, or choose another folder',
  EROFS: 'it may be read alone: choose another folder',
  ENOTDIR: 'a part of it is a file: choose another folder',
  EEXIST: 'a part of it is a file: choose another folder',
  EISDIR: 'a folder is there where a file has to be: remove it, or choose another folder',
  ENOSPC:
    'the disk is full: files that are whole stay, and the manifest names none that is missing',
  EDQUOT:
    'the disk is full: files that are whole stay, and the manifest names none that is missing',
};

/** A folder, in which each file is written beside and renamed once it is on the disk. */
export class FolderTarget implements ExportTarget {
  readonly label: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.label = folder;
  }

  async has({ name, bytes, sha256 }: Exported): Promise<boolean> {
    const path = join(this.#folder, name);
    const there = await stat(path).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) return false;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex') === sha256;
  }

  async read(name: string): Promise<string | null> {
    return readFile(join(this.#folder, name), 'utf8').catch(() => null);
  }

  async write({ name, content }: Exported, signal: AbortSignal): Promise<void> {
    const path = join(this.#folder, name);
    const part = join(dirname(path), `.part-${randomUUID()}`);
    try {
      await mkdir(dirname(path), { recursive: true });
      try {
        if ('text' in content) await writeFile(part, content.text, { flush: true, signal });
        else {
          const file = createWriteStream(part, { flags: 'wx', flush: true });
          await pipeline(createReadStream(content.path), file, { signal });
        }
        await rename(part, path);
        await syncFolder(dirname(path));
      } finally {
        await rm(part, { force: true });
      }
    } catch (error) {
      signal.throwIfAborted();
      throw this.#told(error);
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await rm(join(this.#folder, name), { force: true });
    } catch (error) {
      throw this.#told(error);
    }
  }

  #told(error: unknown): unknown {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code];
    return reason === undefined
      ? error
      : new ExportError(`${this.#folder} cannot be written to: ${reason}`, 1, { cause: error });
  }
}

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { holderOf } from '../../db/engines/data-folder.ts';
import { lockOrRemove } from '../../db/engines/temporary-folder.ts';
import { syncFolder } from '../../http/open-data/write-files.ts';
import { partBeside, partsIn } from '../files/part-file.ts';
import { writeError } from '../files/write-error.ts';
import { ExportError } from './export-error.ts';
import type { Exported, ExportTarget } from './target.ts';

/** Where the lock of an export is while it runs. */
const HOLD = '.export';

/** A folder, in which each file is written beside and renamed once it is on the disk. */
export class FolderTarget implements ExportTarget {
  readonly label: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.label = folder;
  }

  async hold(): Promise<AsyncDisposable> {
    const place = join(this.#folder, HOLD);
    return this.#doing(async () => {
      await mkdir(place, { recursive: true });
      const lock = await lockOrRemove(place);
      if (!lock) {
        throw new ExportError(
          `${this.#folder} is being written to by another export, process ${holderOf(place)}: wait for its end, or stop it; one folder takes one export at a time`,
        );
      }
      await this.#removeParts();
      const dispose = async () => {
        // Before the lock is let go: whoever comes then makes one anew.
        await rm(place, { recursive: true, force: true }).catch(() => {});
        lock.release();
      };
      return { [Symbol.asyncDispose]: dispose };
    });
  }

  async has({ name, bytes, sha256 }: Exported, signal: AbortSignal): Promise<boolean> {
    const path = join(this.#folder, name);
    const there = await stat(path).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) return false;
    const hash = createHash('sha256');
    await this.#doing(() => pipeline(createReadStream(path), hash, { signal }));
    return hash.digest('hex') === sha256;
  }

  async read(name: string, signal: AbortSignal): Promise<string | null> {
    const path = join(this.#folder, name);
    return this.#doing(() =>
      readFile(path, { encoding: 'utf8', signal }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error.code === 'EISDIR' ? Object.assign(error, { path }) : error;
      }),
    );
  }

  async write({ name, content }: Exported, signal: AbortSignal): Promise<void> {
    const path = join(this.#folder, name);
    const part = partBeside(path);
    await this.#doing(async () => {
      try {
        await mkdir(dirname(path), { recursive: true });
        if ('text' in content) {
          await writeFile(part, content.text, { flag: 'wx', flush: true, signal });
        } else {
          const file = createWriteStream(part, { flags: 'wx', flush: true });
          await pipeline(createReadStream(content.path), file, { signal });
        }
        await rename(part, path).catch((error: unknown) => {
          throw Object.assign(error as Error, { path });
        });
        await syncFolder(dirname(path));
      } finally {
        await rm(part, { force: true }).catch(() => {});
      }
    });
  }

  async remove(name: string): Promise<void> {
    await this.#doing(() => rm(join(this.#folder, name), { force: true }));
  }

  /** Removes what an export left that was killed: the lock says that none is writing. */
  async #removeParts(): Promise<void> {
    const publications = join(this.#folder, 'publications');
    const names = await readdir(publications).catch(() => []);
    const numbered = names.map((name) => join(publications, name));
    const folders = numbered.flatMap((path) => [path, join(path, 'files')]);
    for (const folder of [this.#folder, join(this.#folder, '.well-known'), ...folders]) {
      for (const part of await partsIn(folder)) await rm(join(folder, part), { force: true });
    }
  }

  async #doing<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      throw writeError(this.#folder, error);
    }
  }
}

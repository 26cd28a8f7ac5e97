import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import { LastingTemporaryFolder } from '../../db/engines/temporary-folder.ts';
import { createSharedWork } from '../cache/shared-work.ts';
import { writingFiles } from '../files-unavailable.ts';

/** An answer that was written whole to a file. */
export interface WholeFile {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  /** Of all of its answers: `content-type`, `content-disposition` … */
  readonly headers: Readonly<Record<string, string>>;
  /** Quoted. */
  readonly etag: string;
}

/** What is written to a file, and what is said of it once it is. */
export interface FileWriting {
  readonly chunks: AsyncIterable<string | Uint8Array>;
  readonly describe: () => Pick<WholeFile, 'rows' | 'headers' | 'etag'>;
}

/** Bytes of all files together: the least recently used go first. */
export const FILES_BYTES = 1_073_741_824;

/** Answers that are written before they are sent, in a temporary folder of this process. */
export class WholeFiles implements AsyncDisposable {
  readonly #share = createSharedWork();
  readonly #folder = new LastingTemporaryFolder('reports');
  readonly #files = new LRUCache<string, WholeFile>({
    maxSize: FILES_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes),
    // Who reads it has opened it, and reads on.
    dispose: ({ path }) => void unlink(path).catch(() => {}),
  });

  /** A file that is there; what cleans up temporary folders may have removed one. */
  get(key: string): WholeFile | undefined {
    const file = this.#files.get(key);
    if (!file || existsSync(file.path)) return file;
    this.#files.delete(key);
    return undefined;
  }

  /** The file of a key. The first request writes it; others wait for it. */
  async write(
    key: string,
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<FileWriting>,
  ): Promise<WholeFile> {
    return this.#share(key, signal, async (shared) => {
      const file = await this.#write(shared, begin);
      this.#files.set(key, file);
      return file;
    });
  }

  /**
   * A file for one request alone, which is kept under a key, or gone when it is disposed of.
   *
   * - isKept: asked once it is written. Where another of the key is kept, this one is not.
   */
  async writeAlone(
    key: string,
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<FileWriting>,
    isKept: () => boolean,
  ): Promise<WholeFile & AsyncDisposable> {
    const file = await this.#write(signal, begin);
    const isItKept = isKept() && !this.#files.has(key);
    if (isItKept) this.#files.set(key, file);
    const dispose = async () => {
      if (!isItKept) await rm(file.path, { force: true });
    };
    return { ...file, [Symbol.asyncDispose]: dispose };
  }

  async #write(
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<FileWriting>,
  ): Promise<WholeFile> {
    const path = join(await writingFiles(() => this.#folder.open()), randomUUID());
    try {
      const { chunks, describe } = await begin(signal);
      await writingFiles(() => pipeline(chunks, createWriteStream(path), { signal }));
      const { size } = await stat(path);
      return { path, bytes: size, ...describe() };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#files.clear();
    await this.#folder[Symbol.asyncDispose]();
  }
}

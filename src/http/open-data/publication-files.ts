import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LastingTemporaryFolder } from '../../db/engines/temporary-folder.ts';
import { writingFiles } from '../files-unavailable.ts';
import { MANIFEST, type Manifest, manifestIn, sha256Of } from './manifest.ts';
import { syncFolder } from './write-files.ts';

/** The files of a publication, whole, in a folder. */
export interface KeptFiles {
  readonly folder: string;
  readonly manifest: Manifest;
  /** As it is served. */
  readonly text: string;
  /** SHA-256 of that text. */
  readonly sha256: string;
}

export interface PublicationFilesParts {
  /** Where files stay when the program ends; null = a temporary folder of this process. */
  readonly folder: string | null;
  /** Bytes of all files together; those of the publication that was written last stay in any case. */
  readonly maxBytes: number;
}

/** Which files: of a publication, in an edition. */
export interface FilesIdentity {
  readonly publication: number;
  readonly edition: string;
}

/** Writes files to a folder, which is there and empty. */
export type WriteFolder = (folder: string, signal: AbortSignal) => Promise<void>;

/** Names of folders with all files of a publication. */
const WHOLE = /^publication-([1-9]\d{0,8})-([\da-f]{24})$/;

/** Names of folders that are being written. */
const UNFINISHED = /^writing-/;

/** Milliseconds after which a folder that nobody writes to any longer is removed. */
const ABANDONED_MS = 86_400_000;

/**
 * The files of publications, each written once: beside the folder that is read, and renamed when it is
 * whole. Several processes may share the folder. Past the bound those of the oldest publication go
 * first.
 */
export class PublicationFiles implements AsyncDisposable {
  readonly #parts: PublicationFilesParts;
  readonly #kept = new Map<string, KeptFiles>();
  readonly #writing = new Map<string, Promise<KeptFiles>>();
  readonly #closed = new AbortController();
  readonly #temporary = new LastingTemporaryFolder('files');
  #isTidy = false;
  /** Publications that were written. */
  written = 0;

  constructor(parts: PublicationFilesParts) {
    this.#parts = parts;
  }

  /**
   * Files that are there; null where they are still to be written. Of files that were found before `only`
   * the one of a path is looked at again, where it is given: in all there are some eighty.
   */
  async find(identity: FilesIdentity, only?: string): Promise<KeptFiles | null> {
    const name = nameOf(identity);
    const folder = join(await writingFiles(() => this.#folder()), name);
    const known = this.#kept.get(name);
    // Another process of the folder may have let them go.
    if (known && (await isWhole(known, only))) return known;
    this.#kept.delete(name);
    const read = await this.#read(folder, name);
    if (read && (await isWhole(read))) return read;
    this.#kept.delete(name);
    return null;
  }

  /**
   * Files of a publication. The first request starts writing them, and later ones wait for the same
   * writing, which goes on when all clients have left. `signal` ends only the wait of one request.
   */
  async of(identity: FilesIdentity, signal: AbortSignal, write: WriteFolder): Promise<KeptFiles> {
    const name = nameOf(identity);
    const kept = await this.find(identity);
    if (kept) return kept;
    const writing = this.#writing.get(name) ?? this.#begin(name, write);
    return unlessAborted(writing, signal);
  }

  /** Whether files are being written: `of` then waits for them. */
  isWriting(identity: FilesIdentity): boolean {
    return this.#writing.has(nameOf(identity));
  }

  #begin(name: string, write: WriteFolder): Promise<KeptFiles> {
    const writing = writingFiles(() => this.#write(name, write)).finally(() =>
      this.#writing.delete(name),
    );
    // Requests that wait get the error; without any it must not count as unhandled.
    writing.catch(() => {});
    this.#writing.set(name, writing);
    return writing;
  }

  async #write(name: string, write: WriteFolder): Promise<KeptFiles> {
    const root = await this.#folder();
    const unfinished = join(root, `writing-${randomUUID()}`);
    const whole = join(root, name);
    try {
      await mkdir(unfinished);
      await write(unfinished, this.#closed.signal);
      this.#closed.signal.throwIfAborted();
      await rename(unfinished, whole).catch(async (error: unknown) => {
        const there = await this.#read(whole, name);
        // Another process was faster.
        if (there && (await isWhole(there))) return;
        if (!(await isThere(whole))) throw error;
        // Some of it was removed or spoiled since.
        await rm(whole, { recursive: true, force: true });
        await rename(unfinished, whole);
      });
      await syncFolder(root);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    this.written += 1;
    await this.#letOldGo(root, name);
    const kept = await this.#read(whole, name);
    if (!kept) throw new Error(`the files of ${name} are gone as soon as they were written`);
    return kept;
  }

  async #read(folder: string, name: string): Promise<KeptFiles | null> {
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const manifest = manifestIn(text) as Manifest | null;
    if (!manifest) return null;
    const kept = { folder, manifest, text, sha256: sha256Of(text) };
    this.#kept.set(name, kept);
    return kept;
  }

  async #letOldGo(root: string, newest: string): Promise<void> {
    const whole = (await readdir(root)).flatMap((name) => {
      const [, publication] = WHOLE.exec(name) ?? [];
      return publication === undefined ? [] : [{ name, publication: Number(publication) }];
    });
    const sizes = await Promise.all(
      whole.map(async (each) => ({ ...each, bytes: await bytesOf(join(root, each.name)) })),
    );
    let bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
    const oldest = sizes
      .filter(({ name }) => name !== newest)
      .sort((a, b) => a.publication - b.publication);
    for (const { name, bytes: own } of oldest) {
      if (bytes <= this.#parts.maxBytes) return;
      this.#kept.delete(name);
      // Who reads them has them open, and reads on.
      await rm(join(root, name), { recursive: true, force: true });
      bytes -= own;
    }
  }

  async #folder(): Promise<string> {
    const { folder } = this.#parts;
    if (folder === null) return this.#temporary.open();
    await mkdir(folder, { recursive: true });
    if (this.#isTidy) return folder;
    this.#isTidy = true;
    const before = Date.now() - ABANDONED_MS;
    for (const name of (await readdir(folder)).filter((each) => UNFINISHED.test(each))) {
      const path = join(folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (mtimeMs < before) await rm(path, { recursive: true, force: true });
    }
    return folder;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(new Error('the server is closing'));
    await Promise.allSettled(this.#writing.values());
    await this.#temporary[Symbol.asyncDispose]();
  }
}

function nameOf({ publication, edition }: FilesIdentity): string {
  return `publication-${publication}-${edition}`;
}

async function bytesOf(folder: string): Promise<number> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    const { files } = JSON.parse(text) as Manifest;
    return files.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(text));
  } catch {
    // Another process is letting it go.
    return 0;
  }
}

/**
 * Whether a manifest and all files that it names are there, or one of them: what cleans up temporary
 * folders removes some.
 */
async function isWhole({ folder, manifest, text }: KeptFiles, only?: string): Promise<boolean> {
  const all = [{ path: MANIFEST, bytes: Buffer.byteLength(text) }, ...manifest.files];
  const some = only === undefined ? all : all.filter(({ path }) => path === only);
  const sizes = await Promise.all(
    some.map(async ({ path, bytes }) => {
      const there = await stat(join(folder, path)).catch(() => null);
      return there?.size === bytes;
    }),
  );
  return sizes.every(Boolean);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/** A result, or the reason of the signal where that comes first. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mostOpenFiles } from '../open-files.ts';

/** Locks that are held: one that nobody refers to would be collected, and the folder freed. */
const held = new Set<DatabaseSync>();

/** The embedded database's folder is held by another process. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

/** The folder that a setting names cannot be used, that of the embedded database or another. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  constructor(folder: string, reason: string, setting = 'DATA_DIR') {
    super(
      `${setting} is ${JSON.stringify(folder)}, which cannot be used: ${reason}. A folder that this user may write to is accepted, or one that can be made`,
    );
  }
}

/** Where the engine has its files, and what is beside them until they are complete. */
export function engineFolder(folder: string): {
  readonly files: string;
  readonly unfinished: string;
} {
  return { files: join(folder, 'pglite'), unfinished: join(folder, 'pglite-unfinished') };
}

/**
 * Whether a folder holds a database. Makes nothing.
 *
 * - Throws `DataFolderError` when it can be no folder.
 */
export function holdsDatabase(folder: string): boolean {
  return usingFolder(folder, () => {
    if (!existsEntry(folder)) return false;
    if (!statSync(folder).isDirectory()) throw new DataFolderError(folder, 'it is no folder');
    const { files, unfinished } = engineFolder(folder);
    return existsSync(files) && !existsSync(unfinished);
  });
}

/** Whether there is something of this name, be it a link to nowhere. */
function existsEntry(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Does something with a folder; what the system has against it becomes a `DataFolderError`. */
export function usingFolder<Result>(folder: string, use: () => Result, setting?: string): Result {
  try {
    return use();
  } catch (error) {
    throw folderError(folder, error, setting);
  }
}

/** What the system says of a folder, by its codes. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EROFS: 'it cannot be written to',
  EEXIST: 'a file, or a link to nowhere, has this name',
  ENOTDIR: 'it, or what it is said to be in, is no folder',
  EISDIR: 'a folder is where a file should be',
  ENOENT: 'it leads nowhere, or cannot be made there',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  // Of SQLite, whose message says no more.
  ERR_SQLITE_ERROR: 'this user may not write to it',
};

/** A `DataFolderError` for what the system has against a folder; any other error as it is. */
export function folderError(folder: string, error: unknown, setting?: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason === undefined ? error : new DataFolderError(folder, reason, setting);
}

/** Makes a folder and those it is in. Node's own way never ends below `/proc`. */
function makeFolder(folder: string, setting?: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!existsSync(each)) throw error;
    }
  }
  if (!statSync(folder).isDirectory())
    throw new DataFolderError(folder, 'it is no folder', setting);
}

/** The process that holds a folder, as it wrote itself; it may be gone. */
export function holderOf(folder: string): string {
  return readHolder(join(folder, 'lock.pid'));
}

/**
 * Holds a data folder, made when it is missing, until released or until the process ends in
 * whatever way. The hold is a lock of the operating system, taken through SQLite, which Node
 * brings: a folder is never left locked by a process that died.
 *
 * - Throws `DataFolderInUseError` naming the process that holds it, and `DataFolderError` when it
 *   cannot be used.
 */
export function holdDataFolder(folder: string): { release(): void } {
  return usingFolder(folder, () => hold(folder));
}

/** Files that the engine and the server have open together; with less, the engine fails anywhere. */
const FEWEST_FILES = 256;

/** Throws `EMFILE` when this process may not open as many files as are needed. */
function checkOpenFiles(): void {
  const most = mostOpenFiles();
  if (most < FEWEST_FILES) {
    throw Object.assign(new Error(`${most} files may be open`), { code: 'EMFILE' });
  }
}

/**
 * Holds a folder that a setting names, for other things than a database, as `holdDataFolder` does.
 * Null when another process holds it: `holderOf` names it.
 *
 * - Throws `DataFolderError` when it cannot be used.
 */
export function holdFolder(folder: string, setting: string): { release(): void } | null {
  return usingFolder(
    folder,
    () => {
      makeFolder(folder, setting);
      return lockFolder(folder);
    },
    setting,
  );
}

function hold(folder: string): { release(): void } {
  checkOpenFiles();
  makeFolder(folder);
  const { files } = engineFolder(folder);
  if (existsSync(files) && !statSync(files).isDirectory()) {
    throw new DataFolderError(folder, `${files} is no folder`);
  }
  const lock = lockFolder(folder);
  if (!lock) {
    throw new DataFolderInUseError(
      `the embedded database in ${folder} is in use by process ${holderOf(folder)}: stop it first (a running server holds it), choose another folder with DATA_DIR, or use PostgreSQL with DATABASE_URL, which serves and imports at the same time`,
    );
  }
  return lock;
}

/** Code of SQLite when the disk is full. */
const SQLITE_FULL = 13;

/** Takes the lock of a folder that is there; null when another process has it. */
export function lockFolder(folder: string): { release(): void } | null {
  const lock = new DatabaseSync(join(folder, 'lock'));
  const holderFile = join(folder, 'lock.pid');
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error)) throw error;
    if ('errcode' in error && error.errcode === SQLITE_FULL) {
      throw Object.assign(error, { code: 'ENOSPC' });
    }
    if (!error.message.includes('locked')) throw error;
    return null;
  }
  held.add(lock);
  const release = () => {
    held.delete(lock);
    lock.close();
  };
  try {
    writeFileSync(holderFile, String(process.pid));
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

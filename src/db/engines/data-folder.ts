import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Locks that are held: one that nobody refers to would be collected, and the folder freed. */
const held = new Set<DatabaseSync>();

/** The embedded database's folder is held by another process. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

/**
 * Holds a data folder, made when it is missing, until released or until the process ends in
 * whatever way. The hold is a lock of the operating system, taken through SQLite, which Node
 * brings: a folder is never left locked by a process that died.
 *
 * - Throws `DataFolderInUseError` naming the process that holds it.
 */
export function holdDataFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock'));
  const holderFile = join(folder, 'lock.pid');
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error) || !error.message.includes('locked')) throw error;
    throw new DataFolderInUseError(
      `the embedded database in ${folder} is in use by process ${readHolder(holderFile)}: stop it first (a running server holds it), choose another folder with DATA_DIR, or use PostgreSQL with DATABASE_URL, which serves and imports at the same time`,
    );
  }
  held.add(lock);
  writeFileSync(holderFile, String(process.pid));
  return {
    release: () => {
      held.delete(lock);
      lock.close();
    },
  };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

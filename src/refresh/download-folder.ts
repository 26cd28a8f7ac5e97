import { folderError } from '../db/engines/data-folder.ts';
import { RefreshError } from './refresh-error.ts';

/** Where files are downloaded to. */
export interface DownloadFolder {
  readonly path: string;
  /** The most that one file may have. */
  readonly maxBytes: number;
}

/** What the disk has against a file of the folder, in words; any other error as it is. */
export function diskError(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new RefreshError(
      `the disk of ${folder} is full: make room, or choose another folder with REFRESH_DIR, and refresh again`,
      { failure: 'STORAGE', cause: error },
    );
  }
  return folderError(folder, error, 'REFRESH_DIR');
}

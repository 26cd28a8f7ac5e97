/** What the system has against writing, by its code, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there: give the right to, or choose another place',
  EPERM: 'this user may not write there: give the right to, or choose another place',
  EROFS: 'it may be read alone: choose another place',
  ENOENT: 'the folder it is to be in is not there: make it, or choose another place',
  ENOTDIR: 'a part of it is a file: choose another place',
  EEXIST: 'a part of it is a file: choose another place',
  EISDIR: 'a folder is there where a file has to be: remove it, or choose another place',
  ENOSPC: 'the disk is full: make room, or choose another place, and run the command again',
  EDQUOT:
    'the disk is full for this user: make room, or choose another place, and run the command again',
  ENAMETOOLONG: 'its name is too long: choose another',
  ELOOP: 'its links lead in a circle: choose another place',
  EIO: 'the disk has failed: choose another place',
  // Of the lock of a folder, whose message says no more.
  ERR_SQLITE_ERROR: 'this user may not write there: give the right to, or choose another place',
};

/** A file or folder that a command cannot write; the message says why, and what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** A `WriteError` for what the system has against what was given; any other error as it is. */
export function writeError(given: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const reason = REASONS[String(error.code)];
  if (reason === undefined) return error;
  const place = 'path' in error && typeof error.path === 'string' ? error.path : given;
  const at = place === given ? '' : ` (${place})`;
  return new WriteError(`${given} cannot be written to${at}: ${reason}`, { cause: error });
}

import { ConfigError } from '../config.ts';
import { DataFolderError, DataFolderInUseError } from '../db/engines/data-folder.ts';
import { EmbeddedDatabaseError } from '../db/engines/disk-reserve.ts';
import { LeftoverError } from '../db/load/remove-written.ts';
import { isUnreachable } from '../db/reachability.ts';
import { ReplicaError } from '../db/ready-replica.ts';
import { DatabaseUnavailableError, DomainError, RefusedFileError } from '../domain/errors.ts';
import { NoteError } from '../domain/notes/new-note.ts';
import { RetentionError } from '../domain/retention.ts';
import { ThemeError } from '../http/pages/own-theme.ts';
import { RefreshBusyError, RefreshError } from '../refresh/refresh-error.ts';
import { ExportError } from './export/export-error.ts';
import { WriteError } from './files/write-error.ts';

/** What a failed command says, and its exit code: 1 it failed, 2 it was called wrongly. */
export interface Failure {
  readonly message: string;
  readonly exitCode: 1 | 2;
}

/** Codes of a database server that does not let us in, and what to do about each. */
const SERVER_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: start the server or mend DATABASE_URL',
  ENOTFOUND: 'there is no such host: mend DATABASE_URL',
  EAI_AGAIN: 'the host cannot be looked up now: try again or mend DATABASE_URL',
  ETIMEDOUT: 'it does not answer: mend DATABASE_URL or the network',
  ECONNRESET: 'it closed the connection: try again',
  '08P01':
    'it refuses the settings of a session, as a connection pooler does: let DATABASE_URL lead to PostgreSQL itself (DATABASE_REPLICA_URL may lead through a pooler)',
  '28000': 'it refuses this user: mend DATABASE_URL',
  '28P01': 'it refuses this user or password: mend DATABASE_URL',
  '3D000': 'it has no such database: create it or mend DATABASE_URL',
  '42501': 'this user may not do that: the role must own the database',
  '57P03': 'it is starting up or shutting down: try again',
};

/** Codes of a port that cannot be listened on. */
const PORT_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program: stop it, or choose another port with PORT',
  EACCES: 'may not be used by this user: choose another port with PORT, above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine: choose another with HOST',
};

/** Codes of the system and of the embedded database when no more files may be opened. */
const TOO_FEW_FILES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', '53000']);

/** Codes of the system and of a database when a disk is full. */
const DISK_FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** A publication is served, and the tables of `bi` are still those of another; why is the cause. */
export class BiTablesError extends Error {
  override readonly name = 'BiTablesError';
  constructor(publicationId: number, cause: unknown) {
    super(
      `publication ${publicationId} is served, but the tables of bi could not be written and are those of the publication before; a server writes them within a minute, or the next import`,
      { cause },
    );
  }
}

/** A thread of a command failed, and has put it into words. */
export class FailedThreadError extends Error {
  override readonly name = 'FailedThreadError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Why something failed that another message tells of. */
function reasonOf(error: unknown): string {
  return isDiskFull(error) ? 'the disk is full' : failureOf(error).message;
}

/** Whether an error is the system's or a database's of a full disk. */
export function isDiskFull(error: unknown): boolean {
  return DISK_FULL.has(detailsOf(error).code);
}

/** Puts an error into words for the person who ran the command; a fault keeps its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailedThreadError) return error.failure;
  if (
    error instanceof ConfigError ||
    error instanceof DataFolderError ||
    error instanceof ThemeError
  ) {
    return { message: error.message, exitCode: 2 };
  }
  if (error instanceof ExportError) return error;
  if (error instanceof DatabaseUnavailableError) return failureOf(error.cause);
  if (error instanceof LeftoverError) {
    const { message, exitCode } = failureOf(error.cause);
    return {
      message: `${message}; what it had written is still there (${reasonOf(error.reason)}), and the next import removes it`,
      exitCode,
    };
  }
  if (error instanceof BiTablesError) {
    return { message: `${error.message}: ${reasonOf(error.cause)}`, exitCode: 1 };
  }
  const expected =
    error instanceof DomainError ||
    error instanceof NoteError ||
    error instanceof EmbeddedDatabaseError ||
    error instanceof RefusedFileError ||
    error instanceof RefreshBusyError ||
    error instanceof RefreshError ||
    error instanceof RetentionError ||
    error instanceof ReplicaError ||
    error instanceof DataFolderInUseError ||
    error instanceof WriteError;
  if (expected) return { message: error.message, exitCode: 1 };
  const { code, syscall, host, port } = detailsOf(error);
  if (syscall === 'listen' && PORT_ERRORS[code]) {
    return { message: `${host}:${port} ${PORT_ERRORS[code]}`, exitCode: 1 };
  }
  if (TOO_FEW_FILES.has(code)) {
    const message =
      'this process may not open as many files as it needs: raise the limit (ulimit -n 1024)';
    return { message, exitCode: 1 };
  }
  if (isDiskFull(error)) return { message: 'the disk is full: nothing was changed', exitCode: 1 };
  const server =
    SERVER_ERRORS[code] ??
    (code === '' && isUnreachable(error) ? SERVER_ERRORS['ETIMEDOUT'] : null);
  if (server) {
    const where = host === '' ? '' : ` at ${host}${port && `:${port}`}`;
    return { message: `the database server${where} cannot be used: ${server}`, exitCode: 1 };
  }
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    return {
      message: `the database was migrated by another version of this program (${error.message}): use that version, or another database`,
      exitCode: 1,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `unexpected error: ${stack}`, exitCode: 1 };
}

function detailsOf(error: unknown) {
  // A host with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const details = (first ?? {}) as Readonly<Record<string, unknown>>;
  return {
    code: String(details['code'] ?? ''),
    syscall: details['syscall'],
    host: String(details['address'] ?? details['hostname'] ?? ''),
    port: String(details['port'] ?? ''),
  };
}

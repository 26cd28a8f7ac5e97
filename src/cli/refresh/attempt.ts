import { DataFolderError, DataFolderInUseError } from '../../db/engines/data-folder.ts';
import { EmbeddedDatabaseError } from '../../db/engines/disk-reserve.ts';
import { LeftoverError } from '../../db/load/remove-written.ts';
import { isUnreachable } from '../../db/reachability.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import type { RefreshFailure } from '../../domain/refresh-status.ts';
import { RefreshBusyError, RefreshError } from '../../refresh/refresh-error.ts';
import type { WatchedAttempt } from '../../refresh/watch.ts';
import { failureOf, isDiskFull } from '../failure.ts';

/** Characters of the details of a failure: a stack may be long. */
const MOST_DETAIL = 2_000;

/** The attempt that an error ended. */
export function attemptEndedBy(error: unknown): WatchedAttempt {
  if (error instanceof RefreshBusyError) return { outcome: 'BUSY' };
  const detail = failureOf(error).message.slice(0, MOST_DETAIL);
  return { outcome: 'FAILED', failure: kindOf(error), detail };
}

function kindOf(error: unknown): RefreshFailure {
  if (error instanceof LeftoverError) return kindOf(error.cause);
  if (error instanceof RefreshError) return error.failure;
  if (error instanceof RefusedFileError) return 'EXPORTS';
  if (error instanceof DataFolderError || isDiskFull(error)) return 'STORAGE';
  const isOfDatabase =
    isUnreachable(error) ||
    error instanceof EmbeddedDatabaseError ||
    error instanceof DataFolderInUseError ||
    // What PostgreSQL and the embedded engine refuse has one.
    (error instanceof Error && 'severity' in error);
  return isOfDatabase ? 'DATABASE' : 'UNEXPECTED';
}

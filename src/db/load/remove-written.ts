import { setTimeout } from 'node:timers/promises';
import { EmbeddedDatabaseError } from '../engines/disk-reserve.ts';
import { isUnreachable } from '../reachability.ts';

/** Milliseconds between two attempts, and until the last one: a server that crashed starts again. */
const RETRY_MS = 500;
const TIMEOUT_MS = 30_000;

/** A writing failed (the cause), and what it wrote is still there. */
export class LeftoverError extends Error {
  override readonly name = 'LeftoverError';
  /** Why it could not be removed. */
  readonly reason: unknown;

  constructor(cause: unknown, reason: unknown) {
    super('what was written until then could not be removed', { cause });
    this.reason = reason;
  }
}

/**
 * Removes what was written until an error stopped it: at once, or as soon as the database answers
 * again. An embedded database that stopped does it when it is opened again.
 *
 * - Throws `LeftoverError` when that fails too.
 */
export async function removeWritten(failure: unknown, remove: () => Promise<void>): Promise<void> {
  if (failure instanceof EmbeddedDatabaseError) return;
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      return await remove();
    } catch (reason) {
      if (reason instanceof EmbeddedDatabaseError) return;
      if (!isUnreachable(reason) || waited >= TIMEOUT_MS) throw new LeftoverError(failure, reason);
      await setTimeout(RETRY_MS);
    }
  }
}

import type { RefreshAttempt } from '../domain/refresh-status.ts';
import { nextRefresh, type Schedule } from './schedule.ts';

/** One refresh of a watch; `BUSY` when another process refreshes or imports. */
export type WatchedAttempt = RefreshAttempt | { readonly outcome: 'BUSY' };

/** What repeats refreshes. */
export interface WatchParts {
  readonly schedule: Schedule;
  /** Refreshes once. */
  readonly refresh: () => Promise<WatchedAttempt>;
  /** Called after each, with when the next one is due. */
  readonly onAttempt: (attempt: WatchedAttempt, due: Date) => Promise<void>;
  readonly clock: () => Date;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Waits at most so many milliseconds; throws when the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** A machine that slept looks at its clock again after at most so many milliseconds. */
const LOOK_MS = 60_000;

/**
 * Refreshes at once and then by a schedule, until the signal is given. While another process is
 * refreshing it looks again as soon as after a first failure, and counts none.
 *
 * - Throws what `refresh` throws: what waiting does not mend.
 */
export async function watch(parts: WatchParts): Promise<void> {
  const { schedule, clock, signal } = parts;
  let failures = 0;
  while (!signal.aborted) {
    const attempt = await parts.refresh();
    if (signal.aborted) return;
    if (attempt.outcome === 'FAILED') failures += 1;
    else if (attempt.outcome !== 'BUSY') failures = 0;
    const due = nextRefresh(schedule, clock(), {
      failures: attempt.outcome === 'BUSY' ? 1 : failures,
      random: parts.random(),
    });
    await parts.onAttempt(attempt, due);
    while (!signal.aborted && clock() < due) {
      const ms = Math.min(LOOK_MS, due.getTime() - clock().getTime());
      await parts.wait(ms, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  }
}

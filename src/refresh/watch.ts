import { nextRefresh, type Schedule } from './schedule.ts';

/** What repeats refreshes. */
export interface WatchParts {
  readonly schedule: Schedule;
  /** Refreshes once; false when that failed and may succeed another time. */
  readonly refresh: () => Promise<boolean>;
  readonly clock: () => Date;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Waits at most so many milliseconds; throws when the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly signal: AbortSignal;
  readonly report: (sentence: string) => void;
}

/** A machine that slept looks at its clock again after at most so many milliseconds. */
const LOOK_MS = 60_000;

/**
 * Refreshes at once and then by a schedule, until the signal is given.
 *
 * - Throws what `refresh` throws: what waiting does not mend.
 */
export async function watch(parts: WatchParts): Promise<void> {
  const { schedule, clock, signal } = parts;
  let failures = 0;
  while (!signal.aborted) {
    failures = (await parts.refresh()) ? 0 : failures + 1;
    const due = nextRefresh(schedule, clock(), { failures, random: parts.random() });
    parts.report(`next refresh at ${due.toISOString()}`);
    while (!signal.aborted && clock() < due) {
      const ms = Math.min(LOOK_MS, due.getTime() - clock().getTime());
      await parts.wait(ms, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  }
}

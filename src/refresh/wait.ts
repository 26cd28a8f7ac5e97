import { setTimeout } from 'node:timers/promises';

/** Waits for some milliseconds; throws when the signal is given. */
export function waitFor(ms: number, signal: AbortSignal): Promise<unknown> {
  return setTimeout(ms, undefined, { signal });
}

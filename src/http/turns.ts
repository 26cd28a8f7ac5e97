import { setImmediate } from 'node:timers';

/** After so long in one turn of the event loop, in milliseconds, what comes next waits for another. */
const LONG_MS = 5;

/** Resolves when it is the turn of an answer; undefined when it is already. */
export type NextTurn = () => Promise<void> | undefined;

/**
 * Makes what spreads long answers over turns of the event loop. Requests that arrive together would
 * all be answered before any answer is sent on: an answer of many parts would wait for all of them
 * at each part.
 */
export function createTurns(now: () => number = () => performance.now()): NextTurn {
  let beganAt: number | null = null;
  const waiting: (() => void)[] = [];
  const begin = () => {
    beganAt = now();
    setImmediate(end);
  };
  const end = () => {
    beganAt = null;
    const next = waiting.shift();
    if (!next) return;
    begin();
    next();
  };
  return () => {
    if (beganAt === null) begin();
    else if (waiting.length > 0 || now() - beganAt >= LONG_MS) {
      return new Promise((resolve) => waiting.push(resolve));
    }
    return undefined;
  };
}

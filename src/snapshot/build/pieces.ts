import { setImmediate } from 'node:timers/promises';
import type { Work } from '../../domain/work.ts';

/** Milliseconds after which work gives the event loop back. */
const PIECE = 10;

let last: Promise<void> = Promise.resolve();

/** Waits for a turn of the event loop that nobody else waits for: works side by side take turns. */
export function nextTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}

/** Does work with the event loop free every few milliseconds. */
export async function inPieces<Result>(work: Work<Result>): Promise<Result> {
  for (;;) {
    await nextTurn();
    const since = performance.now();
    while (performance.now() - since < PIECE) {
      const { done, value } = work.next();
      if (done) return value;
    }
  }
}

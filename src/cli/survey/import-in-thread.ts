import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { FailedThreadError, type Failure } from '../failure.ts';
import type { ImportThread } from './import-thread.ts';

/**
 * Megabytes of objects that have just been made. An import makes gigabytes of those, and where memory is
 * plenty the heap grows by three times what it holds: a million holders took 620 MB in the main thread,
 * and 360 MB so, in the same time.
 */
const YOUNG_MEGABYTES = 16;

/** Megabytes of objects that stay: those of the largest import are in columns outside of the heap. */
const OLD_MEGABYTES = 300;

/** Milliseconds that a thread which failed has to end by itself. */
const LINGER_MS = 1_000;

/** Imports files of surveys in a thread of its own. Throws `FailedThreadError` with what is to be said. */
export async function importInThread(given: ImportThread): Promise<void> {
  const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: given,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      maxOldGenerationSizeMb: OLD_MEGABYTES,
    },
  });
  const ended = once(thread, 'exit');
  const failure = await Promise.race([
    once(thread, 'message').then(([failed]) => failed as Failure),
    ended.then(() => null),
  ]);
  if (failure === null) return;
  // An engine that did not start leaves timers behind.
  await Promise.race([ended, setTimeout(LINGER_MS)]);
  await thread.terminate();
  throw new FailedThreadError(failure);
}

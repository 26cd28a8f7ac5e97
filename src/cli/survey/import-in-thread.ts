import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { RefusedFileError } from '../../domain/errors.ts';
import { FailedThreadError, type Failure } from '../failure.ts';
import type { ImportThread } from './import-thread.ts';

/**
 * Megabytes of objects that have just been made. An import makes gigabytes of those, and where memory is
 * plenty the heap grows by three times what it holds: in the main thread a million holders take half as
 * much memory again, in the same time.
 */
const YOUNG_MEGABYTES = 16;

/** Megabytes of objects that stay: those of the largest import are in columns outside of the heap. */
const OLD_MEGABYTES = 600;

/** Milliseconds that a thread which failed has to end by itself. */
const LINGER_MS = 1_000;

const TOO_LARGE =
  'the files take more memory than an import may: import the certifications in several files, one after the other; nothing was changed';

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Imports files of surveys in a thread of its own. Throws `FailedThreadError` with what is to be said. */
export async function importInThread(given: ImportThread): Promise<void> {
  const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: given,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      maxOldGenerationSizeMb: OLD_MEGABYTES,
    },
  });
  const ended = once(thread, 'exit').catch((error: unknown) => {
    throw isOutOfMemory(error) ? new RefusedFileError(TOO_LARGE, { cause: error }) : error;
  });
  const failure = await Promise.race([
    new Promise<Failure>((resolve) => thread.once('message', resolve)),
    ended.then(() => null),
  ]);
  if (failure === null) return;
  // An engine that did not start leaves timers behind.
  await Promise.race([ended, setTimeout(LINGER_MS)]);
  await thread.terminate();
  throw new FailedThreadError(failure);
}

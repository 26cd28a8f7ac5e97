import PQueue from 'p-queue';
import type { Payer } from './fair-turns.ts';

/** What is done so many at once, each in its turn: reads of the database, parts of reports. */
export interface FairQueue {
  /** Does something when it is its turn; not at all once its signal is aborted. */
  readonly inTurn: <Result>(
    payer: Payer,
    act: () => Promise<Result>,
    signal?: AbortSignal,
  ) => Promise<Result>;
  readonly running: () => number;
  readonly waiting: () => number;
}

/**
 * Makes a queue whose next is of the client that waits for least, so that the many of one client do
 * not keep the only one of another waiting.
 */
export function createFairQueue(atOnce: number): FairQueue {
  const queue = new PQueue({ concurrency: atOnce });
  const inTurn: FairQueue['inTurn'] = async ({ client }, act, signal) => {
    const priority = -client.queued;
    client.queued += 1;
    try {
      return await queue.add(act, { priority, ...(signal && { signal }) });
    } finally {
      client.queued -= 1;
    }
  };
  return { inTurn, running: () => queue.pending, waiting: () => queue.size };
}

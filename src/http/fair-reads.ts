import PQueue from 'p-queue';
import type { Payer } from './fair-turns.ts';

/** Reads of the database, each in its turn. */
export interface FairReads {
  /** Does a read when it is its turn; not at all when its signal is aborted by then. */
  readonly inTurn: <Result>(
    payer: Payer,
    read: () => Promise<Result>,
    signal: AbortSignal | undefined,
  ) => Promise<Result>;
  /** How many wait for their turn. */
  readonly waiting: () => number;
}

/**
 * Makes what deals out the connections to the database: those are next whose client waits for least,
 * so that many reads of one client do not keep the only one of another waiting.
 */
export function createFairReads(atOnce: number): FairReads {
  const queue = new PQueue({ concurrency: atOnce });
  const inTurn: FairReads['inTurn'] = async ({ client }, read, signal) => {
    const priority = -client.reading;
    client.reading += 1;
    // Whether the database is silent is known once a read that it does not answer has ended.
    const begin = () => {
      signal?.throwIfAborted();
      return read();
    };
    try {
      return await queue.add(begin, { priority });
    } finally {
      client.reading -= 1;
    }
  };
  return { inTurn, waiting: () => queue.size };
}

/** Runs what several ask for at the same time once, for all of them. */
export type SharedWork = <Result>(
  key: string,
  /** Aborted when this caller does not wait any longer. */
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result>;

interface Running {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  callers: number;
}

/**
 * Makes a `SharedWork`. Aborting one caller rejects only that caller; the last one aborts the work.
 * A failure rejects all who wait, and is not remembered.
 */
export function createSharedWork(): SharedWork {
  const running = new Map<string, Running>();
  const forget = (key: string, work: Running) => {
    if (running.get(key) === work) running.delete(key);
  };
  const begin = (key: string, run: (signal: AbortSignal) => Promise<unknown>): Running => {
    const controller = new AbortController();
    const work = { result: run(controller.signal), controller, callers: 0 };
    const end = () => forget(key, work);
    work.result.then(end, end);
    running.set(key, work);
    return work;
  };
  return async <Result>(
    key: string,
    signal: AbortSignal,
    run: (signal: AbortSignal) => Promise<Result>,
  ) => {
    signal.throwIfAborted();
    const work = running.get(key) ?? begin(key, run);
    work.callers += 1;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    try {
      return await Promise.race([work.result as Promise<Result>, aborted]);
    } finally {
      signal.removeEventListener('abort', abort);
      work.callers -= 1;
      if (work.callers === 0 && signal.aborted) {
        // Nobody may join what is cancelled.
        forget(key, work);
        work.controller.abort(signal.reason);
      }
    }
  };
}

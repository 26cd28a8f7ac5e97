/** FIFO mutex of one connection. */
export class Mutex {
  #last: Promise<void> = Promise.resolve();

  /**
   * Waits for its turn; gives what ends it.
   *
   * - Throws the reason of the signal when it is given before.
   */
  async acquire(signal?: AbortSignal): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    try {
      await (signal ? beforeAbort(before, signal) : before);
      return resolve;
    } catch (reason) {
      // Whoever comes next still waits for those before.
      void before.then(resolve);
      throw reason;
    }
  }
}

/** Waits for a promise, or throws the reason of the signal. */
async function beforeAbort(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

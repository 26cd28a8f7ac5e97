/** How many are let in at once, and how many may wait for their turn. */
export interface GateLimits {
  readonly running: number;
  /** Any number when it is not given. */
  readonly waiting?: number;
}

/** Those who are in, and those who wait for their turn. */
export interface GateLoad {
  readonly running: number;
  readonly waiting: number;
}

/** Lets so many in at once, in the order of coming. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  get load(): GateLoad {
    return { running: this.#running, waiting: this.#queue.length };
  }

  /** Whether as many wait as may: whoever comes now should be sent away. */
  get isFull(): boolean {
    const { running, waiting = Number.POSITIVE_INFINITY } = this.#limits;
    return this.#running >= running && this.#queue.length >= waiting;
  }

  /**
   * Waits for a turn, which lasts until it is disposed of.
   *
   * - Throws the reason of the signal when it is given meanwhile.
   */
  async enter(signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted();
    if (this.#running >= this.#limits.running) await this.#turn(signal);
    else this.#running++;
    let inside = true;
    return {
      [Symbol.dispose]: () => {
        if (!inside) return;
        inside = false;
        const next = this.#queue.shift();
        // A place that is passed on stays taken.
        if (next) next();
        else this.#running--;
      },
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      const place = this.#queue.indexOf(come);
      if (place >= 0) this.#queue.splice(place, 1);
      reject(signal.reason);
    };
    const come = () => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    signal.addEventListener('abort', leave, { once: true });
    this.#queue.push(come);
    return promise;
  }
}

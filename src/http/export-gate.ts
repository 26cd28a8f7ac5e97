/** How many reports are read at once, and how many may wait for their turn. */
export interface GateLimits {
  readonly running: number;
  readonly waiting: number;
}

/** Lets so many in at once, in the order of coming. */
export class ExportGate {
  readonly #limits: GateLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** Reports that are read, and that wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#queue.length };
  }

  /**
   * Waits for a turn and gives what ends it; null when too many wait already.
   *
   * - Throws the reason of the signal when it is given meanwhile.
   */
  async enter(signal: AbortSignal): Promise<(() => void) | null> {
    signal.throwIfAborted();
    if (this.#running >= this.#limits.running) {
      if (this.#queue.length >= this.#limits.waiting) return null;
      await this.#turn(signal);
    } else {
      this.#running++;
    }
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const next = this.#queue.shift();
      // A place that is passed on stays taken.
      if (next) next();
      else this.#running--;
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

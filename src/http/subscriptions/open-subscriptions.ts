import { TooManySubscriptionsError } from '../../domain/errors.ts';
import type { Share } from '../fair-turns.ts';

/** A subscription that is open. */
export interface Place {
  /** Aborted when it ends: its client has left, or the server closes. */
  readonly signal: AbortSignal;
  /** Ends it. A second time does nothing. */
  readonly end: () => void;
}

/** The subscriptions that are open, bounded over all clients and for each. */
export class OpenSubscriptions {
  readonly #most: number;
  readonly #mostOfClient: number;
  readonly #open = new Map<Share, Set<AbortController>>();
  /** Events that were told to all of them so far. */
  told = 0;
  #count = 0;
  #isClosed = false;

  constructor(most: number) {
    this.#most = most;
    this.#mostOfClient = Math.ceil(most / 4);
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Opens one, which ends when the signal is aborted at the latest; on a server that closes it has
   * ended already.
   *
   * - Throws `TooManySubscriptionsError`.
   */
  open(client: Share, signal: AbortSignal): Place {
    const own = this.#open.get(client) ?? new Set();
    if (this.#count >= this.#most) throw new TooManySubscriptionsError(this.#most, 'ALL');
    if (own.size >= this.#mostOfClient) {
      throw new TooManySubscriptionsError(this.#mostOfClient, 'CLIENT');
    }
    const controller = new AbortController();
    const end = () => {
      signal.removeEventListener('abort', end);
      if (own.delete(controller)) this.#count -= 1;
      if (own.size === 0 && this.#open.get(client) === own) this.#open.delete(client);
      controller.abort();
    };
    this.#open.set(client, own);
    own.add(controller);
    this.#count += 1;
    controller.signal.addEventListener('abort', end);
    signal.addEventListener('abort', end);
    if (signal.aborted || this.#isClosed) end();
    return { signal: controller.signal, end };
  }

  /** Ends all, and each that is opened from now on. */
  close(): void {
    this.#isClosed = true;
    for (const own of [...this.#open.values()]) for (const each of [...own]) each.abort();
  }
}

import type { LoadRequest } from '../load.ts';
import { type Client, createClient } from './client.ts';
import { type Outcomes, Tally } from './tally.ts';

/** Latencies of one client; in milliseconds from when a request was due, null without an answer. */
export interface Latencies {
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  /** Those that were not answered with 200. */
  readonly failed: Outcomes;
}

/** Connections that a client opens when answers are late. */
const CONNECTIONS = 64;

/** A client that asks steadily, whatever comes of it. */
export class Neighbour {
  readonly #client: Client;
  readonly #timer: NodeJS.Timeout;
  readonly #milliseconds: number[] = [];
  readonly #failed = new Tally();
  readonly #running = new Set<Promise<void>>();

  /** Sends the request of each number from an address, so many in a second. */
  constructor(
    port: number,
    { localAddress, perSecond }: { readonly localAddress: string; readonly perSecond: number },
    requestAt: (index: number) => LoadRequest,
  ) {
    this.#client = createClient(port, localAddress, CONNECTIONS);
    const interval = 1000 / perSecond;
    const begun = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      // Those that this process was late with are sent now, and counted from now.
      const due = Math.floor((performance.now() - begun) / interval);
      if (due <= sent) return;
      sent = due;
      const sending = this.#send(requestAt(sent));
      this.#running.add(sending);
      void sending.finally(() => this.#running.delete(sending));
    }, interval / 4);
  }

  async #send(request: LoadRequest): Promise<void> {
    const from = performance.now();
    const outcome = await this.#client.send(request);
    if (outcome !== '200') this.#failed.count(outcome);
    this.#milliseconds.push(performance.now() - from);
  }

  /** Ends it, once what was sent is answered. */
  async stop(): Promise<Latencies> {
    clearInterval(this.#timer);
    await Promise.all(this.#running);
    this.#client.close();
    const sorted = this.#milliseconds.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
    return { p50: at(0.5), p99: at(0.99), max: at(1), failed: this.#failed.outcomes };
  }
}

import type { ServerResponse } from 'node:http';
import { ReadTooSlowlyError } from '../../domain/errors.ts';
import type { Work } from '../../domain/work.ts';
import type { Account } from '../clients.ts';
import { createFairQueue, type FairQueue } from '../fair-queue.ts';
import type { FairTurns, Share } from '../fair-turns.ts';

/** Milliseconds after which a report whose reader takes nothing makes room for another. */
const SLOW_MS = 1_000;

/** One client has this share of the reports that may be open, at most; and some in any case. */
const CLIENT_SHARE = 1 / 4;
const ANY_CLIENT = 8;

/** How many reports there may be. */
export interface ReportBounds {
  /** Those that are made at once. */
  readonly concurrency: number;
  /** Those that are open beside them: they wait for a place, or for their readers. */
  readonly queueLimit: number;
}

/** A report that is made and sent, until disposed of. */
export interface OpenReport extends Disposable {
  /** Aborted when another report has taken its room. */
  readonly signal: AbortSignal;
  /** Waits for a turn to go on, of which as little is taken as there is left to do. */
  readonly pause: () => Promise<void> | undefined;
  /** Does what is computed for it: what is long in turns. */
  readonly run: <Result>(work: Work<Result>, signal: AbortSignal) => Result | Promise<Result>;
  /** Makes a part of it, in a place and a turn of its own. In between it has neither. */
  readonly make: <Part>(act: () => Promise<Part>, signal: AbortSignal) => Promise<Part>;
}

/** What was written to it and not taken yet. */
type Response = Pick<ServerResponse, 'writableLength'>;

interface Open {
  readonly controller: AbortController;
  readonly client: Share;
  readonly response: Response;
  /** When a part of it was last made; null while one is, or waits for that. */
  madeAt: number | null;
}

/**
 * Reports that are open. Some at once are made, the others wait for it, those of the client that waits
 * for least being next; a report whose reader is waited for has no place. When no more may be open,
 * one of the client that has most makes room, if its reader takes nothing; where one client has its
 * share, one of its own does.
 */
export class OpenReports {
  readonly #queue: FairQueue;
  readonly #most: number;
  readonly #mostOfOne: number;
  readonly #turns: FairTurns;
  readonly #now: () => number;
  readonly #open = new Set<Open>();

  constructor(
    { concurrency, queueLimit }: ReportBounds,
    turns: FairTurns,
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
    this.#queue = createFairQueue(concurrency);
    this.#most = concurrency + queueLimit;
    this.#mostOfOne = Math.max(ANY_CLIENT, Math.ceil(this.#most * CLIENT_SHARE));
    this.#turns = turns;
  }

  /** Reports by what they do: they are made, wait for that, or are read by their clients. */
  get counts(): { readonly running: number; readonly waiting: number; readonly sending: number } {
    const [running, waiting] = [this.#queue.running(), this.#queue.waiting()];
    return { running, waiting, sending: Math.max(0, this.#open.size - running - waiting) };
  }

  /** Opens a report of a client; null when there are too many, or too many of its own. */
  open(account: Account, response: Response): OpenReport | null {
    const { client } = account;
    const own = [...this.#open].filter((each) => each.client === client);
    if (own.length >= this.#mostOfOne && !this.#makeRoom(own)) return null;
    if (this.#open.size >= this.#most && !this.#makeRoom(this.#ofWhoHasMost())) return null;
    const controller = new AbortController();
    const open: Open = { controller, client, response, madeAt: this.#now() };
    this.#open.add(open);
    return {
      signal: controller.signal,
      pause: () => this.#turns.own(account),
      run: (work, signal) => this.#turns.run(work, account, () => signal),
      make: (act, signal) => this.#make(open, account, act, signal),
      [Symbol.dispose]: () => void this.#open.delete(open),
    };
  }

  async #make<Part>(
    open: Open,
    account: Account,
    act: () => Promise<Part>,
    signal: AbortSignal,
  ): Promise<Part> {
    open.madeAt = null;
    try {
      const begin = async () => {
        await this.#turns.own(account);
        signal.throwIfAborted();
        return act();
      };
      return await this.#queue.inTurn(account, begin, signal);
    } finally {
      open.madeAt = this.#now();
    }
  }

  /** Breaks off the one of some reports whose reader was waited for longest. */
  #makeRoom(of: readonly Open[]): boolean {
    const latest = this.#now() - SLOW_MS;
    const [slowest] = of
      // Something was written that is not taken.
      .filter(({ madeAt, response }) => (madeAt ?? latest) < latest && response.writableLength > 0)
      .toSorted((a, b) => Number(a.madeAt) - Number(b.madeAt));
    if (!slowest) return false;
    this.#open.delete(slowest);
    slowest.controller.abort(new ReadTooSlowlyError());
    return true;
  }

  #ofWhoHasMost(): readonly Open[] {
    const byClient = Map.groupBy(this.#open, ({ client }) => client);
    return [...byClient.values()].reduce(
      (most, each) => (each.length > most.length ? each : most),
      [],
    );
  }
}

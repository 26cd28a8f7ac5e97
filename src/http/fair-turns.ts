import { setImmediate } from 'node:timers';
import type { Work } from '../domain/work.ts';

/** What has a part of the processor: a client, or one of its connections. */
export class Share {
  /**
   * Milliseconds of processor that it had, and those it let pass while it asked for nothing: who has
   * least is next.
   */
  had = 0;
  /** What the part that was served last had had: a connection of a client, or a client of all. */
  floor = 0;
  /** What it waits for in queues. */
  queued = 0;
}

/** Who something is done for. */
export interface Payer {
  readonly client: Share;
  readonly connection: Share;
  /** Notes milliseconds of processor that were spent. */
  readonly spend: (milliseconds: number) => void;
}

/** After so long in one turn of the event loop, in milliseconds, what comes next waits for another. */
const LONG_MS = 5;

/** How long one piece of work may take, in milliseconds. */
const PIECE_MS = 10;

/** How many times connections that come are let in first, before somebody who waits has a turn. */
const MOST_LET_IN = 100;

interface Waiting {
  readonly payer: Payer;
  readonly begin: () => void;
}

/**
 * Turns of the event loop, dealt out fairly. Short answers are given as they come. After a long one
 * the others wait, and those are next whose client had least of the processor; of one client, those
 * whose connection had least. Who was away has no more of it than who was not.
 *
 * `spend` is called with what a turn took that was waited for; what is done at once is timed by who
 * does it, with `timed`.
 */
export class FairTurns {
  readonly #now: () => number;
  readonly #all = new Share();
  readonly #waiting: Waiting[] = [];
  #beganAt: number | null = null;
  /** Whose turn it is, if it was waited for. */
  #owner: Payer | null = null;
  /** Milliseconds of the turn that were noted already. */
  #noted = 0;
  /** Whether a connection came since that was last looked at. */
  #hasArrived = false;
  /** How often connections were let in since somebody who waited had a turn. */
  #letIn = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Resolves when it is somebody's turn; undefined when it is already. */
  next(payer: Payer): Promise<void> | undefined {
    this.#catchUp(payer);
    if (this.#beganAt === null) this.#begin(null);
    else if (this.#waiting.length > 0 || this.#now() - this.#beganAt >= LONG_MS) {
      return this.#wait(payer);
    }
    return undefined;
  }

  /**
   * Resolves in a turn of its own, which is charged with all that is done in it; undefined while one
   * that it has is short.
   */
  own(payer: Payer): Promise<void> | undefined {
    if (this.#beganAt === null) this.#begin(null);
    else if (this.#owner === payer && this.#now() - this.#beganAt < LONG_MS) return undefined;
    this.#catchUp(payer);
    return this.#wait(payer);
  }

  /**
   * Notes that a connection has come. Of all that wait to be opened the event loop opens one each time
   * round: were each time as long as a turn, the last of some hundreds would wait for seconds.
   */
  arrived(): void {
    this.#hasArrived = true;
  }

  /** Does something at once, and notes what it took. */
  timed<Result>(payer: Payer, act: () => Result): Result {
    // What a turn takes that was waited for is noted when it ends.
    if (this.#owner === payer) return act();
    const from = this.#now();
    try {
      return act();
    } finally {
      const milliseconds = this.#now() - from;
      this.#noted += milliseconds;
      this.#spend(payer, milliseconds);
    }
  }

  /**
   * Does work: what fits in this turn at once, the rest in pieces, each in its turn. Work whose signal
   * is aborted is left where it stands, and rejects with the reason.
   */
  run<Result>(
    work: Work<Result>,
    payer: Payer,
    signalOf: () => AbortSignal | undefined,
  ): Result | Promise<Result> {
    const from = this.#beganAt ?? this.#now();
    const step = this.#piece(work, from + PIECE_MS);
    return step.done ? step.value : this.#runRest(work, payer, signalOf());
  }

  async #runRest<Result>(
    work: Work<Result>,
    payer: Payer,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    for (;;) {
      await this.next(payer);
      signal?.throwIfAborted();
      const step = this.timed(payer, () => this.#piece(work, this.#now() + PIECE_MS));
      if (step.done) return step.value;
    }
  }

  #piece<Result>(work: Work<Result>, end: number): IteratorResult<void, Result> {
    let step = work.next();
    while (!step.done && this.#now() < end) step = work.next();
    return step;
  }

  #wait(payer: Payer): Promise<void> {
    return new Promise((begin) => this.#waiting.push({ payer, begin }));
  }

  /** Who was away for long has not saved up for it. */
  #catchUp({ client, connection }: Payer): void {
    client.had = Math.max(client.had, this.#all.floor);
    connection.had = Math.max(connection.had, client.floor);
  }

  #begin(owner: Payer | null): void {
    this.#beganAt = this.#now();
    this.#owner = owner;
    this.#noted = 0;
    setImmediate(() => this.#end());
  }

  #end(): void {
    if (this.#owner && this.#beganAt !== null) {
      this.#spend(this.#owner, Math.max(0, this.#now() - this.#beganAt - this.#noted));
    }
    this.#beganAt = null;
    this.#owner = null;
    this.#goOn();
  }

  #goOn(): void {
    // A turn that was not waited for goes on when it ends.
    if (this.#beganAt !== null || this.#waiting.length === 0) return;
    if (this.#hasArrived && this.#letIn < MOST_LET_IN) {
      this.#hasArrived = false;
      this.#letIn += 1;
      setImmediate(() => this.#goOn());
      return;
    }
    this.#letIn = 0;
    const next = this.#takeFairest();
    if (!next) return;
    this.#begin(next.payer);
    next.begin();
  }

  /** Takes the one whose client, and of its connections whose one, had least; the first of equals. */
  #takeFairest(): Waiting | undefined {
    let fairest = 0;
    for (let place = 1; place < this.#waiting.length; place++) {
      if (this.#isBefore(place, fairest)) fairest = place;
    }
    return this.#waiting.splice(fairest, 1)[0];
  }

  #isBefore(place: number, other: number): boolean {
    const [a, b] = [this.#waiting[place]?.payer, this.#waiting[other]?.payer];
    if (!a || !b) return false;
    if (a.client !== b.client) return a.client.had < b.client.had;
    return a.connection.had < b.connection.had;
  }

  #spend({ client, connection, spend }: Payer, milliseconds: number): void {
    this.#all.floor = Math.max(this.#all.floor, client.had);
    client.floor = Math.max(client.floor, connection.had);
    client.had += milliseconds;
    connection.had += milliseconds;
    spend(milliseconds);
  }
}

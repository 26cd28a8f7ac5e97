/**
 * A computation that may take long. At each `yield`, which comes every few milliseconds, whoever does
 * it may answer others, look at a deadline, and go on or leave it.
 */
export type Work<Result> = Generator<void, Result>;

/** Does work: at once where it is short, else in pieces, between which others are answered. */
export type Run = <Result>(work: Work<Result>) => Result | Promise<Result>;

/** Does work at once, whatever it takes. */
export function finish<Result>(work: Work<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/**
 * Work that several may want at the same time: it is done once, and goes on whenever one of them has
 * a turn. Who leaves it leaves it to the others.
 */
export class SharedWork<Result> {
  #work: Work<Result> | null;
  #outcome: { readonly result: Result } | { readonly error: unknown } | null = null;

  constructor(work: Work<Result>) {
    this.#work = work;
  }

  /** Does what is left of it. Throws what it throws, to all. */
  *rest(): Work<Result> {
    for (;;) {
      this.#goOn();
      if (this.#outcome === null) yield;
      else if ('result' in this.#outcome) return this.#outcome.result;
      else throw this.#outcome.error;
    }
  }

  #goOn(): void {
    try {
      const step = this.#work?.next();
      if (!step?.done) return;
      this.#outcome = { result: step.value };
    } catch (error) {
      this.#outcome = { error };
    }
    this.#work = null;
  }
}

/** Work that is done. */
export function* done<Result>(result: Result): Work<Result> {
  yield* [];
  return result;
}

/** Things that are looked at between two yields, where one takes some hundreds of nanoseconds. */
const PIECE = 4_000;

/** Does something with all of 0 … count − 1, `size` of them at a time: from one up to another. */
export function* inRanges(
  count: number,
  act: (from: number, to: number) => void,
  size = PIECE,
): Work<void> {
  for (let from = 0; from < count; from += size) {
    if (from > 0) yield;
    act(from, Math.min(from + size, count));
  }
}

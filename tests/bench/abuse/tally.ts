/** What became of the requests of an attack, by status and code. */
export type Outcomes = Readonly<Record<string, number>>;

/** Counts what becomes of requests. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(outcome: string): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  get outcomes(): Outcomes {
    return Object.fromEntries([...this.#counts].toSorted(([, a], [, b]) => b - a));
  }
}

/** Requests in all. */
export function totalOf(outcomes: Outcomes): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

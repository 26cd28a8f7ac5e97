/**
 * Counts what is said of each key: anything before nothing, then by number, then in the order of
 * texts.
 */
export class Commonest {
  readonly #counts = new Map<string, Map<string, number>>();

  /** One more mention of a key, with nothing said of it when `said` is null. */
  add(key: string, said: string | null): void {
    let counts = this.#counts.get(key);
    if (!counts) {
      counts = new Map();
      this.#counts.set(key, counts);
    }
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }

  /** All keys in the order of texts. */
  keys(): string[] {
    return [...this.#counts.keys()].sort();
  }

  /** What is said most often of a key; null when nothing ever is. */
  of(key: string): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [said, count] of this.#counts.get(key) ?? []) {
      if (count > most || (count === most && best !== null && said < best)) {
        best = said;
        most = count;
      }
    }
    return best;
  }
}

/** Bytes of a text beside its characters. */
const TEXT = 24;

/** Keeps one copy of each text. */
export class Interner {
  readonly #known = new Map<string, string>();
  #bytes = 0;

  /** Bytes of all texts that were seen, each once; an estimate. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The copy of a text. */
  of<Text extends string | null>(text: Text): Text {
    if (text === null) return text;
    const known = this.#known.get(text);
    if (known !== undefined) return known as Text;
    this.#known.set(text, text);
    this.#bytes += TEXT + text.length;
    return text;
  }

  /** A text that hardly comes again. */
  only<Text extends string>(text: Text): Text {
    this.#bytes += TEXT + text.length;
    return text;
  }
}

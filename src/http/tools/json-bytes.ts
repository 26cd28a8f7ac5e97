const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Memory that is kept from one text to the next, in bytes. */
const KEPT = 2_000_000;

/** Bytes of UTF-8 that a character of a text takes at most. */
const WIDEST = 3;

/** Where a part of what was written is. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Puts JSON together as bytes, in memory that is used again: what is taken at the end alone has memory of
 * its own. The collector counts the memory of buffers: several for each answer made it go through all that
 * the server holds twice as often.
 */
export class JsonBytes {
  #bytes = Buffer.alloc(0);
  #end = 0;

  /** Bytes that were written until now. */
  get length(): number {
    return this.#end;
  }

  /** Writes a text. */
  write(text: string): Part {
    const start = this.#end;
    this.#reserve(WIDEST * text.length);
    this.#end += this.#bytes.write(text, start);
    return { start, end: this.#end };
  }

  /** Writes what is known as bytes. */
  add(known: Buffer): void {
    this.#reserve(known.length);
    this.#end += known.copy(this.#bytes, this.#end);
  }

  /** Writes a part once more. */
  repeat({ start, end }: Part): void {
    this.#reserve(end - start);
    this.#end += this.#bytes.copy(this.#bytes, this.#end, start, end);
  }

  /** Writes a part of JSON as part of a text of JSON: only quotes and backslashes in it are escaped. */
  escape({ start, end }: Part): void {
    this.#reserve(2 * (end - start));
    const bytes = this.#bytes;
    let to = this.#end;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE || byte === BACKSLASH) bytes[to++] = BACKSLASH;
      bytes[to++] = byte;
    }
    this.#end = to;
  }

  /** What was written since `from`; the next text begins. */
  take(from: number): Buffer {
    const taken = Buffer.allocUnsafeSlow(this.#end - from);
    this.#bytes.copy(taken, 0, from, this.#end);
    this.#end = 0;
    if (this.#bytes.length > KEPT) this.#bytes = Buffer.alloc(0);
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#end + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

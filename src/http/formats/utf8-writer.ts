/** Bytes of a chunk: what a socket takes at once. */
const SIZE = 65_536;

/** Bytes that a UTF-16 unit takes in UTF-8, at most. */
const WIDEST = 3;

/** Texts longer than this are encoded at once, as calling the encoder pays for them. */
const SHORT = 48;

/**
 * Writes text as UTF-8, in chunks to be sent. What is added is encoded where it goes: millions of
 * short texts are written without any text or list of them in between.
 */
export class Utf8Writer {
  #chunk = Buffer.allocUnsafe(SIZE);
  #length = 0;

  /** Whether the chunk is long enough to be sent. */
  get isFull(): boolean {
    return this.#length > SIZE - SIZE / 8;
  }

  add(text: string): void {
    const start = this.#length;
    const end = start + text.length * WIDEST;
    if (end > this.#chunk.byteLength) this.#grow(end);
    const chunk = this.#chunk;
    let at = start;
    if (text.length <= SHORT) {
      for (; at - start < text.length; at++) {
        const unit = text.charCodeAt(at - start);
        if (unit > 127) break;
        chunk[at] = unit;
      }
    }
    this.#length = at - start === text.length ? at : start + chunk.write(text, start);
  }

  /** What was added since the last chunk. It belongs to the caller: another is begun. */
  take(): Uint8Array {
    const chunk = this.#chunk.subarray(0, this.#length);
    this.#chunk = Buffer.allocUnsafe(SIZE);
    this.#length = 0;
    return chunk;
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, 2 * this.#chunk.byteLength));
    this.#chunk.copy(larger, 0, 0, this.#length);
    this.#chunk = larger;
  }
}

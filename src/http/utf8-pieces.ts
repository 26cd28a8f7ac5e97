/** Bytes of a piece: what a socket takes at once. */
const SIZE = 65_536;

/** Bytes that a UTF-16 unit takes in UTF-8, at most. */
const WIDEST = 3;

/** Texts longer than this are encoded at once, as calling the encoder pays for them. */
const SHORT = 48;

/**
 * Text as UTF-8, in pieces to be sent. What is added is encoded where it goes: millions of short
 * texts are written without any text or list of them in between.
 */
export class Utf8Pieces {
  #piece = Buffer.allocUnsafe(SIZE);
  #length = 0;

  /** Whether a piece is long enough to be sent. */
  get isFull(): boolean {
    return this.#length > SIZE - SIZE / 8;
  }

  add(text: string): void {
    const start = this.#length;
    const end = start + text.length * WIDEST;
    if (end > this.#piece.byteLength) this.#grow(end);
    const piece = this.#piece;
    let at = start;
    if (text.length <= SHORT) {
      for (; at - start < text.length; at++) {
        const unit = text.charCodeAt(at - start);
        if (unit > 127) break;
        piece[at] = unit;
      }
    }
    this.#length = at - start === text.length ? at : start + piece.write(text, start);
  }

  /** What was added since the last piece. It is the receiver's: another is begun. */
  take(): Uint8Array {
    const piece = this.#piece.subarray(0, this.#length);
    this.#piece = Buffer.allocUnsafe(SIZE);
    this.#length = 0;
    return piece;
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, 2 * this.#piece.byteLength));
    this.#piece.copy(larger, 0, 0, this.#length);
    this.#piece = larger;
  }
}

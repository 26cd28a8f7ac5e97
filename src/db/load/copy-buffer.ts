/** Bytes that a buffer has room for at first. */
const ROOM = 1 << 20;

/** A character takes three bytes at most; one outside the basic plane, which is two, four. */
const MOST_BYTES = 3;

/**
 * Gathers rows in the text format of COPY as bytes. Lines that were kept as texts until they were sent
 * took a third of an import to collect.
 */
export class CopyBuffer {
  #bytes = Buffer.allocUnsafe(ROOM);
  #length = 0;

  /** Bytes that were gathered. */
  get length(): number {
    return this.#length;
  }

  add(line: string): void {
    const most = this.#length + line.length * MOST_BYTES;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(line, this.#length);
  }

  /** What was gathered; the buffer is empty then. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length) as Uint8Array<ArrayBuffer>;
    this.#bytes = Buffer.allocUnsafe(ROOM);
    this.#length = 0;
    return bytes;
  }
}

/** Bytes that an answer may repeat of what it was sent. */
export const MOST_ECHO = 1_000;

/** What stands for what was left out. */
const GAP = ' … ';

/**
 * A text of so many bytes at most, as JSON has it: what is longer loses its middle, so that it still
 * says what was given and what is accepted.
 */
export function shorten(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  for (let half = Math.floor(bytes / 2); half > 0; half = Math.floor(half * 0.8)) {
    const cut = `${text.slice(0, half)}${GAP}${text.slice(-half)}`.toWellFormed();
    if (bytesOf(cut) <= bytes) return cut;
  }
  return GAP;
}

/** Each of some texts, all of them within so many bytes, but each with a hundred at least. */
export function shortenAll(texts: readonly string[], bytes: number): string[] {
  let left = bytes;
  return texts.map((text) => {
    const short = shorten(text, Math.max(100, left));
    left -= bytesOf(short);
    return short;
  });
}

/** Bytes of a text as JSON has it. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

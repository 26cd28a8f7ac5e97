/** What is folded: blanks in a row, and all that ends a line for one reader of texts or another. */
const FOLDED = /[\s\p{Cc}]{2,}|[\p{Cc}\u2028\u2029]/gu;

/** A text on one line: each run of blanks and controls is one space. A no-break space alone stays. */
export function foldBlanks(text: string): string {
  return text.replace(FOLDED, ' ').trim();
}

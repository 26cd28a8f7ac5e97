/** Marks that nobody sees: directions, joiners, hyphens that are not shown. They come along when texts are copied. */
const UNSEEN = /\p{Cf}/gu;

/** Texts of these alone are as they are shown. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The text of a cell as a person reads it: without blanks around it and marks that nobody sees, letters
 * with their accents as one character. Two files that show the same say the same.
 */
export function cellText(cell: string): string {
  if (PLAIN.test(cell)) return cell.trim();
  return cell.replace(UNSEEN, '').normalize('NFC').trim();
}

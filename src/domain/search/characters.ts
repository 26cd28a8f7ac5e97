/** What a character is to the cut of words. */
export const SEPARATOR = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Continues a word that has begun, and is not seen: accents apart, soft hyphens, zero width. */
export const INVISIBLE = 4;
export const APOSTROPHE = 5;
/** Ties words together; the zero-width space too, which may part words and may part syllables. */
export const HYPHEN = 6;
export const DOT = 7;

/**
 * Every apostrophe that people and word processors write, accents typed for one, and the ones that
 * Windows-1252 leaves where it was read as Latin-1.
 */
export const APOSTROPHES = /['’‘‛ʼʹʻʽˈˊˋ´`′‵＇ꞌ᾽᾿\u0091\u0092]/g;

/** Hyphens and dashes, the minus sign, and the dashes of Windows-1252 read as Latin-1. */
export const HYPHENS = /[\p{Pd}−⁃\u0096\u0097]/gu;

/** What has no width, and marks that a writing direction or a line break needs. */
export const ZERO_WIDTH = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const kinds = new Uint8Array(0x1_0000);

/**
 * What the character at a place of a text is: one of the constants above. It is two units long
 * where `isPair` says so.
 */
export function kindAt(text: string, at: number): number {
  // Past the ends there is nothing, which separates.
  if (at < 0 || at >= text.length) return SEPARATOR;
  return kinds[text.charCodeAt(at)] || findKind(text, at);
}

function findKind(text: string, at: number): number {
  const codePoint = text.codePointAt(at) ?? 0;
  const kind = classify(String.fromCodePoint(codePoint));
  // Half a surrogate pair says nothing of the character.
  if (!isSurrogate(text.charCodeAt(at))) kinds[codePoint] = kind;
  return kind;
}

/** Whether a character of two units begins at a place of a text. */
export function isPair(text: string, at: number): boolean {
  return isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function classify(character: string): number {
  if (is(APOSTROPHES, character)) return APOSTROPHE;
  if (character === '\u200b' || is(HYPHENS, character)) return HYPHEN;
  if (is(ZERO_WIDTH, character) || /\p{M}/u.test(character)) return INVISIBLE;
  if (/[.．․]/.test(character)) return DOT;
  if (/\p{L}/u.test(character)) return LETTER;
  // A fraction, or a number in a circle, is no digit of the number before it.
  if (/[\p{Nd}\p{Nl}⁰¹²³⁴-⁹₀-₉]/u.test(character)) return DIGIT;
  return SEPARATOR;
}

function is(pattern: RegExp, character: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(character);
}

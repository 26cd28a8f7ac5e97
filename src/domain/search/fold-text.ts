import { APOSTROPHES, HYPHENS, ZERO_WIDTH } from './characters.ts';

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' },
};
const WHOLE_LETTERS = /[œæßøđðþłħı]/g;

/** A text in lower case, in one of the forms that Unicode has for it, accents kept. */
export function lowerText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(WHOLE_LETTERS, whole);
}

/** A text without its accents. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(WHOLE_LETTERS, whole);
}

function whole(letter: string): string {
  return LETTERS[letter] ?? letter;
}

/** What stands between the words of a folded text, blanks included. */
export const SIGNS = ' !"$%&\'()*,-./:;<=>?@[\\]^_`{|}~°·•…§¤£€©®';
const ANY_SIGN = new RegExp(`[${SIGNS.replace(/[\\\]^-]/g, '\\$&')}]`, 'g');

/** A folded text without what stands between its words: to find a part whatever is written there. */
export function runTogether(folded: string): string {
  return folded.replace(ANY_SIGN, '');
}

/**
 * A text without accents, case, ligatures, doubled spaces or characters of no width, with one kind
 * of apostrophe, of hyphen and of quotation mark: what titles are sorted and matched by. « L’Œuvre
 * d’Été » gives `"l'oeuvre d'ete"`. The same on every database engine, since none takes part.
 * Folding a folded text changes nothing.
 */
export function foldText(text: string): string {
  // NFKC makes a space of an accent that stands for an apostrophe: apostrophes come first.
  const plain = lowerText(text.normalize('NFC').replace(APOSTROPHES, "'"));
  return withoutAccents(plain)
    .replace(ZERO_WIDTH, '')
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'")
    .replace(/[«»“”„‟″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

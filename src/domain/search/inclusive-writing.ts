import { foldText } from './fold-text.ts';

/** What follows a bracket: `technicien(ne)`. */
const BRACKETED = new Set(
  'e es s ne nes se ses euse euses re res ere eres iere ieres rice rices trice trices ve ves te tes le les lle lles'.split(
    ' ',
  ),
);
/** What follows another sign: `technicien·ne`, `conducteur-e`, `animateur/trice`. */
const TIED = new Set(
  'e es ne nes se euse euses ere eres iere ieres rice rices trice trices ve ves'.split(' '),
);
const SIGNS = new Set('·‧•.-‐‑/');
const LONGEST = 6;
const AFTER_ENDING = /(?:[·‧•.-]\p{L}{1,6}[·‧•.-]|\(\p{L}{1,6}\))$/u;
/** Shorter words have no ending of this kind. */
const SHORTEST_WORD = 3;

/**
 * Whether the piece of a text from `start` to `end`, one sign after the word `before`, is only an
 * ending of it: « chargé(e) », « étudiant·e·s », « technicien/ne ».
 */
export function isEnding(text: string, before: string, start: number, end: number): boolean {
  if (end - start > LONGEST || before.length < SHORTEST_WORD) return false;
  const sign = text[start - 1] ?? '';
  const isBracketed = sign === '(' && text[end] === ')';
  if (!isBracketed && sign !== ')' && !SIGNS.has(sign)) return false;
  const piece = foldText(text.slice(start, end));
  if (isBracketed) return BRACKETED.has(piece);
  // The plural comes after another ending.
  if (piece === 's') return AFTER_ENDING.test(text.slice(Math.max(0, start - LONGEST - 2), start));
  return sign !== ')' && TIED.has(piece);
}

/** The feminine that a word and its ending stand for, where it is not the word and a letter more. */
export function feminineForm(word: string, ending: string): string | null {
  const folded = foldText(ending).replace(/s$/, '');
  if (/^t?rice$/.test(folded) && word.endsWith('teur')) return `${word.slice(0, -3)}rice`;
  if (/^(eu)?se$/.test(folded) && word.endsWith('eur')) return `${word.slice(0, -1)}se`;
  return null;
}

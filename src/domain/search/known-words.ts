import { lowerText } from './fold-text.ts';
import { isStopWord, lexemesOf } from './lexemes.ts';

/** A word of a text or a question. */
export interface Word {
  /** In lower case, accents kept; an elided one ends with its apostrophe: `l'`. */
  readonly text: string;
  /** A stop word. */
  readonly isStop: boolean;
  readonly lexemes: readonly string[];
}

/** Words that differ only after so many characters are one. */
const LONGEST = 64;
/** Spellings that are remembered; when there are more, all are forgotten. */
const MOST = 50_000;
/** A power of two, of which at most half are taken. */
const SLOTS = 1 << 17;

/** Spellings by their hash: those of which the first slot is taken stand in the next free one. */
let slots: (KnownSpelling | undefined)[] = new Array(SLOTS);
let count = 0;

interface KnownSpelling {
  readonly spelling: string;
  /** Null when nothing of it is a letter or a digit. */
  readonly word: Word | null;
}

/**
 * The word that a piece of a text spells; null when it has neither letter nor digit. An import asks
 * for millions: a known spelling is found without a copy of the piece.
 */
export function wordAt(text: string, start: number, end: number): Word | null {
  if (end - start > LONGEST) return readWord(text.slice(start, end));
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let known = slots[slot]; known; known = slots[slot]) {
    if (isSpelled(known.spelling, text, start, end)) return known.word;
    slot = (slot + 1) & (SLOTS - 1);
  }
  // A piece of a long text would keep all of it in memory.
  const spelling = Array.from(text.slice(start, end)).join('');
  const word = readWord(spelling);
  if (count >= MOST) {
    slots = new Array(SLOTS);
    count = 0;
  }
  slots[slot] = { spelling, word };
  count++;
  return word;
}

function isSpelled(spelling: string, text: string, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let at = 0; at < spelling.length; at++) {
    if (spelling.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

/** The word that a whole text spells, with the signs that belong to it: `c++`, `l'`. */
export function wordOf(text: string): Word {
  return { text, isStop: isStopWord(text), lexemes: lexemesOf(text) };
}

function readWord(spelling: string): Word | null {
  const letters = lowerText(spelling).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  if (letters === '') return null;
  return wordOf(
    letters.length <= LONGEST ? letters : Array.from(letters).slice(0, LONGEST).join(''),
  );
}

import { APOSTROPHE, DIGIT, DOT, HYPHEN, INVISIBLE, isPair, kindAt, LETTER } from './characters.ts';
import { lowerText } from './fold-text.ts';
import { feminineForm, isEnding } from './inclusive-writing.ts';
import { type Word, wordAt, wordOf } from './known-words.ts';

/** A text as words: the same cut for texts and questions. */
export interface CutText {
  /** In the order of the text. */
  readonly words: readonly Word[];
  /** Words that some of them are together: `ecommerce` for `e-commerce`. */
  readonly joined: readonly JoinedWord[];
}

interface JoinedWord {
  readonly word: Word;
  /** Places of the first and the last word that it stands for. */
  readonly first: number;
  readonly last: number;
}

/** What loses its vowel before another one. */
const ELIDED = new Map(
  [...'cdjlmnst', 'qu', 'jusqu', 'lorsqu', 'puisqu'].map((word) => [word, wordOf(`${word}'`)]),
);
const NET = wordOf('.net');

/** A letter with its accents apart. */
const LONGEST_LETTER = 4;

/**
 * Cuts a text into words. Whatever is neither a letter nor a digit separates them, with these
 * exceptions:
 *
 * - Soft hyphens and what has no width are not there: `ges\u00adtion` is one word.
 * - Single letters with dots between them are one word: `P.M.E.` is `pme`.
 * - Letters and the number after them are two: `ISO9001` is `iso` and `9001`; one letter and one
 *   digit, or a digit first, are one: `B2`, `3D`.
 * - `C++`, `C#` and `.NET` keep their signs.
 * - An ending that is attached to a word is no word: `chargé(e)`, `étudiant·e·s`.
 */
export function cutWords(text: string): CutText {
  const words: Word[] = [];
  const joined: JoinedWord[] = [];
  /** Where the word before ends, and the first of the words that hyphens tie it to. */
  let before = -1;
  let tiedFrom = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT) {
      if (kind === DOT && isNet(text, at + 1)) words.push(NET);
      at += isPair(text, at) ? 2 : 1;
      continue;
    }
    let end = endOfWord(text, at);
    const place = words.length - 1;
    const last = before === at - 1 ? words[place] : undefined;
    if (last && isEnding(text, last.text, at, end)) {
      const feminine = feminineForm(last.text, text.slice(at, end));
      if (feminine !== null) joined.push({ word: wordOf(feminine), first: place, last: place });
      before = end;
      at = end;
      continue;
    }
    let word = wordAt(text, at, end);
    if (end - at <= LONGEST_LETTER && kind === LETTER && end === afterCharacter(text, at)) {
      const signed = endOfInitials(text, end) ?? endOfSigned(text, end);
      if (signed !== null) {
        word = signedWord(text.slice(at, signed));
        end = signed;
      }
    }
    const isTied = last !== undefined && kind === LETTER && kindAt(text, before) === HYPHEN;
    if (!isTied) tiedFrom = words.length;
    before = end;
    at = end;
    if (word === null) continue;
    if (kindAt(text, end) === APOSTROPHE && !isQuoted(text, end)) {
      word = ELIDED.get(word.text) ?? word;
    }
    words.push(word);
    if (isTied && !(kindAt(text, end) === HYPHEN && kindAt(text, end + 1) === LETTER)) {
      const whole = words.slice(tiedFrom).map((part) => part.text);
      joined.push({ word: joinedWord(whole), first: tiedFrom, last: words.length - 1 });
    }
  }
  return { words, joined };
}

/** Where the word ends that begins at a place. */
function endOfWord(text: string, start: number): number {
  let letters = 0;
  for (let at = start; ; ) {
    const kind = kindAt(text, at);
    if (kind === LETTER) letters++;
    else if (kind === DIGIT) {
      if (letters > 1 || (letters === 1 && kindAt(text, at + 1) === DIGIT)) return at;
      letters = 0;
    } else if (kind !== INVISIBLE) return at;
    at += isPair(text, at) ? 2 : 1;
  }
}

/** The place after the character at a place, and after its accents. */
function afterCharacter(text: string, at: number): number {
  let end = at + (isPair(text, at) ? 2 : 1);
  while (kindAt(text, end) === INVISIBLE) end += isPair(text, end) ? 2 : 1;
  return end;
}

/** Where initials end, of which the first ends at a place: `P.M.E`; null without a second one. */
function endOfInitials(text: string, first: number): number | null {
  let end = first;
  while (kindAt(text, end) === DOT && kindAt(text, end + 1) === LETTER) {
    const next = afterCharacter(text, end + 1);
    if (next !== endOfWord(text, end + 1)) break;
    end = next;
  }
  return end === first ? null : end;
}

/** Where a letter with its sign ends: `C++`, `C#`; null without one. */
function endOfSigned(text: string, letter: number): number | null {
  if (text[letter] === '#') return letter + 1;
  return text.startsWith('++', letter) ? letter + 2 : null;
}

function signedWord(piece: string): Word | null {
  const sign = /\+\+$|#$/.exec(piece)?.[0];
  if (sign) return wordOf(lowerText(piece));
  const initials = piece.replace(/[.．․]/g, '');
  return wordAt(initials, 0, initials.length);
}

function joinedWord(parts: readonly string[]): Word {
  const text = parts.join('');
  return wordAt(text, 0, text.length) ?? wordOf(text);
}

/** Whether `net`, and no longer word, begins at a place. */
function isNet(text: string, at: number): boolean {
  return /^net$/i.test(text.slice(at, at + 3)) && endOfWord(text, at) === at + 3;
}

/** Whether a letter that ends at a place stands between quotation marks: 'C'. */
function isQuoted(text: string, end: number): boolean {
  return end > 1 && kindAt(text, end - 2) === APOSTROPHE;
}

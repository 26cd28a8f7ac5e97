import { DIGIT, kindAt, LETTER } from './characters.ts';
import { foldText } from './fold-text.ts';
import { type CutText, cutWords } from './words.ts';

/** A piece of a question: words between blanks, or a quoted phrase. */
export interface Term {
  readonly text: string;
  readonly cut: CutText;
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

const QUOTE = /["“”„‟«»＂]/;
const QUOTE_OR_BLANK = /[\s"“”„‟«»＂]/;

/** Splits a question at blanks and quotation marks. A mark without its pair is ignored. */
export function splitTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < text.length; ) {
    const isExcluded = isExclusion(text, at);
    let start = isExcluded ? at + 1 : at;
    const isQuoted = QUOTE.test(text[start] ?? '');
    if (isQuoted) start++;
    const rest = text.slice(start);
    const closing = isQuoted ? rest.search(QUOTE) : -1;
    const isPhrase = closing >= 0;
    const end = isPhrase ? closing : rest.search(QUOTE_OR_BLANK);
    const piece = end < 0 ? rest : rest.slice(0, end);
    const cut = cutWords(piece);
    if (cut.words.length > 0) terms.push({ text: piece, cut, isPhrase, isExcluded });
    at = start + piece.length;
    if (isPhrase || /^\s/.test(text.slice(at, at + 1))) at++;
  }
  return terms;
}

/** Whether a hyphen excludes the word or phrase after it: `-word`, not `- word` or `--word`. */
function isExclusion(text: string, at: number): boolean {
  if (!/[-‐‑−]/.test(text[at] ?? '')) return false;
  const next = kindAt(text, at + 1);
  return next === LETTER || next === DIGIT || QUOTE.test(text[at + 1] ?? '');
}

/**
 * Splits terms at `or` and `ou`. Both are words too (« l’or et l’argent », « chevalier or »): they
 * are operators between two terms that have content words.
 */
export function splitAlternatives(terms: readonly Term[]): Term[][] {
  const alternatives: Term[][] = [[]];
  for (const [index, term] of terms.entries()) {
    const isOperator =
      /^(or|ou)$/i.test(term.text) &&
      !term.isPhrase &&
      !term.isExcluded &&
      hasContent(terms[index - 1]) &&
      hasContent(terms[index + 1]);
    // The first of two operators in a row is one, the second is what it offers.
    if (isOperator && alternatives.at(-1)?.length) alternatives.push([]);
    else alternatives.at(-1)?.push(term);
  }
  return alternatives;
}

function hasContent(term: Term | undefined): boolean {
  return term !== undefined && (term.isPhrase || !term.cut.words.every(({ isStop }) => isStop));
}

/** Whether a term is an article that has lost its apostrophe: « conducteur d engins ». */
export function isLostElision({ text }: Term, next: Term | undefined): boolean {
  return /^[dl]$/i.test(text) && /^[aeiouyhœæ]/.test(foldText(next?.text ?? ''));
}

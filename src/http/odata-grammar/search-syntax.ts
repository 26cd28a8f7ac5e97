import type { Search } from '../../datasets/expression/search.ts';
import { BadUserInputError, QueryTooComplexError } from '../../domain/errors.ts';
import { QUESTION_LIMITS } from '../../domain/search/question.ts';

/** A phrase, a bracket or a word; `AND`, `OR` and `NOT` are written in capitals. */
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([()])|([^\s"()]+))/gy;

type Token =
  | { readonly kind: 'TERM'; readonly text: string }
  | { readonly kind: 'SIGN'; readonly text: string };

const SIGNS = new Set(['AND', 'OR', 'NOT', '(', ')']);

/**
 * Reads `$search`: words and phrases, of which all are to be found where no `OR` stands between them.
 *
 * - Throws `BadUserInputError` for what cannot be read, `QueryTooComplexError` for what is too long.
 */
export function parseSearch(text: string): Search {
  const tokens = tokensOf(text);
  let place = 0;
  const sign = () => (tokens[place]?.kind === 'SIGN' ? tokens[place]?.text : undefined);
  const either = (): Search => {
    const parts = [both()];
    while (sign() === 'OR') {
      place += 1;
      parts.push(both());
    }
    return together('ANY', parts);
  };
  const both = (): Search => {
    const parts = [one()];
    while (place < tokens.length && sign() !== 'OR' && sign() !== ')') {
      if (sign() === 'AND') place += 1;
      parts.push(one());
    }
    return together('ALL', parts);
  };
  const one = (): Search => {
    const token = tokens[place];
    place += 1;
    if (token?.kind === 'TERM') return token;
    if (token?.text === 'NOT') return { kind: 'NOT', of: one() };
    if (token?.text === '(') {
      const inner = either();
      if (sign() !== ')') throw unreadable(tokens[place]);
      place += 1;
      return inner;
    }
    throw unreadable(token);
  };
  const search = either();
  if (place < tokens.length) throw unreadable(tokens[place]);
  return search;
}

function together(kind: 'ALL' | 'ANY', parts: readonly Search[]): Search {
  const [first] = parts;
  return first && parts.length === 1 ? first : { kind, parts };
}

function tokensOf(text: string): Token[] {
  const { characters, words } = QUESTION_LIMITS;
  if (text.length > characters) throw tooLong(text.length, characters, 'characters', 'caractères');
  const tokens: Token[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) throw unreadable({ kind: 'SIGN', text: '"' });
    const [, phrase, bracket, word] = match;
    if (phrase !== undefined) {
      tokens.push({ kind: 'TERM', text: phrase.replaceAll(/\\(.)/g, '$1') });
    } else {
      const found = bracket ?? word ?? '';
      tokens.push({ kind: SIGNS.has(found) ? 'SIGN' : 'TERM', text: found });
    }
  }
  // Brackets and operators between them are as many again.
  if (tokens.length > 3 * words) throw tooLong(tokens.length, 3 * words, 'words', 'mots');
  return tokens;
}

function tooLong(given: number, most: number, en: string, fr: string): QueryTooComplexError {
  return new QueryTooComplexError({
    en: `has ${given} ${en}: ${most} are accepted`,
    fr: `a ${given} ${fr}\u00a0: ${most} sont acceptés`,
  });
}

function unreadable(token: Token | undefined): BadUserInputError {
  const found = token ? JSON.stringify(token.text) : null;
  return new BadUserInputError({
    en: `${found ? `${found} is not expected` : 'ends too early'}: words, "phrases", AND, OR, NOT and brackets are accepted`,
    fr: `${found ? `${found} n’est pas attendu` : 'se termine trop tôt'}\u00a0: des mots, des "expressions", AND, OR, NOT et des parenthèses sont acceptés`,
  });
}

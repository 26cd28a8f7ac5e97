import type { Bilingual } from '../bilingual.ts';
import type { RegisterCode } from '../certification/register-code.ts';
import { BadUserInputError } from '../errors.ts';
import { type Condition, combine } from './condition.ts';
import { parseFicheNumber } from './fiche-number.ts';
import { foldText } from './fold-text.ts';
import { isLostElision, splitAlternatives, splitTerms, type Term } from './query-terms.ts';
import type { CutText } from './words.ts';

/** A parsed question. */
export interface Question {
  /** Null for a question without a word, which nothing matches. */
  readonly condition: Condition | null;
  /** Lexemes of the words that are not excluded, to rank by; without stop words if there are others. */
  readonly lexemes: readonly string[];
  /** How many content words there are: a title of as many may be just these. */
  readonly contentWords: number;
  /** Each holds for no match, whatever alternative matches. */
  readonly excluded: readonly Condition[];
  /**
   * The beginning of the question, folded, without what is excluded: to find similar titles. Empty
   * when there are only stop words.
   */
  readonly similarTo: string;
  /** Fiches whose number the whole question is, the likeliest first. */
  readonly codes: readonly RegisterCode[];
}

/** Limits of a question. Of 17,728 real titles one has more words. */
export const QUESTION_LIMITS = { words: 50, characters: 2_000 } as const;
/** Characters that titles are compared with: the time that takes grows with them. */
const MAX_COMPARED = 100;

/**
 * Parses a question as people type it: words that all have to be there, "quoted phrases",
 * alternatives (`or`, `ou`) and `-without`; or the number of a fiche in any form. Quotation marks
 * may be typographic. Stop words count in phrases, and when there are no others.
 *
 * - argument: the name of the argument, for messages.
 * - Throws `BadUserInputError` for more than 50 words or 2,000 characters.
 */
export function parseQuestion(text: string, argument = 'search'): Question {
  refuseMore(
    argument,
    { en: 'characters', fr: 'caractères' },
    text.length,
    QUESTION_LIMITS.characters,
  );
  const number = parseFicheNumber(text);
  const terms = splitTerms(number?.text ?? text);
  const count = terms.reduce((sum, { cut }) => sum + cut.words.length, 0);
  refuseMore(argument, { en: 'words', fr: 'mots' }, count, QUESTION_LIMITS.words);

  const alternatives = splitAlternatives(terms).map(readAlternative);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const contentWords = wanted
    .flatMap(({ cut }) => cut.words)
    .filter(({ isStop }) => !isStop).length;
  return {
    condition: combine(
      'ANY',
      alternatives.flatMap((conditions) => combine('ALL', conditions) ?? []),
    ),
    lexemes: lexemesToRank(wanted),
    contentWords,
    excluded: alternatives.flat().flatMap((each) => (each.kind === 'NOT' ? each.of : [])),
    similarTo: contentWords === 0 ? '' : beginning(wanted.map((term) => term.text).join(' ')),
    codes: number?.codes ?? [],
  };
}

function refuseMore(argument: string, unit: Bilingual, given: number, most: number): void {
  if (given <= most) return;
  throw new BadUserInputError({
    en: `${argument}: ${given} ${unit.en} were given; at most ${most} are accepted`,
    fr: `${argument} : ${given} ${unit.fr} sont donnés ; ${most} au plus sont acceptés`,
  });
}

/** The first words of a text, folded, up to `MAX_COMPARED` characters. */
function beginning(text: string): string {
  const folded = foldText(text);
  if (folded.length <= MAX_COMPARED) return folded;
  const end = folded.lastIndexOf(' ', MAX_COMPARED);
  return folded.slice(0, end > 0 ? end : MAX_COMPARED);
}

/** The conditions of one alternative, which all have to hold. */
function readAlternative(terms: readonly Term[]): Condition[] {
  const conditions: Condition[] = [];
  const ofStopWords: Condition[] = [];
  for (const [index, term] of terms.entries()) {
    const { isExcluded, isPhrase, cut } = term;
    const content = isPhrase ? phrase(cut) : contentWordsOf(cut);
    const condition = content ?? everyWord(cut);
    if (!condition) continue;
    if (isExcluded) conditions.push({ kind: 'NOT', of: condition });
    else if (content && !isLostElision(term, terms[index + 1])) conditions.push(condition);
    else ofStopWords.push(condition);
  }
  const hasContent = conditions.some(({ kind }) => kind !== 'NOT');
  return hasContent ? conditions : [...conditions, ...ofStopWords];
}

/** All content words of a term; null without one. */
function contentWordsOf({ words, joined }: CutText): Condition | null {
  const conditions = words.map(({ isStop, lexemes }): Condition | null =>
    isStop ? null : { kind: 'WORD', lexemes },
  );
  const present = (first: number, end: number) =>
    conditions.slice(first, end).filter((each) => each !== null);
  for (const { word, first, last } of joined) {
    const apart = combine('ALL', present(first, last + 1));
    if (!apart) continue;
    conditions.fill(null, first, last + 1);
    conditions[first] = { kind: 'ANY', of: [apart, { kind: 'WORD', lexemes: word.lexemes }] };
  }
  return combine('ALL', present(0, conditions.length));
}

/** All words of a term, stop words included. */
function everyWord({ words }: CutText): Condition | null {
  return combine(
    'ALL',
    words.map(({ lexemes }) => ({ kind: 'WORD', lexemes })),
  );
}

/** The words of a phrase at their distances; within it, any word may stand for a stop word. */
function phrase({ words }: CutText): Condition | null {
  const onlyStopWords = words.every(({ isStop }) => isStop);
  const required = words.flatMap(({ isStop, lexemes }, place) =>
    onlyStopWords || !isStop ? { lexemes, place } : [],
  );
  const [first] = required;
  if (!first) return null;
  if (required.length === 1) return { kind: 'WORD', lexemes: first.lexemes };
  return {
    kind: 'PHRASE',
    words: required.map(({ lexemes, place }) => ({ lexemes, offset: place - first.place })),
  };
}

/** The lexemes of the content words; of all words when there are none. */
function lexemesToRank(terms: readonly Term[]): string[] {
  const words = terms.flatMap(({ cut }) => [...cut.words, ...cut.joined.map(({ word }) => word)]);
  const content = words.filter(({ isStop }) => !isStop);
  return [...new Set((content.length > 0 ? content : words).flatMap(({ lexemes }) => lexemes))];
}

import type { Condition, PhraseWord } from './condition.ts';
import { positionOf, type SearchDocument, searchDocument } from './document.ts';
import { foldText, runTogether } from './fold-text.ts';
import { parseQuestion, type Question } from './question.ts';

/** Whether a document matches a question; none matches a question without words. */
export function answers({ condition }: Question, document: SearchDocument): boolean {
  return condition !== null && holds(condition, document);
}

/** Whether a text (a label, a name) matches a question. */
export function answersText(question: Question, text: string): boolean {
  return answers(question, searchDocument([{ weight: 'A', text }]));
}

/**
 * A predicate for labels and names: they have the words in any form, or a part as it is written,
 * whatever the accents, the case and the signs between words.
 *
 * - argument: the name of the argument, for messages.
 * - Throws `BadUserInputError` for a question that is too long.
 */
export function labelSearch(text: string, argument?: string): (label: string) => boolean {
  const question = parseQuestion(text, argument);
  // A question with exclusions is no part of a label.
  const part = question.excluded.length === 0 ? runTogether(foldText(text)) : '';
  return (label) =>
    answersText(question, label) || (part !== '' && runTogether(foldText(label)).includes(part));
}

function holds(condition: Condition, document: SearchDocument): boolean {
  switch (condition.kind) {
    case 'WORD':
      return condition.lexemes.some((lexeme) => document.has(lexeme));
    case 'PHRASE':
      return hasPhrase(condition.words, document);
    case 'ALL':
      return condition.of.every((each) => holds(each, document));
    case 'ANY':
      return condition.of.some((each) => holds(each, document));
    case 'NOT':
      return !holds(condition.of, document);
  }
}

function hasPhrase(words: readonly PhraseWord[], document: SearchDocument): boolean {
  const starts = words.map(({ lexemes, offset }) => {
    const places = lexemes.flatMap((lexeme) => document.get(lexeme) ?? []);
    return new Set(places.map((place) => positionOf(place) - offset));
  });
  const [first, ...others] = starts;
  return [...(first ?? [])].some((start) => others.every((each) => each.has(start)));
}

import { lowerText } from '../domain/search/fold-text.ts';
import { lexemesOf } from '../domain/search/lexemes.ts';
import { parseQuestion } from '../domain/search/question.ts';
import { type Html, html } from './html.ts';

const WORDS = /[\p{L}\p{N}]+/gu;

/** A text in which the words of a question are marked, in whatever form they have there. */
export function highlight(text: string, question: string): Html {
  const wanted = new Set(parseQuestion(question).lexemes);
  if (wanted.size === 0) return html`${text}`;
  const pieces: Html[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!lexemesOf(lowerText(word)).some((lexeme) => wanted.has(lexeme))) continue;
    pieces.push(html`${text.slice(from, index)}<mark>${word}</mark>`);
    from = index + word.length;
  }
  return html`${pieces}${text.slice(from)}`;
}

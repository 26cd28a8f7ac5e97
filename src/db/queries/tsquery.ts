import type { Condition } from '../../domain/search/condition.ts';
import { quoteLexeme } from '../search-index/tsvector.ts';

/** A condition as the text of a tsquery. */
export function tsqueryText(condition: Condition): string {
  switch (condition.kind) {
    case 'WORD':
      return anyLexeme(condition.lexemes);
    case 'PHRASE':
      return condition.words.reduce((before, { lexemes, offset }, index) => {
        const word = anyLexeme(lexemes);
        if (index === 0) return word;
        const distance = offset - (condition.words[index - 1]?.offset ?? 0);
        return `(${before} <${distance}> ${word})`;
      }, '');
    case 'ALL':
      return `(${condition.of.map(tsqueryText).join(' & ')})`;
    case 'ANY':
      return `(${condition.of.map(tsqueryText).join(' | ')})`;
    case 'NOT':
      return `!${tsqueryText(condition.of)}`;
  }
}

/** Any of some lexemes, as the text of a tsquery. */
export function anyLexeme(lexemes: readonly string[]): string {
  const quoted = lexemes.map(quoteLexeme);
  return quoted.length === 1 ? `${quoted[0]}` : `(${quoted.join(' | ')})`;
}

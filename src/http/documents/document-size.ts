import { type DocumentNode, Kind, Lexer, type SelectionSetNode, Source, TokenKind } from 'graphql';
import { QueryTooComplexError } from '../../domain/errors.ts';
import { fragmentsOf } from '../../graphql/core/fragments.ts';
import { MEASURES_FR, OPERATION_LIMITS } from '../../graphql/core/operation-limits.ts';

/**
 * Limits of a text, checked before it is parsed: comments are tokens too, and `nesting` counts
 * brackets of all three kinds. The largest of schema/operations has 259 tokens.
 */
export const TEXT_LIMITS = { characters: 100_000, tokens: 4_000, nesting: 64, name: 128 } as const;

const OPENING: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/**
 * Checks that a text is small enough to be parsed, and counts its tokens: the parser recurses into
 * each bracket, and makes some hundreds of bytes of each token. Takes time in proportion to the text.
 *
 * - Throws `QueryTooComplexError`, and the parser's syntax error where the text is no GraphQL.
 */
export function countTokens(text: string): number {
  const { characters, tokens, nesting, name } = TEXT_LIMITS;
  if (text.length > characters) {
    throw new QueryTooComplexError({
      en: `the text of the query has ${text.length} characters and ${characters} is the limit: pass long lists as variables`,
      fr: `le texte de la requête a ${text.length} caractères et la limite est ${characters} : passez les longues listes en variables`,
    });
  }
  const lexer = new Lexer(new Source(text));
  let count = 0;
  let depth = 0;
  for (let end = false; !end; ) {
    const token = lexer.advance();
    end = token.kind === TokenKind.EOF;
    if (!end) count += 1;
    for (let before = token.prev; before?.kind === TokenKind.COMMENT; before = before.prev) {
      count += 1;
    }
    if (count > tokens) {
      throw new QueryTooComplexError({
        en: `the query has more than ${tokens} tokens, which is the limit: ask for fewer fields, and pass long lists as variables`,
        fr: `la requête a plus de ${tokens} mots et signes, ce qui est la limite : demandez moins de champs, et passez les longues listes en variables`,
      });
    }
    if (OPENING.has(token.kind)) depth += 1;
    else if (CLOSING.has(token.kind)) depth -= 1;
    if (depth > nesting) {
      throw new QueryTooComplexError({
        en: `the query is nested more than ${nesting} brackets deep, which is the limit`,
        fr: `la requête a plus de ${nesting} parenthèses ou accolades imbriquées, ce qui est la limite`,
      });
    }
    if (token.kind === TokenKind.NAME && token.end - token.start > name) {
      throw new QueryTooComplexError({
        en: `a name in the query has ${token.end - token.start} characters and ${name} is the limit`,
        fr: `un nom de la requête a ${token.end - token.start} caractères et la limite est ${name}`,
      });
    }
  }
  return count;
}

/** How deep a selection goes, and how many fields it has, those of its fragments each time. */
interface SelectionSize {
  readonly depth: number;
  readonly breadth: number;
}

const EMPTY: SelectionSize = { depth: 0, breadth: 0 };

/**
 * Checks the depth and the breadth of every operation and fragment of a document, before it is
 * validated: validation compares fields of one name in pairs. Each fragment is walked once.
 *
 * - Throws `QueryTooComplexError`.
 */
export function checkSelections(document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  const sizes = new Map<string, SelectionSize>();
  const fragmentSize = (name: string): SelectionSize => {
    const known = sizes.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return EMPTY;
    // A fragment within itself counts as empty: validation refuses it.
    sizes.set(name, EMPTY);
    const size = selectionSize(fragment.selectionSet);
    sizes.set(name, size);
    return size;
  };
  const selectionSize = ({ selections }: SelectionSetNode): SelectionSize => {
    let depth = 0;
    let breadth = 0;
    for (const selection of selections) {
      let size: SelectionSize;
      if (selection.kind === Kind.FRAGMENT_SPREAD) size = fragmentSize(selection.name.value);
      else {
        size = selection.selectionSet ? selectionSize(selection.selectionSet) : EMPTY;
        if (selection.kind === Kind.FIELD) {
          size = { depth: size.depth + 1, breadth: size.breadth + 1 };
        }
      }
      depth = Math.max(depth, size.depth);
      breadth += size.breadth;
    }
    return { depth, breadth };
  };
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition) || !definition.selectionSet) continue;
    const size = selectionSize(definition.selectionSet);
    for (const measure of ['depth', 'breadth'] as const) {
      const limit = OPERATION_LIMITS[measure];
      if (size[measure] <= limit) continue;
      throw new QueryTooComplexError({
        en: `the ${measure} of the operation is ${size[measure]} and ${limit} is the limit: ask for fewer fields`,
        fr: `${MEASURES_FR[measure]} de l’opération est de ${size[measure]} et la limite est ${limit} : demandez moins de champs`,
      });
    }
  }
}

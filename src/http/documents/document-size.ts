import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';
import { QueryTooComplexError } from '../../domain/errors.ts';
import { OPERATION_LIMITS } from '../../graphql/core/operation-limits.ts';

/**
 * Limits of a text, checked before it is parsed: comments are tokens too, and `nesting` counts
 * brackets of all three kinds. The largest of schema/operations has 259 tokens.
 */
const TEXT_LIMITS = { characters: 100_000, tokens: 4_000, nesting: 64, name: 128 } as const;

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
    throw new QueryTooComplexError(
      `the text of the query has ${text.length} characters and ${characters} is the limit: pass long lists as variables`,
    );
  }
  const lexer = new Lexer(new Source(text));
  let count = 0;
  let depth = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    count += 1;
    for (let before = token.prev; before?.kind === TokenKind.COMMENT; before = before.prev) {
      count += 1;
    }
    if (count > tokens) {
      throw new QueryTooComplexError(
        `the query has more than ${tokens} tokens, which is the limit: ask for fewer fields, and pass long lists as variables`,
      );
    }
    if (OPENING.has(token.kind)) depth += 1;
    else if (CLOSING.has(token.kind)) depth -= 1;
    if (depth > nesting) {
      throw new QueryTooComplexError(
        `the query is nested more than ${nesting} brackets deep, which is the limit`,
      );
    }
    if (token.kind === TokenKind.NAME && token.end - token.start > name) {
      throw new QueryTooComplexError(
        `a name in the query has ${token.end - token.start} characters and ${name} is the limit`,
      );
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
      throw new QueryTooComplexError(
        `the ${measure} of the operation is ${size[measure]} and ${limit} is the limit: ask for fewer fields`,
      );
    }
  }
}

/** The fragments of a document by name. */
export function fragmentsOf({
  definitions,
}: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
}

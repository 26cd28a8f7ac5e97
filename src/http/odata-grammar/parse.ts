import { type IRecognitionException, type IToken, Lexer } from 'chevrotain';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError, QueryTooComplexError } from '../../domain/errors.ts';
import { AddressGrammar } from './grammar.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import type { KeySyntax, OrderSyntax, Syntax, TransformationSyntax } from './syntax.ts';
import { Close, Minus, Not, Open, TOKENS } from './tokens.ts';
import { unsupportedIn } from './unsupported.ts';

/** Made at the first use: servers that nobody asks for OData need none. */
let made: { readonly lexer: Lexer; readonly grammar: AddressGrammar } | null = null;

function tools() {
  made ??= {
    lexer: new Lexer(TOKENS, { positionTracking: 'onlyOffset' }),
    grammar: new AddressGrammar(),
  };
  return made;
}

/**
 * Reads `$filter`. All four throw `BadUserInputError` for what is not written as it is to be,
 * `NotImplementedError` for what the standard has and this grammar has not, and
 * `QueryTooComplexError` for what is too long or too deep.
 */
export function parseFilter(text: string): Syntax {
  return parsed(text, (grammar) => grammar.filter());
}

export function parseOrderBy(text: string): readonly OrderSyntax[] {
  return parsed(text, (grammar) => grammar.orderBy());
}

export function parseApply(text: string): readonly TransformationSyntax[] {
  return parsed(text, (grammar) => grammar.apply(), true);
}

/** Reads the key in brackets behind the name of an entity set. */
export function parseKey(text: string): KeySyntax {
  return parsed(text, (grammar) => grammar.key());
}

function parsed<Result>(
  text: string,
  rule: (grammar: AddressGrammar) => Result,
  isApply = false,
): Result {
  const { lexer, grammar } = tools();
  const { tokens, errors } = lexer.tokenize(text);
  const [wrong] = errors;
  if (wrong) {
    throw (
      unsupportedIn(text, isApply) ??
      unexpected(text.slice(wrong.offset, wrong.offset + 20), wrong.offset + 1)
    );
  }
  checkSize(tokens);
  grammar.input = tokens;
  const result = rule(grammar);
  const [error] = grammar.errors;
  if (error) throw unsupportedIn(text, isApply) ?? errorOf(error, text);
  return result;
}

/** Nothing is parsed that is longer or deeper than may be: the parser calls itself for each bracket. */
function checkSize(tokens: readonly IToken[]): void {
  if (tokens.length > EXPRESSION_LIMITS.tokens) {
    throw tooComplex({
      en: `has ${tokens.length} words and signs: ${EXPRESSION_LIMITS.tokens} are accepted`,
      fr: `a ${tokens.length} mots et signes\u00a0: ${EXPRESSION_LIMITS.tokens} sont acceptés`,
    });
  }
  let depth = 0;
  let deepest = 0;
  let signs = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === Open) depth += 1;
    else if (tokenType === Close) depth -= 1;
    signs = tokenType === Minus || tokenType === Not ? signs + 1 : 0;
    deepest = Math.max(deepest, depth + signs);
  }
  if (deepest > EXPRESSION_LIMITS.nesting) throw tooDeep(deepest);
}

/** - Throws `QueryTooComplexError` for operations one within the other, deeper than may be. */
export function checkDepth(depth: number): void {
  if (depth > EXPRESSION_LIMITS.nesting) throw tooDeep(depth);
}

function tooDeep(depth: number): QueryTooComplexError {
  return tooComplex({
    en: `is nested ${depth} deep: ${EXPRESSION_LIMITS.nesting} are accepted; \`in (…)\` says the same as many \`or\``,
    fr: `a ${depth} niveaux emboîtés\u00a0: ${EXPRESSION_LIMITS.nesting} sont acceptés\u00a0; \`in (…)\` dit la même chose que plusieurs \`or\``,
  });
}

function tooComplex(text: Bilingual): QueryTooComplexError {
  return new QueryTooComplexError(text);
}

function errorOf({ token }: IRecognitionException, text: string): BadUserInputError {
  const { startOffset, image } = token;
  // The end has no place of its own.
  if (Number.isNaN(startOffset) || image === '') {
    return new BadUserInputError({
      en: `ends too early, after ${JSON.stringify(text.slice(-20))}`,
      fr: `se termine trop tôt, après ${JSON.stringify(text.slice(-20))}`,
    });
  }
  return unexpected(image, startOffset + 1);
}

function unexpected(image: string, at: number): BadUserInputError {
  return new BadUserInputError({
    en: `${JSON.stringify(image)} is not expected at character ${at}`,
    fr: `${JSON.stringify(image)} n’est pas attendu au caractère ${at}`,
  });
}

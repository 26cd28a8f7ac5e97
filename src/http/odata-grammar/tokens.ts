import { createToken, Lexer, type TokenType } from 'chevrotain';

const Space = createToken({ name: 'Space', pattern: /[ \t]+/, group: Lexer.SKIPPED });

/** A blank stands for a plus sign in an offset: an address may have it decoded so. */
export const Moment = createToken({
  name: 'Moment',
  pattern: /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[-+ ]\d\d:\d\d)/i,
});
export const Day = createToken({ name: 'Day', pattern: /\d{4}-\d\d-\d\d/ });
export const Decimal = createToken({ name: 'Decimal', pattern: /\d+(?:\.\d+)?(?:e[-+]?\d+)?/i });
export const Text = createToken({ name: 'Text', pattern: /'(?:[^']|'')*'/, line_breaks: true });
export const Duration = createToken({ name: 'Duration', pattern: /duration'[^']*'/i });
/** A type that a value is cast to. */
export const TypeName = createToken({ name: 'TypeName', pattern: /Edm\.[A-Za-z]\w*/ });
export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_]\w*/ });
export const Count = createToken({ name: 'Count', pattern: /\$count\b/ });
export const Alias = createToken({ name: 'Alias', pattern: /@[A-Za-z_]\w*/ });
export const Open = createToken({ name: 'Open', pattern: '(' });
export const Close = createToken({ name: 'Close', pattern: ')' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const Slash = createToken({ name: 'Slash', pattern: '/' });
export const Equals = createToken({ name: 'Equals', pattern: '=' });
export const Minus = createToken({ name: 'Minus', pattern: '-' });

/** A word of the language, in any case; a longer word that begins so is a name. */
function word(text: string, categories: TokenType[] = []): TokenType {
  return createToken({
    ...{ name: `Word_${text}`, pattern: new RegExp(`${text}\\b`, 'i'), categories },
  });
}

/** Operators, by what binds alike. */
export const Equality = createToken({ name: 'Equality', pattern: Lexer.NA });
export const Relation = createToken({ name: 'Relation', pattern: Lexer.NA });
export const Additive = createToken({ name: 'Additive', pattern: Lexer.NA });
export const Multiplicative = createToken({ name: 'Multiplicative', pattern: Lexer.NA });
export const Direction = createToken({ name: 'Direction', pattern: Lexer.NA });
export const Constant = createToken({ name: 'Constant', pattern: Lexer.NA });

export const And = word('and');
export const Or = word('or');
export const Not = word('not');
export const In = word('in');
export const As = word('as');
export const With = word('with');
export const Filter = word('filter');
export const GroupBy = word('groupby');
export const Aggregate = word('aggregate');

const EQUALITIES = ['eq', 'ne'] as const;
const RELATIONS = ['gt', 'ge', 'lt', 'le'] as const;
const SUMS = ['add', 'sub'] as const;
const PRODUCTS = ['mul', 'divby', 'div', 'mod'] as const;

/** Operators of filters, as metadata name them. */
export const OPERATORS: readonly string[] = [
  ...[...EQUALITIES, ...RELATIONS, 'in', 'and', 'or', 'not', ...SUMS, ...PRODUCTS],
];

const WORDS: readonly TokenType[] = [
  ...[And, Or, Not, In, As, With, Filter, GroupBy, Aggregate],
  ...EQUALITIES.map((text) => word(text, [Equality])),
  ...RELATIONS.map((text) => word(text, [Relation])),
  ...SUMS.map((text) => word(text, [Additive])),
  // The longer one first: it begins with the other.
  ...PRODUCTS.map((text) => word(text, [Multiplicative])),
  ...['asc', 'desc'].map((text) => word(text, [Direction])),
  ...['null', 'true', 'false', 'INF', 'NaN'].map((text) => word(text, [Constant])),
];

/** All of them, those first that others begin with. */
export const TOKENS: TokenType[] = [
  ...[Space, Moment, Day, Decimal, Text, Duration, TypeName, Count, Alias],
  ...WORDS,
  ...[Name, Open, Close, Comma, Slash, Equals, Minus],
  ...[Equality, Relation, Additive, Multiplicative, Direction, Constant],
];

import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import type { Arithmetic, Comparison } from '../../datasets/expression/expression.ts';
import { literalOf, negative } from './literals.ts';
import type { AliasSyntax, LiteralSyntax, Syntax } from './syntax.ts';
import * as token from './tokens.ts';

/** The place of a token, from 1 on. While the grammar is recorded there is none. */
export function at(found: IToken | undefined): number {
  return (found?.startOffset ?? 0) + 1;
}

/**
 * The grammar of expressions in addresses of OData 4.01. Words are read in any case; `not` and the
 * minus sign bind tightest, as the standard has it.
 */
export abstract class ExpressionGrammar extends EmbeddedActionsParser {
  constructor() {
    super(token.TOKENS, { recoveryEnabled: false, maxLookahead: 2 });
  }

  protected readonly expression = this.RULE('expression', (): Syntax => this.SUBRULE(this.#either));

  readonly #either = this.RULE('either', (): Syntax => {
    const parts = [this.SUBRULE(this.#both)];
    this.MANY(() => {
      this.CONSUME(token.Or);
      parts.push(this.SUBRULE2(this.#both));
    });
    return logical('or', parts);
  });

  readonly #both = this.RULE('both', (): Syntax => {
    const parts = [this.SUBRULE(this.#equality)];
    this.MANY(() => {
      this.CONSUME(token.And);
      parts.push(this.SUBRULE2(this.#equality));
    });
    return logical('and', parts);
  });

  readonly #equality = this.RULE('equality', (): Syntax => {
    let left = this.SUBRULE(this.#relation);
    this.MANY(() => {
      const sign = this.CONSUME(token.Equality);
      left = binary(sign, left, this.SUBRULE2(this.#relation));
    });
    return left;
  });

  readonly #relation = this.RULE('relation', (): Syntax => {
    let left = this.SUBRULE(this.#sum);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            const sign = this.CONSUME(token.Relation);
            left = binary(sign, left, this.SUBRULE2(this.#sum));
          },
        },
        {
          ALT: () => {
            const sign = this.CONSUME(token.In);
            left = { kind: 'IN', of: left, values: this.SUBRULE(this.#list), at: at(sign) };
          },
        },
      ]),
    );
    return left;
  });

  readonly #list = this.RULE('list', (): Syntax[] => {
    const values: Syntax[] = [];
    this.CONSUME(token.Open);
    this.AT_LEAST_ONE_SEP({
      SEP: token.Comma,
      DEF: () =>
        values.push(
          this.OR([
            { ALT: () => this.SUBRULE(this.signed) },
            { ALT: () => this.SUBRULE(this.alias) },
          ]),
        ),
    });
    this.CONSUME(token.Close);
    return values;
  });

  readonly #sum = this.RULE('sum', (): Syntax => {
    let left = this.SUBRULE(this.#product);
    this.MANY(() => {
      const sign = this.CONSUME(token.Additive);
      left = binary(sign, left, this.SUBRULE2(this.#product));
    });
    return left;
  });

  readonly #product = this.RULE('product', (): Syntax => {
    let left = this.SUBRULE(this.#unary);
    this.MANY(() => {
      const sign = this.CONSUME(token.Multiplicative);
      left = binary(sign, left, this.SUBRULE2(this.#unary));
    });
    return left;
  });

  readonly #unary = this.RULE(
    'unary',
    (): Syntax =>
      this.OR([
        {
          ALT: (): Syntax => {
            const sign = this.CONSUME(token.Not);
            return { kind: 'UNARY', operator: 'not', of: this.SUBRULE(this.#unary), at: at(sign) };
          },
        },
        {
          ALT: (): Syntax => {
            const sign = this.CONSUME(token.Minus);
            const of = this.SUBRULE2(this.#unary);
            return { kind: 'UNARY', operator: '-', of, at: at(sign) };
          },
        },
        { ALT: () => this.SUBRULE(this.#primary) },
      ]),
  );

  readonly #primary = this.RULE(
    'primary',
    (): Syntax =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(token.Open);
            const inner = this.SUBRULE(this.expression);
            this.CONSUME(token.Close);
            return inner;
          },
        },
        { ALT: () => this.SUBRULE(this.#literal) },
        { ALT: () => this.SUBRULE(this.alias) },
        { ALT: () => this.SUBRULE(this.#named) },
      ]),
  );

  readonly #named = this.RULE('named', (): Syntax => {
    const name = this.CONSUME(token.Name);
    const given = this.OPTION(() => {
      const list: Syntax[] = [];
      this.CONSUME(token.Open);
      this.MANY_SEP({
        SEP: token.Comma,
        DEF: () =>
          list.push(
            this.OR([
              { ALT: () => this.SUBRULE(this.#type) },
              { ALT: () => this.SUBRULE(this.expression) },
            ]),
          ),
      });
      this.CONSUME(token.Close);
      return list;
    });
    if (given === undefined) return { kind: 'NAME', name: name.image, at: at(name) };
    return { kind: 'CALL', name: name.image, arguments: given, at: at(name) };
  });

  readonly #type = this.RULE('type', (): Syntax => {
    const type = this.CONSUME(token.TypeName);
    return { kind: 'TYPE', name: type.image, at: at(type) };
  });

  protected readonly alias = this.RULE('alias', (): AliasSyntax => {
    const alias = this.CONSUME(token.Alias);
    return { kind: 'ALIAS', name: alias.image, at: at(alias) };
  });

  /** A literal, with a sign where it is a number. */
  protected readonly signed = this.RULE('signed', (): LiteralSyntax => {
    const sign = this.OPTION(() => this.CONSUME(token.Minus));
    const literal = this.SUBRULE(this.#literal);
    return this.ACTION(() => (sign ? negative(literal, at(sign)) : literal));
  });

  readonly #literal = this.RULE('literal', (): LiteralSyntax => {
    const found = this.OR([
      { ALT: () => this.CONSUME(token.Moment) },
      { ALT: () => this.CONSUME(token.Day) },
      { ALT: () => this.CONSUME(token.Decimal) },
      { ALT: () => this.CONSUME(token.Text) },
      { ALT: () => this.CONSUME(token.Duration) },
      { ALT: () => this.CONSUME(token.Constant) },
    ]);
    return this.ACTION(() => literalOf(found.image, at(found)));
  });
}

function logical(operator: 'and' | 'or', parts: readonly Syntax[]): Syntax {
  const [first] = parts;
  return first && parts.length === 1
    ? first
    : { kind: 'LOGICAL', operator, parts, at: first?.at ?? 1 };
}

function binary(sign: IToken, left: Syntax, right: Syntax): Syntax {
  const operator = sign.image.toLowerCase() as Comparison | Arithmetic;
  return { kind: 'BINARY', operator, left, right, at: at(sign) };
}

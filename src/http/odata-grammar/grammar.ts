import { at, ExpressionGrammar } from './expression-grammar.ts';
import type {
  AliasSyntax,
  FigureSyntax,
  KeySyntax,
  LiteralSyntax,
  OrderSyntax,
  Syntax,
  TransformationSyntax,
} from './syntax.ts';
import * as token from './tokens.ts';

/** The grammar of filters, orders, transformations and keys. */
export class AddressGrammar extends ExpressionGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly filter = this.RULE('filter', (): Syntax => this.SUBRULE(this.expression));

  readonly orderBy = this.RULE('orderBy', (): OrderSyntax[] => {
    const orders: OrderSyntax[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: token.Comma,
      DEF: () => {
        const expression = this.SUBRULE(this.expression);
        const direction = this.OPTION(() => this.CONSUME(token.Direction));
        this.ACTION(() => {
          orders.push({ expression, descending: direction?.image.toLowerCase() === 'desc' });
        });
      },
    });
    return orders;
  });

  readonly #keyValue = this.RULE('keyValue', (): LiteralSyntax | AliasSyntax =>
    this.OR([{ ALT: () => this.SUBRULE(this.signed) }, { ALT: () => this.SUBRULE(this.alias) }]),
  );

  readonly key = this.RULE('key', (): KeySyntax => {
    const values = new Map<string, LiteralSyntax | AliasSyntax>();
    this.CONSUME(token.Open);
    this.OR([
      {
        ALT: () =>
          this.AT_LEAST_ONE_SEP({
            SEP: token.Comma,
            DEF: () => {
              const name = this.CONSUME(token.Name).image;
              this.CONSUME(token.Equals);
              values.set(name, this.SUBRULE(this.#keyValue));
            },
          }),
      },
      { ALT: () => values.set('', this.SUBRULE2(this.#keyValue)) },
    ]);
    this.CONSUME(token.Close);
    return values;
  });

  readonly apply = this.RULE('apply', (): TransformationSyntax[] => {
    const steps: TransformationSyntax[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: token.Slash,
      DEF: () => steps.push(this.SUBRULE(this.#transformation)),
    });
    return steps;
  });

  readonly #transformation = this.RULE(
    'transformation',
    (): TransformationSyntax =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(token.Filter);
            this.CONSUME(token.Open);
            const filter = this.SUBRULE(this.expression);
            this.CONSUME(token.Close);
            return step({ kind: 'FILTER', filter });
          },
        },
        {
          ALT: () => {
            const first = this.CONSUME(token.GroupBy);
            this.CONSUME2(token.Open);
            const by = this.SUBRULE(this.#names);
            const figures = this.OPTION(() => {
              this.CONSUME(token.Comma);
              this.CONSUME(token.Aggregate);
              return this.SUBRULE(this.#figures);
            });
            this.CONSUME2(token.Close);
            return step({ kind: 'GROUP', by, figures: figures ?? [], at: at(first) });
          },
        },
        {
          ALT: () => {
            const first = this.CONSUME2(token.Aggregate);
            const figures = this.SUBRULE2(this.#figures);
            return step({ kind: 'GROUP', by: [], figures, at: at(first) });
          },
        },
      ]),
  );

  readonly #names = this.RULE('names', (): string[] => {
    const names: string[] = [];
    this.CONSUME(token.Open);
    this.AT_LEAST_ONE_SEP({
      SEP: token.Comma,
      DEF: () => names.push(this.CONSUME(token.Name).image),
    });
    this.CONSUME(token.Close);
    return names;
  });

  readonly #figures = this.RULE('figures', (): FigureSyntax[] => {
    const figures: FigureSyntax[] = [];
    this.CONSUME(token.Open);
    this.AT_LEAST_ONE_SEP({
      SEP: token.Comma,
      DEF: () => figures.push(this.SUBRULE(this.#figure)),
    });
    this.CONSUME(token.Close);
    return figures;
  });

  readonly #figure = this.RULE('figure', (): FigureSyntax => {
    const of = this.OR([
      { ALT: () => ({ first: this.CONSUME(token.Count), column: null, method: 'count' }) },
      {
        ALT: () => {
          const first = this.CONSUME(token.Name);
          this.CONSUME(token.With);
          return { first, column: first.image, method: this.CONSUME2(token.Name).image };
        },
      },
    ]);
    this.CONSUME(token.As);
    const alias = this.CONSUME3(token.Name).image;
    return { column: of.column, method: of.method, alias, at: at(of?.first) };
  });
}

function step(transformation: TransformationSyntax): TransformationSyntax {
  return transformation;
}

import type {
  Arithmetic,
  Comparison,
  Scalar,
  ValueType,
} from '../../datasets/expression/expression.ts';

/** An expression as it is written; `at` is the place of its first character, from 1 on. */
export type Syntax =
  | LiteralSyntax
  | { readonly kind: 'NAME'; readonly name: string; readonly at: number }
  | AliasSyntax
  | { readonly kind: 'TYPE'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'CALL';
      readonly name: string;
      readonly arguments: readonly Syntax[];
      readonly at: number;
    }
  | {
      readonly kind: 'UNARY';
      readonly operator: 'not' | '-';
      readonly of: Syntax;
      readonly at: number;
    }
  | {
      readonly kind: 'BINARY';
      readonly operator: Comparison | Arithmetic;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: number;
    }
  | {
      readonly kind: 'LOGICAL';
      readonly operator: 'and' | 'or';
      readonly parts: readonly Syntax[];
      readonly at: number;
    }
  | {
      readonly kind: 'IN';
      readonly of: Syntax;
      readonly values: readonly Syntax[];
      readonly at: number;
    };

export interface AliasSyntax {
  readonly kind: 'ALIAS';
  readonly name: string;
  readonly at: number;
}

export interface LiteralSyntax {
  readonly kind: 'LITERAL';
  readonly type: ValueType;
  readonly value: Scalar;
  readonly at: number;
}

/** What rows are ordered by. */
export interface OrderSyntax {
  readonly expression: Syntax;
  readonly descending: boolean;
}

/** A figure of `aggregate`; without a column, `$count`. */
export interface FigureSyntax {
  readonly column: string | null;
  readonly method: string;
  readonly alias: string;
  readonly at: number;
}

/** One transformation of `$apply`. */
export type TransformationSyntax =
  | { readonly kind: 'FILTER'; readonly filter: Syntax }
  | {
      readonly kind: 'GROUP';
      readonly by: readonly string[];
      readonly figures: readonly FigureSyntax[];
      readonly at: number;
    };

/** The values of a key, by name; of a key of one property, under '' where it is not named. */
export type KeySyntax = ReadonlyMap<string, LiteralSyntax | AliasSyntax>;

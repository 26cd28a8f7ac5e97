/**
 * What an expression over the columns of a row may be. A moment is milliseconds since 1970, and a
 * duration so many.
 */
export type ValueType =
  | 'TEXT'
  | 'INTEGER'
  | 'NUMBER'
  | 'BOOLEAN'
  | 'DATE'
  | 'MOMENT'
  | 'DURATION'
  | 'NULL';

/** One value: a day is ISO text, moments and durations are numbers. */
export type Scalar = string | number | boolean | null;

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';

/** An expression whose types fit; texts compare by their characters. */
export type Expression =
  | { readonly kind: 'CONSTANT'; readonly type: ValueType; readonly value: Scalar }
  | { readonly kind: 'COLUMN'; readonly type: ValueType; readonly name: string }
  | CallExpression
  | {
      readonly kind: 'COMPARISON';
      readonly type: 'BOOLEAN';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'AMONG';
      readonly type: 'BOOLEAN';
      readonly of: Expression;
      readonly values: readonly Scalar[];
    }
  | {
      readonly kind: 'ALL' | 'ANY';
      readonly type: 'BOOLEAN';
      readonly parts: readonly Expression[];
    }
  | { readonly kind: 'NOT'; readonly type: 'BOOLEAN'; readonly of: Expression };

/** A function or an operator of arithmetic, by its name in `FUNCTIONS`. */
export interface CallExpression {
  readonly kind: 'CALL';
  readonly type: ValueType;
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** The names of the columns that an expression looks at. */
export function columnsOf(expression: Expression, names = new Set<string>()): Set<string> {
  switch (expression.kind) {
    case 'CONSTANT':
      break;
    case 'COLUMN':
      names.add(expression.name);
      break;
    case 'CALL':
      for (const each of expression.arguments) columnsOf(each, names);
      break;
    case 'COMPARISON':
      columnsOf(expression.left, names);
      columnsOf(expression.right, names);
      break;
    case 'ALL':
    case 'ANY':
      for (const each of expression.parts) columnsOf(each, names);
      break;
    case 'AMONG':
    case 'NOT':
      columnsOf(expression.of, names);
  }
  return names;
}

/** The parts that must all hold for an expression to hold. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'ALL' ? expression.parts.flatMap(conjuncts) : [expression];
}

import { durationOf } from '../../datasets/expression/casts.ts';
import type { Expression, ValueType } from '../../datasets/expression/expression.ts';
import { BadUserInputError } from '../../domain/errors.ts';

/** What types are called in OData. */
export const EDM: Readonly<Record<ValueType, string>> = {
  ...{ TEXT: 'Edm.String', INTEGER: 'Edm.Int32', NUMBER: 'Edm.Double', BOOLEAN: 'Edm.Boolean' },
  ...{ DATE: 'Edm.Date', MOMENT: 'Edm.DateTimeOffset', DURATION: 'Edm.Duration', NULL: 'null' },
};

function isNumber(type: ValueType): boolean {
  return type === 'INTEGER' || type === 'NUMBER';
}

/** - Throws `BadUserInputError` for types that are not compared with one another. */
export function checkComparable(
  operator: string,
  left: ValueType,
  right: ValueType,
  at: number,
): void {
  if (left === right || left === 'NULL' || right === 'NULL') return;
  if (isNumber(left) && isNumber(right)) return;
  const hint = hintFor(left, right);
  throw new BadUserInputError({
    en: `${operator}, at character ${at}, compares ${EDM[left]} with ${EDM[right]}: both sides have one type${hint.en}`,
    fr: `${operator}, au caractère ${at}, compare ${EDM[left]} à ${EDM[right]}\u00a0: les deux côtés sont du même type${hint.fr}`,
  });
}

function hintFor(left: ValueType, right: ValueType) {
  const types = [left, right];
  if (types.includes('DATE') && types.includes('MOMENT')) {
    return {
      en: '; date(…) makes a day of a moment',
      fr: '\u00a0; date(…) fait un jour d’un instant',
    };
  }
  if (types.includes('TEXT')) {
    return {
      en: "; texts are written 'so', all else without quotes",
      fr: "\u00a0; les textes s’écrivent 'ainsi', le reste sans apostrophes",
    };
  }
  return { en: '', fr: '' };
}

/** - Throws `BadUserInputError` for what neither holds nor does not. */
export function truth(expression: Expression, at: number): Expression {
  if (expression.type === 'BOOLEAN' || expression.type === 'NULL') return expression;
  throw new BadUserInputError({
    en: `what begins at character ${at} is ${EDM[expression.type]}: Edm.Boolean is accepted, as of a comparison`,
    fr: `ce qui commence au caractère ${at} est ${EDM[expression.type]}\u00a0: Edm.Boolean est accepté, comme d’une comparaison`,
  });
}

/** A text as a duration where one is expected: 4.01 has them without a prefix. */
export function likened(expression: Expression, expected: ValueType): Expression {
  if (expected !== 'DURATION' || expression.kind !== 'CONSTANT') return expression;
  const value = expression.type === 'TEXT' ? durationOf(String(expression.value)) : null;
  return value === null ? expression : { kind: 'CONSTANT', type: 'DURATION', value };
}

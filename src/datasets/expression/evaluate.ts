import type { Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG } from '../column-vector.ts';
import { among, combine, compared, negated } from './compare.ts';
import type { CallExpression, Expression, Scalar, ValueType } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import {
  eachRow,
  flagsBy,
  flagsOf,
  numbersBy,
  scalarAt,
  textsBy,
  type Values,
  valuesOf,
} from './values.ts';

/** Rows that expressions are evaluated over: so many, with the vectors of their columns. */
export interface VectorSource {
  readonly count: number;
  /** The vector of a column that the expression looks at. */
  readonly vector: (column: string) => ColumnVector;
}

/**
 * What an expression is for all rows. Columns are looked at whole, one operation after the other;
 * what depends on texts is computed once for each different one.
 */
export function* evaluate(expression: Expression, source: VectorSource): Work<Values> {
  yield;
  switch (expression.kind) {
    case 'CONSTANT':
      return { kind: 'ONE', value: expression.value };
    case 'COLUMN':
      return yield* valuesOf(source.vector(expression.name), expression.type === 'MOMENT');
    case 'COMPARISON': {
      const left = yield* evaluate(expression.left, source);
      const right = yield* evaluate(expression.right, source);
      return yield* compared(expression.operator, left, right, source.count);
    }
    case 'AMONG': {
      const of = yield* evaluate(expression.of, source);
      return yield* among(of, expression.values, source.count);
    }
    case 'ALL':
    case 'ANY': {
      const decided = expression.kind === 'ALL' ? FLAG.TRUE : FLAG.FALSE;
      const flags = new Uint8Array(source.count).fill(decided);
      for (const part of expression.parts) {
        combine(expression.kind, flags, flagsOf(yield* evaluate(part, source), source.count));
      }
      return { kind: 'FLAGS', values: flags };
    }
    case 'NOT': {
      const flags = flagsOf(yield* evaluate(expression.of, source), source.count);
      return { kind: 'FLAGS', values: negated(flags) };
    }
    case 'CALL': {
      const values: Values[] = [];
      for (const each of expression.arguments) values.push(yield* evaluate(each, source));
      return yield* called(expression, values, source.count);
    }
  }
}

/** The rows for which an expression holds, by number and in their order. */
export function* rowsWhere(expression: Expression, source: VectorSource): Work<Int32Array> {
  const flags = flagsOf(yield* evaluate(expression, source), source.count);
  const rows = new Int32Array(flags.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === FLAG.TRUE) rows[count++] = row;
  return rows.slice(0, count);
}

const KINDS: Readonly<Record<ValueType, 'TEXTS' | 'NUMBERS' | 'FLAGS'>> = {
  ...{ TEXT: 'TEXTS', DATE: 'TEXTS', BOOLEAN: 'FLAGS' },
  ...{ INTEGER: 'NUMBERS', NUMBER: 'NUMBERS', MOMENT: 'NUMBERS', NULL: 'NUMBERS' },
  DURATION: 'NUMBERS',
};

function* called(
  { name, type }: CallExpression,
  values: readonly Values[],
  count: number,
): Work<Values> {
  const known = FUNCTIONS[name];
  if (!known) throw new Error(`no function ${name}`);
  const call = known.call as (...given: Scalar[]) => Scalar;
  const kind = KINDS[type];
  const varying = values.filter((each) => each.kind !== 'ONE');
  const [only] = varying;
  const constants = values.flatMap((each) => (each.kind === 'ONE' ? [each.value] : []));
  if (constants.includes(null)) return { kind: 'ONE', value: null };
  if (!only) return { kind: 'ONE', value: present(call(...constants)) };
  if (varying.length === 1 && only.kind === 'TEXTS') {
    const place = values.indexOf(only);
    // A text that is absent gives what is absent, which no text of another is: NUMBERS alone have one.
    const ofText = (text: string) => call(...constants.toSpliced(place, 0, text));
    if (kind === 'NUMBERS') return yield* numbersBy(only, (each) => ofText(each) as number | null);
    if (!known.mayLack) {
      if (kind === 'FLAGS') return yield* flagsBy(only, (each) => ofText(each) === true);
      return yield* textsBy(only, (each) => String(ofText(each)));
    }
  }
  const at = values.map(scalarAt);
  return yield* eachRow(kind, count, (row) => {
    const given = at.map((valueAt) => valueAt(row));
    return given.includes(null) ? null : present(call(...given));
  });
}

/** A number that is none is absent. */
function present(value: Scalar): Scalar {
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

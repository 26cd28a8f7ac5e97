import type { Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG, NO_TEXT, type TextVector } from '../column-vector.ts';
import { called } from './call.ts';
import { among, combined, compared, negated } from './compare.ts';
import { columnsOf, type Expression } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { flagsOf, type Values } from './values.ts';

/** Rows that expressions are evaluated over: so many, with the vectors of their columns. */
export interface VectorSource {
  readonly count: number;
  /** The vector of a column that the expression looks at. */
  readonly vector: (column: string) => ColumnVector;
}

/**
 * What an expression is for all rows. Columns are looked at whole, one operation after the other;
 * what depends on one column of texts is computed once for each different text.
 */
export function* evaluate(expression: Expression, source: VectorSource): Work<Values> {
  yield;
  const only = onlyTexts(expression, source);
  if (!only) return yield* evaluateRows(expression, source);
  return spread(yield* evaluateRows(expression, eachText(only)), only.codes);
}

/** The column of texts that something is computed of alone, where it has fewer texts than rows. */
function onlyTexts(expression: Expression, source: VectorSource): TextVector | null {
  if (expression.kind === 'COLUMN' && expression.type !== 'MOMENT') return null;
  const [name, other] = columnsOf(expression);
  if (name === undefined || other !== undefined) return null;
  const vector = source.vector(name);
  return vector.kind === 'TEXTS' && vector.texts.length + 1 < source.count ? vector : null;
}

/** A row without text, and one of each text behind it. */
function eachText({ texts, ...vector }: TextVector): VectorSource {
  const codes = new Int32Array(texts.length + 1);
  for (let place = 0; place < codes.length; place++) codes[place] = NO_TEXT + place;
  return { count: codes.length, vector: () => ({ ...vector, texts, codes }) };
}

/** What rows are, by what the rows of `eachText` are. */
function spread(values: Values, codes: Int32Array): Values {
  const filled = <Made extends Int32Array | Float64Array | Uint8Array>(made: Made, by: Made) => {
    for (let row = 0; row < made.length; row++) {
      made[row] = by[(codes[row] ?? NO_TEXT) - NO_TEXT] ?? 0;
    }
    return made;
  };
  const { length } = codes;
  switch (values.kind) {
    case 'ONE':
      return values;
    case 'TEXTS':
      return { ...values, codes: filled(new Int32Array(length), values.codes) };
    case 'NUMBERS':
      return { ...values, values: filled(new Float64Array(length), values.values) };
    case 'FLAGS':
      return { ...values, values: filled(new Uint8Array(length), values.values) };
  }
}

function* evaluateRows(expression: Expression, source: VectorSource): Work<Values> {
  const { count } = source;
  switch (expression.kind) {
    case 'CONSTANT':
      return { kind: 'ONE', value: expression.value };
    case 'COLUMN': {
      const vector = source.vector(expression.name);
      if (vector.kind !== 'TEXTS' || expression.type !== 'MOMENT') return vector;
      return yield* called('MOMENT', Date.parse, [vector], count);
    }
    case 'COMPARISON': {
      const left = yield* evaluate(expression.left, source);
      const right = yield* evaluate(expression.right, source);
      return yield* compared(expression.operator, left, right, count);
    }
    case 'AMONG': {
      const of = yield* evaluate(expression.of, source);
      return yield* among(of, expression.values, count);
    }
    case 'ALL':
    case 'ANY': {
      let flags: Uint8Array | null = null;
      for (const part of expression.parts) {
        const others = flagsOf(yield* evaluate(part, source), count);
        flags = flags ? combined(expression.kind, flags, others) : others;
      }
      return flags
        ? { kind: 'FLAGS', values: flags }
        : { kind: 'ONE', value: expression.kind === 'ALL' };
    }
    case 'NOT': {
      const flags = flagsOf(yield* evaluate(expression.of, source), count);
      return { kind: 'FLAGS', values: negated(flags) };
    }
    case 'CALL': {
      const { name, type } = expression;
      const known = FUNCTIONS[name];
      if (!known) throw new Error(`no function ${name}`);
      const given: Values[] = [];
      for (const each of expression.arguments) given.push(yield* evaluate(each, source));
      return yield* called(type, known.call, given, count);
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

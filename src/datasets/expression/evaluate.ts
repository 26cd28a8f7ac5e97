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

/** Rows that are looked at together: what is computed of them stays in the cache of the processor. */
const ROWS = 4_000;

/** Some rows of a source, one behind the other. */
interface Part extends VectorSource {
  /** What expressions are for each text of their only column, once they are; null = for these rows. */
  readonly ofTexts: Map<Expression, Values> | null;
  /** How many rows the source has. */
  readonly total: number;
}

/**
 * What an expression is for all rows. Columns are looked at whole, one operation after the other;
 * what depends on one column of texts is computed once for each different text.
 */
export function evaluate(expression: Expression, source: VectorSource): Work<Values> {
  return evaluatePart(expression, { ...source, ofTexts: new Map(), total: source.count });
}

/**
 * The rows for which an expression holds, by number and in their order. They are looked at some
 * thousands at a time: lists as long as the columns, one for each operation, would take several times
 * as long, most of it for their memory.
 */
export function* rowsWhere(expression: Expression, source: VectorSource): Work<Int32Array> {
  const rows = new Int32Array(source.count);
  const ofTexts = new Map<Expression, Values>();
  let found = 0;
  for (let from = 0; from < source.count; from += ROWS) {
    const part = partOf(source, from, ofTexts);
    const flags = flagsOf(yield* evaluatePart(expression, part), part.count);
    for (let row = 0; row < flags.length; row++) {
      if (flags[row] === FLAG.TRUE) rows[found++] = from + row;
    }
  }
  return rows.slice(0, found);
}

function partOf(source: VectorSource, from: number, ofTexts: Map<Expression, Values>): Part {
  const to = Math.min(from + ROWS, source.count);
  const vector = (name: string): ColumnVector => {
    const all = source.vector(name);
    switch (all.kind) {
      case 'TEXTS':
        return { ...all, codes: all.codes.subarray(from, to) };
      case 'NUMBERS':
        return { ...all, values: all.values.subarray(from, to) };
      case 'FLAGS':
        return { ...all, values: all.values.subarray(from, to) };
    }
  };
  return { ofTexts, total: source.count, count: to - from, vector };
}

function* evaluatePart(expression: Expression, part: Part): Work<Values> {
  yield;
  const only = onlyTexts(expression, part);
  if (!only || !part.ofTexts) return yield* evaluateRows(expression, part);
  const known = part.ofTexts.get(expression);
  const values = known ?? (yield* evaluateRows(expression, eachText(only)));
  part.ofTexts.set(expression, values);
  return spread(values, only.codes);
}

/** The column of texts that something is computed of alone, where it has fewer texts than rows. */
function onlyTexts(expression: Expression, { ofTexts, vector, total }: Part): TextVector | null {
  if (!ofTexts || (expression.kind === 'COLUMN' && expression.type !== 'MOMENT')) return null;
  const [name, other] = columnsOf(expression);
  if (name === undefined || other !== undefined) return null;
  const column = vector(name);
  return column.kind === 'TEXTS' && column.texts.length < total ? column : null;
}

/** A row without text, and one of each text behind it. */
function eachText(column: TextVector): Part {
  const count = column.texts.length + 1;
  const codes = new Int32Array(count);
  for (let place = 0; place < count; place++) codes[place] = NO_TEXT + place;
  return { ofTexts: null, total: count, count, vector: () => ({ ...column, codes }) };
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

function* evaluateRows(expression: Expression, part: Part): Work<Values> {
  const { count } = part;
  switch (expression.kind) {
    case 'CONSTANT':
      return { kind: 'ONE', value: expression.value };
    case 'COLUMN': {
      const vector = part.vector(expression.name);
      if (vector.kind !== 'TEXTS' || expression.type !== 'MOMENT') return vector;
      return yield* called('MOMENT', Date.parse, [vector], count);
    }
    case 'COMPARISON': {
      const left = yield* evaluatePart(expression.left, part);
      const right = yield* evaluatePart(expression.right, part);
      return yield* compared(expression.operator, left, right, count);
    }
    case 'AMONG': {
      const of = yield* evaluatePart(expression.of, part);
      return yield* among(of, expression.values, count);
    }
    case 'ALL':
    case 'ANY': {
      let flags: Uint8Array | null = null;
      for (const each of expression.parts) {
        const others = flagsOf(yield* evaluatePart(each, part), count);
        flags = flags ? combined(expression.kind, flags, others) : others;
      }
      return flags
        ? { kind: 'FLAGS', values: flags }
        : { kind: 'ONE', value: expression.kind === 'ALL' };
    }
    case 'NOT': {
      const flags = flagsOf(yield* evaluatePart(expression.of, part), count);
      return { kind: 'FLAGS', values: negated(flags) };
    }
    case 'CALL': {
      const { name, type } = expression;
      const known = FUNCTIONS[name];
      if (!known) throw new Error(`no function ${name}`);
      const given: Values[] = [];
      for (const each of expression.arguments) given.push(yield* evaluatePart(each, part));
      return yield* called(type, known.call, given, count);
    }
  }
}

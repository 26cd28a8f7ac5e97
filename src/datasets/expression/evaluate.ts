import type { Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG, NO_TEXT, type TextVector } from '../column-vector.ts';
import { type CalledRows, called } from './call.ts';
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

/** What an expression is for each text of the only column that it looks at, as `eachText` has them. */
interface ByText {
  readonly column: string;
  readonly values: Values;
}

/** What is known of expressions, whatever the rows; null = it depends on more than one column of texts. */
type Known = Map<Expression, ByText | null>;

/** Numbers that an expression was for some rows, whose memory those for the next rows take. */
type Memory = Map<Expression, Float64Array>;

/** Some rows of a source, one behind the other. */
interface Part extends VectorSource {
  /** null where what is computed outlasts the rows. */
  readonly memory: Memory | null;
  /** null where the rows are texts themselves. */
  readonly known: Known | null;
  /** How many rows the source has. */
  readonly total: number;
}

/**
 * What an expression is for all rows. Columns are looked at whole, one operation after the other;
 * what depends on one column of texts is computed once for each different text.
 */
export function evaluate(expression: Expression, source: VectorSource): Work<Values> {
  return evaluatePart(expression, {
    ...{ ...source, known: new Map(), memory: null },
    total: source.count,
  });
}

/**
 * The rows for which an expression holds, by number and in their order. They are looked at some
 * thousands at a time: lists as long as the columns, one for each operation, would take several times
 * as long, most of it for their memory.
 */
export function* rowsWhere(expression: Expression, source: VectorSource): Work<Int32Array> {
  const known: Known = new Map();
  const memory: Memory = new Map();
  const parts: Int32Array[] = [];
  for (let from = 0; from < source.count; from += ROWS) {
    const part = partOf(source, from, { known, memory });
    parts.push(rowsOf(flagsOf(yield* evaluatePart(expression, part), part.count), from));
  }
  const rows = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    rows.set(part, end);
    end += part.length;
  }
  return rows;
}

/** The rows whose flag is true, the first of them having a number of its own. */
function rowsOf(flags: Uint8Array, first: number): Int32Array {
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === FLAG.TRUE) count++;
  const rows = new Int32Array(count);
  let end = 0;
  for (let row = 0; end < count; row++) if (flags[row] === FLAG.TRUE) rows[end++] = first + row;
  return rows;
}

function partOf(source: VectorSource, from: number, kept: Pick<Part, 'known' | 'memory'>): Part {
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
  return { ...kept, total: source.count, count: to - from, vector };
}

function* evaluatePart(expression: Expression, part: Part): Work<Values> {
  yield;
  const { known, vector } = part;
  if (!known) return yield* evaluateRows(expression, part);
  let byText = known.get(expression);
  if (byText === undefined) {
    byText = yield* evaluateTexts(expression, part);
    known.set(expression, byText);
  }
  const texts = byText && vector(byText.column);
  if (!byText || texts?.kind !== 'TEXTS') return yield* evaluateRows(expression, part);
  return spread(byText.values, texts.codes, rowsFor(expression, part));
}

/** What is computed of one column of texts alone, where it has no more texts than rows; else null. */
function* evaluateTexts(expression: Expression, { vector, total }: Part): Work<ByText | null> {
  if (expression.kind === 'COLUMN' && expression.type !== 'MOMENT') return null;
  const [column, other] = columnsOf(expression);
  if (column === undefined || other !== undefined) return null;
  const all = vector(column);
  if (all.kind !== 'TEXTS' || all.texts.length > total) return null;
  return { column, values: yield* evaluateRows(expression, eachText(all)) };
}

/** A row without text, and one of each text behind it. */
function eachText(column: TextVector): Part {
  const count = column.texts.length + 1;
  const codes = new Int32Array(count);
  for (let place = 0; place < count; place++) codes[place] = NO_TEXT + place;
  return { known: null, memory: null, total: count, count, vector: () => ({ ...column, codes }) };
}

/** What rows are, by what the rows of `eachText` are. */
function spread(values: Values, codes: Int32Array, { numbers }: CalledRows): Values {
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
      return { ...values, values: filled(numbers(), values.values) };
    case 'FLAGS':
      return { ...values, values: filled(new Uint8Array(length), values.values) };
  }
}

/** The rows of a part, as a function wants them. */
function rowsFor(expression: Expression, { memory, count }: Part): CalledRows {
  const numbers = () => {
    let kept = memory?.get(expression);
    if (kept === undefined || kept.length < count) {
      kept = new Float64Array(count);
      memory?.set(expression, kept);
    }
    return kept.subarray(0, count);
  };
  return { count, numbers };
}

function* evaluateRows(expression: Expression, part: Part): Work<Values> {
  const { count } = part;
  switch (expression.kind) {
    case 'CONSTANT':
      return { kind: 'ONE', value: expression.value };
    case 'COLUMN': {
      const vector = part.vector(expression.name);
      if (vector.kind !== 'TEXTS' || expression.type !== 'MOMENT') return vector;
      return yield* called('MOMENT', { call: Date.parse }, [vector], rowsFor(expression, part));
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
      return yield* called(type, known, given, rowsFor(expression, part));
    }
  }
}

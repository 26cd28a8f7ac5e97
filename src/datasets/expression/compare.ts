import { inRanges, type Work } from '../../domain/work.ts';
import { FLAG, NO_TEXT } from '../column-vector.ts';
import type { Comparison, Scalar } from './expression.ts';
import {
  eachRow,
  flagsOf,
  numbersOf,
  scalarAt,
  type Texts,
  textsOf,
  truthOf,
  type Values,
} from './values.ts';

/** How two values stand to each other, one bit each. Absent is like absent, and like nothing else. */
const STANDING = { APART: 1, LESS: 2, SAME: 4, MORE: 8 } as const;

/** What a comparison holds of. */
const HOLDS_OF: Readonly<Record<Comparison, number>> = {
  eq: STANDING.SAME,
  ne: STANDING.APART | STANDING.LESS | STANDING.MORE,
  gt: STANDING.MORE,
  ge: STANDING.MORE | STANDING.SAME,
  lt: STANDING.LESS,
  le: STANDING.LESS | STANDING.SAME,
};

/**
 * Compares values of one type. Absent equals absent and nothing else, and is neither more nor less
 * than anything: the outcome is never absent.
 */
export function* compared(
  operator: Comparison,
  left: Values,
  right: Values,
  count: number,
): Work<Values> {
  const wanted = HOLDS_OF[operator];
  const holds = (one: Scalar, other: Scalar) => (standing(one, other) & wanted) !== 0;
  if (left.kind === 'ONE' && right.kind === 'ONE') {
    return { kind: 'ONE', value: holds(left.value, right.value) };
  }
  const kinds = [left.kind, right.kind];
  if (kinds.includes('FLAGS')) {
    const table = flagTable((one, other) => Number(holds(truthOf(one), truthOf(other))));
    return { kind: 'FLAGS', values: paired(table, flagsOf(left, count), flagsOf(right, count)) };
  }
  if (kinds.includes('NUMBERS')) {
    const values = comparedNumbers(
      operator,
      numbersOf(left, count),
      numbersOf(right, count),
      count,
    );
    return { kind: 'FLAGS', values };
  }
  const values = yield* comparedTexts(wanted, textsOf(left, count), textsOf(right, count));
  return { kind: 'FLAGS', values };
}

function standing(one: Scalar, other: Scalar): number {
  if (one === null || other === null) return one === other ? STANDING.SAME : STANDING.APART;
  if (one < other) return STANDING.LESS;
  return one === other ? STANDING.SAME : STANDING.MORE;
}

/** Texts that are those of the row before are not compared again. */
function* comparedTexts(wanted: number, left: Texts, right: Texts): Work<Uint8Array> {
  const flags = new Uint8Array(left.codes.length);
  let [last, lastOther] = [NO_TEXT, NO_TEXT];
  let flag = Number((STANDING.SAME & wanted) !== 0);
  yield* inRanges(flags.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const [code, other] = [left.codes[row] ?? NO_TEXT, right.codes[row] ?? NO_TEXT];
      if (code !== last || other !== lastOther) {
        const found = standing(left.texts[code] ?? null, right.texts[other] ?? null);
        flag = (found & wanted) === 0 ? 0 : 1;
        last = code;
        lastOther = other;
      }
      flags[row] = flag;
    }
  });
  return flags;
}

/**
 * The same of numbers, NaN being absent. Each loop is without a branch that depends on a number: rows
 * are many, and what is guessed wrongly of every other one takes most of the time.
 */
function comparedNumbers(
  operator: Comparison,
  left: Float64Array,
  right: Float64Array,
  count: number,
): Uint8Array {
  switch (operator) {
    case 'eq':
      return same(left, right, count);
    case 'ne':
      return negated(same(left, right, count));
    case 'lt':
      return less(left, right, count);
    case 'gt':
      return less(right, left, count);
    case 'le':
      return atMost(left, right, count);
    case 'ge':
      return atMost(right, left, count);
  }
}

/** From a row to the next one: one number may stand for those of all rows. */
function stepOf(numbers: Float64Array, count: number): 0 | 1 {
  return numbers.length === count ? 1 : 0;
}

function less(left: Float64Array, right: Float64Array, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  const [step, otherStep] = [stepOf(left, count), stepOf(right, count)];
  for (let row = 0; row < flags.length; row++) {
    flags[row] = Number((left[row * step] ?? 0) < (right[row * otherStep] ?? 0));
  }
  return flags;
}

function atMost(left: Float64Array, right: Float64Array, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  const [step, otherStep] = [stepOf(left, count), stepOf(right, count)];
  for (let row = 0; row < flags.length; row++) {
    const one = left[row * step] ?? 0;
    const other = right[row * otherStep] ?? 0;
    flags[row] = Number(one <= other) | bothAbsent(one, other);
  }
  return flags;
}

function same(left: Float64Array, right: Float64Array, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  const [step, otherStep] = [stepOf(left, count), stepOf(right, count)];
  for (let row = 0; row < flags.length; row++) {
    const one = left[row * step] ?? 0;
    const other = right[row * otherStep] ?? 0;
    flags[row] = Number(one === other) | bothAbsent(one, other);
  }
  return flags;
}

function bothAbsent(one: number, other: number): number {
  return Number(Number.isNaN(one)) & Number(Number.isNaN(other));
}

/** Whether values are among some. */
export function* among(of: Values, values: readonly Scalar[], count: number): Work<Values> {
  const set = new Set<Scalar>(values);
  if (of.kind === 'ONE') return { kind: 'ONE', value: set.has(of.value) };
  const at = scalarAt(of);
  return yield* eachRow('FLAGS', [of], count, (row) => set.has(at(row)));
}

/** What two flags make together, at the place that `paired` looks at. */
function flagTable(made: (one: number, other: number) => number): Uint8Array {
  const flags = Object.values(FLAG);
  const table = new Uint8Array(flags.length * 4);
  for (const one of flags) for (const other of flags) table[(one << 2) | other] = made(one, other);
  return table;
}

function paired(table: Uint8Array, flags: Uint8Array, others: Uint8Array): Uint8Array {
  const made = new Uint8Array(flags.length);
  for (let row = 0; row < made.length; row++) {
    made[row] = table[((flags[row] ?? 0) << 2) | (others[row] ?? 0)] ?? 0;
  }
  return made;
}

/** Unknown where neither decides (Kleene). */
function combining(deciding: number): Uint8Array {
  return flagTable((one, other) => {
    if (one === deciding || other === deciding) return deciding;
    return one === FLAG.ABSENT ? one : other;
  });
}

const COMBINING = { ALL: combining(FLAG.FALSE), ANY: combining(FLAG.TRUE) } as const;

/** What all of flags and others are, or any; unknown where neither decides. */
export function combined(kind: 'ALL' | 'ANY', flags: Uint8Array, others: Uint8Array): Uint8Array {
  return paired(COMBINING[kind], flags, others);
}

/** The other way round; what is unknown stays so. */
export function negated(flags: Uint8Array): Uint8Array {
  return paired(NEGATED, flags, flags);
}

const NEGATED = flagTable((flag) => (flag === FLAG.ABSENT ? flag : 1 - flag));

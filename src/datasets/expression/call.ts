import { inRanges, type Work } from '../../domain/work.ts';
import type { Scalar, ValueType } from './expression.ts';
import type { RowFunction } from './functions.ts';
import { eachRow, numbersOf, scalarAt, type Values } from './values.ts';

const KINDS: Readonly<Record<ValueType, 'TEXTS' | 'NUMBERS' | 'FLAGS'>> = {
  ...{ TEXT: 'TEXTS', DATE: 'TEXTS', BOOLEAN: 'FLAGS' },
  ...{ INTEGER: 'NUMBERS', NUMBER: 'NUMBERS', MOMENT: 'NUMBERS', NULL: 'NUMBERS' },
  DURATION: 'NUMBERS',
};

/** What a function of at most three values gives for all rows: absent where one of these is. */
export function* called(
  type: ValueType,
  call: RowFunction['call'],
  given: readonly Values[],
  count: number,
): Work<Values> {
  const kind = KINDS[type];
  const of = call as (...values: (Scalar | undefined)[]) => Scalar;
  const constants = given.flatMap((each) => (each.kind === 'ONE' ? [each.value] : []));
  if (constants.includes(null)) return { kind: 'ONE', value: null };
  if (constants.length === given.length) return { kind: 'ONE', value: present(of(...constants)) };
  if (kind === 'NUMBERS' && given.every(isNumbers)) {
    const [one, other] = given.map((each) => numbersOf(each, count));
    const ofNumbers = call as (...numbers: number[]) => number;
    if (one) return { kind, values: yield* eachNumber(ofNumbers, one, other) };
  }
  const [one = nothing, other = nothing, third = nothing] = given.map(scalarAt);
  return yield* eachRow(kind, given, count, (row) => {
    const [first, second, last] = [one(row), other(row), third(row)];
    return first === null || second === null || last === null ? null : of(first, second, last);
  });
}

/** A value that is not given. */
function nothing(): undefined {
  return undefined;
}

/** A number that is none is absent. */
function present(value: Scalar): Scalar {
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

function isNumbers(values: Values): boolean {
  return values.kind === 'NUMBERS' || (values.kind === 'ONE' && typeof values.value === 'number');
}

/** Numbers of numbers: a fifth of the time that `eachRow` takes. */
function* eachNumber(
  call: (...numbers: number[]) => number,
  left: Float64Array,
  right: Float64Array | undefined,
): Work<Float64Array> {
  const made = new Float64Array(left.length).fill(Number.NaN);
  yield* inRanges(made.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const one = left[row] ?? Number.NaN;
      if (Number.isNaN(one)) continue;
      if (!right) {
        made[row] = call(one);
        continue;
      }
      const other = right[row] ?? Number.NaN;
      if (!Number.isNaN(other)) made[row] = call(one, other);
    }
  });
  return made;
}

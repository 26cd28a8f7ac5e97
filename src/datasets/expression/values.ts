import { inRanges, type Work } from '../../domain/work.ts';
import { FLAG, NO_TEXT } from '../column-vector.ts';
import type { Scalar } from './expression.ts';

/**
 * What an expression is for all rows: one value for each, or the same for all. Texts may be there
 * more than once.
 */
export type Values =
  | { readonly kind: 'TEXTS'; readonly codes: Int32Array; readonly texts: readonly string[] }
  | { readonly kind: 'NUMBERS'; readonly values: Float64Array }
  | { readonly kind: 'FLAGS'; readonly values: Uint8Array }
  | { readonly kind: 'ONE'; readonly value: Scalar };

/** Texts by row, as values. */
export type Texts = Extract<Values, { kind: 'TEXTS' }>;

/** What gives the value of a row. */
export function scalarAt(values: Values): (row: number) => Scalar {
  switch (values.kind) {
    case 'ONE':
      return () => values.value;
    case 'TEXTS':
      return (row) => values.texts[values.codes[row] ?? NO_TEXT] ?? null;
    case 'NUMBERS':
      return (row) => {
        const value = values.values[row] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      };
    case 'FLAGS':
      return (row) => truthOf(values.values[row] ?? FLAG.ABSENT);
  }
}

/**
 * The numbers of so many rows, a truth value being 0 or 1; NaN where there is none. One number stands
 * for those of all rows that are the same.
 */
export function numbersOf(values: Values, count: number): Float64Array {
  if (values.kind === 'NUMBERS') return values.values;
  if (values.kind === 'ONE') return Float64Array.of(numberOf(values.value));
  const at = scalarAt(values);
  const numbers = new Float64Array(count);
  for (let row = 0; row < count; row++) numbers[row] = numberOf(at(row));
  return numbers;
}

function numberOf(value: Scalar): number {
  return value === null ? Number.NaN : Number(value);
}

/** The texts of so many rows. */
export function textsOf(values: Values, count: number): Texts {
  if (values.kind === 'TEXTS') return values;
  if (values.kind !== 'ONE') throw new Error(`${values.kind} are no texts`);
  const { value } = values;
  const codes = new Int32Array(count).fill(value === null ? NO_TEXT : 0);
  return { kind: 'TEXTS', codes, texts: [String(value)] };
}

/** The flags of so many rows. */
export function flagsOf(values: Values, count: number): Uint8Array {
  if (values.kind === 'FLAGS') return values.values;
  const flags = new Uint8Array(count);
  if (values.kind === 'ONE') return flags.fill(flagOf(values.value));
  const at = scalarAt(values);
  for (let row = 0; row < count; row++) flags[row] = flagOf(at(row));
  return flags;
}

/** A truth value as a flag. */
export function flagOf(value: Scalar): number {
  return value === null ? FLAG.ABSENT : Number(value === true);
}

/** A flag as a truth value. */
export function truthOf(flag: number): boolean | null {
  return flag === FLAG.ABSENT ? null : flag === FLAG.TRUE;
}

/** Rows that are looked at one by one between two yields. */
const ROWS = 4_000;

/**
 * Computes a value for each row, from some. Where all of these are as in the row before, so is what
 * they give: rows of one certification stand together, and have the same texts.
 */
export function* eachRow(
  kind: 'TEXTS' | 'NUMBERS' | 'FLAGS',
  given: readonly Values[],
  count: number,
  valueAt: (row: number) => Scalar,
): Work<Values> {
  const isRepeated = repeatedRows(given, count);
  function* filled<Made extends Int32Array | Float64Array | Uint8Array>(
    made: Made,
    numberAt: (value: Scalar) => number,
  ): Work<Made> {
    yield* inRanges(
      count,
      (from, to) => {
        for (let row = from; row < to; row++) {
          made[row] = isRepeated[row] === 1 ? (made[row - 1] ?? 0) : numberAt(valueAt(row));
        }
      },
      ROWS,
    );
    return made;
  }
  if (kind === 'NUMBERS') {
    return { kind, values: yield* filled(new Float64Array(count), numberOf) };
  }
  if (kind === 'FLAGS') return { kind, values: yield* filled(new Uint8Array(count), flagOf) };
  const texts: string[] = [];
  const codeOf = (value: Scalar) => (value === null ? NO_TEXT : texts.push(String(value)) - 1);
  return { kind, codes: yield* filled(new Int32Array(count), codeOf), texts };
}

/** Which rows have what the row before has: 1, else 0. */
function repeatedRows(given: readonly Values[], count: number): Uint8Array {
  const flags = new Uint8Array(count).fill(1, 1);
  for (const values of given) {
    if (values.kind === 'ONE') continue;
    const cells = values.kind === 'TEXTS' ? values.codes : values.values;
    for (let row = 1; row < count; row++) if (cells[row] !== cells[row - 1]) flags[row] = 0;
  }
  return flags;
}

import { inRanges, type Work } from '../../domain/work.ts';
import { type ColumnVector, FLAG, NO_TEXT } from '../column-vector.ts';
import type { Scalar } from './expression.ts';

/** What an expression is for all rows: one value for each, or the same for all. */
export type Values =
  | { readonly kind: 'TEXTS'; readonly codes: Int32Array; readonly texts: readonly string[] }
  | { readonly kind: 'NUMBERS'; readonly values: Float64Array }
  | { readonly kind: 'FLAGS'; readonly values: Uint8Array }
  | { readonly kind: 'ONE'; readonly value: Scalar };

/** The values of a column; those of one with moments as milliseconds. */
export function* valuesOf(vector: ColumnVector, isMoment: boolean): Work<Values> {
  if (vector.kind !== 'TEXTS' || !isMoment) return vector;
  return yield* numbersBy(vector, (text) => Date.parse(text));
}

/** Texts by row, as values. */
type Texts = Extract<Values, { kind: 'TEXTS' }>;

/** A number for each row, by its text: computed once for each different one. NaN where there is none. */
export function* numbersBy(
  { codes, texts }: Texts,
  numberOf: (text: string) => number | null,
): Work<Values> {
  const known = new Float64Array(texts.length);
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) known[at] = numberOf(texts[at] ?? '') ?? Number.NaN;
  });
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] ?? NO_TEXT;
    values[row] = code === NO_TEXT ? Number.NaN : (known[code] ?? Number.NaN);
  }
  return { kind: 'NUMBERS', values };
}

/** A flag for each row, by its text; `absent` where there is none. */
export function* flagsBy(
  { codes, texts }: Texts,
  holds: (text: string) => boolean,
  absent: number = FLAG.ABSENT,
): Work<Values> {
  const known = new Uint8Array(texts.length);
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) known[at] = Number(holds(texts[at] ?? ''));
  });
  const values = new Uint8Array(codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] ?? NO_TEXT;
    values[row] = code === NO_TEXT ? absent : (known[code] ?? absent);
  }
  return { kind: 'FLAGS', values };
}

/** Another text for each different one. */
export function* textsBy({ codes, texts }: Texts, textOf: (text: string) => string): Work<Values> {
  const made: string[] = [];
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) made.push(textOf(texts[at] ?? ''));
  });
  return { kind: 'TEXTS', codes, texts: made };
}

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
      return (row) => {
        const flag = values.values[row];
        return flag === FLAG.ABSENT ? null : flag === FLAG.TRUE;
      };
  }
}

/** What gives the number of a row, a truth value being 0 or 1; NaN where there is none. */
export function numberAt(values: Values): (row: number) => number {
  if (values.kind === 'NUMBERS') return (row) => values.values[row] ?? Number.NaN;
  const at = scalarAt(values);
  return (row) => {
    const value = at(row);
    return value === null ? Number.NaN : Number(value);
  };
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

/** Rows that are looked at one by one between two yields. */
const ROWS = 4_000;

/** Computes a value for each row, where it depends on several columns. */
export function* eachRow(
  kind: 'TEXTS' | 'NUMBERS' | 'FLAGS',
  count: number,
  valueAt: (row: number) => Scalar,
): Work<Values> {
  const codes = new Int32Array(kind === 'TEXTS' ? count : 0);
  const numbers = new Float64Array(kind === 'NUMBERS' ? count : 0);
  const flags = new Uint8Array(kind === 'FLAGS' ? count : 0);
  const known = new Map<string, number>();
  yield* inRanges(
    count,
    (from, to) => {
      for (let row = from; row < to; row++) {
        const value = valueAt(row);
        if (kind === 'NUMBERS') numbers[row] = value === null ? Number.NaN : Number(value);
        else if (kind === 'FLAGS') flags[row] = flagOf(value);
        else codes[row] = value === null ? NO_TEXT : codeIn(known, String(value));
      }
    },
    ROWS,
  );
  if (kind === 'NUMBERS') return { kind, values: numbers };
  return kind === 'FLAGS' ? { kind, values: flags } : { kind, codes, texts: [...known.keys()] };
}

function codeIn(known: Map<string, number>, text: string): number {
  const code = known.get(text) ?? known.size;
  known.set(text, code);
  return code;
}

import { inRanges, type Work } from '../domain/work.ts';
import type { Cell, ColumnType } from './dataset.ts';

/** The code of an absent text. */
export const NO_TEXT = -1;

/** What a flag is: false, true or absent. */
export const FLAG = { FALSE: 0, TRUE: 1, ABSENT: 2 } as const;

/** Texts, days and moments: which of the different ones each row has. */
export interface TextVector {
  readonly kind: 'TEXTS';
  /** Places in `texts`; `NO_TEXT` where there is none. */
  readonly codes: Int32Array;
  /** The different texts, in the order they are met. */
  readonly texts: readonly string[];
  readonly bytes: number;
}

/** Numbers; NaN = absent. */
export interface NumberVector {
  readonly kind: 'NUMBERS';
  readonly values: Float64Array;
  readonly bytes: number;
}

/** Truth values, as `FLAG` has them. */
export interface FlagVector {
  readonly kind: 'FLAGS';
  readonly values: Uint8Array;
  readonly bytes: number;
}

/** The cells of one column, by the number of their row. */
export type ColumnVector = TextVector | NumberVector | FlagVector;

/** Cells that are looked at between two yields: each takes some microseconds. */
const CELLS = 500;

/** Makes the vector of a column of so many rows. `bytes` is an estimate. */
export function* columnVector(
  type: ColumnType,
  count: number,
  cellAt: (row: number) => Cell,
): Work<ColumnVector> {
  switch (type) {
    case 'INTEGER':
    case 'NUMBER': {
      const values = new Float64Array(count);
      yield* inEach(count, (row) => {
        const cell = cellAt(row);
        values[row] = typeof cell === 'number' ? cell : Number.NaN;
      });
      return { kind: 'NUMBERS', values, bytes: values.byteLength };
    }
    case 'BOOLEAN': {
      const values = new Uint8Array(count);
      yield* inEach(count, (row) => {
        const cell = cellAt(row);
        values[row] = cell === null ? FLAG.ABSENT : cell === true ? FLAG.TRUE : FLAG.FALSE;
      });
      return { kind: 'FLAGS', values, bytes: values.byteLength };
    }
    default:
      return yield* textVector(count, cellAt);
  }
}

/** Bytes of a text beside its characters, with its place in a list. */
const TEXT_BYTES = 24;

function* textVector(count: number, cellAt: (row: number) => Cell): Work<TextVector> {
  const codes = new Int32Array(count);
  const known = new Map<string, number>();
  let bytes = codes.byteLength;
  yield* inEach(count, (row) => {
    const cell = cellAt(row);
    if (cell === null) {
      codes[row] = NO_TEXT;
      return;
    }
    const text = String(cell);
    let code = known.get(text);
    if (code === undefined) {
      code = known.size;
      known.set(text, code);
      bytes += TEXT_BYTES + text.length;
    }
    codes[row] = code;
  });
  return { kind: 'TEXTS', codes, texts: [...known.keys()], bytes };
}

function inEach(count: number, act: (row: number) => void): Work<void> {
  return inRanges(
    count,
    (from, to) => {
      for (let row = from; row < to; row++) act(row);
    },
    CELLS,
  );
}

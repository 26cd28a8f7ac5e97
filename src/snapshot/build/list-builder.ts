import { inRanges, type Work } from '../../domain/work.ts';
import type { Lists } from '../columns.ts';

/** Lists of numbers, one for each row: `fill` adds those of a row to an empty array. */
export function* listsOf(rows: number, fill: (row: number, own: number[]) => void): Work<Lists> {
  const offset = new Int32Array(rows + 1);
  const all: number[] = [];
  const own: number[] = [];
  yield* inRanges(rows, (from, to) => {
    for (let row = from; row < to; row++) {
      own.length = 0;
      fill(row, own);
      for (const value of own) all.push(value);
      offset[row + 1] = all.length;
    }
  });
  return { offset, value: Int32Array.from(all) };
}

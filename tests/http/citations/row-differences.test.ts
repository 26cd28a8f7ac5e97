import { expect, test } from 'vitest';
import type { ColumnHead, Row } from '../../../src/datasets/dataset.ts';
import type { Batch } from '../../../src/datasets/read.ts';
import { rowDifferences } from '../../../src/http/citations/row-differences.ts';

const column = (name: string) => ({ name }) as ColumnHead;
const TABLE = { key: ['code', 'year'], columns: ['code', 'year', 'rate', 'note'].map(column) };

/** Begins a reading of rows, two at a time. */
const reading = (rows: readonly Row[]) =>
  async function* (): AsyncGenerator<Batch> {
    for (let at = 0; at === 0 || at < rows.length; at += 2) {
      yield { rows: rows.slice(at, at + 2), last: at + 2 >= rows.length };
    }
  };

const compare = (before: readonly Row[], after: readonly Row[], most = 10) =>
  rowDifferences(TABLE, most, { before: reading(before), after: reading(after) });

const BEFORE: readonly Row[] = [
  ['A', 2020, 80, null],
  ['A', 2021, null, null],
  ['B', 2020, 70, 'x'],
];

test('the same rows in another order are the same', async () => {
  expect(await compare(BEFORE, BEFORE.toReversed())).toEqual({
    ...{ rows: 3, added: 0, removed: 0, changed: 0, list: [] },
  });
});

test('cells that differ, rows that are new and rows that are gone are told by their keys', async () => {
  const after: readonly Row[] = [
    ['A', 2020, 85, 'y'],
    ['A', 2021, 0, null],
    ['C', 2020, 70, 'x'],
  ];
  expect(await compare(BEFORE, after)).toEqual({
    ...{ rows: 3, added: 1, removed: 1, changed: 2 },
    list: [
      { key: { code: 'A', year: 2020 }, column: 'rate', before: 80, after: 85 },
      { key: { code: 'A', year: 2020 }, column: 'note', before: null, after: 'y' },
      { key: { code: 'A', year: 2021 }, column: 'rate', before: null, after: 0 },
      { key: { code: 'C', year: 2020 }, row: 'ADDED' },
      { key: { code: 'B', year: 2020 }, row: 'REMOVED' },
    ],
  });
});

test('no more rows are told than may be, and all are counted', async () => {
  const after = BEFORE.map(([code, year]): Row => [code ?? null, year ?? null, 1, 'z']);
  const { changed, list } = await compare(BEFORE, [...after, ['D', 2020, 1, null]], 2);
  expect(changed).toBe(3);
  expect(new Set(list.map(({ key }) => JSON.stringify(key))).size).toBe(2);
  expect(await compare([], BEFORE, 2)).toMatchObject({ added: 3, list: [{}, {}] });
  expect(await compare([], [])).toMatchObject({ rows: 0, list: [] });
});

import { expect, test } from 'vitest';
import type { Row } from '../../../src/datasets/dataset.ts';
import { rowsWhere } from '../../../src/datasets/expression/evaluate.ts';
import { columnsOf } from '../../../src/datasets/expression/expression.ts';
import { vectorsOfRows } from '../../../src/datasets/expression/frame.ts';
import { finish } from '../../../src/domain/work.ts';
import { bound, type NamedColumn } from '../../../src/http/odata-grammar/bind.ts';
import { parseFilter } from '../../../src/http/odata-grammar/parse.ts';

// More rows than are looked at together, and the last ones fewer than the others: what is computed of
// some rows must not show in others.
const COUNT = 9_001;

const COLUMNS: readonly NamedColumn[] = [
  { name: 'a', type: 'NUMBER' },
  { name: 'b', type: 'INTEGER' },
  { name: 'text', type: 'TEXT' },
  { name: 'day', type: 'DATE' },
  { name: 'flag', type: 'BOOLEAN' },
];

interface Cells {
  readonly a: number | null;
  readonly b: number | null;
  readonly text: string | null;
  readonly day: string | null;
  readonly flag: boolean | null;
}

/** Each column with a period of its own, so that rows 4,000 apart differ in all of them. */
const CELLS: readonly Cells[] = Array.from({ length: COUNT }, (_, row) => ({
  a: row % 7 === 0 ? null : (row % 101) / 4,
  b: row % 11 === 0 ? null : (row % 31) - 10,
  text: row % 13 === 0 ? null : `t${row % 17}`,
  day: row % 19 === 0 ? null : `20${10 + (row % 15)}-0${1 + (row % 9)}-15`,
  flag: row % 3 === 0 ? null : row % 3 === 1,
}));

const ROWS: readonly Row[] = CELLS.map(({ a, b, text, day, flag }) => [a, b, text, day, flag]);

/** Of two numbers that are both there. */
const both = (test: (a: number, b: number) => boolean) => (row: Cells) =>
  row.a !== null && row.b !== null && test(row.a, row.b);

test.each<[string, (row: Cells) => boolean]>([
  ['a eq 5', ({ a }) => a === 5],
  ['a ne 5', ({ a }) => a !== 5],
  ['5 lt a', ({ a }) => a !== null && a > 5],
  ['a ge 5 and a lt 20', ({ a }) => a !== null && a >= 5 && a < 20],
  ['a gt 5 or b le 3', ({ a, b }) => (a !== null && a > 5) || (b !== null && b <= 3)],
  ['a eq null', ({ a }) => a === null],
  ['null ne a', ({ a }) => a !== null],
  ['a le null', ({ a }) => a === null],
  ['a lt null', () => false],
  ['a eq b', ({ a, b }) => a === b],
  ['a ne b', ({ a, b }) => a !== b],
  ['a lt b', both((a, b) => a < b)],
  ['a gt b', both((a, b) => a > b)],
  ['a le b', ({ a, b }) => (a === null && b === null) || both((x, y) => x <= y)({ a, b } as Cells)],
  ['a ge b', ({ a, b }) => (a === null && b === null) || both((x, y) => x >= y)({ a, b } as Cells)],
  ['a add b gt 10', both((a, b) => a + b > 10)],
  ['a add b add a sub b gt 30', both((a, b) => a + b + a - b > 30)],
  ['(a mul 2) sub (a divby 2) lt b add 1', both((a, b) => a * 2 - a / 2 < b + 1)],
  ['round(a mul 3) mod 2 eq 0 and -a lt -3', ({ a }) => a !== null && isEvenThrice(a) && a > 3],
  ['a add 1 eq null', ({ a }) => a === null],
  ['year(day) sub b gt 2015', ({ b, day }) => b !== null && yearOf(day) - b > 2015],
  ['year(day) add month(day) eq 2020', ({ day }) => yearOf(day) + monthOf(day) === 2020],
  ['length(text) mul 2 gt b', ({ b, text }) => b !== null && (text?.length ?? Number.NaN) * 2 > b],
  ["text gt 't4' and not flag", ({ text, flag }) => text !== null && text > 't4' && flag === false],
  ['flag eq null or b in (1,2)', ({ b, flag }) => flag === null || b === 1 || b === 2],
])('of many rows, %s holds of those of which it holds one by one', (filter, holds) => {
  const scope = { columns: COLUMNS, keyNames: new Map(), aliases: new Map(), now: () => 0 };
  const expression = bound(parseFilter(filter), scope);
  const vectors = vectorsOfRows(COLUMNS, ROWS, columnsOf(expression));
  const wanted = [...CELLS.keys()].filter((row) => holds(CELLS[row] as Cells));
  expect(wanted.length > 0).toBe(filter !== 'a lt null');
  expect([...finish(rowsWhere(expression, vectors))]).toEqual(wanted);
});

/** Halves are rounded away from zero, as METHOD has it; the numbers are not negative. */
function isEvenThrice(a: number): boolean {
  return Math.floor(a * 3 + 0.5) % 2 === 0;
}

function yearOf(day: string | null): number {
  return day === null ? Number.NaN : Number(day.slice(0, 4));
}

function monthOf(day: string | null): number {
  return day === null ? Number.NaN : Number(day.slice(5, 7));
}

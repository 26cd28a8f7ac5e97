import { type OrderColumn, orderedPlaces, textRanks } from '../../domain/order.ts';
import type { Run, Work } from '../../domain/work.ts';
import { evaluate, rowsWhere, type VectorSource } from './evaluate.ts';
import { columnsOf, conjuncts, type Expression } from './expression.ts';
import { type Frame, type FrameColumn, vectorsOfRows } from './frame.ts';
import { numbersOf, scalarAt } from './values.ts';

/** What rows are ordered by; absent values come first, and last where the order descends. */
export interface RowOrder {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** Rows whose texts are read from the database at a time. */
const READ = 250;

/**
 * The rows of a frame for which an expression holds, by number and in their order. What needs texts
 * of the database is looked at last, some hundreds of rows at a time.
 */
export async function chosenRows(
  frame: Frame,
  columns: readonly FrameColumn[],
  filter: Expression | null,
  run: Run,
): Promise<Int32Array> {
  if (filter === null) return allRows(frame.count);
  const needsReading = (part: Expression) =>
    [...columnsOf(part)].some((name) => frame.readColumns.has(name));
  const parts = conjuncts(filter);
  const held = allOf(parts.filter((part) => !needsReading(part)));
  const read = allOf(parts.filter(needsReading));
  const rows = held
    ? await run(rowsWhere(held, await frame.vectors(columnsOf(held))))
    : allRows(frame.count);
  return read ? await readRows(frame, columns, { rows, filter: read }, run) : rows;
}

/** The numbers of rows from 0 on, as many as were ever wanted: all frames share them. */
let rowNumbers = new Int32Array(0);

/** All rows, which nobody writes to: made anew, they would take a third of a request's time. */
function allRows(count: number): Int32Array {
  if (rowNumbers.length < count) {
    // In a loop: `Int32Array.from` takes 10 ms for 97,000 of them.
    rowNumbers = new Int32Array(count);
    for (let row = 0; row < count; row++) rowNumbers[row] = row;
  }
  return rowNumbers.subarray(0, count);
}

function allOf(parts: readonly Expression[]): Expression | null {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  return { kind: 'ALL', type: 'BOOLEAN', parts };
}

async function readRows(
  frame: Frame,
  columns: readonly FrameColumn[],
  { rows, filter }: { readonly rows: Int32Array; readonly filter: Expression },
  run: Run,
): Promise<Int32Array> {
  const names = columnsOf(filter);
  const wanted = columns.filter(({ name }) => names.has(name));
  const found: number[] = [];
  for (let from = 0; from < rows.length; from += READ) {
    const some = rows.subarray(from, from + READ);
    const cells = await frame.rows(
      some,
      wanted.map(({ name }) => name),
    );
    const holding = await run(rowsWhere(filter, vectorsOfRows(wanted, cells, names)));
    for (const place of holding) found.push(some[place] ?? 0);
  }
  return Int32Array.from(found);
}

/** Rows of a frame in an order; those that are equal in all stay as they are. */
export async function orderedRows(
  frame: Frame,
  rows: Int32Array,
  order: readonly RowOrder[],
  run: Run,
): Promise<Int32Array> {
  if (order.length === 0) return rows;
  const names = new Set<string>();
  for (const { expression } of order) columnsOf(expression, names);
  return run(ordered(await frame.vectors(names), rows, order));
}

function* ordered(
  source: VectorSource,
  rows: Int32Array,
  order: readonly RowOrder[],
): Work<Int32Array> {
  const columns: OrderColumn[] = [];
  for (const { expression, descending } of order) {
    columns.push({
      values: yield* sortable(expression, source, rows),
      direction: descending ? 'DESC' : 'ASC',
    });
  }
  const places = yield* orderedPlaces(rows.length, columns);
  return places.map((place) => rows[place] ?? 0);
}

/** A number for each row that sorts as its value does; less than all others where there is none. */
function* sortable(
  expression: Expression,
  source: VectorSource,
  rows: Int32Array,
): Work<Float64Array> {
  const values = yield* evaluate(expression, source);
  let numbers: Float64Array;
  if (values.kind === 'TEXTS') {
    const at = scalarAt(values);
    numbers = yield* textRanks(Array.from(rows, (row) => at(row) as string | null));
  } else {
    const all = numbersOf(values, source.count);
    numbers = new Float64Array(rows.length);
    if (values.kind !== 'ONE') {
      for (const [place, row] of rows.entries()) numbers[place] = all[row] ?? Number.NaN;
    }
  }
  for (let place = 0; place < numbers.length; place++) {
    if (Number.isNaN(numbers[place])) numbers[place] = Number.NEGATIVE_INFINITY;
  }
  return numbers;
}

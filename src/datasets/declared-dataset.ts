import { foldBlanks } from '../domain/fold-blanks.ts';
import { inRanges, type Work } from '../domain/work.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { ReadPublication } from '../snapshot/publication-reader.ts';
import type {
  BatchMaking,
  Cell,
  Column,
  ColumnHead,
  Dataset,
  HeldRows,
  NumberedRows,
  Row,
  ValueOf,
} from './dataset.ts';
import type { ParameterValues } from './parameter.ts';

interface Declared<Item> extends Omit<Dataset, 'columns' | 'batches' | 'held'> {
  /** Columns that add up over any rows: where no figure is in several of them. */
  readonly additive?: readonly string[];
  /** Made anew for each reading, for columns remember what several of them need of one row. */
  readonly columns: (values: ParameterValues) => readonly Column<Item>[];
}

interface Declaration<Item> extends Declared<Item> {
  /** What each row is made of, in the order of the rows. */
  readonly items: (view: DayView, values: ParameterValues) => Work<Iterable<Item>>;
  /** Adds what the snapshot does not hold: one read for all items that are given. */
  readonly complete?: (
    items: readonly Item[],
    view: DayView,
    read: ReadPublication,
  ) => Promise<readonly Item[]>;
}

interface ReadDeclaration<Item> extends Declared<Item> {
  /**
   * What each row is made of, in the order of the rows, some at a time: as they are read. Rows that
   * depend on their reader look at `by.access`.
   */
  readonly pages: (
    view: DayView,
    values: ParameterValues,
    by: BatchMaking,
  ) => AsyncIterable<readonly Item[]>;
}

/** Declares a dataset whose rows the snapshot does not hold. */
export function storedDataset<Item>(declaration: ReadDeclaration<Item>): Dataset {
  const { pages, columns, additive, ...rest } = declaration;
  return {
    ...rest,
    columns: headsOf(columns({}), additive),
    batches: async function* (view, values, by) {
      const cells = columns(values).map(cellOf);
      for await (const items of pages(view, values, by)) {
        yield await by.run(rowsOf(items, (item) => cells.map((value) => value(item, view))));
      }
    },
  };
}

/** Declares a dataset. */
export function dataset<Item>(declaration: Declaration<Item>): Dataset {
  const { items, complete, columns, additive, ...rest } = declaration;
  return {
    ...rest,
    columns: headsOf(columns({}), additive),
    ...(!rest.dependsOnReader && { held: (...of) => heldRows(declaration, ...of) }),
    batches: async function* (view, values, { size, read, run }) {
      const cells = columns(values).map(cellOf);
      const most = complete ? Math.min(size, COMPLETED) : size;
      const all = (await run(items(view, values)))[Symbol.iterator]();
      for (;;) {
        const batch = await run(nextItems(all, most));
        if (batch.length === 0) return;
        const whole = complete ? await complete(batch, view, read) : batch;
        yield await run(rowsOf(whole, (item) => cells.map((value) => value(item, view))));
      }
    },
  };
}

/** Bytes of an item that is an object with a few members. */
const ITEM_BYTES = 120;

function* heldRows<Item>(
  { items, complete, readColumns = [], columns }: Declaration<Item>,
  view: DayView,
  values: ParameterValues,
): Work<HeldRows> {
  const all: Item[] = [];
  for (const item of yield* items(view, values)) {
    all.push(item);
    if (all.length % MADE === 0) yield;
  }
  const cells = new Map(columns(values).map((column) => [column.name, cellOf(column)]));
  const numbered = (of: readonly Item[]): NumberedRows => ({
    count: of.length,
    cellsOf: (column) => {
      const value = cells.get(column);
      if (!value) throw new Error(`no column ${column}`);
      return (row) => value(of[row] as Item, view);
    },
  });
  return {
    ...numbered(all),
    bytes: all.length * (8 + (typeof all[0] === 'number' ? 0 : ITEM_BYTES)),
    readColumns: new Set(readColumns),
    complete: async (rows, read) => {
      const some = Array.from(rows, (row) => all[row] as Item);
      return numbered(complete ? await complete(some, view, read) : some);
    },
  };
}

function headsOf(columns: readonly ColumnHead[], additive: readonly string[] = []): ColumnHead[] {
  const names = new Set(additive);
  const heads = columns.map((column) =>
    names.delete(column.name) ? { ...column, additive: true as const } : column,
  );
  if (names.size > 0) throw new Error(`no columns ${[...names].join(', ')}`);
  return heads;
}

/** What a row has under a column; a text without line breaks: a flat row is one line. */
function cellOf<Item>({ type, codes, value }: Column<Item>): ValueOf<Item, Cell> {
  if (type !== 'TEXT' || codes !== null) return value;
  return (item, view) => {
    const cell = value(item, view);
    return typeof cell === 'string' ? foldBlanks(cell) : cell;
  };
}

/** Items that are completed at a time: some milliseconds of work, where they have many texts. */
const COMPLETED = 250;

/** Items or rows that are made at a time: a row may have a hundred cells. */
const MADE = 50;

/** The next items, so many at most; fewer at the end. */
function* nextItems<Item>(items: Iterator<Item>, most: number): Work<readonly Item[]> {
  const next: Item[] = [];
  while (next.length < most) {
    const { done, value } = items.next();
    if (done) break;
    next.push(value);
    if (next.length % MADE === 0) yield;
  }
  return next;
}

function* rowsOf<Item>(items: readonly Item[], rowOf: (item: Item) => Row): Work<readonly Row[]> {
  const rows: Row[] = [];
  yield* inRanges(
    items.length,
    (from, to) => {
      for (const item of items.slice(from, to)) rows.push(rowOf(item));
    },
    MADE,
  );
  return rows;
}

import { inRanges, type Run, type Work } from '../domain/work.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { ReadPublication } from '../snapshot/publication-reader.ts';
import { type ColumnVector, columnVector } from './column-vector.ts';
import type { Cell, Dataset, NumberedRows, Row } from './dataset.ts';
import type { ParameterValues } from './parameter.ts';

/** The rows of a dataset in memory, in its order, by number: 0 … count − 1. */
export interface RowTable {
  readonly count: number;
  /** Columns without a vector: their texts are read from the database, row by row. */
  readonly readColumns: ReadonlySet<string>;
  /**
   * Some rows in the order given, with the cells of the columns that are named; as `readDataset` has
   * them. One read for all where a column of `readColumns` is among them: some hundreds at a time.
   *
   * - Throws for a column that there is not; as `ReadPublication` does where something is read.
   */
  readonly rows: (
    numbers: ArrayLike<number>,
    columns: readonly string[],
  ) => Promise<readonly Row[]>;
  /**
   * All cells of a column, made at the first use and kept beside the snapshot for the next.
   *
   * - Throws for a column that there is not, and for one of `readColumns`.
   */
  readonly vector: (column: string) => ColumnVector | Promise<ColumnVector>;
}

/** What a table is of. */
export interface TableRequest {
  readonly view: DayView;
  /** `as_of` is the day of the view. */
  readonly values: ParameterValues;
  readonly read: ReadPublication;
  /** Does what is computed: tables and vectors in pieces. */
  readonly run: Run;
}

/**
 * Opens the rows of a dataset by number; null for one whose rows are not held in memory, which is
 * read in batches. Rows and vectors are kept with the day of the view until others need the room.
 *
 * - Throws as `Dataset.batches` does with the first batch.
 */
export async function openRowTable(
  dataset: Dataset,
  { view, values, read, run }: TableRequest,
): Promise<RowTable | null> {
  const { held } = dataset;
  if (!held) return null;
  const key = tableKey(dataset, values);
  const all = await run(view.memo.work(key, () => held(view, values)));
  const types = new Map(dataset.columns.map(({ name, type }) => [name, type]));
  return {
    count: all.count,
    readColumns: all.readColumns,
    rows: async (numbers, columns) => {
      if (!columns.some((name) => all.readColumns.has(name))) {
        return run(rowsOf(all, numbers, columns));
      }
      const some = await all.complete(numbers, read);
      const inOrder = Int32Array.from({ length: some.count }, (_, place) => place);
      return run(rowsOf(some, inOrder, columns));
    },
    vector: (column) => {
      const type = types.get(column);
      if (type === undefined || all.readColumns.has(column)) {
        throw new Error(`${dataset.name} has no vector of ${column}`);
      }
      const make = () => columnVector(type, all.count, all.cellsOf(column));
      return run(view.memo.work(`${key} ${column}`, make));
    },
  };
}

/** Names the rows of a dataset for some parameters, on the day of a view. */
export function tableKey({ name }: Pick<Dataset, 'name'>, values: ParameterValues): string {
  const { as_of: _day, ...others } = values;
  const given = Object.entries(others).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `rows ${name} ${JSON.stringify(given)}`;
}

/** Rows that are made between two yields: one may have a hundred cells. */
const MADE = 50;

function* rowsOf(
  all: NumberedRows,
  numbers: ArrayLike<number>,
  columns: readonly string[],
): Work<readonly Row[]> {
  const cells = columns.map((name) => all.cellsOf(name));
  const rows: Row[] = [];
  yield* inRanges(
    numbers.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const row = numbers[at] ?? 0;
        rows.push(cells.map((cellOf): Cell => cellOf(row)));
      }
    },
    MADE,
  );
  return rows;
}

import type { Work } from '../../domain/work.ts';
import type { ColumnHead, Dataset } from '../dataset.ts';
import { type DatasetRequest, readDataset } from '../read.ts';
import { openRowTable, type RowTable } from '../row-table.ts';
import { BatchTally, type Tally, tallyOfVector, type ValueCount } from './tally.ts';

/** What there is in a column, over the rows of a dataset. */
export interface ColumnProfile {
  readonly column: ColumnHead;
  /** Rows that have no value. */
  readonly absent: number;
  /** Different values; null when they are too many or too long to be counted. */
  readonly distinct: number | null;
  /** The smallest and the largest number, the first and the last day; null of any other column, and without a value. */
  readonly range: { readonly least: string | number; readonly greatest: string | number } | null;
  /** All values with the rows that have them, the most frequent first; none when they are not counted. */
  readonly values: readonly ValueCount[];
  /** Of a rate, the column of its status and rows by it, the most frequent first; null of any other column. */
  readonly status: { readonly column: ColumnHead; readonly values: readonly ValueCount[] } | null;
}

/** What there is in columns of a dataset. */
export interface DatasetProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** Whose rows are profiled: all that the parameters choose. */
export type ProfileRequest = Required<
  Pick<DatasetRequest, 'view' | 'values' | 'read' | 'run' | 'access' | 'surveys'>
>;

/**
 * Looks at columns of a dataset over the rows that the parameters choose, for one reader: over columns
 * in memory where there are some, else as the rows are read.
 *
 * - `names`: columns of the dataset, in the order of the answer.
 * - Throws as `Dataset.batches` does.
 */
export async function profileDataset(
  dataset: Dataset,
  names: readonly string[],
  request: ProfileRequest,
): Promise<DatasetProfile> {
  const heads = new Map(dataset.columns.map((column) => [column.name, column]));
  const statusOf = (name: string) => (heads.has(`${name}_status`) ? `${name}_status` : null);
  const wanted = new Set(names.flatMap((name) => [name, statusOf(name) ?? name]));
  const { rows, tallies } = await talliesOf(dataset, [...wanted], request);
  return {
    rows,
    columns: await request.run(
      profiles(
        names.map((name) => {
          const status = statusOf(name);
          return {
            column: heads.get(name) as ColumnHead,
            tally: tallies.get(name) as Tally,
            status:
              status === null
                ? null
                : { head: heads.get(status) as ColumnHead, tally: tallies.get(status) as Tally },
          };
        }),
      ),
    ),
  };
}

interface Tallies {
  readonly rows: number;
  readonly tallies: ReadonlyMap<string, Tally>;
}

async function talliesOf(
  dataset: Dataset,
  names: readonly string[],
  request: ProfileRequest,
): Promise<Tallies> {
  const table = await openRowTable(dataset, request);
  const isHeld = table && !names.some((name) => table.readColumns.has(name));
  return isHeld ? fromTable(table, names, request) : fromBatches(dataset, names, request);
}

async function fromTable(
  table: RowTable,
  names: readonly string[],
  { run }: ProfileRequest,
): Promise<Tallies> {
  const tallies = new Map<string, Tally>();
  for (const name of names) tallies.set(name, await run(tallyOfVector(await table.vector(name))));
  return { rows: table.count, tallies };
}

async function fromBatches(
  dataset: Dataset,
  names: readonly string[],
  request: ProfileRequest,
): Promise<Tallies> {
  const tallies = new Map(names.map((name) => [name, new BatchTally()]));
  const places = dataset.columns.flatMap(({ name }, place) => {
    const tally = tallies.get(name);
    return tally ? [{ place, tally }] : [];
  });
  let count = 0;
  for await (const { rows } of readDataset(dataset, { ...request, limit: null })) {
    count += rows.length;
    for (const row of rows) for (const { place, tally } of places) tally.add(row[place] ?? null);
  }
  return { rows: count, tallies };
}

interface Tallied {
  readonly column: ColumnHead;
  readonly tally: Tally;
  readonly status: { readonly head: ColumnHead; readonly tally: Tally } | null;
}

function* profiles(columns: readonly Tallied[]): Work<readonly ColumnProfile[]> {
  const made: ColumnProfile[] = [];
  for (const { column, tally, status } of columns) {
    made.push({
      column,
      absent: tally.absent,
      distinct: tally.values?.length ?? null,
      range: rangeOf(column, tally),
      values: mostFrequent(tally),
      status: status && { column: status.head, values: mostFrequent(status.tally) },
    });
    yield;
  }
  return made;
}

/** Ties stand in the order of their values, so that the same rows give the same answer. */
function mostFrequent({ values }: Tally): readonly ValueCount[] {
  const inOrder = (one: ValueCount['value'], other: ValueCount['value']) =>
    one < other ? -1 : one > other ? 1 : 0;
  return (values ?? []).toSorted(
    (one, other) => other.rows - one.rows || inOrder(one.value, other.value),
  );
}

function rangeOf({ type }: ColumnHead, { values }: Tally): ColumnProfile['range'] {
  if (type === 'TEXT' || type === 'BOOLEAN' || !values || values.length === 0) return null;
  let [least] = values.map(({ value }) => value as string | number);
  let greatest = least;
  for (const { value } of values as readonly { readonly value: string | number }[]) {
    if (least === undefined || value < least) least = value;
    if (greatest === undefined || value > greatest) greatest = value;
  }
  return least === undefined || greatest === undefined ? null : { least, greatest };
}

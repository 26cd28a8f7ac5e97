import type { Dataset, Row } from '../../datasets/dataset.ts';
import { aggregated } from '../../datasets/expression/aggregate.ts';
import { chosenRows, orderedRows } from '../../datasets/expression/chosen-rows.ts';
import { rowsWhere, type VectorSource } from '../../datasets/expression/evaluate.ts';
import { columnsOf, type Expression } from '../../datasets/expression/expression.ts';
import {
  type Frame,
  frameOfRows,
  frameOfTable,
  vectorsOfRows,
} from '../../datasets/expression/frame.ts';
import { rowsFound, searchedColumns } from '../../datasets/expression/search.ts';
import type { ParameterValues } from '../../datasets/parameter.ts';
import type { Batch } from '../../datasets/read.ts';
import { QueryTooComplexError } from '../../domain/errors.ts';
import type { Run, Work } from '../../domain/work.ts';
import type { ApplyColumn } from '../odata-grammar/apply.ts';
import type { RowSource } from '../reports/rows.ts';
import type { RowsQuery } from './query.ts';

/** Rows of one page, at most; of what is not held in memory fewer. */
export const PAGE_ROWS = 10_000;
const READ_PAGE_ROWS = 2_000;

/** Rows of a page of a dataset, at most; fewer where fewer are preferred. */
export function pageRows({ held }: Dataset, preferred: number | null): number {
  const most = held ? PAGE_ROWS : READ_PAGE_ROWS;
  return Math.min(most, preferred ?? most);
}

/** Rows that are read into memory to be ordered or grouped, where they are not there already. */
export const MOST_COLLECTED = 100_000;

/** The rows of one page. */
export interface SelectedRows {
  readonly frame: Frame;
  /** Their numbers in the frame. */
  readonly rows: Int32Array;
  /** How many there are in all; null when it was not asked. */
  readonly total: number | null;
  /** Whether there are others behind them. */
  readonly hasMore: boolean;
}

export interface Selection {
  readonly dataset: Dataset;
  readonly values: ParameterValues;
  readonly query: RowsQuery;
  /** Rows of the page that the client prefers, at most. */
  readonly pageSize: number | null;
}

/** Chooses the rows of a page, in their order. Throws as `RowSource.table` and `RowSource.rows` do. */
export async function selectRows(
  source: RowSource,
  selection: Selection,
  run: Run,
): Promise<SelectedRows> {
  const { dataset, values, query } = selection;
  const table = await source.table(dataset, values, run);
  if (table) return fromFrame(frameOfTable(table), selection, run);
  if (!query.applied && query.orderBy.length === 0) return fromBatches(source, selection, run);
  const rows: Row[] = [];
  for await (const batch of source.rows(dataset, values, null, run)) {
    rows.push(...batch.rows);
    if (rows.length > MOST_COLLECTED) throw tooMany();
  }
  return fromFrame(frameOfRows(dataset.columns, rows, run), selection, run);
}

function tooMany(): QueryTooComplexError {
  return new QueryTooComplexError({
    en: `over ${MOST_COLLECTED} rows would be read from the database to be ordered or grouped: ask for fewer by the parameters of the entity set`,
    fr: `plus de ${MOST_COLLECTED} lignes seraient lues dans la base de données pour être ordonnées ou groupées\u00a0: demandez-en moins par les paramètres de l’ensemble d’entités`,
  });
}

/** Where a page begins among the chosen rows, and how many it may have. */
function boundsOf({ dataset, query: { skip, top, position }, pageSize }: Selection) {
  const done = position?.offset ?? 0;
  const left = top === null ? Number.POSITIVE_INFINITY : Math.max(0, top - done);
  return { from: skip + done, size: Math.min(pageRows(dataset, pageSize), left), left };
}

async function fromFrame(whole: Frame, selection: Selection, run: Run): Promise<SelectedRows> {
  const { dataset, query } = selection;
  let frame = whole;
  let columns: readonly ApplyColumn[] = dataset.columns;
  let filters: Expression[] = [];
  for (const step of query.applied?.transformations ?? []) {
    if (step.kind === 'FILTER') {
      filters.push(step.filter);
      continue;
    }
    const rows = await chosenRows(frame, columns, allOf(filters), run);
    const names = new Set([...step.by, ...step.figures.flatMap(({ column }) => column ?? [])]);
    const vectors = await frame.vectors(names);
    const groups = await run(aggregated(vectors, rows, step.by, step.figures));
    columns = step.columns;
    frame = frameOfRows(columns, groups, run);
    filters = [];
  }
  if (query.filter) filters.push(query.filter);
  let rows = await chosenRows(frame, columns, allOf(filters), run);
  if (query.search) {
    const searched = searchedColumns(dataset.columns, frame.readColumns);
    const vectors = await frame.vectors(searched.map(({ name }) => name));
    rows = await run(inBoth(rows, rowsFound(query.search, searched, vectors), frame.count));
  }
  const ordered = await orderedRows(frame, rows, query.orderBy, run);
  const { from, size, left } = boundsOf(selection);
  const hasMore = ordered.length > from + size && left > size;
  const total = query.count ? ordered.length : null;
  return { frame, rows: ordered.subarray(from, from + size), total, hasMore };
}

function allOf(filters: readonly Expression[]): Expression | null {
  return filters.length === 0 ? null : { kind: 'ALL', type: 'BOOLEAN', parts: filters };
}

function* inBoth(rows: Int32Array, found: Work<Int32Array>, count: number): Work<Int32Array> {
  const isFound = new Uint8Array(count);
  for (const row of yield* found) isFound[row] = 1;
  return rows.filter((row) => isFound[row] === 1);
}

/** A page of rows that are read in batches: no more of them than the page needs. */
async function fromBatches(
  source: RowSource,
  selection: Selection,
  run: Run,
): Promise<SelectedRows> {
  const { dataset, values, query } = selection;
  const { from, size, left } = boundsOf(selection);
  const chooses = query.filter !== null || query.search !== null;
  const isBounded = !chooses && !query.count;
  const limit = isBounded ? from + size + 1 : null;
  const page: Row[] = [];
  let total = 0;
  for await (const batch of source.rows(dataset, values, limit, run)) {
    const rows = chooses ? await run(matching(dataset, batch, query)) : batch.rows;
    for (const row of rows) {
      if (total >= from && page.length < size) page.push(row);
      total += 1;
    }
    if (!query.count && total > from + size) break;
  }
  const frame = frameOfRows(dataset.columns, page, run);
  return {
    frame,
    rows: Int32Array.from(page, (_, row) => row),
    total: query.count ? total : null,
    hasMore: total > from + size && left > size,
  };
}

function* matching(
  { columns }: Dataset,
  { rows }: Batch,
  { filter, search }: RowsQuery,
): Work<readonly Row[]> {
  const searched = search ? searchedColumns(columns, new Set()) : [];
  const names = new Set(searched.map(({ name }) => name));
  if (filter) columnsOf(filter, names);
  const vectors: VectorSource = vectorsOfRows(columns, rows, names);
  let found: Iterable<number> = rows.keys();
  if (filter) found = yield* rowsWhere(filter, vectors);
  if (search) {
    const hits = new Set(yield* rowsFound(search, searched, vectors));
    found = [...found].filter((row) => hits.has(row));
  }
  return Array.from(found, (row) => rows[row] ?? []);
}

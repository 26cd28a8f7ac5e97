import { finish, type Run } from '../../domain/work.ts';
import { type ColumnVector, columnVector } from '../column-vector.ts';
import type { ColumnType, Row } from '../dataset.ts';
import type { RowTable } from '../row-table.ts';
import type { VectorSource } from './evaluate.ts';

/** A column as expressions see it. */
export interface FrameColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Rows by number with the vectors of their columns: a table, or rows that were read or computed. */
export interface Frame {
  readonly count: number;
  /** Columns that have no vector. */
  readonly readColumns: ReadonlySet<string>;
  readonly rows: RowTable['rows'];
  /** Has the vectors of some columns ready for an expression. */
  readonly vectors: (columns: Iterable<string>) => Promise<VectorSource>;
}

/** A table as a frame. */
export function frameOfTable(table: RowTable): Frame {
  return {
    count: table.count,
    readColumns: table.readColumns,
    rows: table.rows,
    vectors: async (columns) => {
      const ready = new Map<string, ColumnVector>();
      for (const column of columns) ready.set(column, await table.vector(column));
      return sourceOf(table.count, ready);
    },
  };
}

/** Rows in memory as a frame, under columns in the order of their cells. */
export function frameOfRows(
  columns: readonly FrameColumn[],
  rows: readonly Row[],
  run: Run,
): Frame {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const placeOf = (name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`no column ${name}`);
    return place;
  };
  return {
    count: rows.length,
    readColumns: new Set(),
    rows: async (numbers, names) => {
      const wanted = names.map(placeOf);
      return Array.from(numbers, (number) => wanted.map((place) => rows[number]?.[place] ?? null));
    },
    vectors: async (names) => {
      const ready = new Map<string, ColumnVector>();
      for (const name of names) {
        const place = placeOf(name);
        const type = columns[place]?.type ?? 'TEXT';
        const cellAt = (row: number) => rows[row]?.[place] ?? null;
        ready.set(name, await run(columnVector(type, rows.length, cellAt)));
      }
      return sourceOf(rows.length, ready);
    },
  };
}

function sourceOf(count: number, ready: ReadonlyMap<string, ColumnVector>): VectorSource {
  return {
    count,
    vector: (column) => {
      const vector = ready.get(column);
      if (!vector) throw new Error(`no vector of ${column}`);
      return vector;
    },
  };
}

/** The vectors of some columns of some hundreds of rows, made at once. */
export function vectorsOfRows(
  columns: readonly FrameColumn[],
  rows: readonly Row[],
  wanted: ReadonlySet<string>,
): VectorSource {
  const ready = new Map<string, ColumnVector>();
  for (const [place, { name, type }] of columns.entries()) {
    if (!wanted.has(name)) continue;
    const cellAt = (row: number) => rows[row]?.[place] ?? null;
    ready.set(name, finish(columnVector(type, rows.length, cellAt)));
  }
  return sourceOf(rows.length, ready);
}

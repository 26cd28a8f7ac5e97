import type { PlainDate } from '../../domain/calendar.ts';
import { type Days, dayNumber, type Flags, type Ints, NONE } from '../columns.ts';
import type { Interner } from './interner.ts';

/** Collects one value of each row, and gives them in the order asked for. */
export interface Collected<Row, Column> {
  readonly add: (row: Row) => void;
  /** Place i of the column is what was added as number `order[i]`. */
  readonly inOrder: (order: Int32Array) => Column;
}

/** Columns by name. */
export type Shape<Row> = Readonly<Record<string, Collected<Row, unknown>>>;

/** The columns of a shape. */
type Columns<Row, Of extends Shape<Row>> = {
  readonly [Name in keyof Of]: Of[Name] extends Collected<Row, infer Column> ? Column : never;
};

/** Collects rows of a table into columns. */
export class Table<Row, Of extends Shape<Row>> {
  readonly #shape: Of;
  readonly #columns: readonly Collected<Row, unknown>[];
  #count = 0;

  constructor(shape: Of) {
    this.#shape = shape;
    this.#columns = Object.values(shape);
  }

  /** Rows that were added. */
  get count(): number {
    return this.#count;
  }

  add(row: Row): void {
    for (const column of this.#columns) column.add(row);
    this.#count += 1;
  }

  /** All columns in one order, column by column. */
  *inOrder(order: Int32Array): Generator<void, Columns<Row, Of>> {
    const columns: Record<string, unknown> = {};
    for (const [name, column] of Object.entries(this.#shape)) {
      columns[name] = column.inOrder(order);
      yield;
    }
    return columns as Columns<Row, Of>;
  }
}

/** Makes the columns of a kind of rows. */
export class ColumnsOf<Row> {
  readonly #interner: Interner;

  constructor(interner: Interner) {
    this.#interner = interner;
  }

  /** Collects rows in columns of their own. */
  table<Of extends Shape<Row>>(shape: Of): Table<Row, Of> {
    return new Table(shape);
  }

  /** Whole numbers, −1 for null. */
  ints(of: (row: Row) => number | null): Collected<Row, Ints> {
    return numbers(of, NONE, (length) => new Int32Array(length));
  }

  /** Days as yyyymmdd, −1 for null. */
  days(of: (row: Row) => PlainDate | null): Collected<Row, Days> {
    return this.ints((row) => dayNumber(of(row)));
  }

  /** Yes, no and small numbers, −1 for null. */
  flags(of: (row: Row) => boolean | number | null): Collected<Row, Flags> {
    return numbers(of, NONE, (length) => new Int8Array(length));
  }

  /** Yes, no and small numbers from 0 on. */
  bytes(of: (row: Row) => boolean | number): Collected<Row, Uint8Array> {
    return numbers(of, 0, (length) => new Uint8Array(length));
  }

  /** Numbers, and one that stands for null. */
  floats(of: (row: Row) => number | null, missing: number): Collected<Row, Float64Array> {
    return numbers(of, missing, (length) => new Float64Array(length));
  }

  /** Texts; equal ones are one text in memory. */
  texts<Text extends string | null>(of: (row: Row) => Text): Collected<Row, Text[]> {
    return this.things((row) => this.#interner.of(of(row)));
  }

  /** Texts of which hardly two are equal: none is looked for. */
  keys<Text extends string>(of: (row: Row) => Text): Collected<Row, Text[]> {
    return this.things((row) => this.#interner.only(of(row)));
  }

  /** Columns under one name. */
  record<Of extends Shape<Row>>(shape: Of): Collected<Row, Columns<Row, Of>> {
    const columns = Object.entries(shape);
    return {
      add: (row) => {
        for (const [, column] of columns) column.add(row);
      },
      inOrder: (order) =>
        Object.fromEntries(
          columns.map(([name, column]) => [name, column.inOrder(order)]),
        ) as Columns<Row, Of>,
    };
  }

  /** Whatever rows have. */
  things<Thing>(of: (row: Row) => Thing): Collected<Row, Thing[]> {
    const values: Thing[] = [];
    return {
      add: (row) => values.push(of(row)),
      inOrder: (order) => {
        const ordered: Thing[] = new Array(order.length);
        for (let at = 0; at < order.length; at++) ordered[at] = values[order[at] ?? 0] as Thing;
        return ordered;
      },
    };
  }
}

/** Values of a first column of numbers; it doubles when it is full. */
const FIRST_LENGTH = 1024;

function numbers<Row, Numbers extends Int32Array | Int8Array | Uint8Array | Float64Array>(
  of: (row: Row) => boolean | number | null,
  missing: number,
  make: (length: number) => Numbers,
): Collected<Row, Numbers> {
  let values = make(FIRST_LENGTH);
  let length = 0;
  return {
    add: (row) => {
      if (length === values.length) {
        const larger = make(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = Number(of(row) ?? missing);
    },
    inOrder: (order) => {
      const ordered = make(order.length);
      for (let at = 0; at < order.length; at++) ordered[at] = values[order[at] ?? 0] ?? missing;
      return ordered;
    },
  };
}

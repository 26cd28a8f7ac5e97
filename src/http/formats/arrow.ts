import type { Data, DataType, RecordBatch, Schema } from 'apache-arrow';
import type { Cell, ColumnType, Row } from '../../datasets/dataset.ts';
import type { ReportFormat, Table } from './format.ts';

/** The library, read when a first file is asked for: most servers never write one. */
type Arrow = typeof import('apache-arrow');

/** Ids of types, as the library numbers them. */
const TYPES = { Int: 2, Float: 3, Bool: 6, Date: 8, Timestamp: 10 } as const;

/** Rows of a record batch: what is held in memory of a file that is being written. */
const BATCH_ROWS = 10_000;

/** An IPC stream: columns with their types, days as days, as memory has them. */
export const arrowFormat: ReportFormat = {
  ...{ mediaType: 'application/vnd.apache.arrow.stream', compressed: false, whole: false },
  write: async function* (table: Table) {
    const arrow = await import('apache-arrow');
    const schema = schemaOf(arrow, table);
    // The streams of the library reject promises that nobody waits for when a reader leaves, which ends
    // the process: what it writes is taken from its queue instead.
    const { sink, take } = byteQueue(arrow);
    const writer = new arrow.RecordBatchStreamWriter({ autoDestroy: false });
    writer.reset(sink);
    for await (const batch of recordBatches(arrow, schema, table)) {
      writer.write(batch);
      yield* take();
    }
    writer.close();
    yield* take();
  },
};

/** A queue that a writer puts bytes into, and what takes those that are in it. */
function byteQueue(arrow: Arrow) {
  let pieces: Uint8Array[] = [];
  class ByteQueue extends arrow.AsyncByteQueue<Uint8Array> {
    override write(piece: Uint8Array): void {
      pieces.push(piece);
    }
  }
  const take = () => {
    const taken = pieces;
    pieces = [];
    return taken;
  };
  return { sink: new ByteQueue(), take };
}

function schemaOf(arrow: Arrow, { report, columns, source }: Table): Schema {
  const types = typesOf(arrow);
  return new arrow.Schema(
    columns.map(({ name, type }) => new arrow.Field(name, types[type], true)),
    new Map([
      ['report', report.name],
      ['publication', String(source.publication)],
      ['as_of', source.asOf],
      ['attribution', source.attribution],
      ['licence', source.licence],
      ['method_version', source.methodVersion],
      ['contract_version', source.contractVersion],
      ['citation', source.citation],
    ]),
  );
}

function typesOf(arrow: Arrow): Readonly<Record<ColumnType, DataType>> {
  return {
    TEXT: new arrow.Utf8(),
    INTEGER: new arrow.Int32(),
    NUMBER: new arrow.Float64(),
    BOOLEAN: new arrow.Bool(),
    DATE: new arrow.DateDay(),
    DATETIME: new arrow.TimestampMillisecond('UTC'),
  };
}

/** Rows as record batches, a column at a time: of no rows there is one that is empty. */
async function* recordBatches(
  arrow: Arrow,
  schema: Schema,
  { batches, pause }: Table,
): AsyncGenerator<RecordBatch> {
  let held: Row[] = [];
  let isFirst = true;
  const taken = async () => {
    const children: Data[] = [];
    for (const [place, { type }] of schema.fields.entries()) {
      await pause();
      children.push(arrow.makeData(columnOf(type, held, place) as never));
    }
    const { length } = held;
    held = [];
    isFirst = false;
    const type = new arrow.Struct(schema.fields);
    return new arrow.RecordBatch(schema, arrow.makeData({ type, length, nullCount: 0, children }));
  };
  for await (const rows of batches) {
    held.push(...rows);
    if (held.length >= BATCH_ROWS) yield await taken();
  }
  if (held.length > 0 || isFirst) yield await taken();
}

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;

/**
 * A column as it is in memory: a bit for each value that is there, then the values. The builders of the
 * library take three times as long.
 */
function columnOf(type: DataType, rows: readonly Row[], place: number) {
  const { length } = rows;
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  const each = (act: (cell: Exclude<Cell, null>, row: number) => void) => {
    for (let row = 0; row < length; row++) {
      const cell = rows[row]?.[place] ?? null;
      if (cell === null) {
        nullCount += 1;
        continue;
      }
      setBit(nullBitmap, row);
      act(cell, row);
    }
  };
  const values = valuesOf(type, rows, place, each);
  return { type, length, nullCount, nullBitmap, ...values };
}

type Each = (act: (cell: Exclude<Cell, null>, row: number) => void) => void;

function valuesOf(type: DataType, rows: readonly Row[], place: number, each: Each) {
  const { length } = rows;
  switch (type.typeId) {
    case TYPES.Int: {
      const data = new Int32Array(length);
      each((cell, row) => {
        data[row] = Number(cell);
      });
      return { data };
    }
    case TYPES.Float: {
      const data = new Float64Array(length);
      each((cell, row) => {
        data[row] = Number(cell);
      });
      return { data };
    }
    case TYPES.Bool: {
      const data = new Uint8Array((length + 7) >> 3);
      each((cell, row) => {
        if (cell === true) setBit(data, row);
      });
      return { data };
    }
    case TYPES.Date: {
      const data = new Int32Array(length);
      each((cell, row) => {
        data[row] = Date.parse(String(cell)) / DAY_MS;
      });
      return { data };
    }
    case TYPES.Timestamp: {
      const data = new BigInt64Array(length);
      each((cell, row) => {
        data[row] = BigInt(Date.parse(String(cell)));
      });
      return { data };
    }
    default:
      return textsOf(rows, place, each);
  }
}

/** Texts one after the other, and where each begins. */
function textsOf(rows: readonly Row[], place: number, each: Each) {
  const valueOffsets = new Int32Array(rows.length + 1);
  // A sign of JavaScript has three bytes of UTF-8 at most.
  const most = rows.reduce((sum, row) => sum + 3 * String(row[place] ?? '').length, 0);
  const data = Buffer.allocUnsafe(most);
  let end = 0;
  let next = 0;
  each((cell, row) => {
    // Of rows without a text, which begin where the one before ends.
    while (next <= row) valueOffsets[next++] = end;
    end += data.write(String(cell), end);
  });
  while (next <= rows.length) valueOffsets[next++] = end;
  return { valueOffsets, data: data.subarray(0, end) };
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

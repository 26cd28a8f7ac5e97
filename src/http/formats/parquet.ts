import type { ParquetWriter } from 'hyparquet-writer';
import type { Cell, ColumnHead, ColumnType, Row } from '../../datasets/dataset.ts';
import type { ReportFormat, Table } from './format.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows of a row group: what is held in memory of a file that is being written. */
const GROUP_ROWS = 20_000;

/** Bytes of a page: small enough that a reader who looks for one certification reads few. */
const PAGE_BYTES = 65_536;

/** Columns whose least and greatest values of each page are written, for readers to skip by. */
const INDEXED: readonly string[] = ['certification_code', 'year'];

const ELEMENTS: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  TEXT: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INTEGER: { type: 'INT32' },
  NUMBER: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  DATETIME: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

/** Columns with their types, days as days, and what the file is in its metadata. */
export const parquetFormat: ReportFormat = {
  ...{ mediaType: 'application/vnd.apache.parquet', compressed: true, whole: true },
  write: async function* ({ report, columns, source, batches, pause }: Table) {
    // Read when a first file is asked for: most servers never write one.
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: schemaOf(report.name, columns),
      createdBy: 'Débouchés',
      kvMetadata: [
        { key: 'report', value: report.name },
        { key: 'publication', value: String(source.publication) },
        { key: 'as_of', value: source.asOf },
        { key: 'attribution', value: source.attribution },
        { key: 'licence', value: source.licence },
        { key: 'method_version', value: source.methodVersion },
        { key: 'contract_version', value: source.contractVersion },
        { key: 'citation', value: source.citation },
      ],
    });
    const taken = () => {
      // Copied: the writer goes on in the same memory, and counts on from where it was.
      const chunk = Uint8Array.from(bytes.getBytes());
      bytes.index = 0;
      return chunk;
    };
    let held: Row[] = [];
    for await (const rows of batches) {
      held.push(...rows);
      if (held.length < GROUP_ROWS) continue;
      await writeGroup(file, columns, held, pause);
      held = [];
      yield taken();
    }
    if (held.length > 0) await writeGroup(file, columns, held, pause);
    const empty = file.num_rows === 0n;
    await file.finish();
    yield empty ? withTypedRowGroups(taken()) : taken();
  },
};

/** `num_rows` = 0 and `row_groups` = a list without items, in the footer (Thrift, compact). */
const NO_ROW_GROUPS = Buffer.from([0x16, 0x00, 0x19, 0x00]);

/** The type of the items of `row_groups`: a struct. */
const STRUCT = 0x0c;

/**
 * The bytes of a file without rows, whose list of row groups says what it is a list of:
 * hyparquet-writer guesses that from the first item, and arrow-rs refuses a list of nothing.
 */
function withTypedRowGroups(file: Uint8Array): Uint8Array {
  // Before it there are only names of columns, which hold no such bytes.
  const at = Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(NO_ROW_GROUPS);
  if (at >= 0) file[at + NO_ROW_GROUPS.length - 1] = STRUCT;
  return file;
}

function schemaOf(name: string, columns: readonly ColumnHead[]): SchemaElement[] {
  return [
    { name: name.replaceAll('-', '_'), num_children: columns.length },
    ...columns.map((column) => ({
      name: column.name,
      repetition_type: 'OPTIONAL' as const,
      ...ELEMENTS[column.type],
    })),
  ];
}

/**
 * Writes rows as one group, a column at a time: all of them take up to a second, in which nobody else
 * would be answered.
 */
async function writeGroup(
  file: ParquetWriter,
  columns: readonly ColumnHead[],
  rows: readonly Row[],
  pause: Table['pause'],
): Promise<void> {
  const [groups, rowsBefore] = [file.row_groups.length, file.num_rows];
  for (const [index, { name, type }] of columns.entries()) {
    await pause();
    const data = rows.map((row) => valueOfCell(row[index] ?? null, type));
    await file.write({
      columnData: [{ name, columnIndex: INDEXED.includes(name), data }],
      rowGroupSize: rows.length,
      pageSize: PAGE_BYTES,
    });
  }
  // Each column was taken for a group.
  const parts = file.row_groups.splice(groups);
  const total = (sizeOf: (part: (typeof parts)[number]) => bigint | undefined) =>
    parts.reduce((sum, part) => sum + (sizeOf(part) ?? 0n), 0n);
  file.row_groups.push({
    columns: parts.flatMap((part) => part.columns),
    total_byte_size: total((part) => part.total_byte_size),
    total_compressed_size: total((part) => part.total_compressed_size),
    num_rows: BigInt(rows.length),
  });
  file.num_rows = rowsBefore + BigInt(rows.length);
}

function valueOfCell(cell: Cell, type: ColumnType) {
  const moment = cell !== null && (type === 'DATE' || type === 'DATETIME');
  return moment ? new Date(String(cell)) : cell;
}

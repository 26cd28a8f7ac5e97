import { gunzipSync } from 'node:zlib';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import readXlsxFile from 'read-excel-file/node';
import type { Cell, ColumnHead, ColumnType } from '../../src/datasets/dataset.ts';

/** The rows of a report as a file had them, by cell, and the first line or the names of its columns. */
export interface ReadFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A cell of a CSV file as its type says. */
export function typed(text: string, type: ColumnType): Cell {
  if (text === '') return null;
  if (type === 'INTEGER' || type === 'NUMBER') return Number(text);
  if (type === 'BOOLEAN') return text === 'true';
  return text.replace(/^'(?=[=+\-@])/, '');
}

/** A day or a moment that a typed file gave, as the text that it is. */
export function dated(cell: unknown, type: ColumnType): unknown {
  if (!(cell instanceof Date)) return cell ?? null;
  return type === 'DATE' ? cell.toISOString().slice(0, 10) : cell.toISOString();
}

/** The bytes of a buffer that may be a part of a larger one. */
export function arrayBufferOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

/** A cell of the CSV for a French Excel, as one of the plain CSV. */
function ofFrenchExcel(text: string, type: ColumnType): string {
  if (type === 'NUMBER') return text.replace(',', '.');
  if (type === 'BOOLEAN') return text === '' ? '' : String(text === 'VRAI');
  return text.replace(/^="([^"]*)"$/, '$1');
}

type Columns = readonly Pick<ColumnHead, 'name' | 'type'>[];

const typeAt = (columns: Columns, index: number) => columns[index]?.type ?? 'TEXT';

function readCsv(text: string, columns: Columns, isFrench: boolean): ReadFile {
  const options = isFrench ? { delimiter: ';', bom: true } : {};
  const [header = [], ...lines] = parse(text, options) as string[][];
  const cell = (given: string, index: number) => {
    const type = typeAt(columns, index);
    return typed(isFrench ? ofFrenchExcel(given, type) : given, type);
  };
  return { header, rows: lines.map((line) => line.map(cell)) };
}

function fromObjects(objects: readonly Record<string, unknown>[], columns: Columns): ReadFile {
  return {
    header: objects.length > 0 ? Object.keys(objects[0] ?? {}) : columns.map(({ name }) => name),
    rows: objects.map((each) => columns.map(({ name, type }) => dated(each[name], type))),
  };
}

/** The rows of an Arrow stream, as the library of Arrow reads them. */
export function readArrow(bytes: Uint8Array, columns: Columns): Record<string, unknown>[] {
  const table = tableFromIPC(bytes);
  const vectors = columns.map(({ name, type }) => ({ name, type, vector: table.getChild(name) }));
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(
      vectors.map(({ name, type, vector }) => {
        const cell = vector?.get(row) ?? null;
        const isMoment = type === 'DATE' || type === 'DATETIME';
        return [name, isMoment && cell !== null ? new Date(Number(cell)) : cell];
      }),
    ),
  );
}

/** Reads a file of a report as a reader of its format does. */
export async function readReportFile(
  ending: string,
  bytes: Buffer,
  columns: Columns,
): Promise<ReadFile> {
  switch (ending) {
    case 'csv':
      return readCsv(bytes.toString(), columns, false);
    case 'csv.gz':
      return readCsv(gunzipSync(bytes).toString(), columns, false);
    case 'csv?profile=fr-excel':
      return readCsv(bytes.toString(), columns, true);
    case 'json':
      return fromObjects(JSON.parse(bytes.toString()).rows, columns);
    case 'jsonl': {
      const lines = bytes.toString().split('\n').filter(Boolean);
      return fromObjects(
        lines.map((line) => JSON.parse(line)),
        columns,
      );
    }
    case 'parquet':
      return fromObjects(await parquetReadObjects({ file: arrayBufferOf(bytes) }), columns);
    case 'arrow':
      return fromObjects(readArrow(bytes, columns), columns);
    case 'xlsx': {
      const [sheet] = await readXlsxFile(bytes);
      const [header = [], ...rows] = sheet?.data ?? [];
      return {
        header: header.map(String),
        rows: rows.map((row) => columns.map(({ type }, index) => dated(row[index], type))),
      };
    }
    default:
      throw new Error(`no reader for ${ending}`);
  }
}

import { stringify } from 'csv-stringify/sync';
import type { Cell, ColumnHead, ColumnType } from '../reports/report.ts';
import type { ReportFormat, Table } from './report-format.ts';

interface Profile {
  readonly delimiter: string;
  readonly newline: string;
  /** U+FEFF, by which Excel tells UTF-8. */
  readonly mark: string;
  readonly cellOf: (cell: Cell, type: ColumnType) => Cell;
}

/** For programs: comma, decimal point, LF, no byte order mark. */
const PLAIN: Profile = {
  ...{ delimiter: ',', newline: '\n', mark: '' },
  cellOf: (cell) => (typeof cell === 'boolean' ? String(cell) : cell),
};

/** For a double click in a French Excel: semicolon, decimal comma, CRLF, byte order mark. */
const FRENCH_EXCEL: Profile = {
  ...{ delimiter: ';', newline: '\r\n', mark: '\uFEFF' },
  cellOf: (cell, type) => {
    if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
    return type === 'NUMBER' && cell !== null ? String(cell).replace('.', ',') : cell;
  },
};

export const csvFormat = formatOf(PLAIN, 'text/csv; charset=utf-8; header=present');
export const frenchExcelFormat = formatOf(FRENCH_EXCEL, 'text/csv; charset=utf-8; header=present');

function formatOf(profile: Profile, mediaType: string): ReportFormat {
  return { mediaType, packed: false, write: (table) => lines(table, profile) };
}

async function* lines({ columns, batches }: Table, profile: Profile): AsyncGenerator<string> {
  const options = { delimiter: profile.delimiter, record_delimiter: profile.newline };
  yield profile.mark + stringify([columns.map(({ name }) => name)], options);
  const cells = columns.map((column) => cellWriter(column, profile));
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield stringify(
      rows.map((row) => row.map((cell, index) => cells[index]?.(cell))),
      options,
    );
  }
}

function cellWriter({ type }: ColumnHead, { cellOf }: Profile): (cell: Cell) => Cell {
  if (type === 'TEXT') return (cell) => (typeof cell === 'string' ? harmless(cell) : cell);
  return (cell) => cellOf(cell, type);
}

/** Beginnings that make a spreadsheet run a cell as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe before what would be a formula. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

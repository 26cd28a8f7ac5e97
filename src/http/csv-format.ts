import type { Cell } from '../reports/report.ts';
import type { ReportFormat, Table } from './report-format.ts';

interface Profile {
  readonly delimiter: string;
  readonly newline: string;
  /** U+FEFF, by which Excel tells UTF-8. */
  readonly mark: string;
  readonly decimalComma: boolean;
  readonly truth: { readonly yes: string; readonly no: string };
}

/** For programs: comma, decimal point, LF, no byte order mark. */
const PLAIN: Profile = {
  ...{ delimiter: ',', newline: '\n', mark: '', decimalComma: false },
  truth: { yes: 'true', no: 'false' },
};

/** For a double click in a French Excel: semicolon, decimal comma, CRLF, byte order mark. */
const FRENCH_EXCEL: Profile = {
  ...{ delimiter: ';', newline: '\r\n', mark: '\uFEFF', decimalComma: true },
  truth: { yes: 'VRAI', no: 'FAUX' },
};

export const csvFormat = formatOf(PLAIN);
export const frenchExcelFormat = formatOf(FRENCH_EXCEL);

function formatOf(profile: Profile): ReportFormat {
  return {
    mediaType: 'text/csv; charset=utf-8; header=present',
    packed: false,
    write: (table) => lines(table, profile),
  };
}

async function* lines(
  { columns, batches }: Table,
  { delimiter, newline, mark, decimalComma, truth }: Profile,
): AsyncGenerator<string> {
  yield mark + columns.map(({ name }) => name).join(delimiter) + newline;
  const writers = columns.map(({ type }): ((cell: Cell) => string) => {
    if (type === 'BOOLEAN') return (cell) => (cell === null ? '' : cell ? truth.yes : truth.no);
    if (type === 'TEXT') return (cell) => (cell === null ? '' : quoted(harmless(String(cell))));
    if (type === 'NUMBER' && decimalComma) {
      return (cell) => (cell === null ? '' : String(cell).replace('.', ','));
    }
    return (cell) => (cell === null ? '' : String(cell));
  });
  // One array for all rows: a text that grows cell by cell is twice the memory and the time.
  const cells: string[] = [];
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    const written = rows.map((row) => {
      writers.forEach((write, index) => {
        cells[index] = write(row[index] ?? null);
      });
      return cells.join(delimiter);
    });
    yield written.join(newline) + newline;
  }
}

/** What a reader of either profile would take for the end of a cell or of a row. */
const SPECIAL = /[",;\r\n]/;

/** A cell between quotes where it needs them: RFC 4180. */
function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Beginnings that make a spreadsheet run a cell as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe before what would be a formula. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

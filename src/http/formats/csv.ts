import type { Row } from '../../datasets/dataset.ts';
import type { ReportFormat, Table } from './format.ts';
import { Utf8Writer } from './utf8-writer.ts';

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
    compressed: false,
    whole: false,
    write: (table) => lines(table, profile),
  };
}

async function* lines(
  { columns, batches }: Table,
  { delimiter, newline, mark, decimalComma, truth }: Profile,
): AsyncGenerator<Uint8Array> {
  const out = new Utf8Writer();
  out.add(mark + columns.map(({ name }) => name).join(delimiter) + newline);
  const writers = columns.map(({ type }): ((cell: string | number | boolean) => string) => {
    if (type === 'BOOLEAN') return (cell) => (cell ? truth.yes : truth.no);
    if (type === 'TEXT') return (cell) => escaped(String(cell));
    if (type === 'NUMBER' && decimalComma) return (cell) => String(cell).replace('.', ',');
    return String;
  });
  const add = (row: Row) => {
    writers.forEach((write, index) => {
      if (index > 0) out.add(delimiter);
      const cell = row[index] ?? null;
      if (cell !== null) out.add(write(cell));
    });
    out.add(newline);
  };
  for await (const rows of batches) {
    for (const row of rows) {
      add(row);
      if (out.isFull) yield out.take();
    }
  }
  yield out.take();
}

/** Beginnings that make a spreadsheet run a cell as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What a reader of either profile would take for the end of a cell or of a row. */
const BREAK = /[",;\r\n]/;

/** Either of them: most cells are asked this once. */
const SPECIAL = new RegExp(`${FORMULA.source}|${BREAK.source}`);

/**
 * A text as a cell: with an apostrophe before what would be a formula, and between quotes where it
 * needs them (RFC 4180).
 */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return BREAK.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

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
  /** What a text is written as, before it is put between quotes. */
  readonly text: (text: string) => string;
}

/** For programs: comma, decimal point, LF, no byte order mark. */
const PLAIN: Profile = {
  ...{ delimiter: ',', newline: '\n', mark: '', decimalComma: false },
  truth: { yes: 'true', no: 'false' },
  text: harmless,
};

/**
 * For a double click in a French Excel: semicolon, decimal comma, CRLF, byte order mark, and texts
 * that stay texts: it would read 005880159 as the number 5880159.
 */
const FRENCH_EXCEL: Profile = {
  ...{ delimiter: ';', newline: '\r\n', mark: '\uFEFF', decimalComma: true },
  truth: { yes: 'VRAI', no: 'FAUX' },
  text: (text) => (isMistakable(text) ? `="${text}"` : harmless(text)),
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
  { columns, language, headers, batches }: Table,
  { delimiter, newline, mark, decimalComma, truth, text }: Profile,
): AsyncGenerator<Uint8Array> {
  const out = new Utf8Writer();
  const header = columns.map(({ name, label }) =>
    headers === 'labels' ? quoted(label[language]) : name,
  );
  out.add(mark + header.join(delimiter) + newline);
  const writers = columns.map(({ type }): ((cell: string | number | boolean) => string) => {
    if (type === 'BOOLEAN') return (cell) => (cell ? truth.yes : truth.no);
    if (type === 'TEXT') return (cell) => quoted(text(String(cell)));
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

/** A text with an apostrophe before what a spreadsheet would run. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What Excel makes numbers, amounts, times, fractions and days of. */
const NUMBER_LIKE = /^(?=.*\d)[\d\s.,:/%€()-]+(?:e[+-]?\d+)?$/i;

/** A French month between figures, of which Excel makes a day. */
const DAY_LIKE =
  /^(?=.*\d)(?:\d{1,4}[\s./-]*)?(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)\p{L}*\.?(?:[\s./-]*\d{1,4})?$/iu;

const TRUTH_LIKE = /^(?:vrai|faux)$/i;

/** No number, day or truth value is longer. */
const LONGEST_MISTAKABLE = 60;

/** Whether Excel would take a text for a number, a day or a truth value, and show another one. */
function isMistakable(text: string): boolean {
  if (text.length > LONGEST_MISTAKABLE || FORMULA.test(text)) return false;
  return NUMBER_LIKE.test(text) || DAY_LIKE.test(text) || TRUTH_LIKE.test(text);
}

/** What a reader of either profile would take for the end of a cell or of a row. */
const BREAK = /[",;\r\n]/;

/** A text as a cell, between quotes where it needs them (RFC 4180). */
function quoted(text: string): string {
  return BREAK.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { ColumnHead, ColumnType, Row } from '../../datasets/dataset.ts';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { daysBetween, type PlainDate } from '../../domain/calendar.ts';
import { columnLetters } from '../../domain/column-letters.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { type CellEntry, entriesXml } from './cell-entry.ts';
import { escaped, MAIN, XML } from './spreadsheet-xml.ts';

/**
 * Of a column whose cells people fill: a text, of which no zero is lost; a day as their country
 * writes it; lines of text.
 */
export type CellFormat = 'PLAIN_TEXT' | 'SHORT_DATE' | 'WRAPPED';

export interface SheetColumn extends Pick<ColumnHead, 'type' | 'label'> {
  /** What its empty cells have too; by its type without. */
  readonly format?: CellFormat;
  /** In characters; by its type without. */
  readonly width?: number;
  /** What may be entered below the header. */
  readonly entry?: CellEntry;
}

/** A sheet of a workbook: a header of labels that stays in sight and filters, and rows. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** A name that a sheet can have: of 31 characters at most, none of them `[]:*?/\`. */
export function sheetName(text: string): string {
  return text.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

/** Rows that a sheet may have, its header included. */
export const SHEET_ROWS = 1_048_576;

/** Characters that a cell may have. */
export const CELL_CHARACTERS = 32_767;

/** Places of the styles in `styles.xml` of the workbook. */
const STYLES: Readonly<Record<ColumnType, number>> = {
  ...{ TEXT: 0, INTEGER: 0, BOOLEAN: 0, NUMBER: 2, DATE: 3, DATETIME: 4 },
};
const HEADER_STYLE = 1;
const FORMAT_STYLES: Readonly<Record<CellFormat, number>> = {
  ...{ PLAIN_TEXT: 5, SHORT_DATE: 6, WRAPPED: 7 },
};

/** What ends a text that was cut. */
const CUT_SIGN: Bilingual = {
  fr: '… [texte coupé : une cellule a 32 767 caractères au plus]',
  en: '… [text cut: a cell has 32,767 characters at most]',
};

/** The XML of a sheet, some hundreds of rows at a time. */
export async function* sheetXml(
  { columns, batches }: Sheet,
  language: Language,
): AsyncGenerator<string> {
  const last = columnLetters(columns.length - 1);
  const widths = columns.map(({ type, format, width = type === 'TEXT' ? 24 : 14 }, index) => {
    const style = format ? ` style="${FORMAT_STYLES[format]}"` : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map(({ label }, index) => textCell(`${columnLetters(index)}1`, label[language], HEADER_STYLE)).join('')}</row>`;
  let written = 1;
  const writers = columns.map(({ type, format }, index) => {
    const style = format ? FORMAT_STYLES[format] : STYLES[type];
    return cellWriter(columnLetters(index), type, style, CUT_SIGN[language]);
  });
  for await (const rows of batches) {
    if (written + rows.length > SHEET_ROWS) {
      throw new BadUserInputError({
        en: `a sheet of XLSX holds ${SHEET_ROWS} rows: ask for fewer, or for another format`,
        fr: `une feuille XLSX contient ${SHEET_ROWS} lignes : demandez-en moins, ou un autre format`,
      });
    }
    yield rows.map((row) => rowOf(row, ++written, writers)).join('');
  }
  yield `</sheetData><autoFilter ref="A1:${last}${written}"/>${entriesXml(columns, SHEET_ROWS)}</worksheet>`;
}

/** Writes a cell of a column in the row of a number. */
type CellWriter = (cell: string | number | boolean, row: number) => string;

function rowOf(row: Row, number: number, writers: readonly CellWriter[]): string {
  const cells = writers.map((write, index) => {
    const cell = row[index] ?? null;
    return cell === null ? '' : write(cell, number);
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellWriter(
  name: string,
  type: ColumnType,
  styleNumber: number,
  cutSign: string,
): CellWriter {
  const style = styleNumber ? ` s="${styleNumber}"` : '';
  switch (type) {
    case 'TEXT':
      return (cell, row) =>
        textCell(`${name}${row}`, shortened(String(cell), cutSign), styleNumber);
    case 'BOOLEAN':
      return (cell, row) => `<c r="${name}${row}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    case 'DATE':
      return (cell, row) =>
        `<c r="${name}${row}"${style}><v>${serialDay(String(cell) as PlainDate)}</v></c>`;
    case 'DATETIME':
      return (cell, row) => `<c r="${name}${row}"${style}><v>${serialMoment(String(cell))}</v></c>`;
    default:
      return (cell, row) => `<c r="${name}${row}"${style}><v>${cell}</v></c>`;
  }
}

/** A text that a cell can hold: one that is cut says so at its end. */
function shortened(text: string, cutSign: string): string {
  if (text.length <= CELL_CHARACTERS) return text;
  // Not through a character of two units, half of which would be no character.
  const kept = text.slice(0, CELL_CHARACTERS - cutSign.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + cutSign;
}

function textCell(place: string, text: string, style: number): string {
  const styled = style ? ` s="${style}"` : '';
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days since 30 December 1899, by which spreadsheets count from March 1900 on. */
function serialDay(day: PlainDate): number {
  return daysBetween('1899-12-30' as PlainDate, day);
}

function serialMoment(moment: string): number {
  return new Date(moment).getTime() / 86_400_000 + serialDay('1970-01-01' as PlainDate);
}

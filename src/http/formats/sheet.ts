import type { ColumnHead, ColumnType, Row } from '../../datasets/dataset.ts';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { daysBetween, type PlainDate } from '../../domain/calendar.ts';
import { columnLetters } from '../../domain/column-letters.ts';
import { BadUserInputError } from '../../domain/errors.ts';

/** A sheet of a workbook: a header of labels that stays in sight and filters, and rows. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Pick<ColumnHead, 'type' | 'label'>[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** A name that a sheet can have: of 31 characters at most, none of them `[]:*?/\`. */
export function sheetName(text: string): string {
  return text.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Rows that a sheet may have, its header included. */
export const SHEET_ROWS = 1_048_576;

/** Characters that a cell may have. */
export const CELL_CHARACTERS = 32_767;

/** Places of the styles in `styles.xml` of the workbook. */
const STYLES: Readonly<Record<ColumnType, number>> = {
  ...{ TEXT: 0, INTEGER: 0, BOOLEAN: 0, NUMBER: 2, DATE: 3, DATETIME: 4 },
};
const HEADER_STYLE = 1;

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
  const widths = columns.map(
    ({ type }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${type === 'TEXT' ? 24 : 14}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map(({ label }, index) => textCell(`${columnLetters(index)}1`, label[language], HEADER_STYLE)).join('')}</row>`;
  let written = 1;
  const writers = columns.map(({ type }, index) =>
    cellWriter(columnLetters(index), type, CUT_SIGN[language]),
  );
  for await (const rows of batches) {
    if (written + rows.length > SHEET_ROWS) {
      throw new BadUserInputError({
        en: `a sheet of XLSX holds ${SHEET_ROWS} rows: ask for fewer, or for another format`,
        fr: `une feuille XLSX contient ${SHEET_ROWS} lignes : demandez-en moins, ou un autre format`,
      });
    }
    yield rows.map((row) => rowOf(row, ++written, writers)).join('');
  }
  yield `</sheetData><autoFilter ref="A1:${last}${written}"/></worksheet>`;
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

function cellWriter(name: string, type: ColumnType, cutSign: string): CellWriter {
  const style = STYLES[type] ? ` s="${STYLES[type]}"` : '';
  switch (type) {
    case 'TEXT':
      return (cell, row) => textCell(`${name}${row}`, shortened(String(cell), cutSign), 0);
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

/**
 * Text within XML 1.0, which has no place for control characters and halves of characters. A
 * spreadsheet reads `_x0041_` as the character of that number: an underscore that begins one is
 * written so itself.
 */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ColumnType, Row } from '../../datasets/dataset.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { daysBetween, type PlainDate } from '../../domain/calendar.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { ReportFormat, Table } from './format.ts';

/** Rows that a sheet may have, its header included. */
export const SHEET_ROWS = 1_048_576;

/** Characters that a cell may have. */
export const CELL_CHARACTERS = 32_767;

/** Places of the styles in `styles.xml`. */
const STYLES: Readonly<Record<ColumnType, number>> = {
  ...{ TEXT: 0, INTEGER: 0, BOOLEAN: 0, NUMBER: 2, DATE: 3, DATETIME: 4 },
};
const HEADER_STYLE = 1;

/**
 * The time of every part: the same rows are the same bytes, whenever and in whichever time zone
 * they are written. It is the first that a zip can tell.
 */
const TIMELESS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** What ends a text that was cut. */
const CUT_SIGN: Bilingual = {
  fr: '… [texte coupé : une cellule a 32 767 caractères au plus]',
  en: '… [text cut: a cell has 32,767 characters at most]',
};

/**
 * A workbook of one sheet: a header of labels that stays in sight and filters, real numbers, days
 * and truth values. Written as it is read: texts stand in their cells, not in a shared list.
 */
export const xlsxFormat: ReportFormat = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  compressed: true,
  whole: false,
  write: (table) => {
    const zip = new ZipFile();
    for (const [name, text] of fixedParts(table)) {
      zip.addBuffer(Buffer.from(text), name, TIMELESS);
    }
    const sheet = Readable.from(sheetOf(table), { objectMode: false });
    const output = zip.outputStream as Readable;
    // A zip whose part breaks off never ends: its reader has to be told.
    sheet.on('error', (error) => output.destroy(error));
    output.on('close', () => sheet.destroy());
    zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', TIMELESS);
    zip.end();
    return output;
  },
};

async function* sheetOf({ columns, language, batches }: Table): AsyncGenerator<string> {
  const last = columnName(columns.length - 1);
  const widths = columns.map(
    ({ type }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${type === 'TEXT' ? 24 : 14}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map(({ label }, index) => textCell(`${columnName(index)}1`, label[language], HEADER_STYLE)).join('')}</row>`;
  let written = 1;
  const writers = columns.map(({ type }, index) =>
    cellWriter(columnName(index), type, CUT_SIGN[language]),
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

/** A, B … Z, AA, AB … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/**
 * Text within XML 1.0, which has no place for control characters and halves of characters. A
 * spreadsheet reads `_x0041_` as the character of that number: an underscore that begins one is
 * written so itself.
 */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function fixedParts({ report, language, source }: Table): readonly (readonly [string, string])[] {
  const title = escaped(report.title[language]);
  const said = escaped([source.citation, source.licence, source.notice].filter(Boolean).join(' '));
  // A name of a sheet has 31 characters at most.
  const name = report.name.slice(0, 31);
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:description>${said}</dc:description><dc:creator>Débouchés</dc:creator></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}

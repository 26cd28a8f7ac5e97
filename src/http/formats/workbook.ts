import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Language } from '../../datasets/labels.ts';
import type { TableSource } from './format.ts';
import { type Sheet, sheetXml } from './sheet.ts';
import { escaped, MAIN, XML } from './spreadsheet-xml.ts';
import { TIMELESS } from './timeless.ts';

/** A workbook, and what it says of itself. */
export interface Workbook {
  readonly title: string;
  readonly source: Pick<TableSource, 'citation' | 'licence' | 'notice'>;
  readonly language: Language;
  /** One at least, with names of their own. */
  readonly sheets: readonly Sheet[];
}

/**
 * Writes a workbook with real numbers, days and truth values, sheet after sheet, as it is read: texts
 * stand in their cells, not in a shared list.
 */
export function workbook(book: Workbook): Readable {
  const zip = new ZipFile();
  for (const [name, text] of fixedParts(book)) zip.addBuffer(Buffer.from(text), name, TIMELESS);
  const output = zip.outputStream as Readable;
  const parts = book.sheets.map((sheet) =>
    Readable.from(sheetXml(sheet, book.language), { objectMode: false }),
  );
  for (const [at, xml] of parts.entries()) {
    // A zip whose part breaks off never ends: its reader has to be told.
    xml.on('error', (error) => output.destroy(error));
    zip.addReadStream(xml, `xl/worksheets/sheet${at + 1}.xml`, TIMELESS);
  }
  output.on('close', () => {
    for (const xml of parts) xml.destroy();
  });
  zip.end();
  return output;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook that hold no rows. */
function fixedParts({ title, source, sheets }: Workbook): readonly (readonly [string, string])[] {
  const said = [source.citation, source.licence, source.notice].filter(Boolean).join(' ');
  const numbered = sheets.map(({ name }, at) => ({ name: escaped(name), number: at + 1 }));
  const each = (write: (sheet: (typeof numbered)[number]) => string) =>
    numbered.map(write).join('');
  // Relations of the workbook: its sheets by their numbers, then its styles.
  const styles = `rId${sheets.length + 1}`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:description>${escaped(said)}</dc:description><dc:creator>Débouchés</dc:creator></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each(({ number }) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="${styles}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}

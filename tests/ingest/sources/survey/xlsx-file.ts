import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A sheet of `xlsxFile()`: its rows as XML, and what comes after them. */
export interface SheetXml {
  readonly name?: string;
  readonly state?: string;
  /** Kind of sheet, as relations name it. */
  readonly type?: string;
  readonly rows: string;
  readonly after?: string;
}

interface Book {
  /** Shared strings, each the XML of its `<si>`. */
  readonly strings?: readonly string[];
  /** Number formats of the styles of cells: an identifier that is built in, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly workbook?: string;
  readonly contentType?: string;
  /** Where relations lead from: `/xl/` for absolute paths. */
  readonly target?: string;
  /** Of the elements of sheets and of shared strings. */
  readonly prefix?: string;
  /** More parts, or others in place of these. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A zip of these texts. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook, written by hand as programs write it. */
export function xlsxFile(
  sheets: readonly SheetXml[],
  {
    strings = [],
    formats = [0],
    workbook = '',
    contentType = WORKBOOK,
    target = '',
    prefix = '',
    parts = {},
  }: Book = {},
): Promise<Buffer> {
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const custom = formats.flatMap((format, at) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}"/>`,
  );
  const tagged = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
  const sheetParts = sheets.map(({ rows, after = '' }, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    tagged(`<worksheet ${xmlns}="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`),
  ]);
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbook}<sheets>${sheets.map(({ name = 'Feuil1', state = 'visible' }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map(({ type = 'worksheet' }, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="${target}sharedStrings.xml"/><Relationship Id="t" Type="${OFFICE}/styles" Target="${target}styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': tagged(
      `<sst ${xmlns}="${MAIN}">${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheetParts),
    ...parts,
  });
}

/** The XML of a row: cells as they stand after `<c r="A1"`, or texts; null for a cell that is not written. */
export function row(number: number, cells: readonly (string | null)[]): string {
  const written = cells.map((cell, at) => {
    if (cell === null) return '';
    const place = `r="${String.fromCharCode(65 + at)}${number}"`;
    if (cell.startsWith(' ') || cell.startsWith('>')) return `<c ${place}${cell}</c>`;
    return `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

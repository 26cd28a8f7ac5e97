import { RefusedFileError } from '../../../domain/errors.ts';
import type { DiskFile } from '../disk-file.ts';
import type { SurveyBatch, SurveyTable } from './survey-table.ts';
import { XlsxArchive } from './xlsx-archive.ts';
import { type SheetParts, SheetRows } from './xlsx-sheet.ts';
import { readDateStyles, readSharedStrings } from './xlsx-strings.ts';
import { readWorkbook, type XlsxWorkbook } from './xlsx-workbook.ts';
import { readXml } from './xml-pieces.ts';

type Sheet = XlsxWorkbook['sheets'][number];

/**
 * Reads a sheet of an XLSX file as a table: the first visible one, or the one of a name. Cells are
 * texts as the spreadsheet shows them, days ISO days, truth values VRAI and FAUX.
 *
 * - Throws `RefusedFileError` as `XlsxArchive` and `readWorkbook`, and for a sheet that is missing or has no
 *   header; `rows` as `SheetRows`.
 */
export async function openXlsxTable(file: DiskFile, sheetName?: string): Promise<SurveyTable> {
  const archive = await XlsxArchive.open(file);
  try {
    const book = await readWorkbook(archive);
    const sheet = chooseSheet(file.name, book, sheetName);
    const where = {
      en: `${file.name}, sheet "${sheet.name}"`,
      fr: `${file.name}, feuille «\u00a0${sheet.name}\u00a0»`,
    };
    const parts: SheetParts = {
      ...{ where, is1904: book.is1904 },
      strings: await readSharedStrings(archive, book.sharedStrings),
      dates: await readDateStyles(archive, book.styles),
    };
    const others = book.sheets.filter((each) => each !== sheet).map(({ name }) => name);
    return {
      ...{ kind: 'XLSX', name: file.name, sheet: sheet.name, otherSheets: others },
      header: await readHeader(archive, sheet, parts),
      rows: () => readRows(file, sheet, parts),
      notices:
        sheetName === undefined && others.length > 0
          ? [`${where.en} was read; its other sheets were not (${others.length})`]
          : [],
    };
  } finally {
    archive.close();
  }
}

function chooseSheet(name: string, { sheets }: XlsxWorkbook, asked: string | undefined): Sheet {
  const [first] = sheets;
  const sheet = asked === undefined ? first : sheets.find((each) => each.name === asked);
  if (sheet !== undefined) return sheet;
  const names = sheets.map((each) => each.name).join(', ');
  throw new RefusedFileError({
    en: `${name} has no visible sheet "${asked}": it has ${names}`,
    fr: `${name} n’a pas de feuille visible «\u00a0${asked}\u00a0»\u00a0: il a ${names}`,
  });
}

async function readHeader(
  archive: XlsxArchive,
  { part }: Sheet,
  parts: SheetParts,
): Promise<readonly string[]> {
  const rows = new SheetRows(parts);
  for await (const _ of readXml(archive.read(part), `${parts.where.en},`, rows)) {
    if (rows.header !== null) return rows.header;
  }
  throw new RefusedFileError({
    en: `${parts.where.en} is empty: a header and one row at least are accepted`,
    fr: `${parts.where.fr} est vide\u00a0: un en-tête et une ligne au moins sont acceptés`,
  });
}

async function* readRows(
  file: DiskFile,
  { part }: Sheet,
  parts: SheetParts,
): AsyncGenerator<SurveyBatch> {
  const archive = await XlsxArchive.open(file);
  try {
    const rows = new SheetRows(parts);
    for await (const _ of readXml(archive.read(part), `${parts.where.en},`, rows)) {
      const batch = rows.take();
      if (batch !== null) yield batch;
    }
  } finally {
    archive.close();
  }
}

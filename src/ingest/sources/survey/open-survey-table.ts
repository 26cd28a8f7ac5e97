import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { RefusedFileError } from '../../../domain/errors.ts';
import { TEMPLATE_SHEETS } from '../../../domain/survey/layout.ts';
import { type DiskFile, fileSize } from '../disk-file.ts';
import { openCsvTable } from './csv-table.ts';
import { openHandoverTable } from './handover-table.ts';
import type { SurveyTable } from './survey-table.ts';
import { openXlsxTable } from './xlsx-table.ts';

const ACCEPTED: Bilingual = {
  en: 'a CSV file, an XLSX file, or the XML file that is handed over to the Caisse des Dépôts is accepted',
  fr: 'un fichier CSV, XLSX, ou le fichier XML remis à la Caisse des dépôts est accepté',
};

/** What is looked at to recognise a file, in bytes. */
const HEAD = 4096;

/**
 * Opens a file of a survey as a table, recognised by its content whatever its name: CSV, XLSX or the
 * hand-over file (XML).
 *
 * - name: what messages call it, where the path is that of a temporary file; its own name without.
 * - sheet: name of the sheet of a workbook; the first that is visible without. Other files have none.
 * - Throws `RefusedFileError`, saying what was found, when it is missing, empty, damaged, too large or
 *   another kind of file; when it has no header.
 */
export async function openSurveyTable(
  path: string,
  { name = basename(path), sheet }: { readonly name?: string; readonly sheet?: string } = {},
): Promise<SurveyTable> {
  const given = name.normalize('NFC');
  const file = { path, name: given, bytes: await fileSize(path, given, ACCEPTED.en) };
  const head = await headOf(file);
  const refuse = (en: string, fr: string) =>
    new RefusedFileError({
      en: `${given} ${en}: ${ACCEPTED.en}`,
      fr: `${given} ${fr}\u00a0: ${ACCEPTED.fr}`,
    });
  const magic = head.subarray(0, 4).toString('hex');
  // An archive without entries begins with the end of its directory, PK 5 6.
  if (magic === '504b0304' || magic === '504b0506') return openXlsxTable(file, sheet);
  if (magic === 'd0cf11e0') {
    // An encrypted XLSX is in the container of XLS.
    throw refuse(
      'is an XLS file (Excel 97–2003) or a workbook with a password. Open it, save it as “Excel workbook (.xlsx)” without a password',
      'est un fichier XLS (Excel 97–2003) ou un classeur à mot de passe. Ouvrez-le, enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0» sans mot de passe',
    );
  }
  if (magic === '25504446') throw refuse('is a PDF', 'est un PDF');
  if (magic.startsWith('1f8b')) {
    throw refuse('is compressed with gzip. Unpack it', 'est compressé par gzip. Décompressez-le');
  }
  const text = new TextDecoder().decode(head).trimStart();
  if (/^<(!doctype\s+html|html|table)\b/i.test(text)) {
    throw refuse(
      'is an HTML page, as some programs write under the name .xls. Save it as XLSX',
      'est une page HTML, que des logiciels écrivent sous le nom .xls. Enregistrez-le en XLSX',
    );
  }
  return text.startsWith('<') ? openHandoverTable(file) : openCsvTable(file);
}

/**
 * Opens a file of a survey as its tables: one, or of a workbook that is made like the template its two,
 * holders and situations.
 *
 * - Throws as `openSurveyTable`.
 */
export async function openSurveyTables(
  path: string,
  { name = basename(path) }: { readonly name?: string } = {},
): Promise<readonly SurveyTable[]> {
  const table = await openSurveyTable(path, { name });
  const { roster, situations } = TEMPLATE_SHEETS;
  if (table.sheet !== roster || !table.otherSheets.includes(situations)) return [table];
  return Promise.all([roster, situations].map((sheet) => openSurveyTable(path, { name, sheet })));
}

async function headOf({ path, name }: DiskFile): Promise<Buffer> {
  const head = Buffer.alloc(HEAD);
  try {
    const file = await open(path);
    const { bytesRead } = await file.read(head, 0, HEAD, 0).finally(() => file.close());
    return head.subarray(0, bytesRead);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedFileError(`${name} cannot be read (${reason})`, { cause: error });
  }
}

import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { RefusedFileError } from '../../../domain/errors.ts';
import { LARGEST_SURVEY_FILE } from '../../../domain/survey/upload.ts';
import type { DiskFile } from '../disk-file.ts';
import { type ExpansionLimits, limitExpansion, tooLarge } from '../expansion.ts';
import { entryBytes, isKnownCompression } from '../zip-entry.ts';

const LIMITS: ExpansionLimits = {
  expandedBytes: 2 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 64 * 1024 ** 2,
  genuine: 'a workbook',
  usual: 'sheets compress ten to thirty times',
  accepted: 'a workbook that holds less, or a CSV file, is accepted',
};
/** A workbook has some tens of parts, and one for each picture. */
const MOST_PARTS = 10_000;

const ACCEPTED: Bilingual = {
  en: 'an XLSX file without macros and without a password is accepted',
  fr: 'un fichier XLSX sans macros ni mot de passe est accepté',
};

/** The parts of a workbook, by their path in lower case. */
export class XlsxArchive {
  readonly name: string;
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(name: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.name = name;
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens a workbook; the caller closes it.
   *
   * - Throws `RefusedFileError` for a zip that is damaged, encrypted, too large or no XLSX file.
   */
  static async open({ path, name, bytes }: DiskFile): Promise<XlsxArchive> {
    if (bytes > LARGEST_SURVEY_FILE) {
      throw new RefusedFileError({
        en: `${name} has ${bytes} bytes: an XLSX file of at most ${LARGEST_SURVEY_FILE} bytes is accepted; save it as CSV UTF-8 instead`,
        fr: `${name} a ${bytes} octets\u00a0: un fichier XLSX de ${LARGEST_SURVEY_FILE} octets au plus est accepté\u00a0; enregistrez-le plutôt en CSV UTF-8`,
      });
    }
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { autoClose: false, lazyEntries: true });
      return new XlsxArchive(name, zip, await partsOf(zip, name));
    } catch (error) {
      zip?.close();
      throw error instanceof RefusedFileError ? error : damaged(name, error);
    }
  }

  close(): void {
    this.zip.close();
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  /**
   * The bytes of a part.
   *
   * - Throws `RefusedFileError` when it is missing, damaged, or expands past the limits.
   */
  async *read(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(part.toLowerCase());
    if (entry === undefined) {
      throw refused(this.name, `lacks its part ${part}`, `n’a pas sa partie ${part}`);
    }
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > LIMITS.expandedBytes) throw tooLarge(this.name, LIMITS);
    const of = { name: this.name, bytes: compressedSize };
    try {
      yield* limitExpansion(entryBytes(this.zip, entry), of, LIMITS);
    } catch (error) {
      throw error instanceof RefusedFileError ? error : damaged(this.name, error);
    }
  }
}

async function partsOf(zip: ZipFile, name: string): Promise<ReadonlyMap<string, Entry>> {
  const refuse = (en: string, fr: string) => refused(name, en, fr);
  if (zip.entryCount > MOST_PARTS) {
    throw refuse(`is a zip of ${zip.entryCount} files`, `est un zip de ${zip.entryCount} fichiers`);
  }
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.toLowerCase();
    if (parts.has(path)) {
      throw refuse(
        'is a zip with two files of one name',
        'est un zip avec deux fichiers du même nom',
      );
    }
    parts.set(path, entry);
  }
  if (parts.has('content.xml') && parts.has('mimetype')) {
    throw refuse(
      'is an ODS file (LibreOffice). Save it as “Excel 2007–365 (.xlsx)”',
      'est un fichier ODS (LibreOffice). Enregistrez-le en «\u00a0Excel 2007–365 (.xlsx)\u00a0»',
    );
  }
  if (parts.has('xl/workbook.bin')) {
    throw refuse(
      'is an XLSB file. Save it as “Excel workbook (.xlsx)”',
      'est un fichier XLSB. Enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0»',
    );
  }
  if (!parts.has('[content_types].xml') || !parts.has('_rels/.rels')) {
    throw refuse('is a zip and no workbook', 'est un zip et pas un classeur');
  }
  for (const entry of parts.values()) {
    if (entry.isEncrypted()) {
      throw refuse('is a workbook with a password', 'est un classeur à mot de passe');
    }
    if (!isKnownCompression(entry)) {
      const method = entry.compressionMethod;
      throw refuse(
        `is a zip compressed in another way (method ${method})`,
        `est un zip compressé autrement (méthode ${method})`,
      );
    }
  }
  return parts;
}

/** Faults of paths within an archive, which the library quotes. */
const QUOTED_PATH = /^(invalid characters in fileName|absolute path|invalid relative path):.*$/s;

function damaged(name: string, cause: unknown): RefusedFileError {
  const reason = (cause instanceof Error ? cause.message : String(cause)).replace(
    QUOTED_PATH,
    '$1',
  );
  return refused(
    name,
    `is an XLSX file that cannot be read, damaged or incomplete (${reason})`,
    `est un fichier XLSX illisible, abîmé ou incomplet (${reason})`,
  );
}

function refused(name: string, en: string, fr: string): RefusedFileError {
  return new RefusedFileError({
    en: `${name} ${en}: ${ACCEPTED.en}`,
    fr: `${name} ${fr}\u00a0: ${ACCEPTED.fr}`,
  });
}

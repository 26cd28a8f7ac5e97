import { type Entry, openPromise, type ZipFile } from 'yauzl';
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

const ACCEPTED = 'an XLSX file without macros and without a password is accepted';

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
      throw new RefusedFileError(
        `${name} has ${bytes} bytes: an XLSX file of at most ${LARGEST_SURVEY_FILE} bytes is accepted; save it as CSV UTF-8 instead`,
      );
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
      throw new RefusedFileError(`${this.name} lacks its part ${part}: ${ACCEPTED}`);
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
  const refuse = (found: string) => new RefusedFileError(`${name} ${found}: ${ACCEPTED}`);
  if (zip.entryCount > MOST_PARTS) throw refuse(`is a zip of ${zip.entryCount} files`);
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.toLowerCase();
    if (parts.has(path)) throw refuse('is a zip with two files of one name');
    parts.set(path, entry);
  }
  if (parts.has('content.xml') && parts.has('mimetype')) {
    throw refuse('is an ODS file (LibreOffice). Save it as “Excel 2007–365 (.xlsx)”');
  }
  if (parts.has('xl/workbook.bin')) {
    throw refuse('is an XLSB file. Save it as “Excel workbook (.xlsx)”');
  }
  if (!parts.has('[content_types].xml') || !parts.has('_rels/.rels')) {
    throw refuse('is a zip and no workbook');
  }
  for (const entry of parts.values()) {
    if (entry.isEncrypted()) throw refuse('is a workbook with a password');
    if (!isKnownCompression(entry)) {
      throw refuse(`is a zip compressed in another way (method ${entry.compressionMethod})`);
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
  return new RefusedFileError(
    `${name} is an XLSX file that cannot be read, damaged or incomplete (${reason}): ${ACCEPTED}`,
  );
}

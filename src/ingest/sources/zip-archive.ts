import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { RefusedFileError } from '../../domain/errors.ts';
import { csvExport, isCsvExportName } from './csv-export.ts';
import { entryBytes, isKnownCompression } from './zip-entry.ts';

/** More than the published archives hold (the CSV one has 10 files), far less than an attack. */
const MOST_ENTRIES = 1000;

const ACCEPTED = 'a zip as published, with exactly one XML file that is not encrypted, is accepted';

/** The XML file of a zip. Sizes are what the header says, in bytes. */
export interface ZippedXml {
  readonly name: string;
  readonly expandedBytes: number;
}

function corrupted(name: string, cause: unknown): RefusedFileError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RefusedFileError(
    `${name} is a zip that cannot be read, damaged or incomplete (${reason}): ${ACCEPTED}`,
    { cause },
  );
}

/** The name of an entry: published archives write UTF-8 and do not say so. */
function nameOf({ fileName, fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).normalize('NFC');
  } catch {
    return fileName;
  }
}

/** Opens an archive on its only XML entry; the caller closes it. */
async function openXml(path: string, name: string): Promise<{ zip: ZipFile; entry: Entry }> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    return { zip, entry: await onlyXml(zip, name) };
  } catch (error) {
    zip?.close();
    throw error instanceof RefusedFileError ? error : corrupted(name, error);
  }
}

async function onlyXml(zip: ZipFile, name: string): Promise<Entry> {
  const refuse = (found: string) => new RefusedFileError(`${name} ${found}: ${ACCEPTED}`);
  if (zip.entryCount > MOST_ENTRIES) throw refuse(`is a zip of ${zip.entryCount} files`);
  const names: string[] = [];
  const xml: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    names.push(nameOf(entry));
    if (/\.xml$/i.test(entry.fileName) && !entry.fileName.startsWith('__MACOSX/')) xml.push(entry);
  }
  const [entry, second] = xml;
  if (entry === undefined && names.some(isCsvExportName)) throw csvExport(name);
  if (entry === undefined) {
    const shown = names.slice(0, 3).join(', ');
    throw refuse(`is a zip without an XML file (${names.length} files${shown && `: ${shown}`})`);
  }
  if (second !== undefined) throw refuse(`is a zip with ${xml.length} XML files`);
  if (entry.isEncrypted()) throw refuse(`is a zip whose ${entry.fileName} is encrypted`);
  if (!isKnownCompression(entry)) {
    throw refuse(`is a zip compressed in another way (method ${entry.compressionMethod})`);
  }
  return entry;
}

/**
 * Looks up the only XML file of a zip.
 *
 * - Throws `RefusedFileError` when there is none or several, when it is encrypted, when the
 *   archive is damaged.
 */
export async function zippedXml(path: string, name: string): Promise<ZippedXml> {
  const { zip, entry } = await openXml(path, name);
  zip.close();
  return { name: entry.fileName.replace(/^.*\//s, ''), expandedBytes: entry.uncompressedSize };
}

/**
 * The inflated bytes of the only XML file of a zip. Their number and their CRC-32 are checked at
 * the end.
 *
 * - Throws `RefusedFileError` when the data is damaged or is not what the archive says.
 */
export async function* zippedXmlBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
  const { zip, entry } = await openXml(path, name);
  try {
    yield* entryBytes(zip, entry);
  } catch (error) {
    throw corrupted(name, error);
  } finally {
    zip.close();
  }
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type PlainDate, plainDate } from '../../domain/calendar.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { diskBytes, fileSize, sha256Of } from './disk-file.ts';
import { EXPANSION_LIMITS, type ExpansionLimits, limitExpansion, tooLarge } from './expansion.ts';
import { recognise, type SourceFileKind } from './recognition.ts';
import { zippedXml, zippedXmlBytes } from './zip-archive.ts';

/** A file that was given for import, recognised by its content. Sizes in bytes. */
export interface SourceFile {
  readonly kind: SourceFileKind;
  readonly path: string;
  /** Its own name, without folders. */
  readonly name: string;
  /** The name of the XML file inside a zip, else its own. */
  readonly innerName: string;
  /** On disk. */
  readonly bytes: number;
  /** Expanded: what the header of a zip says; null for gzip, which does not say it. */
  readonly expandedBytes: number | null;
  /** Of the file as given, hexadecimal. */
  readonly sha256: string;
  /** The day in its name or in the inner name (`…_2026-08-16…`), null without one. */
  readonly datedOn: PlainDate | null;
  /** The expanded bytes; each call reads the file again. Throws `RefusedFileError`. */
  open(): AsyncIterable<Uint8Array>;
}

type Compression = 'zip' | 'gzip' | 'none';

const ACCEPTED = 'give the path of an export, a fiche page or a statistics file';

/** What is looked at to recognise the content, in bytes. */
const HEAD = 256 * 1024;
const CHUNK = 256 * 1024;
/** Texts are read whole: far above a page of 25 KB and a file of a line per cohort. */
const LARGEST_TEXT = 64 * 1024 ** 2;

/** The first day written in a file name, or null. */
function dayInName(name: string): PlainDate | null {
  for (const [, year, month, day] of name.matchAll(/(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)/g)) {
    const date = plainDate(Number(year), Number(month), Number(day));
    if (date) return date;
  }
  return null;
}

async function* gunzipped(path: string, name: string, size: number): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK });
  const gunzip = source.pipe(createGunzip({ chunkSize: CHUNK }));
  // pipe() does not carry a failure of the source over.
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedFileError(
      `${name} is a gzip that cannot be read, damaged or incomplete (${reason})`,
      { cause: error },
    );
  } finally {
    source.destroy();
  }
  if (source.bytesRead !== size) {
    throw new RefusedFileError(
      `${name} changed while it was read: ${source.bytesRead} bytes instead of ${size}; import it again when it is complete`,
    );
  }
}

async function compressionOf(path: string, name: string): Promise<Compression> {
  const magic = Buffer.alloc(4);
  try {
    const file = await open(path);
    await file.read(magic, 0, magic.length, 0).finally(() => file.close());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedFileError(`${name} cannot be read (${reason})`, { cause: error });
  }
  // An archive without entries begins with the end of its directory, PK 5 6.
  if (['504b0304', '504b0506'].includes(magic.toString('hex'))) return 'zip';
  return magic[0] === 0x1f && magic[1] === 0x8b ? 'gzip' : 'none';
}

async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    head.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD) break;
  }
  return Buffer.concat(head).subarray(0, HEAD);
}

/**
 * Looks at a file: recognises an XML export (as it is, in a gzip or in a zip with one XML file), the
 * text of a fiche page or a statistics file from the content, whatever its name.
 *
 * - Throws `RefusedFileError` when it is missing, empty, unreadable, damaged, a decompression bomb,
 *   or none of these.
 */
export async function inspectSourceFile(
  path: string,
  limits: ExpansionLimits = EXPANSION_LIMITS,
): Promise<SourceFile> {
  const name = basename(path).normalize('NFC');
  const bytes = await fileSize(path, name, ACCEPTED);
  const compression = await compressionOf(path, name);
  const zipped = compression === 'zip' ? await zippedXml(path, name) : null;
  const innerName = zipped?.name ?? name;
  if (Math.max(zipped?.expandedBytes ?? 0, bytes) > limits.expandedBytes) {
    throw tooLarge(name, limits);
  }
  const expanded = {
    zip: () => limitExpansion(zippedXmlBytes(path, name), { name, bytes }, limits),
    gzip: () => limitExpansion(gunzipped(path, name, bytes), { name, bytes }, limits),
    none: () => diskBytes(path, name, bytes),
  }[compression];
  const kind = recognise(await headOf(expanded()), name);
  if (kind !== 'EXPORT' && compression !== 'none') {
    throw new RefusedFileError(
      `${name} is compressed and holds no XML export: a fiche page or a statistics file is accepted as it is, not compressed`,
    );
  }
  if (kind !== 'EXPORT' && bytes > LARGEST_TEXT) {
    throw new RefusedFileError(
      `${name} has ${bytes} bytes: a fiche page or a statistics file of at most ${LARGEST_TEXT} bytes is accepted`,
    );
  }
  return {
    kind,
    path,
    name,
    innerName,
    bytes,
    expandedBytes: { zip: zipped?.expandedBytes ?? null, gzip: null, none: bytes }[compression],
    sha256: await sha256Of(diskBytes(path, name, bytes)),
    datedOn: dayInName(name) ?? dayInName(innerName),
    open: expanded,
  };
}

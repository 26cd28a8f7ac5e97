import { RefusedFileError } from '../../../domain/errors.ts';
import { type DiskFile, diskBytes } from '../disk-file.ts';

export type CsvEncoding = 'UTF-8' | 'Windows-1252';

/** What Windows-1252 has where Latin-1 has control characters: 0x80 to 0x9F; a blank where it has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * How a text file is encoded, by reading all of it: UTF-8 if it is valid UTF-8, else Windows-1252.
 *
 * - Throws `RefusedFileError` when it is no text, or in UTF-16.
 */
export async function detectEncoding({ path, name, bytes }: DiskFile): Promise<CsvEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let encoding: CsvEncoding = 'UTF-8';
  for await (const chunk of diskBytes(path, name, bytes)) {
    if (chunk.includes(0)) {
      throw new RefusedFileError({
        en: `${name} is not a text, or is encoded in UTF-16: save it as CSV UTF-8, or give the XLSX file`,
        fr: `${name} n’est pas un texte, ou est codé en UTF-16\u00a0: enregistrez-le en CSV UTF-8, ou donnez le fichier XLSX`,
      });
    }
    if (encoding === 'UTF-8' && !isDecoded(decoder, chunk)) encoding = 'Windows-1252';
  }
  return encoding === 'UTF-8' && !isDecoded(decoder) ? 'Windows-1252' : encoding;
}

function isDecoded(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of a file, in pieces: without its byte order mark, every line ended by `\n`.
 *
 * - Throws `RefusedFileError` when it is not in this encoding, or changed since it was looked at.
 */
export async function* fileText(
  { path, name, bytes }: DiskFile,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  const decode = encoding === 'UTF-8' ? utf8Decoder() : decodeWindows1252;
  // A carriage return that ends a piece may belong to a line feed that begins the next.
  let held = '';
  for await (const chunk of diskBytes(path, name, bytes)) {
    const decoded = decode(chunk);
    if (decoded === null) {
      throw new RefusedFileError({
        en: `${name} is encoded neither in UTF-8 nor in Windows-1252: save it as CSV UTF-8`,
        fr: `${name} n’est codé ni en UTF-8 ni en Windows-1252\u00a0: enregistrez-le en CSV UTF-8`,
      });
    }
    const text = held + decoded;
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(held ? text.slice(0, -1) : text);
  }
  if (held) yield '\n';
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Decodes pieces of a text; null for what is not in the encoding. */
type Decode = (chunk: Buffer) => string | null;

function utf8Decoder(): Decode {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: true });
    } catch {
      return null;
    }
  };
}

/** Not by `TextDecoder`, which reads Windows-1252 as Latin-1 in some releases of Node 22 and 24. */
function decodeWindows1252(chunk: Buffer): string | null {
  let isKnown = true;
  const text = chunk.toString('latin1').replace(/[\u0080-\u009F]/g, (character) => {
    const known = WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80);
    if (known === ' ') isKnown = false;
    return known;
  });
  return isKnown ? text : null;
}

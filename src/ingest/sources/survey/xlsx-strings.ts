import { RefusedFileError } from '../../../domain/errors.ts';
import type { XlsxArchive } from './xlsx-archive.ts';
import { isDateFormat, unescaped } from './xlsx-values.ts';
import { readXml, type XmlHandler } from './xml-pieces.ts';

const MOST_STRINGS = 5_000_000;
/** Characters of all of them. */
const LONGEST_STRINGS = 512 * 1024 ** 2;
/** Texts from this length on are parts of the piece that they were read from, and would keep it in memory. */
const SLICED_FROM = 13;

class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  private readonly name: string;
  private length = 0;
  private gathered = '';
  private collects = false;
  /** Within the reading aid of East Asian texts, which is no part of them. */
  private phonetic = false;

  constructor(name: string) {
    this.name = name;
  }

  open(tag: string): void {
    if (tag === 'si') this.gathered = '';
    else if (tag === 'rPh') this.phonetic = true;
    else if (tag === 't') this.collects = !this.phonetic;
  }

  text(text: string): void {
    if (this.collects) this.gathered += text;
  }

  close(tag: string): void {
    if (tag === 't') this.collects = false;
    else if (tag === 'rPh') this.phonetic = false;
    else if (tag === 'si') this.add(unescaped(this.gathered));
  }

  private add(text: string): void {
    this.length += text.length;
    if (this.texts.length >= MOST_STRINGS || this.length > LONGEST_STRINGS) {
      throw new RefusedFileError(
        `${this.name} has more than ${MOST_STRINGS} different texts, or ${LONGEST_STRINGS} characters of them: save it as CSV UTF-8 instead`,
      );
    }
    this.texts.push(text.length < SLICED_FROM ? text : Buffer.from(text).toString());
  }
}

/** The texts that cells of a workbook name by their number. */
export async function readSharedStrings(
  archive: XlsxArchive,
  part: string | null,
): Promise<readonly string[]> {
  if (part === null) return [];
  const strings = new SharedStrings(archive.name);
  for await (const _ of readXml(archive.read(part), `${archive.name}, ${part},`, strings)) {
    // Everything is told to the handler.
  }
  return strings.texts;
}

/** Whether cells of each style show a day, by the number of the style. */
export async function readDateStyles(
  archive: XlsxArchive,
  part: string | null,
): Promise<readonly boolean[]> {
  const dates: boolean[] = [];
  if (part === null) return dates;
  const codes = new Map<number, string>();
  let isInCells = false;
  const handler: XmlHandler = {
    open(tag, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (tag === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') isInCells = true;
      else if (tag === 'xf' && isInCells) dates.push(isDateFormat(id, codes.get(id) ?? null));
    },
    text() {},
    close(tag) {
      if (tag === 'cellXfs') isInCells = false;
    },
  };
  for await (const _ of readXml(archive.read(part), `${archive.name}, ${part},`, handler)) {
    // Everything is told to the handler.
  }
  return dates;
}

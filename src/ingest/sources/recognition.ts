import { RefusedFileError } from '../../domain/errors.ts';
import { csvExport, looksLikeCsvExport } from './csv-export.ts';
import { looksLikeFichePage } from './fiche-page/fiche-page-sections.ts';
import { looksLikeStatisticsFile } from './statistics/statistics-file.ts';

export type SourceFileKind = 'EXPORT' | 'FICHE_PAGE' | 'STATISTICS_FILE';

const ACCEPTED =
  'an XML export of the register (as it is, .gz or .zip), the text of a public fiche page or a statistics file (CSV) is accepted, encoded in UTF-8';

/**
 * Tells from the beginning of a file, already expanded, what it is.
 *
 * - Throws `RefusedFileError`, saying what was found, for anything else.
 */
export function recognise(head: Uint8Array, name: string): SourceFileKind {
  const refuse = (found: string) => new RefusedFileError(`${name} ${found}: ${ACCEPTED}`);
  const [first, second] = head;
  const wide =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    head.subarray(0, 1024).includes(0);
  if (wide) throw refuse('is encoded in UTF-16 or is not a text');
  // Not fatal here: a piece may end in the middle of a character; readers check the whole text.
  const text = new TextDecoder().decode(head).trimStart();
  if (text === '') throw refuse('is blank');
  if (/^<(!doctype\s+html|html)\b/i.test(text)) {
    throw refuse('is an HTML page (copy its text instead)');
  }
  if (text.startsWith('<')) return 'EXPORT';
  if (looksLikeFichePage(text)) return 'FICHE_PAGE';
  if (looksLikeCsvExport(text)) throw csvExport(name);
  if (looksLikeStatisticsFile(text)) return 'STATISTICS_FILE';
  const line = text.slice(0, 60).replaceAll(/\s+/g, ' ');
  throw refuse(`begins with ${JSON.stringify(line)} and was not recognised`);
}

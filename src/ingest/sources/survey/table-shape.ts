import type { Bilingual } from '../../../domain/bilingual.ts';
import { RefusedFileError } from '../../../domain/errors.ts';

/** Columns that a table may have; the layouts have 18. */
const MOST_COLUMNS = 500;

/** What says which column of a table is meant, by its place from 0: `column 3`, `column C`. */
export type ColumnPlace = (index: number) => Bilingual;

/** Control characters, halves of characters and marks that nobody sees, which are no part of a name. */
const UNSEEN = /[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu;

/** The name of a column as it is read: on one line, without marks that nobody sees. */
export function columnName(cell: string): string {
  return cell.replace(UNSEEN, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * Names of columns from the cells of a header: without blanks around them, line breaks within them and
 * empty columns after them.
 *
 * - where: what begins the message, as `enquete.csv, line 1`.
 * - Throws `RefusedFileError` for no name at all, a column without a name, a name given twice, too many.
 */
export function headerNames(
  cells: readonly string[],
  where: Bilingual,
  place: ColumnPlace,
): readonly string[] {
  const refuse = (en: string, fr: string) =>
    new RefusedFileError({ en: `${where.en}: ${en}`, fr: `${where.fr}\u00a0: ${fr}` });
  const names = cells.map(columnName);
  while (names.at(-1) === '') names.pop();
  if (names.length === 0) {
    throw refuse(
      'there is no header: the first row that is not empty names the columns',
      'il n’y a pas d’en-tête\u00a0: la première ligne qui n’est pas vide nomme les colonnes',
    );
  }
  if (names.length > MOST_COLUMNS) {
    throw refuse(
      `the header has ${names.length} columns: at most ${MOST_COLUMNS} are accepted`,
      `l’en-tête a ${names.length} colonnes\u00a0: ${MOST_COLUMNS} au plus sont acceptées`,
    );
  }
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') {
      const { en, fr } = place(index);
      throw refuse(
        `the header has no name for ${en}: name it, or delete the column`,
        `l’en-tête ne nomme pas la ${fr}\u00a0: nommez-la, ou supprimez-la`,
      );
    }
    const first = seen.get(name);
    if (first !== undefined) {
      // Not which: the first row of a file without a header is that of a person.
      throw refuse(
        `the header has one name twice, in ${place(first).en} and ${place(index).en}: give each column a name of its own`,
        `l’en-tête a deux fois le même nom, ${place(first).fr} et ${place(index).fr}\u00a0: donnez à chaque colonne un nom à elle`,
      );
    }
    seen.set(name, index);
  }
  return names;
}

/** Whether no cell of a row holds anything but blanks. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

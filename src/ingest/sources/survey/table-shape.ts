import { RefusedFileError } from '../../../domain/errors.ts';

/** Columns that a table may have; the layouts have 18. */
const MOST_COLUMNS = 500;

/** What says which column of a table is meant, by its place from 0: `column 3`, `column C`. */
export type ColumnPlace = (index: number) => string;

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
  where: string,
  place: ColumnPlace,
): readonly string[] {
  const refuse = (message: string) => new RefusedFileError(`${where}: ${message}`);
  const names = cells.map(columnName);
  while (names.at(-1) === '') names.pop();
  if (names.length === 0) {
    throw refuse('there is no header: the first row that is not empty names the columns');
  }
  if (names.length > MOST_COLUMNS) {
    throw refuse(`the header has ${names.length} columns: at most ${MOST_COLUMNS} are accepted`);
  }
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') {
      throw refuse(`the header has no name for ${place(index)}: name it, or delete the column`);
    }
    const first = seen.get(name);
    if (first !== undefined) {
      // Not which: the first row of a file without a header is that of a person.
      throw refuse(
        `the header has one name twice, in ${place(first)} and ${place(index)}: give each column a name of its own`,
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

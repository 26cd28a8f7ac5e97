import { parsePlainDate } from '../../domain/calendar.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { type CursorValue, orderName, type SortKey } from './sort-key.ts';

interface OfList {
  readonly keys: readonly SortKey[];
  readonly publication: number;
}

/** The cursor of a row: its values for the keys of its list, and the publication. */
export function writeCursor({ keys, publication }: OfList, row: number): string {
  const values = keys.map(({ cursorValueOf }) => cursorValueOf(row));
  return Buffer.from(JSON.stringify([orderName(keys), publication, ...values])).toString(
    'base64url',
  );
}

/**
 * The values of a cursor.
 *
 * - Throws `BadUserInputError` for one that is not of a list of these keys.
 */
export function readCursor(
  argument: string,
  text: string,
  keys: readonly SortKey[],
): CursorValue[] {
  const [order, publication, ...values] = decodeCursor(text);
  const fits =
    order === orderName(keys) &&
    Number.isSafeInteger(publication) &&
    values.length === keys.length &&
    values.every((value, index) => isCursorValue(value, keys[index]));
  if (fits) return values as CursorValue[];
  const given = quoted(text);
  throw new BadUserInputError({
    en: `${argument}: ${given} is not a cursor of this list in this order: give an endCursor or startCursor of the same field with the same orderBy`,
    fr: `${argument} : ${given} n’est pas un curseur de cette liste dans cet ordre : donnez un endCursor ou un startCursor du même champ avec le même orderBy`,
  });
}

/** A cursor as it was given; a long one is cut. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}

function decodeCursor(text: string): unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(decoded) ? decoded : [];
  } catch {
    return [];
  }
}

function isCursorValue(value: unknown, key: SortKey | undefined): boolean {
  if (value === null) return true;
  if (key?.type === 'int4') return typeof value === 'number' && (value | 0) === value;
  if (key?.type === 'float8') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  return key?.type === 'date' ? isDay(value) : !value.includes('\0');
}

function isDay(text: string): boolean {
  try {
    return parsePlainDate(text) === text;
  } catch {
    return false;
  }
}

import {
  type ChangePlace,
  type ChangeQuestion,
  type ChangeRow,
  type ChangeWindow,
  changesWithin,
} from '../../db/queries/changes.ts';
import { type Page, type PageRequest, pageOfWindow, windowOfKeys } from '../list/page.ts';
import type { CursorValue, SortKey } from '../list/sort-key.ts';
import type { ReadPublication } from '../publication-reader.ts';
import type { Snapshot } from '../snapshot.ts';

/** So many changes after a place, in the order of lists; null = from the newest on. */
export function readChanges(
  read: ReadPublication,
  question: ChangeQuestion,
  { after, limit }: Pick<ChangeWindow, 'after' | 'limit'>,
): Promise<ChangeRow[]> {
  const window = { after, before: null, backward: false, limit };
  return read((db) => changesWithin(db, question, window));
}

/** A page of changes that are read elsewhere: what to read, and what is made of it. */
export interface ChangePage {
  readonly window: ChangeWindow;
  /** The page of what was read: rows are places in it. */
  readonly pageOf: (read: readonly ChangeRow[]) => Omit<Page, 'total'>;
}

/**
 * The page of changes that a request asks for.
 *
 * - Throws `BadUserInputError` as `pageOf` of other lists does.
 */
export function changePage({ publication }: Snapshot, request: PageRequest): ChangePage {
  const asked = windowOfKeys(request, keysOf([]));
  const { backward, size } = asked;
  const [after, before] = [placeOf(asked.after), placeOf(asked.before)];
  return {
    window: { after, before, backward, limit: size + 1 },
    pageOf: (read) =>
      pageOfWindow({ ...asked, after, before }, [...read.keys()], {
        ...{ keys: keysOf(read), publication: publication.id },
      }),
  };
}

function placeOf(values: readonly CursorValue[] | null): ChangePlace | null {
  const [publication, position] = values ?? [];
  if (typeof publication !== 'number' || typeof position !== 'number') return null;
  return [publication, position];
}

/** What changes are ordered by: newest publication first, and as they are told in each. */
function keysOf(rows: readonly ChangeRow[]): readonly SortKey[] {
  const key = (
    name: string,
    direction: SortKey['direction'],
    of: (row: ChangeRow) => number,
  ): SortKey => {
    const cursorValueOf = (row: number) => (rows[row] ? of(rows[row]) : null);
    return {
      ...{ name, direction, type: 'int4', cursorValueOf },
      rankOf: (row) => cursorValueOf(row) ?? Number.NaN,
    };
  };
  return [
    key('PUBLICATION', 'DESC', ({ publicationId }) => publicationId),
    key('POSITION', 'ASC', ({ position }) => position),
  ];
}

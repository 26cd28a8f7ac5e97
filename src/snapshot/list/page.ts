import { BadUserInputError } from '../../domain/errors.ts';
import type { Mask } from '../day-view.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type CursorValue, compareWithCursor, type SortKey } from './sort-key.ts';

/** The most rows that one page holds. */
export const MAX_PAGE_SIZE = 500;
export const DEFAULT_PAGE_SIZE = 50;

/** A window on a list, as Relay asks for it: `first`/`after`, or `last`/`before`. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Rows in an order, of which a mask leaves some out. The last key tells all rows apart. */
export interface RowList {
  /** null = rows 0 … count − 1 as they are. */
  readonly order: Int32Array | null;
  readonly count: number;
  readonly mask: Mask | null;
  readonly keys: readonly SortKey[];
  /** Number of the publication, which cursors carry. */
  readonly publication: number;
}

export interface Page {
  readonly rows: readonly number[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Cursor of a row of the page. */
  readonly cursorOf: (row: number) => string;
  /** Rows of the whole list. */
  readonly total: () => number;
}

/**
 * One page of a list, by key values: no row is missed or repeated, and a page costs what it shows.
 *
 * - Throws `BadUserInputError` for a size out of bounds, for `first` with `last`, and for a cursor
 *   that is not of this list and order.
 */
export function pageOf(list: RowList, request: PageRequest): Page {
  const { order, count, mask, keys } = list;
  const { backward, size } = pageSide(request);
  const after = request.after == null ? null : readCursor('after', request.after, keys);
  const before = request.before == null ? null : readCursor('before', request.before, keys);
  const rowAt = (place: number) => (order ? (order[place] ?? 0) : place);
  const from = after
    ? firstPlace(count, (place) => compareWithCursor(keys, rowAt(place), after) > 0)
    : 0;
  const to = before
    ? firstPlace(count, (place) => compareWithCursor(keys, rowAt(place), before) >= 0)
    : count;
  const rows: number[] = [];
  let more = false;
  const step = backward ? -1 : 1;
  for (let place = backward ? to - 1 : from; place >= from && place < to; place += step) {
    const row = rowAt(place);
    if (mask && mask[row] === 0) continue;
    if (rows.length === size) {
      more = true;
      break;
    }
    rows.push(row);
  }
  if (backward) rows.reverse();
  return {
    rows,
    hasNextPage: backward ? before !== null : more,
    hasPreviousPage: backward ? more : after !== null,
    cursorOf: (row) => writeCursor(list, row),
    total: () => totalOf(list),
  };
}

/** What a page asks of rows that are read elsewhere, by a place of each: a number that grows, or several. */
export interface Window<Place = number> {
  readonly backward: boolean;
  readonly size: number;
  /** Only rows past this place; null = from the start. */
  readonly after: Place | null;
  /** Only rows up to this place, which is left out; null = to the end. */
  readonly before: Place | null;
}

/**
 * The window of a page of rows that one whole number orders.
 *
 * - Throws `BadUserInputError` as `pageOf` does.
 */
export function windowOf(request: PageRequest, key: SortKey): Window {
  const { after, before, ...side } = windowOfKeys(request, [key]);
  const numberOf = (place: readonly CursorValue[] | null) =>
    typeof place?.[0] === 'number' ? place[0] : null;
  return { ...side, after: numberOf(after), before: numberOf(before) };
}

/**
 * The window of a page of rows that several keys order.
 *
 * - Throws `BadUserInputError` as `pageOf` does.
 */
export function windowOfKeys(
  request: PageRequest,
  keys: readonly SortKey[],
): Window<readonly CursorValue[]> {
  const placeOf = (argument: string, cursor: string | null | undefined) =>
    cursor == null ? null : readCursor(argument, cursor, keys);
  return {
    ...pageSide(request),
    after: placeOf('after', request.after),
    before: placeOf('before', request.before),
  };
}

/** The page of a window, of the numbers that were read for it: one more than its size, if there is one. */
export function pageOfWindow(
  { backward, size, after, before }: Window<unknown>,
  numbers: readonly number[],
  list: Pick<RowList, 'keys' | 'publication'>,
): Omit<Page, 'total'> {
  const more = numbers.length > size;
  return {
    rows: backward ? numbers.slice(more ? 1 : 0) : numbers.slice(0, size),
    hasNextPage: backward ? before !== null : more,
    hasPreviousPage: backward ? more : after !== null,
    cursorOf: (row) => writeCursor(list, row),
  };
}

/** The rows of a whole list, in its order. */
export function* rowsOfList({ order, count, mask }: RowList): Generator<number> {
  for (let place = 0; place < count; place++) {
    const row = order ? (order[place] ?? 0) : place;
    if (!mask || mask[row] === 1) yield row;
  }
}

/** How many rows a whole list has. */
export function totalOf({ order, count, mask }: RowList): number {
  if (!mask) return count;
  if (!order || order.length === mask.length) return keptBy(mask);
  let total = 0;
  for (const row of order) total += mask[row] ?? 0;
  return total;
}

const kept = new WeakMap<Mask, number>();

/** Rows that a mask keeps; counted once. */
function keptBy(mask: Mask): number {
  const known = kept.get(mask);
  if (known !== undefined) return known;
  let total = 0;
  for (let row = 0; row < mask.length; row++) total += mask[row] ?? 0;
  kept.set(mask, total);
  return total;
}

/** The first place from which on something holds; `count` when it never does. */
function firstPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Which way a page is asked for, and how many rows it has at most. */
function pageSide(request: PageRequest): { readonly backward: boolean; readonly size: number } {
  const { first, last, before } = request;
  if (first != null && last != null) {
    throw new BadUserInputError({
      en: 'first and last cannot be given together: page in one direction',
      fr: 'first et last ne se donnent pas ensemble : lisez les pages dans un sens',
    });
  }
  const backward = last != null || (before != null && first == null);
  return { backward, size: pageSize(backward ? 'last' : 'first', backward ? last : first) };
}

function pageSize(argument: 'first' | 'last', given: number | null | undefined): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new BadUserInputError({
    en: `${argument}: ${size} is not accepted: give 0 to ${MAX_PAGE_SIZE}, and read on with the cursor of the last row`,
    fr: `${argument} : ${size} n’est pas accepté : donnez 0 à ${MAX_PAGE_SIZE}, et lisez la suite avec le curseur de la dernière ligne`,
  });
}

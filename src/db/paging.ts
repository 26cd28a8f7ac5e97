import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { parsePlainDate } from '../domain/calendar.ts';
import { BadUserInputError } from '../domain/errors.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { DB } from './tables.ts';

/** The most rows that one page holds. */
export const MAX_PAGE_SIZE = 500;
export const DEFAULT_PAGE_SIZE = 50;

/** What rows are ordered by. Nulls come last in both directions. */
export interface SortKey {
  /** Names the key in cursors. */
  readonly name: string;
  readonly expression: Expression<unknown>;
  /** SQL type of the expression, as a cursor's value is cast to it. */
  readonly type: 'text' | 'int4' | 'float8' | 'date';
  readonly direction: OrderDirection;
}

/** A window on a list, as Relay asks for it: `first`/`after`, or `last`/`before`. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Page<Row> {
  readonly rows: readonly { readonly cursor: string; readonly row: Row }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type CursorValue = string | number | null;

/**
 * Reads one page of a query, by keyset: a page costs the same wherever it is, and no row is
 * missed or repeated. The last sort key must be unique.
 *
 * - Throws `BadUserInputError` for a size out of bounds, for `first` with `last`, and for a
 *   cursor that is not of this list and order.
 */
export async function readPage<TB extends keyof DB, Row extends object>(
  query: SelectQueryBuilder<DB, TB, Row>,
  keys: readonly SortKey[],
  request: PageRequest,
): Promise<Page<Row>> {
  const { window, pageOf } = windowOn(query, keys, request);
  return pageOf(await window.execute());
}

/** The rows that one row of a list has below it, for any parent that is given. */
export type RowsOfParent<TB extends keyof DB, Row> = (
  parent: Expression<string>,
) => SelectQueryBuilder<DB, TB, Row>;

/**
 * Reads the same page below each of many parents in one statement: as `readPage` for each, and
 * it throws alike. A parent without rows has an empty page.
 */
export async function readPages<TB extends keyof DB, Row extends object>(
  db: Kysely<DB>,
  parents: readonly string[],
  query: RowsOfParent<TB, Row>,
  keys: readonly SortKey[],
  request: PageRequest,
): Promise<Page<Row>[]> {
  const { window, order, pageOf } = windowOn(query(sql`parent.key`), keys, request);
  const { rows } = await sql<Row & { parent_key: string }>`
    select page.*, parent.key as parent_key
    from unnest(${parents}::text[]) as parent (key), lateral ${window} as page
    order by parent.key, ${sql.join(order(sortColumn))}`.execute(db);
  const rowsByParent = Map.groupBy(rows, (row) => row.parent_key);
  return parents.map((parent) =>
    pageOf((rowsByParent.get(parent) ?? []).map(({ parent_key, ...row }) => row as unknown as Row)),
  );
}

/** How many rows there are below each of many parents, in the order of the parents. */
export async function countPages<TB extends keyof DB, Row>(
  db: Kysely<DB>,
  parents: readonly string[],
  query: RowsOfParent<TB, Row>,
): Promise<number[]> {
  const counted = query(sql`parent.key`)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'));
  const { rows } = await sql<{ key: string; count: number }>`
    select parent.key, counted.count
    from unnest(${parents}::text[]) as parent (key), lateral ${counted} as counted`.execute(db);
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return parents.map((parent) => counts.get(parent) ?? 0);
}

/** A query cut to a page and one row more, and how its rows are read. */
function windowOn<TB extends keyof DB, Row extends object>(
  query: SelectQueryBuilder<DB, TB, Row>,
  keys: readonly SortKey[],
  request: PageRequest,
) {
  const { backward, size } = pageSide(request);
  const after = request.after == null ? null : readCursor('after', request.after, keys);
  const before = request.before == null ? null : readCursor('before', request.before, keys);

  const order = (expressionOf: (key: SortKey, index: number) => Expression<unknown>) =>
    keys.map((key, index) => {
      const ascending = (key.direction === 'ASC') !== backward;
      return sql`${expressionOf(key, index)} ${sql.raw(ascending ? 'asc' : 'desc')} nulls ${sql.raw(backward ? 'first' : 'last')}`;
    });
  let window = query.select(
    keys.map((key, index) => sql`${key.expression}`.as(sortName(index))),
  ) as SelectQueryBuilder<DB, TB, Row>;
  if (after) window = window.where(beyond(keys, after, 'AFTER'));
  if (before) window = window.where(beyond(keys, before, 'BEFORE'));
  for (const each of order((key) => key.expression)) window = window.orderBy(each);
  const pageOf = (found: readonly Row[]): Page<Row> => {
    const rows = found.slice(0, size).map((row) => new PageRow(row, keys));
    if (backward) rows.reverse();
    const more = found.length > size;
    return {
      rows,
      hasNextPage: backward ? before !== null : more,
      hasPreviousPage: backward ? more : after !== null,
    };
  };
  return { window: window.limit(size + 1), order, pageOf };
}

/** Which way a page is asked for, and how many rows it has at most. */
function pageSide(request: PageRequest): { readonly backward: boolean; readonly size: number } {
  const { first, last, before } = request;
  if (first != null && last != null) {
    throw new BadUserInputError('first and last cannot be given together: page in one direction');
  }
  const backward = last != null || (before != null && first == null);
  return { backward, size: pageSize(backward ? 'last' : 'first', backward ? last : first) };
}

/**
 * One page of codes that are known whole, in their order: as `readPage` for a list that is ordered
 * by code, and it throws alike.
 */
export function pageOfCodes<Code extends string>(
  codes: readonly Code[],
  request: PageRequest,
): Page<Code> {
  const { backward, size } = pageSide(request);
  const from = request.after == null ? 0 : placeOf(codes, 'after', request.after) + 1;
  const to = request.before == null ? codes.length : placeOf(codes, 'before', request.before);
  const within = codes.slice(from, Math.max(from, to));
  const shown = backward ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
  const more = within.length > size;
  return {
    rows: shown.map((code) => ({ cursor: codeCursor(code), row: code })),
    hasNextPage: backward ? request.before != null : more,
    hasPreviousPage: backward ? more : request.after != null,
  };
}

function codeCursor(code: string): string {
  return Buffer.from(JSON.stringify(['CODE ASC', code])).toString('base64url');
}

function placeOf(codes: readonly string[], argument: string, cursor: string): number {
  const place = codes.findIndex((code) => codeCursor(code) === cursor);
  if (place >= 0) return place;
  throw new BadUserInputError(
    `${argument}: "${cursor}" is not a cursor of this list: give an endCursor or startCursor of the same field`,
  );
}

function sortColumn(_key: SortKey, index: number): Expression<unknown> {
  return sql.ref(`page.${sortName(index)}`);
}

function pageSize(argument: 'first' | 'last', given: number | null | undefined): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new BadUserInputError(
    `${argument}: ${size} is not accepted: give 0 to ${MAX_PAGE_SIZE}, and read on with the cursor of the last row`,
  );
}

/** Rows that come after (or before) the row of a cursor, key by key. */
function beyond(
  keys: readonly SortKey[],
  cursor: readonly CursorValue[],
  side: 'AFTER' | 'BEFORE',
): Expression<SqlBool> {
  const alternatives = keys.map((key, index) => {
    const same = keys.slice(0, index).map((other, i) => equal(other, cursor[i] ?? null));
    return sql<SqlBool>`(${sql.join([...same, further(key, cursor[index] ?? null, side)], sql` and `)})`;
  });
  return sql<SqlBool>`(${sql.join(alternatives, sql` or `)})`;
}

function equal(key: SortKey, value: CursorValue) {
  return value === null
    ? sql`${key.expression} is null`
    : sql`${key.expression} = ${value}::${sql.raw(key.type)}`;
}

function further(key: SortKey, value: CursorValue, side: 'AFTER' | 'BEFORE') {
  if (value === null) {
    // Nulls are last: nothing comes after them, and all that is not null before.
    return side === 'AFTER' ? sql`false` : sql`${key.expression} is not null`;
  }
  const larger = (key.direction === 'ASC') === (side === 'AFTER');
  const compared = sql`${key.expression} ${sql.raw(larger ? '>' : '<')} ${value}::${sql.raw(key.type)}`;
  return side === 'AFTER' ? sql`(${compared} or ${key.expression} is null)` : compared;
}

/** A row of a page, which holds what it was ordered by. Most cursors are never asked for. */
class PageRow<Row> {
  readonly row: Row;
  readonly #keys: readonly SortKey[];

  constructor(row: Row, keys: readonly SortKey[]) {
    this.row = row;
    this.#keys = keys;
  }

  get cursor(): string {
    const row = this.row as Record<string, CursorValue>;
    return writeCursor(
      this.#keys,
      this.#keys.map((_, index) => row[sortName(index)] ?? null),
    );
  }
}

/** Column of a window that holds the value of a sort key. */
function sortName(index: number): string {
  return `sort_key_${index}`;
}

function orderName(keys: readonly SortKey[]): string {
  return keys.map((key) => `${key.name} ${key.direction}`).join(', ');
}

function writeCursor(keys: readonly SortKey[], values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([orderName(keys), ...values])).toString('base64url');
}

function readCursor(argument: string, text: string, keys: readonly SortKey[]): CursorValue[] {
  const [order, ...values] = decodeCursor(text);
  const fits =
    order === orderName(keys) &&
    values.length === keys.length &&
    values.every((value, index) => isCursorValue(value, keys[index]));
  if (!fits) {
    throw new BadUserInputError(
      `${argument}: "${text}" is not a cursor of this list in this order: give an endCursor or startCursor of the same field with the same orderBy`,
    );
  }
  return values as CursorValue[];
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

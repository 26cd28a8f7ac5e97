import { firstOfEach, type OrderDirection, textRanks } from '../../domain/order.ts';
import type { Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import type { DayView, Mask } from '../day-view.ts';
import { type CertificationFilter, certificationMask } from '../filter/certification-filter.ts';
import { nameOf } from '../filter/mask-names.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RowList } from './page.ts';
import {
  dayKey,
  floatKey,
  inOrder,
  intKey,
  orderName,
  type SortKey,
  sortedRows,
  textKey,
} from './sort-key.ts';

export const CERTIFICATION_ORDER_FIELDS = [
  'CODE',
  'TITLE',
  'LEVEL',
  'ABBREVIATION',
  'REGISTRATION_ENDS_ON',
  'VALID_FROM',
  'PUBLISHED_ON',
  'LAST_COHORT_YEAR',
  'RELEVANCE',
  'PEER_PERCENTILE',
] as const;
export type CertificationOrderField = (typeof CERTIFICATION_ORDER_FIELDS)[number];

export interface CertificationOrder {
  readonly field: CertificationOrderField;
  readonly direction: OrderDirection;
  /** For `RELEVANCE` and `PEER_PERCENTILE`: a number by row, NaN where there is none. */
  readonly scores?: Float64Array | undefined;
}

/** Certifications of a filter on a day, in an order: of all, or of `rows`. */
export function* filteredCertifications(
  view: DayView,
  filter: CertificationFilter,
  orders: readonly CertificationOrder[],
  rows: Int32Array | null = null,
): Work<RowList> {
  const mask = yield* certificationMask(view, filter);
  return yield* certificationList(view.snapshot, orders, mask, rows);
}

/**
 * Certifications in an order: all, or those of `rows`; of these the ones that the mask keeps. The
 * order is ended by code, which is unique; an empty one is by code.
 */
export function* certificationList(
  snapshot: Snapshot,
  orders: readonly CertificationOrder[],
  mask: Mask | null,
  rows: Int32Array | null = null,
): Work<RowList> {
  const { certifications, publication } = snapshot;
  const keys = yield* certificationKeys(snapshot, orders);
  const scores = orders.find((order) => order.scores)?.scores;
  const order = rows
    ? yield* ofRows(rows, keys)
    : scores
      ? yield* scoredOrder(snapshot, keys, { scores, mask })
      : yield* wholeOrder(snapshot, keys);
  return {
    ...{ order, mask, keys, publication: publication.id },
    count: order ? order.length : certifications.count,
  };
}

/** Rows that belong to something, by code as they are, or in another order. */
function* ofRows(rows: Int32Array, keys: readonly SortKey[]): Work<Int32Array> {
  return isByCode(keys) ? rows : yield* inOrder(rows, ordering(keys));
}

/** The order of the whole register, remembered; null when it is that of the rows. */
function* wholeOrder(snapshot: Snapshot, keys: readonly SortKey[]): Work<Int32Array | null> {
  if (isByCode(keys)) return null;
  return yield* memoOf(snapshot).work(`certifications by ${orderName(keys)}`, () =>
    sortedRows(snapshot.certifications.count, ordering(keys)),
  );
}

/** The order of what a mask keeps by scores, which are of a search or a day: remembered with them. */
function* scoredOrder(
  { certifications }: Snapshot,
  keys: readonly SortKey[],
  { scores, mask }: { readonly scores: Float64Array; readonly mask: Mask | null },
): Work<Int32Array> {
  return yield* memoOf(scores).work(`${nameOf(mask)} by ${orderName(keys)}`, () =>
    inOrder(masked(certifications.count, mask), ordering(keys)),
  );
}

function masked(count: number, mask: Mask | null): Int32Array {
  const rows = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) if (!mask || mask[row] === 1) rows[length++] = row;
  return rows.slice(0, length);
}

/** The keys that order something: rows are by code already, and what is equal stays as it is. */
function ordering(keys: readonly SortKey[]): readonly SortKey[] {
  const end = keys.findIndex(({ name }) => name === 'REGISTER');
  return keys[end]?.direction === 'ASC' ? keys.slice(0, end) : keys;
}

function isByCode([first]: readonly SortKey[]): boolean {
  return first?.name === 'REGISTER' && first.direction === 'ASC';
}

function* certificationKeys(
  snapshot: Snapshot,
  orders: readonly CertificationOrder[],
): Work<SortKey[]> {
  // Codes are unique: what is asked for after them orders nothing.
  const end = orders.findIndex(({ field }) => field === 'CODE');
  const codeOrder = orders[end]?.direction ?? 'ASC';
  const keys: SortKey[] = [];
  const before = firstOfEach(end === -1 ? orders : orders.slice(0, end), ({ field }) => field);
  for (const order of before) {
    keys.push(yield* keyOf(snapshot, order));
  }
  return [...keys, ...codeKeys(snapshot, codeOrder)];
}

/** Register, then number: the order of the rows. */
export function codeKeys(
  { certifications: { register, number } }: Snapshot,
  direction: OrderDirection,
  rowOf: (row: number) => number = (row) => row,
): SortKey[] {
  return [
    {
      ...{ name: 'REGISTER', direction, type: 'text' },
      rankOf: (row) => register[rowOf(row)] ?? 0,
      cursorValueOf: (row) => (register[rowOf(row)] === 0 ? 'RNCP' : 'RS'),
    },
    {
      ...{ name: 'NUMBER', direction, type: 'int4' },
      rankOf: (row) => number[rowOf(row)] ?? 0,
      cursorValueOf: (row) => number[rowOf(row)] ?? null,
    },
  ];
}

function* keyOf(
  snapshot: Snapshot,
  { field, direction, scores }: CertificationOrder,
): Work<SortKey> {
  const { certifications } = snapshot;
  const memo = memoOf(snapshot);
  switch (field) {
    case 'CODE':
      throw new RangeError('codes are the last keys');
    case 'TITLE': {
      const ranks = yield* memo.work('ranks of titles', () => textRanks(certifications.titleKey));
      return textKey(field, certifications.titleKey, ranks, direction);
    }
    case 'ABBREVIATION': {
      const ranks = yield* memo.work('ranks of abbreviations', () =>
        textRanks(certifications.abbreviation),
      );
      return textKey(field, certifications.abbreviation, ranks, direction);
    }
    case 'LEVEL':
      return intKey(field, certifications.level, direction);
    case 'REGISTRATION_ENDS_ON':
      return dayKey(field, certifications.registrationEndsOn, direction);
    case 'VALID_FROM':
      return dayKey(field, validFrom(snapshot), direction);
    case 'PUBLISHED_ON':
      return dayKey(field, certifications.publishedOn, direction);
    case 'LAST_COHORT_YEAR':
      return intKey(field, certifications.newestCohort, direction);
    case 'RELEVANCE':
    case 'PEER_PERCENTILE':
      return floatKey(field, (row) => scores?.[row] ?? Number.NaN, direction);
  }
}

/** Start of validity: date of effect, else of the decision. */
function validFrom(snapshot: Snapshot): Int32Array {
  const { effectiveOn, decisionOn } = snapshot.certifications;
  return memoOf(snapshot).of('valid from', () =>
    effectiveOn.map((day, row) => (day === NONE ? (decisionOn[row] ?? NONE) : day)),
  );
}

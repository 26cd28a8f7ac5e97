import type { FindingDimension } from './findings/finding.ts';
import type { Dimension } from './insertion/dimension.ts';
import {
  firstOfEach,
  type OrderColumn,
  type OrderDirection,
  orderedPlaces,
  textRanks,
} from './order.ts';
import { inRanges, type Work } from './work.ts';

/** A group: one key for each dimension of its grouping, as text; null = not known. */
export interface KeyedGroup {
  readonly keys: readonly (string | null)[];
  /** A number that sorts as its key of a dimension does; NaN = not known. Else keys are compared. */
  readonly keyRank?: (dimension: number) => number;
}

/** One thing to order groups by: a measure, or their keys (null). */
export interface KeyedOrder<Group> {
  readonly measure: ((group: Group) => number | null) | null;
  readonly direction: OrderDirection;
}

/**
 * The groups in an order, ties and an empty order by key: dimension by dimension in the order of the
 * grouping, numbers as numbers. What is not known comes last, whichever way.
 */
export function* orderKeyed<Group extends KeyedGroup>(
  groups: readonly Group[],
  dimensions: readonly (Dimension | FindingDimension)[],
  orders: readonly KeyedOrder<Group>[],
): Work<readonly Group[]> {
  const ofKeys: Float64Array[] = [];
  for (const [index, dimension] of dimensions.entries()) {
    ofKeys.push(yield* keyColumn(groups, dimension, index));
  }
  const byKeys = (direction: OrderDirection) => ofKeys.map((values) => ({ values, direction }));
  const columns: OrderColumn[] = [];
  for (const { measure, direction } of firstOfEach(orders, (order) => order.measure)) {
    if (!measure) columns.push(...byKeys(direction));
    else columns.push({ direction, values: yield* measured(groups, measure) });
  }
  const places = yield* orderedPlaces(groups.length, [...columns, ...byKeys('ASC')]);
  return Array.from(places, (place) => groups[place] as Group);
}

/** Groups that are measured at a time: medians are sorted for. */
const MEASURED = 250;

/** A number for each group; NaN for one that has none. */
function* measured<Group>(
  groups: readonly Group[],
  measure: (group: Group) => number | null,
): Work<Float64Array> {
  const values = new Float64Array(groups.length);
  const measureSome = (from: number, to: number) => {
    for (let at = from; at < to; at++) values[at] = measure(groups[at] as Group) ?? Number.NaN;
  };
  yield* inRanges(groups.length, measureSome, MEASURED);
  return values;
}

/** A number for each group that sorts as its key of a dimension does; NaN = not known. */
function* keyColumn<Group extends KeyedGroup>(
  groups: readonly Group[],
  dimension: Dimension | FindingDimension,
  index: number,
): Work<Float64Array> {
  if (groups[0]?.keyRank) {
    return Float64Array.from(groups, (group) => group.keyRank?.(index) ?? Number.NaN);
  }
  const keys = groups.map((group) => group.keys[index] ?? null);
  return yield* keyRanks(dimension, keys);
}

/** Keys that are numbers; the others are codes and compare as text. */
const NUMBERS: readonly string[] = ['YEAR', 'LEVEL', 'REGISTRATION_YEARS'];

/** A number for each key that sorts as it does; NaN for one that is not known. */
function* keyRanks(dimension: string, keys: readonly (string | null)[]): Work<Float64Array> {
  if (NUMBERS.includes(dimension)) {
    return Float64Array.from(keys, (key) => (key === null ? Number.NaN : Number(key)));
  }
  if (dimension !== 'CERTIFICATION') return yield* textRanks(keys);
  // Register, then number, as certifications are listed everywhere.
  return yield* textRanks(
    keys.map((key) => key?.replace(/\d+$/, (digits) => digits.padStart(9, '0')) ?? null),
  );
}

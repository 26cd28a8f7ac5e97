import type { FindingDimension } from './findings/finding.ts';
import type { Dimension } from './insertion/dimension.ts';
import { type OrderDirection, orderedPlaces, textRanks } from './order.ts';

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
export function orderKeyed<Group extends KeyedGroup>(
  groups: readonly Group[],
  dimensions: readonly (Dimension | FindingDimension)[],
  orders: readonly KeyedOrder<Group>[],
): Group[] {
  const ofKeys = dimensions.map((dimension, index) => {
    if (groups[0]?.keyRank) {
      return Float64Array.from(groups, (group) => group.keyRank?.(index) ?? Number.NaN);
    }
    const keys = groups.map((group) => group.keys[index] ?? null);
    return keyRanks(dimension, keys);
  });
  const byKeys = (direction: OrderDirection) => ofKeys.map((values) => ({ values, direction }));
  const columns = orders.flatMap(({ measure, direction }) =>
    measure
      ? [{ direction, values: Float64Array.from(groups, (group) => measure(group) ?? Number.NaN) }]
      : byKeys(direction),
  );
  const places = orderedPlaces(groups.length, [...columns, ...byKeys('ASC')]);
  return Array.from(places, (place) => groups[place] as Group);
}

/** Keys that are numbers; the others are codes and compare as text. */
const NUMBERS: readonly string[] = ['YEAR', 'LEVEL', 'REGISTRATION_YEARS'];

/** A number for each key that sorts as it does; NaN for one that is not known. */
function keyRanks(dimension: string, keys: readonly (string | null)[]): Float64Array {
  if (NUMBERS.includes(dimension)) {
    return Float64Array.from(keys, (key) => (key === null ? Number.NaN : Number(key)));
  }
  if (dimension !== 'CERTIFICATION') return textRanks(keys);
  // Register, then number, as certifications are listed everywhere.
  return textRanks(
    keys.map((key) => key?.replace(/\d+$/, (digits) => digits.padStart(9, '0')) ?? null),
  );
}

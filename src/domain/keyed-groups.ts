import type { Dimension } from './dimension.ts';
import type { OrderDirection } from './order.ts';

/** A group: one key for each dimension of its grouping, as text; null = not known. */
export interface KeyedGroup {
  readonly keys: readonly (string | null)[];
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
  dimensions: readonly Dimension[],
  orders: readonly KeyedOrder<Group>[],
): Group[] {
  const comparisons = orders.map(({ measure, direction }) => {
    if (!measure) return (a: Group, b: Group) => compareKeys(a, b, dimensions, direction);
    const known = new Map(groups.map((group) => [group, measure(group)]));
    return (a: Group, b: Group) =>
      compareValues(known.get(a) ?? null, known.get(b) ?? null, direction);
  });
  return groups.toSorted((a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return compareKeys(a, b, dimensions, 'ASC');
  });
}

/** Keys that are numbers; the others are codes and compare as text. */
const NUMBERS: readonly Dimension[] = ['YEAR', 'LEVEL', 'REGISTRATION_YEARS'];

function compareKeys(
  a: KeyedGroup,
  b: KeyedGroup,
  dimensions: readonly Dimension[],
  direction: OrderDirection,
): number {
  for (const [index, dimension] of dimensions.entries()) {
    const read = ({ keys }: KeyedGroup) => readKey(dimension, keys[index] ?? null);
    const result = compareValues(read(a), read(b), direction);
    if (result !== 0) return result;
  }
  return 0;
}

function readKey(dimension: Dimension, key: string | null): string | number | null {
  if (key === null) return null;
  if (NUMBERS.includes(dimension)) return Number(key);
  // Register, then number, as certifications are listed everywhere.
  return dimension === 'CERTIFICATION'
    ? key.replace(/\d+$/, (digits) => digits.padStart(9, '0'))
    : key;
}

function compareValues<Value extends string | number>(
  a: Value | null,
  b: Value | null,
  direction: OrderDirection,
): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === (direction === 'ASC') ? -1 : 1;
}

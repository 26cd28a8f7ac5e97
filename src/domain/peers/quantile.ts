/** Three quantiles of the same values, in their unit. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Values in ascending order, wherever they are held. */
export interface Ascending {
  readonly count: number;
  /** The value at a place, from 0 on. */
  readonly at: (place: number) => number;
}

/**
 * A quantile of ascending values, by linear interpolation: the same as `percentile_cont` of
 * PostgreSQL.
 *
 * - Throws `RangeError` without values, and for a share outside 0 to 1.
 */
export function quantileAt({ count, at }: Ascending, share: number): number {
  if (!(share >= 0 && share <= 1) || count === 0) {
    throw new RangeError(`there is no quantile ${share} of ${count} values`);
  }
  const position = share * (count - 1);
  const below = at(Math.floor(position));
  const above = at(Math.ceil(position));
  return below + (position - Math.floor(position)) * (above - below);
}

/** Values that are sorted already. */
export function ascending(sorted: ArrayLike<number>): Ascending {
  return { count: sorted.length, at: (place) => sorted[place] ?? Number.NaN };
}

/**
 * Lower quartile, median and upper quartile of values sorted in ascending order.
 *
 * - null without values.
 */
export function quartilesOf(sorted: ArrayLike<number>): Quartiles | null {
  return quartilesAt(ascending(sorted));
}

/**
 * Lower quartile, median and upper quartile of ascending values.
 *
 * - null without values.
 */
export function quartilesAt(values: Ascending): Quartiles | null {
  if (values.count === 0) return null;
  return {
    lower: quantileAt(values, 0.25),
    median: quantileAt(values, 0.5),
    upper: quantileAt(values, 0.75),
  };
}

/** Three quantiles of the same values, in their unit. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/**
 * The quantile of values sorted in ascending order, by linear interpolation: the same as
 * `percentile_cont` of PostgreSQL.
 *
 * - Throws `RangeError` without values, and for a share outside 0 to 1.
 *
 * @example quantileOf([10, 20, 30, 40], 0.5) // 25
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (!(share >= 0 && share <= 1) || below === undefined || above === undefined) {
    throw new RangeError(`there is no quantile ${share} of ${sorted.length} values`);
  }
  return below + (position - Math.floor(position)) * (above - below);
}

/**
 * Lower quartile, median and upper quartile of values sorted in ascending order.
 *
 * - null without values.
 */
export function quartilesOf(sorted: ArrayLike<number>): Quartiles | null {
  if (sorted.length === 0) return null;
  return {
    lower: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    upper: quantileOf(sorted, 0.75),
  };
}

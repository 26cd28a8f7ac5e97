import { binomialQuantiles } from '../rate/distributions.ts';
import type { Ascending } from './quantile.ts';

/** Bounds of a median, in the unit of the values. */
export interface MedianInterval {
  readonly lower: number;
  readonly upper: number;
  /** Confidence level, share 0 to 1: the bounds have it or somewhat more. */
  readonly level: number;
}

/**
 * The interval of a median by order statistics: the innermost two values, as far from either end,
 * between which it lies with the confidence that is asked, whatever the law of the values.
 *
 * - null where even the extremes have less: under 6 values at 0.95.
 * - Source: docs/method.md#benchmark.
 */
export function medianInterval({ count, at }: Ascending, level: number): MedianInterval | null {
  // Place l holds when no more than l − 1 values are below the median with probability (1 − level)/2.
  const [place = 0] = count === 0 ? [] : binomialQuantiles(count, 0.5, [(1 - level) / 2]);
  if (place === 0) return null;
  return { lower: at(place - 1), upper: at(count - place), level };
}

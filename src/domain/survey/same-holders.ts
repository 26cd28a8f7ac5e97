import { type RateDifference, wilsonInterval } from '../rate/interval.ts';

/** Holders who are eligible at two horizons, by whether the rate counts them at each. Heads. */
export interface PairedCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** The change of a rate on the same holders, in percentage points, unrounded. */
export interface PairedChange extends RateDifference {
  /** Holders eligible at both horizons. */
  readonly base: number;
  /** Percent, unrounded. */
  readonly first: number;
  readonly second: number;
}

/**
 * The change from a horizon to a later one on the same holders, with Newcombe's interval for paired
 * proportions.
 *
 * - null when nobody is eligible at both.
 * - Throws `BadUserInputError` for a level that is not strictly between 0.5 and 1.
 * - Source: docs/surveys.md#same-holders (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10).
 */
export function pairedChange(counts: PairedCounts, level?: number): PairedChange | null {
  const { both, firstOnly, secondOnly, neither } = counts;
  const base = both + firstOnly + secondOnly + neither;
  const first = (100 * (both + firstOnly)) / base;
  const second = (100 * (both + secondOnly)) / base;
  const ofFirst = base === 0 ? null : wilsonInterval(first, base, level);
  const ofSecond = base === 0 ? null : wilsonInterval(second, base, level);
  if (!ofFirst || !ofSecond) return null;
  const phi = correlation(counts);
  const difference = second - first;
  return {
    ...{ base, first, second, difference },
    lower: difference - distance(second - ofSecond.lower, ofFirst.upper - first, phi),
    upper: difference + distance(ofSecond.upper - second, first - ofFirst.lower, phi),
  };
}

function distance(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

/** The correlation of both answers, with Newcombe's correction for continuity; 0 where one is always the same. */
function correlation({ both, firstOnly, secondOnly, neither }: PairedCounts): number {
  const half = (both + firstOnly + secondOnly + neither) / 2;
  const margins =
    (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  const corrected = product > 0 ? Math.max(0, product - half) : product;
  return corrected / Math.sqrt(margins);
}

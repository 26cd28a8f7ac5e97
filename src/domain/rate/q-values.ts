import { BadUserInputError } from '../errors.ts';

/** What goes with a list of many comparisons, of which some are found by chance alone. */
export interface ManyComparisons {
  /** All that were tested, whatever a page or a filter leaves out. */
  readonly tested: number;
  /** Share, 0 to 1: under this p-value one alone would be called different. */
  readonly level: number;
  /** How many of them are, by chance alone, when nothing differs. */
  readonly expectedByChance: number;
}

/** How many of so many tests are under a level by chance alone. */
export function manyComparisons(tested: number, level: number): ManyComparisons {
  return { tested, level, expectedByChance: tested * level };
}

/**
 * The q-values of Benjamini and Hochberg: for each test, the smallest share of false calls among all
 * that would be called with it. NaN stands for what was not tested, and stays.
 *
 * - Source: docs/method.md#many-comparisons.
 */
export function qValues(pValues: Float64Array): Float64Array {
  const tested: number[] = [];
  for (const [place, p] of pValues.entries()) if (!Number.isNaN(p)) tested.push(place);
  tested.sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const result = new Float64Array(pValues.length).fill(Number.NaN);
  let smallest = 1;
  for (const [place, at] of tested.entries()) {
    const rank = tested.length - place;
    smallest = Math.min(smallest, ((pValues[at] ?? 1) * tested.length) / rank);
    result[at] = smallest;
  }
  return result;
}

/**
 * The largest q-value that a list is to hold, as it was given; null when all may be there.
 *
 * - Throws `BadUserInputError` unless it is a share from 0 to 1.
 */
export function checkedMaximumQ(share: number | null | undefined): number | null {
  if (share == null) return null;
  if (share >= 0 && share <= 1) return share;
  throw new BadUserInputError(
    `maximumQ ${share} is not accepted: give a share from 0 to 1, for example 0.05`,
  );
}

import { BadUserInputError } from '../errors.ts';
import { orderedPlaces } from '../order.ts';
import type { Work } from '../work.ts';

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
export function* qValues(pValues: Float64Array): Work<Float64Array> {
  // The largest first, what was not tested last.
  const ordered = yield* orderedPlaces(pValues.length, [{ values: pValues, direction: 'DESC' }]);
  let tested = 0;
  for (const p of pValues) if (!Number.isNaN(p)) tested += 1;
  const result = new Float64Array(pValues.length).fill(Number.NaN);
  let smallest = 1;
  for (let place = 0; place < tested; place++) {
    const at = ordered[place] ?? 0;
    smallest = Math.min(smallest, ((pValues[at] ?? 1) * tested) / (tested - place));
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
  throw new BadUserInputError({
    en: `maximumQ ${share} is not accepted: give a share from 0 to 1, for example 0.05`,
    fr: `maximumQ ${share} n’est pas accepté : donnez une part de 0 à 1, par exemple 0.05`,
  });
}

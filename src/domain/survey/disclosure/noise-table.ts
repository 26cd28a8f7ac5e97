import { BadUserInputError } from '../../errors.ts';
import { roundPercentage } from '../../rounding.ts';
import { maximumEntropy } from './maximum-entropy.ts';

/** What the noise of counts is made of. */
export interface NoiseParameters {
  /** D: the most that a published count differs from the true one, 1 to 20. Never published. */
  readonly largestDeviation: number;
  /** V: what the variance of the noise does not exceed. */
  readonly variance: number;
  /** js: no positive count up to this one is ever published; 0 lets all be. */
  readonly withheldUpTo: number;
  /** True counts whose probabilities may fall on the way up to "unchanged"; none by default. */
  readonly rowsWithoutMonotony?: readonly number[];
}

/** The noise of one true count, smallest deviation first. */
export interface NoiseRow {
  readonly deviations: readonly number[];
  /** ⌊2³² · probability of this deviation or a smaller one⌋; the last is 2³². */
  readonly cumulated: readonly number[];
  readonly variance: number;
  /** Mean of the absolute deviation. */
  readonly meanAbsoluteChange: number;
}

/** A row for each true count from 0 on; counts past the last one have its noise. */
export interface NoiseTable {
  readonly parameters: NoiseParameters;
  readonly rows: readonly NoiseRow[];
}

/** How large the noise is, as it may be published: of counts past the smallest ones. */
export type NoiseSize = Pick<NoiseRow, 'variance' | 'meanAbsoluteChange'>;

/** The noise when no setting says otherwise: that of the examples of INSEE's package `ckm`. */
export const DEFAULT_NOISE: NoiseParameters = {
  largestDeviation: 5,
  variance: 2,
  withheldUpTo: 0,
};

const UINT32 = 2 ** 32;
const MOST_DEVIATION = 20;
/** Within this of what is impossible, the equations cannot be told from impossible ones. */
const MARGIN = 1e-9;

/**
 * The noise table of the cell key method (variant of maximum entropy): for each true count, the law
 * of what is added to it. Its mean is 0, its variance at most V; nothing becomes negative, no 0
 * becomes anything else, and on the way up to "unchanged" no probability falls.
 *
 * - Takes tens of milliseconds: built once for a setting.
 * - Throws `BadUserInputError`, which says why, for parameters that no noise has.
 * - Source: docs/surveys.md; Handbook on Statistical Disclosure Control, chapter 5.4; the R
 *   package `ptable`.
 */
export function noiseTable(parameters: NoiseParameters): NoiseTable {
  check(parameters);
  const { largestDeviation, withheldUpTo } = parameters;
  const last = withheldUpTo === 0 ? largestDeviation : largestDeviation + withheldUpTo + 1;
  return { parameters, rows: Array.from({ length: last + 1 }, (_, i) => rowOf(i, parameters)) };
}

/**
 * The published count for a true one and a number that is drawn for its cell.
 *
 * - `u`: a whole number from 0 to 2³² − 1, which is u / 2³² of the method.
 * - Throws `RangeError` for a count that is not a whole number from 0 on.
 */
export function publishedCount({ rows }: NoiseTable, count: number, u: number): number {
  const row = rows[Math.min(count, rows.length - 1)];
  if (row === undefined) {
    throw new RangeError(`${count} is not a count: a whole number from 0 on is accepted`);
  }
  let place = 0;
  while (place < row.cumulated.length - 1 && u >= (row.cumulated[place] ?? 0)) place += 1;
  return count + (row.deviations[place] ?? 0);
}

/** The size of the noise of every count but the smallest, at two decimals; published instead of D. */
export function noiseSize({ rows }: NoiseTable): NoiseSize {
  const { variance, meanAbsoluteChange } = rows.at(-1) ?? { variance: 0, meanAbsoluteChange: 0 };
  return {
    variance: roundPercentage(variance),
    meanAbsoluteChange: roundPercentage(meanAbsoluteChange),
  };
}

function rowOf(count: number, parameters: NoiseParameters): NoiseRow {
  const { variance, rowsWithoutMonotony = [] } = parameters;
  const deviations = deviationsOf(count, parameters);
  const monotone = deviations.includes(0) && !rowsWithoutMonotony.includes(count);
  const law = count === 0 ? [1] : maximumEntropy(deviations, { variance, monotone });
  let sum = 0;
  const cumulated = law.map((p) => {
    sum += p;
    return Math.floor(sum * UINT32);
  });
  // The sum of the probabilities misses 1 by a hair, and every u must find a deviation.
  cumulated[cumulated.length - 1] = UINT32;
  const mean = (of: (v: number) => number) =>
    law.reduce((total, p, place) => total + p * of(deviations[place] ?? 0), 0);
  return {
    deviations,
    cumulated,
    variance: mean((v) => v * v),
    meanAbsoluteChange: mean(Math.abs),
  };
}

function deviationsOf(count: number, parameters: NoiseParameters): number[] {
  const { largestDeviation, withheldUpTo } = parameters;
  if (count === 0) return [0];
  const deviations: number[] = [];
  for (let v = Math.max(-count, -largestDeviation); v <= largestDeviation; v++) {
    if (count + v === 0 || count + v > withheldUpTo) deviations.push(v);
  }
  return deviations;
}

function check({ largestDeviation, variance, withheldUpTo }: NoiseParameters): void {
  if (
    !(
      Number.isInteger(largestDeviation) &&
      largestDeviation >= 1 &&
      largestDeviation <= MOST_DEVIATION
    )
  ) {
    throw new BadUserInputError({
      en: `the largest deviation of the noise, ${largestDeviation}, is not accepted: give a whole number from 1 to ${MOST_DEVIATION}, for example 5`,
      fr: `l’écart maximal du bruit, ${largestDeviation}, n’est pas accepté\u00a0: donnez un nombre entier de 1 à ${MOST_DEVIATION}, par exemple 5`,
    });
  }
  if (!(Number.isInteger(withheldUpTo) && withheldUpTo >= 0 && withheldUpTo < largestDeviation)) {
    throw new BadUserInputError({
      en: `counts up to ${withheldUpTo} cannot be withheld by a noise whose largest deviation is ${largestDeviation}: give a whole number from 0 to ${largestDeviation - 1}, or a larger deviation`,
      fr: `un bruit d’écart maximal ${largestDeviation} ne peut pas retenir les effectifs jusqu’à ${withheldUpTo}\u00a0: donnez un nombre entier de 0 à ${largestDeviation - 1}, ou un plus grand écart`,
    });
  }
  const least = leastVariance(withheldUpTo);
  if (!(Number.isFinite(variance) && variance > least + MARGIN)) {
    const [en, fr] =
      withheldUpTo === 0
        ? ['', '']
        : [
            `, which withholding the counts up to ${withheldUpTo} takes by itself, or withhold fewer`,
            `, que demande à elle seule la retenue des effectifs jusqu’à ${withheldUpTo}, ou retenez-en moins`,
          ];
    throw new BadUserInputError({
      en: `the variance of the noise, ${variance}, is not accepted: give a number above ${least}${en}`,
      fr: `la variance du bruit, ${variance}, n’est pas acceptée\u00a0: donnez un nombre supérieur à ${least}${fr}`,
    });
  }
}

/**
 * A count i from 1 to js becomes 0 or at least js + 1; with mean 0 its variance is at least
 * i·(js + 1 − i), which is largest in the middle.
 */
function leastVariance(withheldUpTo: number): number {
  return Math.floor((withheldUpTo + 1) ** 2 / 4);
}

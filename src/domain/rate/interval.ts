import { BadUserInputError } from '../errors.ts';
import { normalDeviate, twoSidedProbability } from './normal.ts';

/** Bounds of a rate, in percent 0 to 100, unrounded, at a confidence level of 0.5 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Of holders who are independent draws, or of certifications that differ. */
  readonly method: 'WILSON' | 'JACKKNIFE';
}

/** A rate in percent, 0 to 100, and the heads it stands on. */
export interface RateOnBase {
  readonly rate: number;
  readonly base: number;
}

/** A difference of two rates and its bounds, in percentage points, unrounded. */
export interface RateDifference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

export const CHANGE_VERDICTS = ['RISE', 'FALL', 'NOT_SIGNIFICANT'] as const;
export type ChangeVerdict = (typeof CHANGE_VERDICTS)[number];

/**
 * The normal deviate of a two-sided confidence level: 1.959964 at 0.95.
 *
 * - Throws `BadUserInputError` unless the level lies strictly between 0.5 and 1.
 */
export function zOf(level: number): number {
  if (!(level > 0.5 && level < 1)) {
    throw new BadUserInputError({
      en: `level ${level} is not accepted: give a confidence level strictly between 0.5 and 1, for example 0.95`,
      fr: `level ${level} n’est pas accepté : donnez un niveau de confiance strictement entre 0.5 et 1, par exemple 0.95`,
    });
  }
  if (level === USUAL_LEVEL) return USUAL_Z;
  return normalDeviate(level);
}

/** The level of confidence when none is said: nearly every interval is asked at it. */
export const USUAL_LEVEL = 0.95;
const USUAL_Z = normalDeviate(USUAL_LEVEL);

/**
 * The Wilson score interval of a rate. It contains the rate and stays within 0 to 100. On the
 * number of certified instead of respondents it is optimistic: the figure's basis says so.
 *
 * - null without a rate, and when the base is not positive or not known.
 * - Throws `BadUserInputError` for a level that is not strictly between 0.5 and 1, `RangeError`
 *   for a rate outside 0 to 100.
 * - Source: docs/method.md#uncertainty.
 */
export function wilsonInterval(
  ratePercent: number | null,
  base: number | null,
  level = 0.95,
): Interval | null {
  const z = zOf(level);
  if (ratePercent === null) return null;
  if (!(ratePercent >= 0 && ratePercent <= 100)) {
    throw new RangeError(`rate ${ratePercent} is not a percentage: 0 to 100 is accepted`);
  }
  if (base === null || !(base > 0)) return null;
  return { ...wilsonAt({ rate: ratePercent, base }, z), level, method: 'WILSON' };
}

function wilsonAt({ rate, base }: RateOnBase, z: number): Pick<Interval, 'lower' | 'upper'> {
  const p = rate / 100;
  const widening = z ** 2 / base;
  const centre = (p + widening / 2) / (1 + widening);
  const half = (z * Math.sqrt((p * (1 - p) + widening / 4) / base)) / (1 + widening);
  return {
    // At 0 and at 100 the exact bound is the rate itself; binary fractions miss it by a hair.
    lower: Math.min(rate, Math.max(0, 100 * (centre - half))),
    upper: Math.max(rate, Math.min(100, 100 * (centre + half))),
  };
}

/**
 * The base of an interval when only a share of the holders are taken to have answered, 0 to 1: at
 * least 1 head; the base itself without a share.
 *
 * - Throws `BadUserInputError` unless the share is above 0 and at most 1.
 * - Source: docs/method.md#uncertainty.
 */
export function assumedBase(base: number | null, response: number | null): number | null {
  if (response === null) return base;
  if (!(response > 0 && response <= 1)) {
    throw new BadUserInputError({
      en: `assumedResponse ${response} is not accepted: give a share above 0 and up to 1, for example 0.6`,
      fr: `assumedResponse ${response} n’est pas accepté : donnez une part au-dessus de 0 et jusqu’à 1, par exemple 0.6`,
    });
  }
  return base === null || base <= 0 ? base : Math.max(1, response * base);
}

/**
 * The difference `a` − `b` of two independent rates, with Newcombe's hybrid of their two Wilson
 * intervals (method 10 of his 1998 paper). For a change, `a` is the later one.
 *
 * - null when either base is not positive.
 * - Throws as `wilsonInterval` does.
 * - Source: docs/method.md#uncertainty.
 */
export function newcombeDifference(
  a: RateOnBase,
  b: RateOnBase,
  level = 0.95,
): RateDifference | null {
  const ofA = wilsonInterval(a.rate, a.base, level);
  const ofB = wilsonInterval(b.rate, b.base, level);
  if (!ofA || !ofB) return null;
  const difference = a.rate - b.rate;
  return {
    difference,
    lower: difference - Math.hypot(a.rate - ofA.lower, ofB.upper - b.rate),
    upper: difference + Math.hypot(ofA.upper - a.rate, b.rate - ofB.lower),
  };
}

/**
 * The p-value of a difference of two rates: the smallest α whose Newcombe interval, of level 1 − α,
 * leaves 0 out. 1 when there is no difference.
 *
 * - null when either base is not positive.
 * - Source: docs/method.md#many-comparisons.
 */
export function differenceProbability(a: RateOnBase, b: RateOnBase): number | null {
  if (!(a.base > 0 && b.base > 0)) return null;
  if (a.rate === b.rate) return 1;
  const [low, high] = a.rate < b.rate ? [a, b] : [b, a];
  // Where the nearer bound of the interval reaches 0; it widens with z.
  const gap = (z: number) =>
    high.rate -
    low.rate -
    Math.hypot(high.rate - wilsonAt(high, z).lower, wilsonAt(low, z).upper - low.rate);
  return twoSidedProbability(rootOf(gap));
}

/** The root of a function that falls from above 0, by false position with halved weights. */
function rootOf(falling: (z: number) => number): number {
  let left = 0;
  let atLeft = falling(left);
  let right = 2;
  let atRight = falling(right);
  while (atRight > 0) {
    left = right;
    atLeft = atRight;
    right *= 2;
    atRight = falling(right);
  }
  let side = 0;
  for (let step = 0; step < MOST_STEPS && right - left > right * Number.EPSILON; step++) {
    const middle = (left * atRight - right * atLeft) / (atRight - atLeft);
    const atMiddle = falling(middle);
    if (Math.abs(atMiddle) < 1e-12) return middle;
    if (atMiddle > 0) {
      left = middle;
      atLeft = atMiddle;
      if (side === 1) atRight /= 2;
      side = 1;
    } else {
      right = middle;
      atRight = atMiddle;
      if (side === -1) atLeft /= 2;
      side = -1;
    }
  }
  return (left + right) / 2;
}

const MOST_STEPS = 100;

/** A change is called a rise or a fall only when its interval does not contain 0. */
export function changeVerdict({ lower, upper }: RateDifference): ChangeVerdict {
  if (lower > 0) return 'RISE';
  return upper < 0 ? 'FALL' : 'NOT_SIGNIFICANT';
}

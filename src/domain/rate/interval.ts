import { BadUserInputError } from '../errors.ts';

/** Bounds of a rate, in percent 0 to 100, unrounded, at a confidence level of 0.5 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: 'WILSON';
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

// M. J. Wichura, « Algorithm AS 241: The Percentage Points of the Normal Distribution », Applied
// Statistics 37 (1988), PPND16: about 1 part in 10^16. Coefficients as doubles, highest power
// first, in three ranges.
const CENTRE = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const TAIL = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
};
const FAR_TAIL = {
  over: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

function ratioAt(x: number, { over, under }: typeof CENTRE): number {
  const at = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
  return at(over) / at(under);
}

/**
 * The normal deviate of a two-sided confidence level: 1.959964 at 0.95.
 *
 * - Throws `BadUserInputError` unless the level lies strictly between 0.5 and 1.
 */
export function zOf(level: number): number {
  if (!(level > 0.5 && level < 1)) {
    throw new BadUserInputError(
      `level ${level} is not accepted: give a confidence level strictly between 0.5 and 1, for example 0.95`,
    );
  }
  if (level === USUAL_LEVEL) return USUAL_Z;
  return deviateOf(level);
}

function deviateOf(level: number): number {
  const fromMedian = level / 2;
  if (fromMedian <= 0.425) return fromMedian * ratioAt(0.180625 - fromMedian ** 2, CENTRE);
  const depth = Math.sqrt(-Math.log((1 - level) / 2));
  return depth <= 5 ? ratioAt(depth - 1.6, TAIL) : ratioAt(depth - 5, FAR_TAIL);
}

/** What nearly every interval is asked at. */
const USUAL_LEVEL = 0.95;
const USUAL_Z = deviateOf(USUAL_LEVEL);

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
  const p = ratePercent / 100;
  const widening = z ** 2 / base;
  const centre = (p + widening / 2) / (1 + widening);
  const half = (z * Math.sqrt((p * (1 - p) + widening / 4) / base)) / (1 + widening);
  return {
    // At 0 and at 100 the exact bound is the rate itself; binary fractions miss it by a hair.
    lower: Math.min(ratePercent, Math.max(0, 100 * (centre - half))),
    upper: Math.max(ratePercent, Math.min(100, 100 * (centre + half))),
    level,
    method: 'WILSON',
  };
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

/** A change is called a rise or a fall only when its interval does not contain 0. */
export function changeVerdict({ lower, upper }: RateDifference): ChangeVerdict {
  if (lower > 0) return 'RISE';
  return upper < 0 ? 'FALL' : 'NOT_SIGNIFICANT';
}

import {
  type ChangeVerdict,
  changeVerdict,
  newcombeDifference,
  type RateOnBase,
  zOf,
} from './interval.ts';

/**
 * From an earlier rate to a later one: percentage points, unrounded, with Newcombe's interval. It
 * is a rise or a fall only when the interval leaves 0 out.
 */
export interface RateChange {
  readonly from: RateOnBase;
  readonly to: RateOnBase;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly verdict: ChangeVerdict;
}

/** A rate that may be missing, on heads that may not be known. */
export interface MaybeRate {
  readonly value: number | null;
  readonly base: number | null;
}

/**
 * The change from an earlier rate to a later one.
 *
 * - null when either has no value, or no base above 0.
 * - Throws `BadUserInputError` for a confidence level that is not strictly between 0.5 and 1.
 * - Source: docs/method.md#changes.
 */
export function rateChange(earlier: MaybeRate, later: MaybeRate, level = 0.95): RateChange | null {
  // A level is right or wrong whatever the rates are.
  zOf(level);
  const from = rateOnBase(earlier);
  const to = rateOnBase(later);
  const change = from && to && newcombeDifference(to, from, level);
  return change && { ...change, from, to, level, verdict: changeVerdict(change) };
}

function rateOnBase({ value, base }: MaybeRate): RateOnBase | null {
  return value === null || base === null ? null : { rate: value, base };
}

/** From one number of heads to another. */
export interface HeadsChange {
  /** Heads of the year before. */
  readonly previous: number;
  readonly difference: number;
  /** Percent of the heads of the year before, unrounded; null when there were none. */
  readonly growth: number | null;
}

/** The change from an earlier number of heads to a later one. */
export function headsChange(earlier: number, later: number): HeadsChange {
  const difference = later - earlier;
  return {
    previous: earlier,
    difference,
    growth: earlier === 0 ? null : (100 * difference) / earlier,
  };
}

import {
  type BetweenChange,
  type BetweenRule,
  betweenChange,
  type Clusters,
  type LikeForLikeChange,
  likeForLikeChange,
} from './between.ts';
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

/** Whether there is a change from one year to the next, and why not. The first that holds. */
export const CHANGE_STATUSES = [
  'NO_YEAR_BEFORE',
  'BREAK_IN_SERIES',
  'NO_RATE',
  'COMPUTED',
] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

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

/** A rate of which value and base are known; null for any other. */
export function rateOnBase({ value, base }: MaybeRate): RateOnBase | null {
  return value === null || base === null ? null : { rate: value, base };
}

/** What decided on the verdict of a change between groups. */
export const CHANGE_REASONS = [
  'INTERVALS',
  'TOO_FEW_CERTIFICATIONS',
  'LIKE_FOR_LIKE_DISAGREES',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** A change between groups of certifications, whose verdict knows that certifications differ. */
export interface GroupChange extends RateChange {
  readonly reason: ChangeReason;
  readonly between: BetweenChange;
  readonly likeForLike: LikeForLikeChange;
}

/** The pooled rate of a group, and what its certifications add to it. */
export interface GroupRate extends MaybeRate {
  /** Certifications of the group, with a rate or without. */
  readonly certifications: number;
  readonly clusters: Clusters;
}

/**
 * The change from the pooled rate of a group to that of the group of the year after. It is a rise or
 * a fall when Newcombe's interval and that between certifications leave 0 out on the same side, and
 * the certifications of both years did not go the other way.
 *
 * - null and errors as `rateChange`.
 * - Source: docs/method.md#between-certifications.
 */
export function groupChange(
  earlier: GroupRate,
  later: GroupRate,
  level: number,
  rule: BetweenRule,
): GroupChange | null {
  const change = rateChange(earlier, later, level);
  if (!change) return null;
  const between = betweenChange(earlier.clusters, later.clusters, level, rule);
  const likeForLike = likeForLikeChange(earlier.clusters, later.clusters, level, rule);
  // Figures of one certification keep the interval of its own holders.
  const called = isOneAndTheSame(earlier, later)
    ? ({ reason: 'INTERVALS' } as const)
    : groupVerdict(change, between, likeForLike);
  return { ...change, between, likeForLike, ...called };
}

function isOneAndTheSame(...groups: readonly [GroupRate, GroupRate]): boolean {
  const [earlier, later] = groups.map(({ clusters }) => clusters.rows);
  return groups.every(({ certifications }) => certifications === 1) && earlier?.[0] === later?.[0];
}

function groupVerdict(
  { verdict, difference }: RateChange,
  between: BetweenChange,
  likeForLike: LikeForLikeChange,
): { readonly verdict: ChangeVerdict; readonly reason: ChangeReason } {
  if (between.verdict === null) {
    return { verdict: 'NOT_SIGNIFICANT', reason: 'TOO_FEW_CERTIFICATIONS' };
  }
  if (between.verdict !== verdict) return { verdict: 'NOT_SIGNIFICANT', reason: 'INTERVALS' };
  const other = likeForLike.status === 'COMPUTED' ? (likeForLike.difference ?? 0) : 0;
  if (verdict !== 'NOT_SIGNIFICANT' && Math.sign(other) === -Math.sign(difference)) {
    return { verdict: 'NOT_SIGNIFICANT', reason: 'LIKE_FOR_LIKE_DISAGREES' };
  }
  return { verdict, reason: 'INTERVALS' };
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

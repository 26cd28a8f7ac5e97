import { type Interval, wilsonInterval } from '../rate/interval.ts';
import { eligibleOf, type SurveyCounts } from './counts.ts';
import { numeratorOf, type SurveyRate } from './survey-rates.ts';

/** Respondents under which the class of a route is merged with others. */
const FEWEST_RESPONDENTS = 10;

/**
 * Sums of one cohort, each respondent weighing N/R of the class of their route. Those of several
 * cohorts are added: weights are within each.
 */
export interface WeightedSums {
  readonly numerator: Readonly<Record<SurveyRate, number>>;
  /** Σ of weights of the eligible, and of their squares. */
  readonly weights: number;
  readonly squares: number;
}

type RouteClass = Pick<SurveyCounts, 'holders' | 'respondents' | 'employed' | 'inTarget'> & {
  readonly eligible: number;
};

/**
 * The weighted sums of one cohort, by access route; a route that is not known is a class. Classes with
 * fewer than 10 respondents are one, and that one, when it still has fewer, is added to the smallest
 * other.
 *
 * - null when a class has holders and no respondent: nobody stands for them.
 * - Source: docs/surveys.md#weighting.
 */
export function weightedSums(byRoute: Iterable<SurveyCounts>): WeightedSums | null {
  const classes = mergedClasses([...byRoute].map(routeClass));
  if (classes.some(({ holders, respondents }) => holders > 0 && respondents === 0)) return null;
  const sums = { employed: 0, inTarget: 0, weights: 0, squares: 0 };
  for (const { holders, respondents, eligible, employed, inTarget } of classes) {
    if (respondents === 0) continue;
    const weight = holders / respondents;
    sums.employed += weight * employed;
    sums.inTarget += weight * inTarget;
    sums.weights += weight * eligible;
    sums.squares += weight * weight * eligible;
  }
  const { weights, squares } = sums;
  return {
    numerator: { GLOBAL: sums.employed, TARGET_OCCUPATION: sums.inTarget },
    ...{ weights, squares },
  };
}

function routeClass(counts: SurveyCounts): RouteClass {
  const { holders, respondents } = counts;
  return {
    ...{ holders, respondents, eligible: eligibleOf(counts) },
    employed: numeratorOf(counts, 'GLOBAL'),
    inTarget: numeratorOf(counts, 'TARGET_OCCUPATION'),
  };
}

function mergedClasses(classes: readonly RouteClass[]): readonly RouteClass[] {
  const isSmall = ({ respondents }: RouteClass) => respondents < FEWEST_RESPONDENTS;
  const small = classes.filter(isSmall);
  if (small.length === 0) return classes;
  const others = classes.filter((each) => !isSmall(each));
  const merged = joined(small);
  if (!isSmall(merged) || others.length === 0) return [...others, merged];
  const [smallest, ...rest] = others.toSorted(bySize);
  return smallest ? [...rest, joined([smallest, merged])] : [merged];
}

/** The smallest first: by respondents, then by holders. The others make it the same in any order of rows. */
const SIZES = ['respondents', 'holders', 'eligible', 'employed', 'inTarget'] as const;

function bySize(a: RouteClass, b: RouteClass): number {
  const differing = SIZES.find((size) => a[size] !== b[size]);
  return differing === undefined ? 0 : a[differing] - b[differing];
}

function joined(classes: readonly RouteClass[]): RouteClass {
  const sum = (read: (each: RouteClass) => number) =>
    classes.reduce((total, each) => total + read(each), 0);
  return {
    holders: sum(({ holders }) => holders),
    respondents: sum(({ respondents }) => respondents),
    eligible: sum(({ eligible }) => eligible),
    employed: sum(({ employed }) => employed),
    inTarget: sum(({ inTarget }) => inTarget),
  };
}

/** The sums of several cohorts; null when one of them has none. */
export function addWeighted(all: readonly (WeightedSums | null)[]): WeightedSums | null {
  const sums = { employed: 0, inTarget: 0, weights: 0, squares: 0 };
  for (const each of all) {
    if (each === null) return null;
    sums.employed += each.numerator.GLOBAL;
    sums.inTarget += each.numerator.TARGET_OCCUPATION;
    sums.weights += each.weights;
    sums.squares += each.squares;
  }
  const { weights, squares, employed: GLOBAL, inTarget: TARGET_OCCUPATION } = sums;
  return { numerator: { GLOBAL, TARGET_OCCUPATION }, weights, squares };
}

/** A rate weighted by route: percent, unrounded, on its effective base. */
export interface WeightedRate {
  readonly value: number;
  /** Kish: (Σw)² / Σw² of the eligible. */
  readonly effectiveBase: number;
  /** Wilson's, on the effective base. */
  readonly interval: Interval | null;
}

/**
 * The weighted rate of some sums. A second figure, never the official one.
 *
 * - null when nobody is eligible.
 * - Source: docs/surveys.md#weighting.
 */
export function weightedRate(
  { numerator, weights, squares }: WeightedSums,
  rate: SurveyRate,
  level?: number,
): WeightedRate | null {
  if (weights === 0) return null;
  const value = Math.min(100, (100 * numerator[rate]) / weights);
  const effectiveBase = (weights * weights) / squares;
  return { value, effectiveBase, interval: wilsonInterval(value, effectiveBase, level) };
}

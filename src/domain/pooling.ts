import { BadUserInputError } from './errors.ts';
import type { InsertionIndicator } from './indicator.ts';
import type { Register } from './register-code.ts';

/**
 * What a figure's weights are. `CERTIFIED_WEIGHTED`: the certified stand in for the respondents,
 * whom the register does not publish. `RESPONDENTS`: the counts are known.
 */
export const RATE_BASES = ['CERTIFIED_WEIGHTED', 'RESPONDENTS'] as const;
export type RateBasis = (typeof RATE_BASES)[number];

/** The most cohorts that one figure may pool. */
export const MAX_LAST_COHORTS = 50;

/** One cohort as pooling sees it: heads, and rates 0 to 100 as published; null = not published. */
export interface PoolableCohort {
  readonly year: number;
  readonly certified: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
}

/** How much of the selected cohorts a figure speaks of. */
export interface PoolingCoverage {
  /** Heads: certified of all the selected cohorts that publish their number. */
  readonly certified: number;
  /** Heads: certified of the cohorts whose rate is published. */
  readonly certifiedWithRate: number;
  readonly cohorts: number;
  /** Cohorts whose rate is published, with or without a number of certified. */
  readonly cohortsWithRate: number;
  /** Selected cohorts without a number of certified: they weigh in neither sum. */
  readonly cohortsWithoutCertified: number;
  /** Percent, unrounded: certifiedWithRate of certified; null when nobody was certified. */
  readonly ratio: number | null;
}

/** One rate over several cohorts. Percent, 0 to 100, unrounded. */
export interface PooledFigure {
  readonly indicator: InsertionIndicator;
  /** null when no cohort with a published rate has certified. */
  readonly value: number | null;
  /** Mean of the published rates, for comparison only; null when none is. */
  readonly unweightedMean: number | null;
  readonly basis: RateBasis;
  /** Heads: Σ N of the cohorts whose rate is published. */
  readonly base: number;
  readonly coverage: PoolingCoverage;
  /** Years of all the selected cohorts, newest first. */
  readonly years: readonly number[];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The `k` most recent cohorts, newest first, whether or not their rate is published.
 *
 * - Throws `BadUserInputError` when k is not a whole number from 1 to 50.
 */
export function latestCohorts<C extends { readonly year: number }>(
  cohorts: readonly C[],
  k: number,
): C[] {
  return cohorts.toSorted((a, b) => b.year - a.year).slice(0, checkedLastCohorts(k));
}

/**
 * A number of cohorts, as it was given.
 *
 * - Throws `BadUserInputError` when it is not a whole number from 1 to 50.
 */
export function checkedLastCohorts(k: number): number {
  if (Number.isInteger(k) && k >= 1 && k <= MAX_LAST_COHORTS) return k;
  throw new BadUserInputError(
    `lastCohorts ${k} is not accepted: give a whole number from 1 to ${MAX_LAST_COHORTS}`,
  );
}

/** What a pooled rate is made of: Σ N·r (percent times heads) and Σ N (heads). */
export interface PooledSums {
  readonly weighted: number;
  readonly base: number;
  /** Percent: Σ N·r / Σ N, so that equal rates give equal numbers; null when Σ N is 0. */
  readonly value: number | null;
}

/** Rates have six decimals at most. Summed in millionths they are whole, and the sums exact. */
const MILLIONTHS = 1_000_000;

/** The sums over the cohorts that publish both the rate and their number of certified. */
export function pooledSums(
  cohorts: readonly PoolableCohort[],
  indicator: InsertionIndicator,
  register: Register,
): PooledSums {
  const rate = rateOn(register, indicator);
  let millionths = 0;
  let base = 0;
  for (const cohort of cohorts) {
    const value = rate(cohort);
    if (value === null || cohort.certified === null) continue;
    millionths += cohort.certified * Math.round(value * MILLIONTHS);
    base += cohort.certified;
  }
  const value = base > 0 ? millionths / (base * MILLIONTHS) : null;
  return { weighted: millionths / MILLIONTHS, base, value };
}

/** The rate of a cohort that counts: none on the RS. */
function rateOn(register: Register, indicator: InsertionIndicator) {
  return ({ rates }: PoolableCohort) => (register === 'RS' ? null : rates[indicator]);
}

/**
 * One indicator over the given cohorts of one register: Σ N·r / Σ N over the cohorts whose rate
 * is published. A missing rate leaves both sums; so does a missing N; N = 0 weighs nothing.
 * On the RS no rate applies: whatever was published there, the figure is absent.
 *
 * - Source: docs/method.md#pooling.
 */
export function poolCohorts(
  cohorts: readonly PoolableCohort[],
  indicator: InsertionIndicator,
  register: Register,
): PooledFigure {
  const rate = rateOn(register, indicator);
  const rates = cohorts.flatMap((cohort) => rate(cohort) ?? []);
  const { value, base } = pooledSums(cohorts, indicator, register);
  const certified = sum(cohorts.map((cohort) => cohort.certified ?? 0));
  return {
    indicator,
    value,
    unweightedMean: rates.length > 0 ? sum(rates) / rates.length : null,
    basis: 'CERTIFIED_WEIGHTED',
    base,
    coverage: {
      certified,
      certifiedWithRate: base,
      cohorts: cohorts.length,
      cohortsWithRate: rates.length,
      cohortsWithoutCertified: cohorts.filter((cohort) => cohort.certified === null).length,
      ratio: certified > 0 ? (100 * base) / certified : null,
    },
    years: cohorts.map(({ year }) => year).toSorted((a, b) => b - a),
  };
}

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
  if (!Number.isInteger(k) || k < 1 || k > MAX_LAST_COHORTS) {
    throw new BadUserInputError(
      `lastCohorts ${k} is not accepted: give a whole number from 1 to ${MAX_LAST_COHORTS}`,
    );
  }
  return cohorts.toSorted((a, b) => b.year - a.year).slice(0, k);
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
  const lines = cohorts.map(({ certified, rates }) => ({
    certified,
    rate: register === 'RS' ? null : rates[indicator],
  }));
  const rates = lines.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const weighted = lines.flatMap(({ certified, rate }) =>
    rate === null || certified === null ? [] : [{ certified, rate }],
  );
  const base = sum(weighted.map(({ certified }) => certified));
  const certified = sum(lines.map((line) => line.certified ?? 0));
  return {
    indicator,
    value: base > 0 ? sum(weighted.map((line) => line.certified * line.rate)) / base : null,
    unweightedMean: rates.length > 0 ? sum(rates) / rates.length : null,
    basis: 'CERTIFIED_WEIGHTED',
    base,
    coverage: {
      certified,
      certifiedWithRate: base,
      cohorts: lines.length,
      cohortsWithRate: rates.length,
      cohortsWithoutCertified: lines.filter((line) => line.certified === null).length,
      ratio: certified > 0 ? (100 * base) / certified : null,
    },
    years: cohorts.map(({ year }) => year).toSorted((a, b) => b - a),
  };
}

import { BadUserInputError } from '../errors.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';

/**
 * What a figure's weights are. `CERTIFIED_WEIGHTED`: the certified stand in for the respondents,
 * whom the register does not publish. `RESPONDENTS`: the counts are known. `MIXED`: some cohorts are
 * weighted by respondents, as their survey has them, the others by certified.
 */
export const RATE_BASES = ['CERTIFIED_WEIGHTED', 'RESPONDENTS', 'MIXED'] as const;
export type RateBasis = (typeof RATE_BASES)[number];

/** The most cohorts that one figure may pool. */
export const MAX_LAST_COHORTS = 50;

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
  /** Cohorts whose rate is that of a holders' survey. */
  readonly cohortsFromSurvey: number;
  /** Heads, of the base: respondents of those cohorts. */
  readonly baseFromSurvey: number;
}

/** What weighs a figure on a base, some of which is of surveys. Heads. */
export function basisOf(base: number, baseFromSurvey: number): RateBasis {
  if (baseFromSurvey === 0) return 'CERTIFIED_WEIGHTED';
  return baseFromSurvey === base ? 'RESPONDENTS' : 'MIXED';
}

/** One rate over several cohorts. Percent, 0 to 100, unrounded. */
export interface PooledFigure {
  readonly indicator: InsertionIndicator;
  /** null when no cohort with a published rate has certified. */
  readonly value: number | null;
  /** Mean of the published rates, for comparison only; null when none is. */
  readonly unweightedMean: number | null;
  readonly basis: RateBasis;
  /** Heads: Σ N of the cohorts whose rate is published, and Σ n of those whose rate is of a survey. */
  readonly base: number;
  readonly coverage: PoolingCoverage;
  /** Years of all the selected cohorts, newest first. */
  readonly years: readonly number[];
  /** Those of the cohorts that publish the rate, newest first. */
  readonly yearsWithRate: readonly number[];
}

/**
 * A number of cohorts, as it was given.
 *
 * - Throws `BadUserInputError` when it is not a whole number from 1 to 50.
 */
export function checkedLastCohorts(k: number): number {
  if (Number.isInteger(k) && k >= 1 && k <= MAX_LAST_COHORTS) return k;
  throw new BadUserInputError({
    en: `lastCohorts ${k} is not accepted: give a whole number from 1 to ${MAX_LAST_COHORTS}`,
    fr: `lastCohorts ${k} n’est pas accepté : donnez un nombre entier de 1 à ${MAX_LAST_COHORTS}`,
  });
}

/** Rates have six decimals at most. Summed in millionths they are whole, and the sums exact. */
const MILLIONTHS = 1_000_000;

/** A rate, percent, in whole millionths: sums of these are exact. */
export function rateInMillionths(rate: number): number {
  return Math.round(rate * MILLIONTHS);
}

/**
 * The pooled rate of Σ N·r in millionths and Σ N: percent, unrounded, null when Σ N is 0. Equal
 * rates give equal numbers.
 */
export function pooledRate(millionths: number, base: number): number | null {
  return base > 0 ? millionths / (base * MILLIONTHS) : null;
}

/** What a cohort adds to Σ N·r in millionths when the heads that a rate counts are known: exact. */
export function weightedInMillionths(counted: number): number {
  return counted * 100 * MILLIONTHS;
}

/** Σ N·r in percent times heads, from the sum in millionths. */
export function weightedSum(millionths: number): number {
  return millionths / MILLIONTHS;
}

/** A rate of a cohort, and what it weighs in figures over several. */
export interface WeighedRate {
  /** Percent, in whole millionths. */
  readonly millionths: number;
  /** Heads: N, or n of a survey; null = not known, and it weighs nothing. */
  readonly base: number | null;
  /** Base times rate, in millionths: exact of a survey, whose rate may have no end. */
  readonly weighted: number;
  readonly fromSurvey: boolean;
}

/**
 * Pools cohorts that are added one by one: Σ N·r / Σ N over those whose rate is published, with E and n
 * in place of N·r and N where the rate is of a survey. A missing rate leaves both sums; so does a
 * missing N; N = 0 weighs nothing.
 *
 * - Source: docs/method.md#pooling.
 */
export class Pool {
  #millionths = 0;
  #base = 0;
  #sumOfRates = 0;
  #certified = 0;
  #certifiedWithRate = 0;
  #cohorts = 0;
  #withRate = 0;
  #fromSurvey = 0;
  #baseFromSurvey = 0;
  #withoutCertified = 0;
  readonly #years: number[] = [];
  readonly #yearsWithRate: number[] = [];

  /** One cohort: its certified, in heads, and its rate; null = not known. */
  add(year: number, certified: number | null, rate: WeighedRate | null): void {
    this.#cohorts += 1;
    this.#years.push(year);
    if (certified === null) this.#withoutCertified += 1;
    else this.#certified += certified;
    if (rate === null) return;
    const { millionths, base, weighted, fromSurvey } = rate;
    this.#withRate += 1;
    this.#yearsWithRate.push(year);
    this.#sumOfRates += millionths;
    this.#certifiedWithRate += certified ?? 0;
    if (fromSurvey) {
      this.#fromSurvey += 1;
      this.#baseFromSurvey += base ?? 0;
    }
    if (base === null) return;
    this.#millionths += weighted;
    this.#base += base;
  }

  /** One indicator over the cohorts that were added. */
  figure(indicator: InsertionIndicator): PooledFigure {
    return {
      indicator,
      value: pooledRate(this.#millionths, this.#base),
      unweightedMean: pooledRate(this.#sumOfRates, this.#withRate),
      basis: basisOf(this.#base, this.#baseFromSurvey),
      base: this.#base,
      coverage: {
        certified: this.#certified,
        certifiedWithRate: this.#certifiedWithRate,
        cohorts: this.#cohorts,
        cohortsWithRate: this.#withRate,
        cohortsWithoutCertified: this.#withoutCertified,
        ratio: this.#certified > 0 ? (100 * this.#certifiedWithRate) / this.#certified : null,
        cohortsFromSurvey: this.#fromSurvey,
        baseFromSurvey: this.#baseFromSurvey,
      },
      years: this.#years.toSorted((a, b) => b - a),
      yearsWithRate: this.#yearsWithRate.toSorted((a, b) => b - a),
    };
  }
}

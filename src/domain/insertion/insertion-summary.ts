import type { Quartiles } from '../peers/quantile.ts';
import type { Clusters } from '../rate/between.ts';
import { byIndicator, type InsertionIndicator } from '../rate/indicator.ts';
import type { RateStatus } from '../rate/rate-status.ts';
import type { CohortFact } from './cohort-fact.ts';
import {
  basisOf,
  type PoolingCoverage,
  pooledRate,
  type RateBasis,
  rateInMillionths,
} from './pooling.ts';

/** What is summed of one indicator over the cohorts of a group; nothing of it on the RS. */
export interface RateSums {
  /** Cohorts whose rate is published. */
  readonly cohortsWithRate: number;
  /** Heads: Σ N of the cohorts that publish both rate and N. */
  readonly base: number;
  /** Percent times heads: Σ N·r over the same cohorts. */
  readonly weighted: number;
  /** Heads: certified of the cohorts whose rate is known. */
  readonly certified: number;
  /** Cohorts whose rate is that of a survey: they weigh by respondents. */
  readonly cohortsFromSurvey: number;
  /** Heads, of the base: respondents of those cohorts. */
  readonly baseFromSurvey: number;
  /** Certifications that have a pooled rate in the group. */
  readonly certifications: number;
  /** Percent: mean over certifications, each with its pooled rate in the group; null without any. */
  readonly mean: number | null;
  /** Percent: over the same rates. */
  readonly quartiles: Quartiles | null;
  /** Those certifications, each with its heads and its pooled rate in the group. */
  readonly clusters: Clusters;
}

/** The sums over the cohorts of one group, as the database gives them. */
export interface GroupSums {
  /** One key for each dimension of the grouping, as text; null = not known. */
  readonly keys: readonly (string | null)[];
  /** Certifications that have a cohort in the group, each once. */
  readonly certifications: number;
  readonly cohorts: number;
  readonly cohortsWithoutCertified: number;
  /** Heads: Σ N of the cohorts that publish it. */
  readonly certified: number;
  /** Heads, among the certified. */
  readonly certifiedThroughVae: number;
  /** Heads: Σ N of the cohorts that publish both N and the number through VAE. */
  readonly certifiedWithVaeKnown: number;
  /** Heads, among those: Σ of the number through VAE of the same cohorts. */
  readonly vaeWithCertifiedKnown: number;
  readonly rates: Readonly<Record<InsertionIndicator, RateSums>>;
}

/**
 * One indicator over the cohorts of a group; what is over certifications is computed when it is asked
 * for. Percent, 0 to 100, unrounded.
 *
 * - Source: docs/method.md#statistics.
 */
export class SummaryFigure {
  readonly indicator: InsertionIndicator;
  /** Pools cohorts: Σ N·r / Σ N; null when no cohort has both. */
  readonly value: number | null;
  readonly basis: RateBasis;
  /** Heads. */
  readonly base: number;
  readonly #sums: GroupSums;
  readonly #rate: RateSums;

  constructor(sums: GroupSums, indicator: InsertionIndicator) {
    const rate = sums.rates[indicator];
    this.indicator = indicator;
    this.base = rate.base;
    this.basis = basisOf(rate.base, rate.baseFromSurvey);
    this.value = pooledRate(rateInMillionths(rate.weighted), rate.base);
    this.#sums = sums;
    this.#rate = rate;
  }

  /** Certifications that have a cohort in the group, with a rate or without. */
  get certifications(): number {
    return this.#sums.certifications;
  }
  /** Certifications that have a pooled rate in the group: what mean and quartiles are over. */
  get certificationsWithRate(): number {
    return this.#rate.certifications;
  }
  /** Over certifications, each with its pooled rate in the group; null when none has one. */
  get unweightedMean(): number | null {
    return this.#rate.mean;
  }
  get quartiles(): Quartiles | null {
    return this.#rate.quartiles;
  }
  get clusters(): Clusters {
    return this.#rate.clusters;
  }
  get coverage(): PoolingCoverage {
    const { certified, cohorts, cohortsWithoutCertified } = this.#sums;
    const { certified: certifiedWithRate, cohortsWithRate } = this.#rate;
    const { cohortsFromSurvey, baseFromSurvey } = this.#rate;
    return {
      ...{ certified, certifiedWithRate, cohorts, cohortsWithRate, cohortsWithoutCertified },
      ratio: certified > 0 ? (100 * certifiedWithRate) / certified : null,
      ...{ cohortsFromSurvey, baseFromSurvey },
    };
  }
}

/**
 * Percent of the certified who came through VAE, over the cohorts that publish both numbers;
 * unrounded, null when those cohorts have no certified.
 */
export function vaeShare({
  vaeWithCertifiedKnown,
  certifiedWithVaeKnown,
}: Pick<GroupSums, 'vaeWithCertifiedKnown' | 'certifiedWithVaeKnown'>): number | null {
  return certifiedWithVaeKnown > 0 ? (100 * vaeWithCertifiedKnown) / certifiedWithVaeKnown : null;
}

/**
 * Percent of the certified of one cohort who came through VAE; unrounded, null when it does not
 * publish both numbers, or has no certified. Counts are heads; null = not published.
 */
export function cohortVaeShare({
  certified,
  certifiedThroughVae,
}: Pick<CohortFact, 'certified' | 'certifiedThroughVae'>): number | null {
  if (certified === null || certifiedThroughVae === null) return null;
  return vaeShare({
    vaeWithCertifiedKnown: certifiedThroughVae,
    certifiedWithVaeKnown: certified,
  });
}

/** How many cohorts of a group have one status of an indicator, on a day. */
export interface StatusCount {
  readonly status: RateStatus;
  readonly cohorts: number;
}

const NO_CLUSTERS: Clusters = {
  rows: new Int32Array(0),
  heads: new Float64Array(0),
  rates: new Float64Array(0),
};

const NO_RATE: RateSums = {
  ...{ cohortsWithRate: 0, base: 0, weighted: 0, certifications: 0 },
  ...{ certified: 0, cohortsFromSurvey: 0, baseFromSurvey: 0 },
  ...{ mean: null, quartiles: null, clusters: NO_CLUSTERS },
};

/** The sums over no cohort at all. */
export const NO_SUMS: GroupSums = {
  keys: [],
  ...{ certifications: 0, cohorts: 0, cohortsWithoutCertified: 0 },
  ...{ certified: 0, certifiedThroughVae: 0, certifiedWithVaeKnown: 0, vaeWithCertifiedKnown: 0 },
  rates: byIndicator(() => NO_RATE),
};

import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { NONE } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import type { Cohorts, Rates } from '../snapshot.ts';

/** Places of the sums of a group or of a certification in it. */
export const CERTIFICATIONS = 0;
export const COHORTS = 1;
export const WITHOUT_CERTIFIED = 2;
export const CERTIFIED = 3;
export const VAE = 4;
export const CERTIFIED_VAE_KNOWN = 5;
export const VAE_CERTIFIED_KNOWN = 6;
const FIRST_RATE = 7;

/** Places after that of an indicator: Σ N and Σ N·r in millionths of cohorts that publish both. */
export const BASE = 1;
export const WEIGHTED = 2;
/** Certifications with a pooled rate. */
export const RATED = 3;
const RATE_SUMS = 4;

const FIRST_SURVEYED = FIRST_RATE + RATE_SUMS * INSERTION_INDICATORS.length;

/** Places after that of what comes of surveys: certified of cohorts with a rate, cohorts, respondents. */
export const CERTIFIED_WITH_RATE = 0;
export const FROM_SURVEY = 1;
export const BASE_FROM_SURVEY = 2;
const SURVEY_SUMS = 3;

/** Sums of a group: those of surveys only where some rates are theirs. */
export function widthOf(cohorts: Cohorts): number {
  const surveyed = isFromSurveys(cohorts) ? SURVEY_SUMS * INSERTION_INDICATORS.length : 0;
  return FIRST_SURVEYED + surveyed;
}

/** Whether rates of surveys count in some cohorts. */
export function isFromSurveys({ rates }: Cohorts): boolean {
  return INSERTION_INDICATORS.some((indicator) => rates[indicator].fromSurvey !== null);
}

/** Place of the cohorts with a rate; what else is summed of the indicator comes after it. */
export function ratePlace(indicator: InsertionIndicator): number {
  return FIRST_RATE + RATE_SUMS * INSERTION_INDICATORS.indexOf(indicator);
}

/** Place of what is summed of an indicator where rates of surveys count. */
export function surveyPlace(indicator: InsertionIndicator): number {
  return FIRST_SURVEYED + SURVEY_SUMS * INSERTION_INDICATORS.indexOf(indicator);
}

/** Sums cohorts of one certification. */
export class CohortSums {
  readonly sums: Float64Array;
  readonly #certified: Int32Array;
  readonly #vae: Int32Array;
  readonly #mask: Mask | null;
  readonly #rates: readonly Rates[];
  readonly #isFromSurveys: boolean;

  constructor(cohorts: Cohorts, mask: Mask | null) {
    this.sums = new Float64Array(widthOf(cohorts));
    this.#certified = cohorts.certified;
    this.#vae = cohorts.certifiedThroughVae;
    this.#mask = mask;
    this.#rates = INSERTION_INDICATORS.map((indicator) => cohorts.rates[indicator]);
    this.#isFromSurveys = isFromSurveys(cohorts);
  }

  /** Sums cohorts of one certification from one row up to another; false when the mask keeps none. */
  sum(from: number, to: number): boolean {
    const { sums } = this;
    sums.fill(0);
    let cohorts = 0;
    for (let cohort = from; cohort < to; cohort++) {
      if (this.#mask && this.#mask[cohort] === 0) continue;
      cohorts += 1;
      this.#addHeads(sums, this.#certified[cohort] ?? NONE, this.#vae[cohort] ?? NONE);
      this.#addRates(sums, cohort);
      if (this.#isFromSurveys) this.#addSurveyed(sums, cohort);
    }
    if (cohorts === 0) return false;
    sums[CERTIFICATIONS] = 1;
    sums[COHORTS] = cohorts;
    for (let place = FIRST_RATE; place < FIRST_SURVEYED; place += RATE_SUMS) {
      sums[place + RATED] = Number((sums[place + BASE] ?? 0) > 0);
    }
    return true;
  }

  #addHeads(sums: Float64Array, certified: number, vae: number): void {
    if (certified === NONE) sums[WITHOUT_CERTIFIED] = (sums[WITHOUT_CERTIFIED] ?? 0) + 1;
    else sums[CERTIFIED] = (sums[CERTIFIED] ?? 0) + certified;
    if (vae === NONE) return;
    sums[VAE] = (sums[VAE] ?? 0) + vae;
    if (certified === NONE) return;
    sums[CERTIFIED_VAE_KNOWN] = (sums[CERTIFIED_VAE_KNOWN] ?? 0) + certified;
    sums[VAE_CERTIFIED_KNOWN] = (sums[VAE_CERTIFIED_KNOWN] ?? 0) + vae;
  }

  #addRates(sums: Float64Array, cohort: number): void {
    let place = FIRST_RATE;
    for (const { millionths, base, weighted } of this.#rates) {
      if (millionths[cohort] !== NONE) {
        const heads = base[cohort] ?? NONE;
        sums[place] = (sums[place] ?? 0) + 1;
        if (heads !== NONE) {
          sums[place + BASE] = (sums[place + BASE] ?? 0) + heads;
          sums[place + WEIGHTED] = (sums[place + WEIGHTED] ?? 0) + (weighted[cohort] ?? 0);
        }
      }
      place += RATE_SUMS;
    }
  }

  #addSurveyed(sums: Float64Array, cohort: number): void {
    const certified = this.#certified[cohort] ?? NONE;
    let place = FIRST_SURVEYED;
    for (const { millionths, base, fromSurvey } of this.#rates) {
      if (millionths[cohort] !== NONE) {
        if (certified !== NONE) {
          sums[place + CERTIFIED_WITH_RATE] = (sums[place + CERTIFIED_WITH_RATE] ?? 0) + certified;
        }
        if (fromSurvey?.[cohort] === 1) {
          sums[place + FROM_SURVEY] = (sums[place + FROM_SURVEY] ?? 0) + 1;
          sums[place + BASE_FROM_SURVEY] =
            (sums[place + BASE_FROM_SURVEY] ?? 0) + (base[cohort] ?? 0);
        }
      }
      place += SURVEY_SUMS;
    }
  }
}

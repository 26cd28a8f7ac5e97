import type { CodeLabels } from '../bilingual.ts';
import { type Interval, wilsonInterval } from '../rate/interval.ts';
import { eligibleOf, neutralisedOf, nonRespondentsOf, type SurveyCounts } from './counts.ts';

/** Percent of a base, 0 to 100, unrounded; null when the base is 0: there is no rate of nobody. */
export function percentOf(part: number, base: number): number | null {
  return base === 0 ? null : (100 * part) / base;
}

/** The rates that a survey gives: of those eligible, how many are employed, how many in the target occupation. */
export const SURVEY_RATES = ['GLOBAL', 'TARGET_OCCUPATION'] as const;
export type SurveyRate = (typeof SURVEY_RATES)[number];

export const SURVEY_RATE_LABELS: CodeLabels<SurveyRate> = {
  GLOBAL: { fr: 'Taux d’insertion global', en: 'Insertion rate in any employment' },
  TARGET_OCCUPATION: {
    fr: 'Taux d’insertion dans le métier visé',
    en: 'Insertion rate in the target occupation',
  },
};

/** E or M: the numerator of a rate, in heads. */
export function numeratorOf(counts: SurveyCounts, rate: SurveyRate): number {
  return rate === 'GLOBAL' ? counts.employed : counts.inTarget;
}

/**
 * A rate computed from holders, percent, unrounded: 100 · E / n, or 100 · M / n.
 *
 * - null when nobody is eligible.
 * - Source: docs/surveys.md#metrics.
 */
export function surveyRate(counts: SurveyCounts, rate: SurveyRate): number | null {
  return percentOf(numeratorOf(counts, rate), eligibleOf(counts));
}

/** R / N in percent; null without holders. */
export function responseRate(counts: SurveyCounts): number | null {
  return percentOf(counts.respondents, counts.holders);
}

/** Z / R in percent; null without respondents. */
export function neutralisedShare(counts: SurveyCounts): number | null {
  return percentOf(neutralisedOf(counts), counts.respondents);
}

/** n / N in percent: the share of holders that the rates are told by; null without holders. */
export function surveyCoverage(counts: SurveyCounts): number | null {
  return percentOf(eligibleOf(counts), counts.holders);
}

/**
 * Wilson's interval of a rate on n: what another cohort like this one could show.
 *
 * - null when nobody is eligible. Throws as `wilsonInterval`.
 */
export function surveyInterval(
  counts: SurveyCounts,
  rate: SurveyRate,
  level?: number,
): Interval | null {
  return wilsonInterval(surveyRate(counts, rate), eligibleOf(counts), level);
}

/** Bounds in percent, unrounded. */
export interface NonResponseBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * What the rate of this very cohort lies between, whatever those are who did not answer: all of them
 * eligible, and none or all of them employed. Sharp also when some would be neutralised.
 *
 * - null when nobody is eligible and everybody answered.
 * - Source: docs/surveys.md#bounds (Horowitz and Manski).
 */
export function nonResponseBounds(
  counts: SurveyCounts,
  rate: SurveyRate,
): NonResponseBounds | null {
  const most = eligibleOf(counts) + nonRespondentsOf(counts);
  const lower = percentOf(numeratorOf(counts, rate), most);
  const upper = percentOf(numeratorOf(counts, rate) + nonRespondentsOf(counts), most);
  return lower === null || upper === null ? null : { lower, upper };
}

import type { Horizon } from '../domain/survey/layout.ts';
import type { Random } from './random.ts';
import type { SurveyedCertification, SurveyedCohort } from './surveyed.ts';

/** Holders of a cohort at a horizon, in heads: how many answered, and what. */
export interface AnswerCounts {
  readonly respondents: number;
  readonly neutralised: number;
  readonly employed: number;
  readonly inTarget: number;
}

/** What leans a certification's answers one way at all its cohorts and horizons. Ratios. */
export interface Leaning {
  readonly response: number;
  readonly employment: number;
  /** In the target occupation, of those employed. */
  readonly target: number;
}

/** Draws the leaning of a certification. */
export function leaningOf(random: Random, { level }: SurveyedCertification): Leaning {
  return {
    response: 0.68 + 0.26 * random.next(),
    employment: Math.min(0.97, 0.62 + 0.035 * level + random.normal(0, 0.04)),
    target: 0.68 + 0.25 * random.next(),
  };
}

/** Points by which a planted rate lies below the published one. */
const LOWER_BY = { from: 6, to: 12 } as const;

/**
 * How many of the holders of a cohort answered what at a horizon, so that the rate that the register
 * publishes is the computed one, rounded, where there is a number of answers that gives it.
 */
export function answerCounts(
  random: Random,
  leaning: Leaning,
  of: {
    readonly certification: SurveyedCertification;
    readonly cohort: SurveyedCohort;
    readonly holders: number;
    readonly horizon: Horizon;
  },
): AnswerCounts {
  const { certification, holders, horizon } = of;
  const { level, planted } = certification;
  if (planted === 'TOO_PERFECT') {
    const inTarget = Math.round(0.92 * holders);
    return { respondents: holders, neutralised: 0, employed: holders, inTarget };
  }
  const isLow = planted === 'LOW_RESPONSE';
  const share = isLow
    ? 0.3 + 0.12 * random.next()
    : Math.min(0.97, leaning.response - (horizon === 24 ? 0.1 : 0) + 0.06 * random.next());
  const answered = Math.max(1, Math.round(share * holders));
  const taken = Math.min(
    answered - 1,
    Math.round(answered * (level < 6 ? 0.32 : 0.14) * (horizon === 6 ? 1 : 0.5) * random.next()),
  );
  const percent = percentAt(random, leaning, of);
  const half = Math.ceil(holders / 2);
  const wanted = answered - taken;
  const eligible =
    eligibleFor(percent, wanted, isLow ? [1, half - 1 - taken] : [half - taken, holders - taken]) ??
    eligibleFor(percent, wanted, [1, holders]) ??
    wanted;
  const neutralised = Math.min(taken, holders - eligible);
  const numerator = Math.round((eligible * percent) / 100);
  const respondents = eligible + neutralised;
  if (horizon === 24) {
    const others = Math.round((eligible - numerator) * (0.3 + 0.4 * random.next()));
    return { respondents, neutralised, employed: numerator + others, inTarget: numerator };
  }
  const inTarget = Math.round(numerator * Math.min(1, leaning.target + random.normal(0, 0.04)));
  return { respondents, neutralised, employed: numerator, inTarget };
}

/** The rate at a horizon, in whole percent: global at 6 and 12 months, in the target occupation at 24. */
function percentAt(
  random: Random,
  { employment, target }: Leaning,
  {
    certification,
    cohort,
    horizon,
  }: {
    readonly certification: SurveyedCertification;
    readonly cohort: SurveyedCohort;
    readonly horizon: Horizon;
  },
): number {
  const published = { 6: cohort.global6Months, 12: null, 24: cohort.target2Years }[horizon];
  const drawn = Math.round(100 * employment * (horizon === 24 ? target : 1) + random.normal(0, 3));
  const percent = published ?? Math.min(100, Math.max(10, drawn));
  if (certification.planted !== 'RATE_DIFFERS') return percent;
  return Math.max(5, percent - random.int(LOWER_BY.from, LOWER_BY.to));
}

/**
 * The number of eligible nearest to the wanted one, within bounds, of whom a whole number is that
 * percentage; null when there is none.
 */
function eligibleFor(
  percent: number,
  wanted: number,
  [from, to]: readonly [number, number],
): number | null {
  for (let distance = 0; distance <= wanted + to; distance++) {
    for (const eligible of [wanted + distance, wanted - distance]) {
      if (eligible < Math.max(1, from) || eligible > to) continue;
      const numerator = Math.round((eligible * percent) / 100);
      if (Math.round((100 * numerator) / eligible) === percent) return eligible;
    }
  }
  return null;
}

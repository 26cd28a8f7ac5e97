import type { RegisterCode } from '../certification/register-code.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../rate/indicator.ts';
import type { Interval } from '../rate/interval.ts';
import { countsFindings } from './cohort-checks.ts';
import { eligibleOf, neutralisedOf, type SurveyCounts } from './counts.ts';
import type { Horizon } from './layout.ts';
import {
  type ComparedRegister,
  INDICATOR_SURVEYS,
  isAsPublished,
  type RegisterFinding,
  registerFindings,
} from './register-comparison.ts';
import type { RowsFinding } from './survey-finding.ts';
import {
  type NonResponseBounds,
  nonResponseBounds,
  responseRate,
  SURVEY_RATES,
  type SurveyRate,
  surveyCoverage,
  surveyInterval,
  surveyRate,
} from './survey-rates.ts';

/** What files of a survey say of a cohort, counted. */
export interface ComputedCohort {
  readonly certificationCode: RegisterCode;
  /** Of obtention. */
  readonly year: number;
  /** Of all holders, at each horizon that was surveyed, ascending. */
  readonly counts: ReadonlyMap<Horizon, SurveyCounts>;
  /** Of the roster, and those of them by VAE. */
  readonly holders: number;
  readonly holdersByVae: number;
  /** Of its rows. */
  readonly findings: readonly RowsFinding[];
}

/** A rate of a survey beside the one that the register publishes. Percent, unrounded. */
export interface RateReport {
  readonly rate: SurveyRate;
  /** null = nobody is eligible. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly bounds: NonResponseBounds | null;
  /** Which rate of the register it should be; null = it has no such rate. */
  readonly indicator: InsertionIndicator | null;
  /** null = nothing is published. */
  readonly published: number | null;
  /** Whether both differ by more than a point; null when one of them is missing. */
  readonly differs: boolean | null;
}

/** A cohort at a horizon: heads, and percent, unrounded. */
export interface HorizonReport {
  readonly horizon: Horizon;
  readonly holders: number;
  readonly respondents: number;
  readonly neutralised: number;
  readonly eligible: number;
  readonly responseRate: number | null;
  readonly coverage: number | null;
  readonly rates: readonly RateReport[];
}

/** What an import tells of a cohort to whoever may read it in full. */
export interface CohortReport {
  readonly certificationCode: RegisterCode;
  readonly year: number;
  /** Of the roster. */
  readonly holders: number;
  /** Ascending; none of a roster alone. */
  readonly horizons: readonly HorizonReport[];
  /** Of its rows, then of its counts. */
  readonly findings: readonly RowsFinding[];
  /** Where it differs from the register. */
  readonly differences: readonly RegisterFinding[];
}

/** The indicator of the register that a rate at a horizon stands for; null when it has none. */
export function indicatorOfSurvey(horizon: number, rate: SurveyRate): InsertionIndicator | null {
  const found = INSERTION_INDICATORS.find((each) => {
    const survey = INDICATOR_SURVEYS[each];
    return survey.horizon === horizon && survey.rate === rate;
  });
  return found ?? null;
}

/**
 * What files of a survey say of a cohort, beside what the register has.
 *
 * - register: null = the register has no such cohort, and nothing differs from it.
 * - Source: docs/surveys.md#metrics, #bounds and #checks.
 */
export function cohortReport(
  cohort: ComputedCohort,
  register: ComparedRegister | null,
): CohortReport {
  const { certificationCode, year, counts, holders, holdersByVae, findings } = cohort;
  const ofCounts = [...counts].flatMap(([horizon, own]) => countsFindings(horizon, own));
  const survey = {
    ...{ holders, holdersByVae },
    counts: (horizon: Horizon) => counts.get(horizon) ?? null,
  };
  return {
    ...{ certificationCode, year, holders },
    horizons: [...counts].map(([horizon, own]) => horizonReport(horizon, own, register)),
    findings: [...findings, ...ofCounts],
    differences: register ? registerFindings(survey, register) : [],
  };
}

function horizonReport(
  horizon: Horizon,
  counts: SurveyCounts,
  register: ComparedRegister | null,
): HorizonReport {
  return {
    horizon,
    holders: counts.holders,
    respondents: counts.respondents,
    neutralised: neutralisedOf(counts),
    eligible: eligibleOf(counts),
    responseRate: responseRate(counts),
    coverage: surveyCoverage(counts),
    rates: SURVEY_RATES.map((rate): RateReport => {
      const indicator = indicatorOfSurvey(horizon, rate);
      const value = surveyRate(counts, rate);
      const published = indicator === null ? null : (register?.rates[indicator] ?? null);
      const isKnown = value !== null && published !== null;
      return {
        ...{ rate, value, indicator, published },
        interval: surveyInterval(counts, rate),
        bounds: nonResponseBounds(counts, rate),
        differs: isKnown ? !isAsPublished(value, published) : null,
      };
    }),
  };
}

import type { InsertionIndicator } from '../rate/indicator.ts';
import type { SurveyCounts } from './counts.ts';
import type { Horizon } from './layout.ts';
import type { RegisterFindingRule } from './survey-finding.ts';
import { type SurveyRate, surveyRate } from './survey-rates.ts';

/** The horizon and the rate of a survey that an indicator of the register stands for. */
export const INDICATOR_SURVEYS: Readonly<
  Record<InsertionIndicator, { readonly horizon: Horizon; readonly rate: SurveyRate }>
> = {
  GLOBAL_6_MONTHS: { horizon: 6, rate: 'GLOBAL' },
  TARGET_OCCUPATION_6_MONTHS: { horizon: 6, rate: 'TARGET_OCCUPATION' },
  TARGET_OCCUPATION_2_YEARS: { horizon: 24, rate: 'TARGET_OCCUPATION' },
};

/** Points by which a published rate may differ from the computed one: it is rounded. */
const MOST_POINTS = 1;

/** A figure of a survey, and that of the register which it should be. Heads, or percent. */
export interface RegisterFinding {
  readonly rule: RegisterFindingRule;
  /** Of a rate; null of heads. */
  readonly indicator: InsertionIndicator | null;
  readonly computed: number;
  readonly published: number;
}

/** What of a survey the register has too. */
export interface ComparedSurvey {
  /** Of all holders, by horizon. */
  readonly counts: (horizon: Horizon) => SurveyCounts | null;
  /** Holders, and those by VAE. */
  readonly holders: number;
  readonly holdersByVae: number;
}

/** What the register has. Heads, and percent; null = not published. */
export interface ComparedRegister {
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
}

/** Whether a published rate is the computed one: rounded to whole percent it differs by a point at most. */
export function isAsPublished(computed: number, published: number): boolean {
  return Math.abs(Math.round(computed) - published) <= MOST_POINTS;
}

/**
 * Where a survey and the register differ: heads that are not equal, and rates by more than a point.
 *
 * - What one of them lacks does not differ.
 * - Source: docs/surveys.md#checks, rules 12 and 13.
 */
export function registerFindings(
  survey: ComparedSurvey,
  { certified, certifiedThroughVae, rates }: ComparedRegister,
): RegisterFinding[] {
  const found: RegisterFinding[] = [];
  const compareHeads = (rule: RegisterFindingRule, computed: number, published: number | null) => {
    if (published === null || published === computed) return;
    found.push({ rule, indicator: null, computed, published });
  };
  compareHeads('CERTIFIED_DIFFERS', survey.holders, certified);
  compareHeads('VAE_DIFFERS', survey.holdersByVae, certifiedThroughVae);
  for (const [indicator, { horizon, rate }] of Object.entries(INDICATOR_SURVEYS)) {
    const counts = survey.counts(horizon);
    const computed = counts && surveyRate(counts, rate);
    const published = rates[indicator as InsertionIndicator];
    if (computed === null || published === null || isAsPublished(computed, published)) continue;
    found.push({
      rule: 'RATE_DIFFERS',
      indicator: indicator as InsertionIndicator,
      computed,
      published,
    });
  }
  return found;
}

import type { CodeLabels } from '../bilingual.ts';
import type { PayFigures } from './cohort-figures.ts';

/** Whether a figure of a survey is given, and why not. */
export const SURVEY_STATUSES = ['SHOWN', 'SUPPRESSED', 'NOT_SURVEYED', 'OFF'] as const;
export type SurveyStatus = (typeof SURVEY_STATUSES)[number];

export const SURVEY_STATUS_LABELS: CodeLabels<SurveyStatus> = {
  SHOWN: { fr: 'Affiché', en: 'Shown' },
  SUPPRESSED: { fr: 'Masqué (confidentialité)', en: 'Suppressed (confidentiality)' },
  NOT_SURVEYED: { fr: 'Pas d’enquête', en: 'Not surveyed' },
  OFF: { fr: 'Enquêtes désactivées', en: 'Surveys are off' },
};

/** Public pay is rounded to so many euros. */
const PAY_STEP = 100;

/** Values that public quartiles of pay stand on at least. */
const FEWEST_PAY = 20;

/**
 * Quartiles of pay as everybody may see them, in euros, rounded to 100.
 *
 * - null when they are of fewer than 20 values.
 * - Source: docs/surveys.md#disclosure.
 */
export function publicPay({ base, lower, median, upper }: PayFigures): PayFigures | null {
  if (base < FEWEST_PAY) return null;
  return { base, lower: rounded(lower), median: rounded(median), upper: rounded(upper) };
}

function rounded(euros: number): number {
  return PAY_STEP * Math.round(euros / PAY_STEP);
}

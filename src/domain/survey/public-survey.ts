import type { CodeLabels } from '../bilingual.ts';

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
export const FEWEST_PAY = 20;

/** A quartile of pay as everybody may see it, in euros. */
export function publicPay(euros: number): number {
  return PAY_STEP * Math.round(euros / PAY_STEP);
}

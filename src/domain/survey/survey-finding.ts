import type { CodeLabels } from '../bilingual.ts';

/**
 * What is remarkable about the surveys of a cohort and does not refuse them. Those of `REGISTER_FINDINGS`
 * compare with the register and are computed when they are asked; the others are counted at import.
 */
export const SURVEY_FINDINGS = [
  'JOB_DETAILS_MISSING',
  'TARGET_UNKNOWN',
  'JOB_DETAILS_DISAGREE',
  'PAY_UNLIKELY',
  'OBSERVED_LATE',
  'LOW_RESPONSE',
  'ONE_SOURCE',
  'TOO_PERFECT',
  'SAME_DATE_AND_PAY',
  'CERTIFIED_DIFFERS',
  'VAE_DIFFERS',
  'RATE_DIFFERS',
] as const;
export type SurveyFindingRule = (typeof SURVEY_FINDINGS)[number];

export const REGISTER_FINDINGS = ['CERTIFIED_DIFFERS', 'VAE_DIFFERS', 'RATE_DIFFERS'] as const;
export type RegisterFindingRule = (typeof REGISTER_FINDINGS)[number];
export type RowsFindingRule = Exclude<SurveyFindingRule, RegisterFindingRule>;

export const SURVEY_FINDING_LABELS: CodeLabels<SurveyFindingRule> = {
  JOB_DETAILS_MISSING: {
    fr: 'Emploi sans contrat, temps de travail ou rémunération',
    en: 'Job without contract, working time or pay',
  },
  TARGET_UNKNOWN: {
    fr: 'Emploi dont on ne sait s’il est dans le métier visé',
    en: 'Job of which it is not known whether it is in the target occupation',
  },
  JOB_DETAILS_DISAGREE: {
    fr: 'Précisions sur l’emploi qui se contredisent',
    en: 'Details of the job that contradict each other',
  },
  PAY_UNLIKELY: { fr: 'Rémunération peu vraisemblable', en: 'Unlikely pay' },
  OBSERVED_LATE: {
    fr: 'Situation observée plus de six mois après l’horizon',
    en: 'Situation observed more than six months after the horizon',
  },
  LOW_RESPONSE: { fr: 'Taux de réponse inférieur à 50\u00a0%', en: 'Response rate under 50 %' },
  ONE_SOURCE: {
    fr: 'Toutes les réponses viennent d’une seule source',
    en: 'All answers have one source',
  },
  TOO_PERFECT: {
    fr: 'Tous ont répondu et tous sont en emploi, sur 30 titulaires ou plus',
    en: 'All answered and all are employed, of 30 holders or more',
  },
  SAME_DATE_AND_PAY: {
    fr: 'Plus de 10\u00a0% des lignes ont la même date et la même rémunération',
    en: 'More than 10 % of the rows have the same date and the same pay',
  },
  CERTIFIED_DIFFERS: {
    fr: 'Le nombre de titulaires n’est pas celui du répertoire',
    en: 'The number of holders is not that of the register',
  },
  VAE_DIFFERS: {
    fr: 'Le nombre de titulaires par la VAE n’est pas celui du répertoire',
    en: 'The number of holders by VAE is not that of the register',
  },
  RATE_DIFFERS: {
    fr: 'Le taux calculé s’écarte de plus d’un point du taux publié',
    en: 'The computed rate differs by more than one point from the published one',
  },
};

/** A finding about the rows of a cohort at a horizon: `rows` of `ofRows`; 0 as the horizon = of the roster. */
export interface RowsFinding {
  readonly horizon: number;
  readonly rule: RowsFindingRule;
  readonly rows: number;
  readonly ofRows: number;
}

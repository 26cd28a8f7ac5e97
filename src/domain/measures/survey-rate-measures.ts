import { METHOD_VERSION } from '../method.ts';
import type { Measure } from './measure.ts';
import { IN_FULL, NO_BASE, SUPPRESSED, surveySection } from './survey-measure.ts';

/** Figures of holders’ surveys: rates, and how sure they are. */
export const SURVEY_RATE_MEASURES = [
  {
    id: 'SURVEY_RATE',
    labelEn: 'Insertion rate computed from holders',
    labelFr: 'Taux d’insertion calculé d’après les titulaires',
    unit: 'PERCENT',
    formula: {
      fr: '100·E / n, ou 100·M / n dans le métier visé',
      en: '100·E / n, or 100·M / n in the target occupation',
    },
    numerator: {
      fr: 'répondants en emploi (E), ou dans le métier visé (M)',
      en: 'employed respondents (E), or in the target occupation (M)',
    },
    denominator: { fr: 'répondants pris en compte (n)', en: 'eligible respondents (n)' },
    missingCase: NO_BASE,
    source: surveySection('metrics'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_BOUND_LOWER',
    labelEn: 'Least that the rate of the cohort can be, whoever did not answer',
    labelFr: 'Minimum du taux de la promotion, quels que soient les non-répondants',
    unit: 'PERCENT',
    formula: {
      fr: '100·E / (n + N − R), si aucun non-répondant n’est en emploi',
      en: '100·E / (n + N − R), if no non-respondent is employed',
    },
    numerator: { fr: 'répondants en emploi', en: 'employed respondents' },
    denominator: {
      fr: 'pris en compte et non-répondants',
      en: 'eligible respondents and non-respondents',
    },
    missingCase: NO_BASE,
    source: surveySection('bounds'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_BOUND_UPPER',
    labelEn: 'Most that the rate of the cohort can be, whoever did not answer',
    labelFr: 'Maximum du taux de la promotion, quels que soient les non-répondants',
    unit: 'PERCENT',
    formula: {
      fr: '100·(E + N − R) / (n + N − R), si tous les non-répondants le sont',
      en: '100·(E + N − R) / (n + N − R), if all non-respondents are',
    },
    numerator: {
      fr: 'répondants en emploi et non-répondants',
      en: 'employed respondents and non-respondents',
    },
    denominator: {
      fr: 'pris en compte et non-répondants',
      en: 'eligible respondents and non-respondents',
    },
    missingCase: NO_BASE,
    source: surveySection('bounds'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_WEIGHTED_RATE',
    labelEn: 'Insertion rate weighted by access route',
    labelFr: 'Taux d’insertion pondéré par voie d’accès',
    unit: 'PERCENT',
    formula: {
      fr: 'Σ w·E / Σ w·n, avec w = N/R de la voie',
      en: 'Σ w·E / Σ w·n, with w = N/R of the route',
    },
    numerator: { fr: 'répondants en emploi, pondérés', en: 'employed respondents, weighted' },
    denominator: {
      fr: 'répondants pris en compte, pondérés',
      en: 'eligible respondents, weighted',
    },
    missingCase: NO_BASE,
    caution: {
      fr: 'un second chiffre, jamais le chiffre officiel',
      en: 'a second figure, never the official one',
    },
    source: surveySection('weighting'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_EFFECTIVE_BASE',
    labelEn: 'Effective base of the weighted rate',
    labelFr: 'Effectif équivalent du taux pondéré',
    unit: 'HEADS',
    formula: {
      fr: '(Σ w)² / Σ w² sur les répondants pris en compte',
      en: '(Σ w)² / Σ w² of the eligible respondents',
    },
    numerator: null,
    denominator: null,
    missingCase: SUPPRESSED,
    source: surveySection('weighting'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_CHANGE',
    labelEn: 'Change of the rate between two horizons, on the same holders',
    labelFr: 'Évolution du taux entre deux horizons, sur les mêmes titulaires',
    unit: 'POINTS',
    formula: {
      fr: 'taux du second horizon moins celui du premier, sur les titulaires pris en compte aux deux',
      en: 'rate of the second horizon minus that of the first, of the holders who are eligible at both',
    },
    numerator: null,
    denominator: null,
    missingCase: IN_FULL,
    source: surveySection('same-holders'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_CHANGE_BOUND',
    labelEn: 'Bound of the change on the same holders',
    labelFr: 'Borne de l’évolution sur les mêmes titulaires',
    unit: 'POINTS',
    formula: {
      fr: 'intervalle de Newcombe pour proportions appariées (méthode 10)',
      en: 'Newcombe’s interval for paired proportions (method 10)',
    },
    numerator: null,
    denominator: null,
    missingCase: IN_FULL,
    source: surveySection('same-holders'),
    version: METHOD_VERSION,
  },
  {
    id: 'SURVEY_CHANGE_BASE',
    labelEn: 'Holders eligible at both horizons',
    labelFr: 'Titulaires pris en compte aux deux horizons',
    unit: 'HEADS',
    formula: {
      fr: 'les titulaires pris en compte aux deux horizons',
      en: 'the holders who are eligible at both horizons',
    },
    numerator: null,
    denominator: null,
    missingCase: IN_FULL,
    source: surveySection('same-holders'),
    version: METHOD_VERSION,
  },
] as const satisfies readonly Measure[];

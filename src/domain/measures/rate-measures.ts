import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NO_RATIO } from './measure.ts';

const POOLED = {
  unit: 'PERCENT',
  formula: {
    fr: 'Σ N·r / Σ N sur les k dernières promotions dont le taux r est publié',
    en: 'Σ N·r / Σ N over the last k cohorts whose rate r is published',
  },
  numerator: {
    fr: 'somme des certifiés fois le taux, sur les promotions dont le taux est publié',
    en: 'certified times rate, summed over the cohorts whose rate is published',
  },
  denominator: {
    fr: 'certifiés (N) des mêmes promotions',
    en: 'certified (N) of the same cohorts',
  },
  missingCase: {
    fr: 'absent quand aucune promotion choisie n’a à la fois un taux publié et des certifiés\u00a0; un taux ou un N manquant sort des deux sommes',
    en: 'absent when no selected cohort has both a published rate and certified; a missing rate or a missing N leaves both sums',
  },
  source: methodSection('pooling'),
  version: METHOD_VERSION,
} as const;
const BOUND = {
  unit: 'PERCENT',
  numerator: null,
  denominator: {
    fr: 'l’effectif de référence\u00a0: les certifiés sur lesquels porte le taux',
    en: 'the base: certified behind the rate',
  },
  missingCase: {
    fr: 'absent quand le taux l’est, ou quand son effectif vaut 0 ou n’est pas connu',
    en: 'absent when the rate is, or when its base is 0 or not known',
  },
  caution: {
    fr: 'trop étroit, car l’effectif est celui des certifiés et non des répondants\u00a0; beaucoup trop étroit pour un groupe de certifications',
    en: 'too narrow, for the base is the certified and not the respondents; for a group of certifications far too narrow',
  },
  source: methodSection('uncertainty'),
  version: METHOD_VERSION,
} as const;

/** Rates of several cohorts, and what a rate rests on. */
export const RATE_MEASURES = [
  {
    id: 'POOLED_GLOBAL_6_MONTHS',
    labelEn: 'Pooled insertion rate at 6 months, any employment',
    labelFr: 'Taux d’insertion global à 6 mois, promotions réunies',
    ...POOLED,
  },
  {
    id: 'POOLED_TARGET_OCCUPATION_6_MONTHS',
    labelEn: 'Pooled insertion rate at 6 months, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 6 mois, promotions réunies',
    ...POOLED,
  },
  {
    id: 'POOLED_TARGET_OCCUPATION_2_YEARS',
    labelEn: 'Pooled insertion rate at 2 years, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 2 ans, promotions réunies',
    ...POOLED,
  },
  {
    id: 'UNWEIGHTED_MEAN',
    labelEn: 'Unweighted mean of the published rates, for comparison only',
    labelFr: 'Moyenne simple des taux publiés, pour comparaison',
    unit: 'PERCENT',
    formula: {
      fr: 'Σ r / nombre de promotions dont le taux r est publié',
      en: 'Σ r / number of cohorts whose rate r is published',
    },
    numerator: {
      fr: 'taux publiés des promotions choisies',
      en: 'published rates of the selected cohorts',
    },
    denominator: {
      fr: 'nombre de promotions dont le taux est publié',
      en: 'number of cohorts whose rate is published',
    },
    missingCase: {
      fr: 'absent quand aucune promotion choisie n’a de taux publié',
      en: 'absent when no selected cohort has a published rate',
    },
    source: methodSection('pooling'),
    version: METHOD_VERSION,
  },
  {
    id: 'COVERAGE_RATIO',
    labelEn: 'Coverage of a pooled rate',
    labelFr: 'Couverture : part des certifiés dont la promotion a un taux publié',
    unit: 'PERCENT',
    formula: {
      fr: '100 · N des promotions dont le taux est publié / N de toutes les promotions choisies',
      en: '100 · N of the cohorts whose rate is published / N of all selected cohorts',
    },
    numerator: {
      fr: 'certifiés des promotions choisies dont le taux est publié',
      en: 'certified of the selected cohorts whose rate is published',
    },
    denominator: {
      fr: 'certifiés de toutes les promotions choisies',
      en: 'certified of all selected cohorts',
    },
    missingCase: {
      fr: 'absent quand les promotions choisies n’ont pas de certifiés, ou n’en publient pas le nombre',
      en: 'absent when the selected cohorts have no certified, or publish no number of them',
    },
    source: methodSection('pooling'),
    version: METHOD_VERSION,
  },
  {
    id: 'BASE',
    labelEn: 'Base of a rate',
    labelFr: 'Effectif de référence du taux',
    unit: 'HEADS',
    formula: {
      fr: 'N de la promotion\u00a0; pour un taux de promotions réunies, Σ N des promotions dont le taux est publié, et Σ n de celles dont le taux est celui d’une enquête',
      en: 'N of the cohort; for a pooled rate, Σ N of the cohorts whose rate is published, and Σ n of those whose rate is that of a survey',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand le nombre de certifiés n’est pas publié',
      en: 'absent when the number of certified is not published',
    },
    source: methodSection('uncertainty'),
  },
  {
    id: 'BASE_FROM_SURVEY',
    labelEn: 'Respondents in the base of a rate',
    labelFr: 'Répondants dans l’effectif de référence',
    unit: 'HEADS',
    formula: {
      fr: 'Σ n des promotions dont le taux est celui d’une enquête',
      en: 'Σ n of the cohorts whose rate is that of a survey',
    },
    ...NO_RATIO,
    missingCase: {
      fr: '0 sans enquête, et quand seuls les taux publiés sont demandés',
      en: '0 without a survey, and when only published rates are asked for',
    },
    source: methodSection('rate-sources'),
  },
  {
    id: 'INTERVAL_LOWER',
    labelEn: 'Lower bound of the Wilson interval',
    labelFr: 'Borne basse de l’intervalle de confiance (Wilson)',
    ...BOUND,
    formula: {
      fr: '(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), fois 100\u00a0; n est l’effectif de référence',
      en: '(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), times 100; n is the base',
    },
  },
  {
    id: 'INTERVAL_UPPER',
    labelEn: 'Upper bound of the Wilson interval',
    labelFr: 'Borne haute de l’intervalle de confiance (Wilson)',
    ...BOUND,
    formula: {
      fr: '(p + z²/2n + z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), fois 100\u00a0; n est l’effectif de référence',
      en: '(p + z²/2n + z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), times 100; n is the base',
    },
  },
  {
    id: 'RELIABILITY',
    labelEn: 'Reliability of a rate',
    labelFr: 'Fiabilité du taux',
    unit: 'CATEGORY',
    formula: {
      fr: 'selon l’effectif\u00a0: VERY_LOW sous 11, LOW de 11 à 19, MODERATE de 20 à 49, GOOD à partir de 50',
      en: 'by base: VERY_LOW under 11, LOW 11 to 19, MODERATE 20 to 49, GOOD from 50 on',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand le taux l’est, ou quand son effectif vaut 0 ou n’est pas connu',
      en: 'absent when the rate is, or when its base is 0 or not known',
    },
    source: methodSection('reliability'),
  },
] as const satisfies readonly Measure[];

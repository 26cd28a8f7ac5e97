import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

const OF_PEERS = {
  unit: 'PERCENT',
  numerator: null,
  denominator: {
    fr: 'certifications comparées, chacune comptée une fois',
    en: 'peers, each counted once',
  },
  missingCase: {
    fr: 'absent à moins de cinq certifications comparées',
    en: 'absent with fewer than five peers',
  },
  source: methodSection('benchmark'),
  version: METHOD_VERSION,
} as const;

/** A certification beside its peers. */
export const PEER_MEASURES = [
  {
    id: 'PEER_COUNT',
    labelEn: 'Number of peers',
    labelFr: 'Nombre de certifications comparées',
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'certifications retenues pour la comparaison, hors elle-même et sa filiation',
      en: 'certifications of the peer set, itself and its lineage excepted',
    },
    ...NO_RATIO,
    missingCase: ZERO_WHEN_NONE,
    source: methodSection('benchmark'),
  },
  {
    id: 'PEER_MEDIAN',
    labelEn: 'Median of the peers',
    labelFr: 'Médiane des certifications comparées',
    ...OF_PEERS,
    formula: {
      fr: 'médiane des taux propres (promotions réunies) des certifications comparées, non pondérée, par interpolation linéaire',
      en: 'median of the peers’ own pooled rates, unweighted, linear interpolation',
    },
    caution: {
      fr: 'la moitié de toutes les certifications sont en dessous, quoi qu’elles fassent',
      en: 'half of all certifications are below it, whatever they do',
    },
  },
  {
    id: 'PEER_LOWER_QUARTILE',
    labelEn: 'Lower quartile of the peers',
    labelFr: 'Premier quartile des certifications comparées',
    ...OF_PEERS,
    formula: {
      fr: 'premier quartile des mêmes taux, par interpolation linéaire',
      en: 'first quartile of the same rates, linear interpolation',
    },
  },
  {
    id: 'PEER_UPPER_QUARTILE',
    labelEn: 'Upper quartile of the peers',
    labelFr: 'Troisième quartile des certifications comparées',
    ...OF_PEERS,
    formula: {
      fr: 'troisième quartile des mêmes taux, par interpolation linéaire',
      en: 'third quartile of the same rates, linear interpolation',
    },
  },
  {
    id: 'PEER_POOLED',
    labelEn: 'Pooled rate of the peers',
    labelFr: 'Taux des certifications comparées réunies',
    unit: 'PERCENT',
    formula: {
      fr: 'Σ N·r / Σ N sur toutes les promotions des certifications comparées',
      en: 'Σ N·r / Σ N over all the peers’ cohorts',
    },
    numerator: {
      fr: 'somme des certifiés fois le taux, sur les promotions des certifications comparées dont le taux est publié',
      en: 'certified times rate, summed over the peers’ cohorts whose rate is published',
    },
    denominator: {
      fr: 'certifiés (N) des mêmes promotions',
      en: 'certified (N) of the same cohorts',
    },
    missingCase: {
      fr: 'absent à moins de cinq certifications comparées',
      en: 'absent with fewer than five peers',
    },
    source: methodSection('benchmark'),
    version: METHOD_VERSION,
  },
  {
    id: 'PERCENTILE',
    labelEn: 'Percentile among the peers',
    labelFr: 'Rang centile parmi les certifications comparées',
    unit: 'PERCENT',
    formula: {
      fr: '100 · (L + T/2) / K\u00a0: L certifications comparées en dessous, T à égalité, K en tout',
      en: '100 · (L + T/2) / K: L peers below, T equal, K in all',
    },
    numerator: {
      fr: 'certifications comparées en dessous, et la moitié de celles à égalité',
      en: 'peers below, and half of the equal ones',
    },
    denominator: { fr: 'certifications comparées', en: 'peers' },
    missingCase: {
      fr: 'absent à moins de cinq certifications comparées, et sans taux propre',
      en: 'absent with fewer than five peers, and without an own rate',
    },
    caution: {
      fr: 'ce n’est pas un palmarès\u00a0: avec un effectif de moins de 20, une certification n’est pas classée',
      en: 'no league table: on a base under 20 a certification is not ranked',
    },
    source: methodSection('benchmark'),
    version: METHOD_VERSION,
  },
  {
    id: 'DIFFERENCE_TO_MEDIAN',
    labelEn: 'Difference to the median of the peers',
    labelFr: 'Écart à la médiane des certifications comparées',
    unit: 'POINTS',
    formula: {
      fr: 'taux propre (promotions réunies) moins médiane des certifications comparées',
      en: 'own pooled rate minus the median of the peers',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent à moins de cinq certifications comparées, et sans taux propre',
      en: 'absent with fewer than five peers, and without an own rate',
    },
    source: methodSection('benchmark'),
  },
  {
    id: 'FUNNEL_LIMIT',
    labelEn: 'Limit of the funnel around the pooled rate of the peers',
    labelFr: 'Limite de l’entonnoir autour du taux des certifications comparées',
    unit: 'PERCENT',
    formula: {
      fr: '100·sin²(θ₀ ± z·√(1/(4·effectif) + τ²)) autour du taux des certifications comparées réunies\u00a0; τ² = 0 pour le hasard seul\u00a0; quantiles binomiaux pour les limites exactes',
      en: '100·sin²(θ₀ ± z·√(1/(4·base) + τ²)) around the pooled rate of the peers; τ² = 0 for chance alone; binomial quantiles for the exact limits',
    },
    numerator: null,
    denominator: {
      fr: 'l’effectif propre\u00a0: les certifiés sur lesquels porte le taux propre',
      en: 'the own base: certified behind the own rate',
    },
    missingCase: {
      fr: 'absent à moins de dix certifications comparées, et sans taux propre',
      en: 'absent with fewer than ten peers, and without an own rate',
    },
    source: methodSection('funnel'),
    version: METHOD_VERSION,
  },
  {
    id: 'FUNNEL_POSITION',
    labelEn: 'Position in the funnel around the pooled rate of the peers',
    labelFr: 'Position dans l’entonnoir',
    unit: 'CATEGORY',
    formula: {
      fr: 'au-delà des limites à 99,8\u00a0%, au-delà de celles à 95\u00a0%, ou dedans\u00a0: dans l’entonnoir ajusté pour la surdispersion',
      en: 'beyond the limits of 99.8 %, beyond those of 95 %, or within: of the funnel that is adjusted for overdispersion',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent à moins de dix certifications comparées, et sans taux propre',
      en: 'absent with fewer than ten peers, and without an own rate',
    },
    source: methodSection('funnel'),
  },
] as const satisfies readonly Measure[];

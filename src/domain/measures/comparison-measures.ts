import { type Measure, methodSection, NEVER_ABSENT, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

const OF_PEERS = { ...NO_RATIO, source: methodSection('benchmark') } as const;
const OF_FUNNEL = { ...NO_RATIO, source: methodSection('funnel') } as const;
const OF_LIST = { ...NO_RATIO, source: methodSection('many-comparisons') } as const;
const NO_FUNNEL = {
  fr: 'absent à moins de dix certifications comparées',
  en: 'absent with fewer than ten peers',
};
const NO_POSITION = {
  fr: `${NO_FUNNEL.fr}, et sans taux propre`,
  en: `${NO_FUNNEL.en}, and without an own rate`,
};
const MEDIAN_BOUND = {
  ...OF_PEERS,
  unit: 'PERCENT',
  denominator: {
    fr: 'certifications comparées, chacune comptée une fois',
    en: 'peers, each counted once',
  },
  missingCase: {
    fr: 'absent à moins de six certifications comparées',
    en: 'absent with fewer than six peers',
  },
} as const;

/** How sure a comparison with peers is, and what chance alone makes of many. */
export const COMPARISON_MEASURES = [
  {
    id: 'COMPARISON_STATUS',
    labelEn: 'Whether a comparison with peers could be made',
    labelFr: 'État de la comparaison',
    ...OF_PEERS,
    unit: 'CATEGORY',
    formula: {
      fr: 'INSUFFICIENT_PEERS à moins de cinq certifications comparées, NO_OWN_RATE sans taux sur ces promotions, NOT_APPLICABLE au RS\u00a0; sinon COMPARED',
      en: 'INSUFFICIENT_PEERS with fewer than five peers, NO_OWN_RATE without a rate over these cohorts, NOT_APPLICABLE on the RS; else COMPARED',
    },
    missingCase: NEVER_ABSENT,
  },
  {
    id: 'COMPARISON_VERDICT',
    labelEn: 'Verdict of a comparison with peers',
    labelFr: 'Verdict de la comparaison',
    ...OF_PEERS,
    unit: 'CATEGORY',
    formula: {
      fr: 'BELOW ou ABOVE quand la position dans l’entonnoir ajusté est hors de 95\u00a0% et que l’intervalle propre exclut la médiane, sinon NOT_DISTINGUISHABLE\u00a0; INSUFFICIENT à moins de dix certifications comparées, ou avec un effectif de moins de 20',
      en: 'BELOW or ABOVE when the adjusted funnel is outside 95 % and the own interval leaves the median out, else NOT_DISTINGUISHABLE; INSUFFICIENT with fewer than ten peers, or on a base under 20',
    },
    missingCase: { fr: 'absent sans taux propre', en: 'absent without an own rate' },
    caution: {
      fr: 'NOT_DISTINGUISHABLE et INSUFFICIENT ne sont ni un éloge ni un blâme',
      en: 'NOT_DISTINGUISHABLE and INSUFFICIENT are neither praise nor blame',
    },
  },
  {
    id: 'PEER_MEDIAN_LOWER',
    labelEn: 'Lower bound of the median of the peers',
    labelFr: 'Borne basse de la médiane des certifications comparées',
    ...MEDIAN_BOUND,
    formula: {
      fr: 'statistiques d’ordre\u00a0: le taux de rang l des K certifications comparées, (l, K + 1 − l) étant la paire la plus intérieure dont la couverture par la loi binomiale(K, ½) atteint 95\u00a0%',
      en: 'order statistics: the rate at place l of the K peers, (l, K + 1 − l) being the innermost pair whose binomial(K, ½) coverage reaches 95 %',
    },
  },
  {
    id: 'PEER_MEDIAN_UPPER',
    labelEn: 'Upper bound of the median of the peers',
    labelFr: 'Borne haute de la médiane des certifications comparées',
    ...MEDIAN_BOUND,
    formula: {
      fr: 'statistiques d’ordre\u00a0: le taux de rang K + 1 − l de la même paire',
      en: 'order statistics: the rate at place K + 1 − l of the same pair',
    },
  },
  {
    id: 'PEERS_TOO_SMALL',
    labelEn: 'Certifications on too small a base to be peers',
    labelFr: 'Nombre de certifications proches à l’effectif trop petit',
    ...OF_PEERS,
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'certifications qui ont autant en commun que les certifications comparées, avec un taux dont l’effectif est sous MINIMUM_BASE',
      en: 'certifications that share as much as peers do, with a rate on a base under MINIMUM_BASE',
    },
    missingCase: ZERO_WHEN_NONE,
  },
  {
    id: 'MINIMUM_BASE',
    labelEn: 'Smallest base of a peer',
    labelFr: 'Effectif minimal d’une certification comparée',
    ...OF_PEERS,
    unit: 'HEADS',
    formula: {
      fr: 'tel que demandé\u00a0; sinon celui de la méthode, 20',
      en: 'as it was asked; that of the method, 20, when it was not',
    },
    missingCase: NEVER_ABSENT,
  },
  {
    id: 'OVERDISPERSION_PHI',
    labelEn: 'Overdispersion φ of the peers',
    labelFr: 'Surdispersion φ des certifications comparées',
    ...OF_FUNNEL,
    unit: 'TIMES',
    formula: {
      fr: 'Σ z² / (0,67865456·I)\u00a0: z est l’écart au centre de chacune des I certifications comparées, en erreurs types du hasard, ramené vers le centre aux quantiles à 10\u00a0% et à 90\u00a0%\u00a0; 1 quand le hasard explique tout',
      en: 'Σ z² / (0.67865456·I): z is how far each of I peers is from the centre, in standard errors of chance, drawn in at the 10 % and 90 % quantiles; 1 when chance explains all',
    },
    numerator: {
      fr: 'somme des carrés des écarts des certifications comparées, ramenés vers le centre',
      en: 'squared deviates of the peers, drawn in, summed',
    },
    denominator: {
      fr: '0,67865456 fois le nombre de certifications comparées',
      en: '0.67865456 times the number of peers',
    },
    missingCase: NO_FUNNEL,
  },
  {
    id: 'OVERDISPERSION_TAU_SQUARED',
    labelEn: 'Variance between the peers τ²',
    labelFr: 'Variance entre certifications comparées τ²',
    ...OF_FUNNEL,
    unit: 'SQUARED_RADIANS',
    formula: {
      fr: 'max(0, (I·φ − (I − 1)) / (Σw − Σw²/Σw)), w = 4·N de chaque certification comparée, sur l’échelle arc sinus\u00a0; 0 quand le hasard explique tout',
      en: 'max(0, (I·φ − (I − 1)) / (Σw − Σw²/Σw)), w = 4·N of each peer, on the arcsine scale; 0 when chance explains all',
    },
    missingCase: NO_FUNNEL,
  },
  {
    id: 'OVERDISPERSION_PEERS',
    labelEn: 'Peers that overdispersion was estimated from',
    labelFr: 'Nombre de certifications dont vient la surdispersion',
    ...OF_FUNNEL,
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'I, les certifications comparées dont le taux a au moins l’effectif minimal',
      en: 'I, the peers with a rate on at least the smallest base',
    },
    missingCase: NO_FUNNEL,
  },
  {
    id: 'FUNNEL_DEVIATE',
    labelEn: 'Distance from the centre of the adjusted funnel',
    labelFr: 'Écart au centre de l’entonnoir ajusté',
    ...OF_FUNNEL,
    unit: 'STANDARD_ERRORS',
    formula: {
      fr: 'z′ = (θ − θ₀)/√(1/(4·effectif) + τ²) sur l’échelle arc sinus\u00a0; négatif en dessous',
      en: 'z′ = (θ − θ₀)/√(1/(4·base) + τ²) on the arcsine scale; negative is below',
    },
    missingCase: NO_POSITION,
  },
  {
    id: 'COMPARISON_P_VALUE',
    labelEn: 'p-value of a comparison with peers',
    labelFr: 'Valeur p de la comparaison',
    ...OF_LIST,
    unit: 'PROBABILITY',
    formula: {
      fr: '2·(1 − Φ(|z′|))\u00a0: probabilité d’être aussi loin du centre de l’entonnoir ajusté, d’un côté ou de l’autre',
      en: '2·(1 − Φ(|z′|)): being as far from the centre of the adjusted funnel, on either side',
    },
    missingCase: NO_POSITION,
  },
  {
    id: 'COMPARISON_Q_VALUE',
    labelEn: 'q-value of a comparison with peers',
    labelFr: 'Valeur q de la comparaison',
    ...OF_LIST,
    unit: 'SHARE',
    formula: {
      fr: 'de Benjamini et Hochberg, sur toutes les certifications actives qui ont un entonnoir ajusté selon la règle\u00a0: part de celles qui sont au moins aussi loin qui l’est par hasard',
      en: 'Benjamini and Hochberg’s, over all active certifications with an adjusted funnel under the rule: which share of those as far out is there by chance',
    },
    missingCase: {
      fr: `${NO_POSITION.fr}\u00a0; absent pour une certification qui n’est pas active`,
      en: `${NO_POSITION.en}; absent for a certification that is not active`,
    },
  },
  {
    id: 'TESTED',
    labelEn: 'Comparisons that a list was chosen among',
    labelFr: 'Nombre de comparaisons testées',
    ...OF_LIST,
    unit: 'TESTS',
    formula: {
      fr: 'toutes celles qui ont une valeur p, quoi qu’écartent la page et les autres conditions',
      en: 'all that have a p-value, whatever the page and other conditions leave out',
    },
    missingCase: {
      fr: '0 quand il n’y en a pas\u00a0; absent sauf si le filtre choisit par certifications comparées, entonnoir ou évolution',
      en: '0 when there is none; absent unless the filter chooses by peers, funnel or change',
    },
  },
  {
    id: 'EXPECTED_BY_CHANCE',
    labelEn: 'Comparisons beyond 95 % by chance alone',
    labelFr: 'Nombre de comparaisons hors 95 % par hasard seul',
    ...OF_LIST,
    unit: 'TESTS',
    formula: {
      fr: 'nombre de comparaisons testées fois 0,05\u00a0: celles dont la valeur p serait en dessous si rien ne différait, dans les deux sens',
      en: 'tested times 0.05: those with a p-value under it if nothing differed, both directions',
    },
    missingCase: {
      fr: '0 quand il n’y en a pas\u00a0; absent sauf si le filtre choisit par certifications comparées, entonnoir ou évolution',
      en: '0 when there is none; absent unless the filter chooses by peers, funnel or change',
    },
    caution: {
      fr: 'dans une liste d’un seul sens, comme celle des seules baisses, la moitié de ce nombre est là par hasard\u00a0; au-delà de 99,8\u00a0%, un vingt-cinquième\u00a0; sous la médiane, la moitié de toutes',
      en: 'of a list of one direction, as of falls alone, half of it is there by chance; beyond 99.8 % a twenty-fifth; below the median half of all',
    },
  },
] as const satisfies readonly Measure[];

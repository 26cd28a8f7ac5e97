import { METHOD_VERSION } from '../method.ts';
import type { Measure } from './measure.ts';

const NO_RATIO = { numerator: null, denominator: null, version: METHOD_VERSION } as const;
const OF_PEERS = { ...NO_RATIO, source: 'docs/method.md#benchmark' } as const;
const OF_FUNNEL = { ...NO_RATIO, source: 'docs/method.md#funnel' } as const;
const OF_LIST = { ...NO_RATIO, source: 'docs/method.md#many-comparisons' } as const;

const NO_FUNNEL = 'absent with fewer than ten peers';
const NO_POSITION = `${NO_FUNNEL}, and without an own rate`;

const MEDIAN_BOUND = {
  ...OF_PEERS,
  unit: 'PERCENT',
  denominator: 'peers, each counted once',
  missingCase: 'absent with fewer than six peers',
} as const;

/** What may be said of a change, and what chance alone makes of many. */
export const CHANGE_CALLS = [
  {
    id: 'CHANGE_VERDICT',
    labelEn: 'Verdict of a change',
    labelFr: 'Sens de l’évolution : hausse, baisse ou non significative',
    ...NO_RATIO,
    source: 'docs/method.md#changes',
    unit: 'CATEGORY',
    formula:
      'RISE or FALL when Newcombe’s interval leaves 0 out, for groups that between certifications too, on the same side, and the like-for-like change has not the other sign; else NOT_SIGNIFICANT',
    missingCase: 'absent with the change',
    caution: 'NOT_SIGNIFICANT is not "no change": nothing can be told',
  },
  {
    id: 'CHANGE_REASON',
    labelEn: 'What decided on the verdict of a change',
    labelFr: 'Motif du sens de l’évolution',
    ...NO_RATIO,
    source: 'docs/method.md#between-certifications',
    unit: 'CATEGORY',
    formula:
      'INTERVALS, TOO_FEW_CERTIFICATIONS in one of the years, or LIKE_FOR_LIKE_DISAGREES: the certifications of both years went the other way',
    missingCase: 'absent with the change',
  },
  {
    id: 'CHANGE_P_VALUE',
    labelEn: 'p-value of a change',
    labelFr: 'Valeur p de l’évolution',
    ...OF_LIST,
    unit: 'PROBABILITY',
    formula: 'the smallest α whose Newcombe interval leaves 0 out',
    missingCase: 'absent for groups, whose verdict rests on more',
    caution: 'both directions; too small, for the base is the certified and not the respondents',
  },
  {
    id: 'CHANGE_Q_VALUE',
    labelEn: 'q-value of a change',
    labelFr: 'Valeur q de l’évolution',
    ...OF_LIST,
    unit: 'SHARE',
    formula:
      'Benjamini and Hochberg’s, over all changes of the rate in the register: which share of those that are as sure is there by chance',
    missingCase: 'absent unless the change is from the cohort of the year before',
  },
] as const satisfies readonly Measure[];

/** How sure a comparison with peers is, and what chance alone makes of many. */
export const COMPARISON_CALLS = [
  {
    id: 'COMPARISON_STATUS',
    labelEn: 'Whether a comparison with peers could be made',
    labelFr: 'État de la comparaison',
    ...OF_PEERS,
    unit: 'CATEGORY',
    formula:
      'INSUFFICIENT_PEERS with fewer than five peers, NO_OWN_RATE without a rate over these cohorts, NOT_APPLICABLE on the RS; else COMPARED',
    missingCase: 'never absent',
  },
  {
    id: 'COMPARISON_VERDICT',
    labelEn: 'Verdict of a comparison with peers',
    labelFr: 'Verdict de la comparaison',
    ...OF_PEERS,
    unit: 'CATEGORY',
    formula:
      'BELOW or ABOVE when the adjusted funnel is outside 95 % and the own interval leaves the median out, else NOT_DISTINGUISHABLE; INSUFFICIENT with fewer than ten peers, or on a base under 20',
    missingCase: 'absent without an own rate',
    caution: 'NOT_DISTINGUISHABLE and INSUFFICIENT are neither praise nor blame',
  },
  {
    id: 'PEER_MEDIAN_LOWER',
    labelEn: 'Lower bound of the median of the peers',
    labelFr: 'Borne basse de la médiane des certifications comparées',
    ...MEDIAN_BOUND,
    formula:
      'order statistics: the rate at place l of the K peers, (l, K + 1 − l) being the innermost pair whose binomial(K, ½) coverage reaches 95 %',
  },
  {
    id: 'PEER_MEDIAN_UPPER',
    labelEn: 'Upper bound of the median of the peers',
    labelFr: 'Borne haute de la médiane des certifications comparées',
    ...MEDIAN_BOUND,
    formula: 'order statistics: the rate at place K + 1 − l of the same pair',
  },
  {
    id: 'PEERS_TOO_SMALL',
    labelEn: 'Certifications on too small a base to be peers',
    labelFr: 'Nombre de certifications proches à l’effectif trop petit',
    ...OF_PEERS,
    unit: 'CERTIFICATIONS',
    formula:
      'certifications that share as much as peers do, with a rate on a base under MINIMUM_BASE',
    missingCase: '0 when there is none; never absent',
  },
  {
    id: 'MINIMUM_BASE',
    labelEn: 'Smallest base of a peer',
    labelFr: 'Effectif minimal d’une certification comparée',
    ...OF_PEERS,
    unit: 'HEADS',
    formula: 'as it was asked; that of the method, 20, when it was not',
    missingCase: 'never absent',
  },
  {
    id: 'OVERDISPERSION_PHI',
    labelEn: 'Overdispersion φ of the peers',
    labelFr: 'Surdispersion φ des certifications comparées',
    ...OF_FUNNEL,
    unit: 'TIMES',
    formula:
      'Σ z² / (0.67865456·I): z is how far each of I peers is from the centre, in standard errors of chance, drawn in at the 10 % and 90 % quantiles; 1 when chance explains all',
    numerator: 'squared deviates of the peers, drawn in, summed',
    denominator: '0.67865456 times the number of peers',
    missingCase: NO_FUNNEL,
  },
  {
    id: 'OVERDISPERSION_TAU_SQUARED',
    labelEn: 'Variance between the peers τ²',
    labelFr: 'Variance entre certifications comparées τ²',
    ...OF_FUNNEL,
    unit: 'SQUARED_RADIANS',
    formula:
      'max(0, (I·φ − (I − 1)) / (Σw − Σw²/Σw)), w = 4·N of each peer, on the arcsine scale; 0 when chance explains all',
    missingCase: NO_FUNNEL,
  },
  {
    id: 'OVERDISPERSION_PEERS',
    labelEn: 'Peers that overdispersion was estimated from',
    labelFr: 'Nombre de certifications dont vient la surdispersion',
    ...OF_FUNNEL,
    unit: 'CERTIFICATIONS',
    formula: 'I, the peers with a rate on at least the smallest base',
    missingCase: NO_FUNNEL,
  },
  {
    id: 'FUNNEL_DEVIATE',
    labelEn: 'Distance from the centre of the adjusted funnel',
    labelFr: 'Écart au centre de l’entonnoir ajusté',
    ...OF_FUNNEL,
    unit: 'STANDARD_ERRORS',
    formula: 'z′ = (θ − θ₀)/√(1/(4·base) + τ²) on the arcsine scale; negative is below',
    missingCase: NO_POSITION,
  },
  {
    id: 'COMPARISON_P_VALUE',
    labelEn: 'p-value of a comparison with peers',
    labelFr: 'Valeur p de la comparaison',
    ...OF_LIST,
    unit: 'PROBABILITY',
    formula: '2·(1 − Φ(|z′|)): being as far from the centre of the adjusted funnel, on either side',
    missingCase: NO_POSITION,
  },
  {
    id: 'COMPARISON_Q_VALUE',
    labelEn: 'q-value of a comparison with peers',
    labelFr: 'Valeur q de la comparaison',
    ...OF_LIST,
    unit: 'SHARE',
    formula:
      'Benjamini and Hochberg’s, over all active certifications with an adjusted funnel under the rule: which share of those as far out is there by chance',
    missingCase: `${NO_POSITION}; absent for a certification that is not active`,
  },
  {
    id: 'TESTED',
    labelEn: 'Comparisons that a list was chosen among',
    labelFr: 'Nombre de comparaisons testées',
    ...OF_LIST,
    unit: 'TESTS',
    formula: 'all that have a p-value, whatever the page and other conditions leave out',
    missingCase:
      '0 when there is none; absent unless the filter chooses by peers, funnel or change',
  },
  {
    id: 'EXPECTED_BY_CHANCE',
    labelEn: 'Comparisons beyond 95 % by chance alone',
    labelFr: 'Nombre de comparaisons hors 95 % par hasard seul',
    ...OF_LIST,
    unit: 'TESTS',
    formula:
      'tested times 0.05: those with a p-value under it if nothing differed, both directions',
    missingCase:
      '0 when there is none; absent unless the filter chooses by peers, funnel or change',
    caution:
      'of a list of one direction, as of falls alone, half of it is there by chance; beyond 99.8 % a twenty-fifth; below the median half of all',
  },
] as const satisfies readonly Measure[];

import { METHOD_VERSION } from '../method.ts';
import type { Measure } from './measure.ts';

const OF_GROUP = {
  source: 'docs/method.md#between-certifications',
  version: METHOD_VERSION,
} as const;
const NO_RATIO = { numerator: null, denominator: null } as const;

const TOO_FEW = 'absent under five certifications, and when one of them is all of the group';
const TOO_FEW_IN_A_YEAR =
  'absent for one certification, and when either year has under five or one that is all of it';
const TOO_FEW_IN_BOTH =
  'absent for one certification, and when under five are in both years or one is all of them';
const NONE_IN_BOTH = 'absent for one certification, and when none has a rate in both years';

const BOUND = {
  ...OF_GROUP,
  unit: 'PERCENT',
  numerator: null,
  denominator: 'certified (N) of the cohorts of the group whose rate is published, W',
  missingCase: `${TOO_FEW}; the binomial bound at 0 and at 100 %`,
  caution: 'charts and comparisons of groups use this one: the Wilson interval is too narrow',
} as const;
const CHANGE = {
  ...OF_GROUP,
  ...NO_RATIO,
  unit: 'POINTS',
  missingCase: TOO_FEW_IN_A_YEAR,
} as const;
const LIKE_FOR_LIKE_RATE = {
  ...OF_GROUP,
  unit: 'PERCENT',
  numerator: 'certified times rate, summed over those certifications',
  denominator: 'certified (N) of the same certifications',
  missingCase: NONE_IN_BOTH,
} as const;
const LIKE_FOR_LIKE = {
  ...OF_GROUP,
  ...NO_RATIO,
  unit: 'POINTS',
  missingCase: TOO_FEW_IN_BOTH,
} as const;

/** How far the rate of a group can be relied on when certifications differ from each other. */
export const BETWEEN_MEASURES = [
  {
    id: 'BETWEEN_LOWER',
    labelEn: 'Lower bound of the interval between certifications',
    labelFr: 'Borne basse de l’intervalle entre certifications',
    ...BOUND,
    formula:
      'R − t(C − 1)·se, cut at 0: R = Σ N·r / Σ N over C certifications, t is Student’s, se the standard error between certifications',
  },
  {
    id: 'BETWEEN_UPPER',
    labelEn: 'Upper bound of the interval between certifications',
    labelFr: 'Borne haute de l’intervalle entre certifications',
    ...BOUND,
    formula: 'R + t(C − 1)·se, cut at 100',
  },
  {
    id: 'BETWEEN_STANDARD_ERROR',
    labelEn: 'Standard error of the rate of a group, between certifications',
    labelFr: 'Erreur type entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'POINTS',
    formula:
      'jackknife over certifications: √((C − 1)/C · Σ e²), e = N·(r − R) / (W·(1 − N/W)) of each, all its cohorts together',
    missingCase: `${TOO_FEW}; 0 at 0 and at 100 %`,
  },
  {
    id: 'DESIGN_EFFECT',
    labelEn: 'Design effect',
    labelFr: 'Effet de plan',
    ...OF_GROUP,
    unit: 'TIMES',
    formula: 'se² / (R·(100 − R)/W)',
    numerator: 'variance of the rate between certifications, se²',
    denominator: 'variance of as many independent holders, R·(100 − R)/W',
    missingCase: `${TOO_FEW}, and at 0 and 100 %`,
  },
  {
    id: 'CLUSTERS',
    labelEn: 'Certifications behind the interval between certifications',
    labelFr: 'Nombre de certifications de l’intervalle entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: 'C: certifications of the group with a published rate on certified above 0',
    missingCase: '0 when there is none; never absent',
  },
  {
    id: 'BETWEEN_STATUS',
    labelEn: 'Whether figures between certifications are given',
    labelFr: 'État des chiffres entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CATEGORY',
    formula:
      'TOO_FEW_CERTIFICATIONS under five certifications or when one of them is all, for a change in either year; else COMPUTED',
    missingCase: 'never absent',
  },
  {
    id: 'CHANGE_BETWEEN_LOWER',
    labelEn: 'Lower bound of the change of a group, between certifications',
    labelFr: 'Borne basse de l’évolution, entre certifications',
    ...CHANGE,
    formula:
      'd − t(C − 1)·se: d is the change, C the certifications of either year, se its standard error',
  },
  {
    id: 'CHANGE_BETWEEN_UPPER',
    labelEn: 'Upper bound of the change of a group, between certifications',
    labelFr: 'Borne haute de l’évolution, entre certifications',
    ...CHANGE,
    formula: 'd + t(C − 1)·se',
  },
  {
    id: 'CHANGE_BETWEEN_STANDARD_ERROR',
    labelEn: 'Standard error of the change of a group, between certifications',
    labelFr: 'Erreur type de l’évolution, entre certifications',
    ...CHANGE,
    formula:
      '√((C − 1)/C · Σ u²), u = e of the later year − e of the earlier one, 0 in a year without the certification',
  },
  {
    id: 'CHANGE_CLUSTERS',
    labelEn: 'Certifications with a rate in either year',
    labelFr: 'Nombre de certifications de l’une ou l’autre année',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: 'C: certifications with a rate in the group of either year, each once',
    missingCase: 'absent for one certification',
  },
  {
    id: 'CHANGE_BETWEEN_VERDICT',
    labelEn: 'What the interval between certifications alone would call',
    labelFr: 'Sens de l’évolution selon le seul intervalle entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CATEGORY',
    formula:
      'RISE or FALL when that interval leaves 0 out and its standard error is not 0, else NOT_SIGNIFICANT',
    missingCase: TOO_FEW_IN_A_YEAR,
    caution: 'the verdict of the change rests on more',
  },
  {
    id: 'LIKE_FOR_LIKE_DIFFERENCE',
    labelEn: 'Like-for-like change',
    labelFr: 'Évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: 'later rate minus earlier rate, over the certifications with a rate in both years',
    missingCase: NONE_IN_BOTH,
  },
  {
    id: 'LIKE_FOR_LIKE_FROM',
    labelEn: 'Earlier rate of the certifications of both years',
    labelFr: 'Taux de départ à certifications constantes',
    ...LIKE_FOR_LIKE_RATE,
    formula: 'Σ N·r / Σ N of the earlier year over the certifications with a rate in both years',
  },
  {
    id: 'LIKE_FOR_LIKE_TO',
    labelEn: 'Later rate of the certifications of both years',
    labelFr: 'Taux d’arrivée à certifications constantes',
    ...LIKE_FOR_LIKE_RATE,
    formula: 'Σ N·r / Σ N of the later year over the certifications with a rate in both years',
  },
  {
    id: 'LIKE_FOR_LIKE_LOWER',
    labelEn: 'Lower bound of the like-for-like change',
    labelFr: 'Borne basse de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: 'd − t(C − 1)·se over the C certifications with a rate in both years',
  },
  {
    id: 'LIKE_FOR_LIKE_UPPER',
    labelEn: 'Upper bound of the like-for-like change',
    labelFr: 'Borne haute de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: 'd + t(C − 1)·se over the C certifications with a rate in both years',
  },
  {
    id: 'LIKE_FOR_LIKE_STANDARD_ERROR',
    labelEn: 'Standard error of the like-for-like change',
    labelFr: 'Erreur type de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: '√((C − 1)/C · Σ u²) over the C certifications with a rate in both years',
  },
  {
    id: 'LIKE_FOR_LIKE_CLUSTERS',
    labelEn: 'Certifications with a rate in both years',
    labelFr: 'Nombre de certifications présentes les deux années',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: 'certifications with a rate in the groups of both years',
    missingCase: 'absent for one certification; 0 when there is none',
  },
] as const satisfies readonly Measure[];

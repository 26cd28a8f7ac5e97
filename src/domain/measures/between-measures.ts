import { alike } from '../bilingual.ts';
import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NEVER_ABSENT, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

const OF_GROUP = {
  source: methodSection('between-certifications'),
  version: METHOD_VERSION,
} as const;

const TOO_FEW = {
  fr: 'absent à moins de cinq certifications, et quand l’une d’elles est à elle seule tout le groupe',
  en: 'absent under five certifications, and when one of them is all of the group',
};
const TOO_FEW_IN_A_YEAR = {
  fr: 'absent pour une seule certification, et quand l’une des deux années en a moins de cinq ou une qui est à elle seule tout le groupe',
  en: 'absent for one certification, and when either year has under five or one that is all of it',
};

const BOUND = {
  ...OF_GROUP,
  unit: 'PERCENT',
  numerator: null,
  denominator: {
    fr: 'certifiés (N) des promotions du groupe dont le taux est publié, W',
    en: 'certified (N) of the cohorts of the group whose rate is published, W',
  },
  missingCase: {
    fr: `${TOO_FEW.fr}\u00a0; la borne binomiale à 0 et à 100\u00a0%`,
    en: `${TOO_FEW.en}; the binomial bound at 0 and at 100 %`,
  },
  caution: {
    fr: 'c’est celui des graphiques et des comparaisons de groupes\u00a0: l’intervalle de Wilson est trop étroit',
    en: 'charts and comparisons of groups use this one: the Wilson interval is too narrow',
  },
} as const;
const CHANGE = {
  ...OF_GROUP,
  ...NO_RATIO,
  unit: 'POINTS',
  missingCase: TOO_FEW_IN_A_YEAR,
} as const;

/** How far the rate of a group can be relied on when certifications differ from each other. */
export const BETWEEN_MEASURES = [
  {
    id: 'BETWEEN_LOWER',
    labelEn: 'Lower bound of the interval between certifications',
    labelFr: 'Borne basse de l’intervalle entre certifications',
    ...BOUND,
    formula: {
      fr: 'R − t(C − 1)·se, borné à 0\u00a0: R = Σ N·r / Σ N sur C certifications, t est celui de Student, se l’erreur type entre certifications',
      en: 'R − t(C − 1)·se, cut at 0: R = Σ N·r / Σ N over C certifications, t is Student’s, se the standard error between certifications',
    },
  },
  {
    id: 'BETWEEN_UPPER',
    labelEn: 'Upper bound of the interval between certifications',
    labelFr: 'Borne haute de l’intervalle entre certifications',
    ...BOUND,
    formula: { fr: 'R + t(C − 1)·se, borné à 100', en: 'R + t(C − 1)·se, cut at 100' },
  },
  {
    id: 'BETWEEN_STANDARD_ERROR',
    labelEn: 'Standard error of the rate of a group, between certifications',
    labelFr: 'Erreur type entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'POINTS',
    formula: {
      fr: 'jackknife sur les certifications\u00a0: √((C − 1)/C · Σ e²), e = N·(r − R) / (W·(1 − N/W)) de chacune, toutes ses promotions ensemble',
      en: 'jackknife over certifications: √((C − 1)/C · Σ e²), e = N·(r − R) / (W·(1 − N/W)) of each, all its cohorts together',
    },
    missingCase: {
      fr: `${TOO_FEW.fr}\u00a0; 0 à 0 et à 100\u00a0%`,
      en: `${TOO_FEW.en}; 0 at 0 and at 100 %`,
    },
  },
  {
    id: 'DESIGN_EFFECT',
    labelEn: 'Design effect',
    labelFr: 'Effet de plan',
    ...OF_GROUP,
    unit: 'TIMES',
    formula: alike('se² / (R·(100 − R)/W)'),
    numerator: {
      fr: 'variance du taux entre certifications, se²',
      en: 'variance of the rate between certifications, se²',
    },
    denominator: {
      fr: 'variance d’autant de certifiés indépendants, R·(100 − R)/W',
      en: 'variance of as many independent holders, R·(100 − R)/W',
    },
    missingCase: {
      fr: `${TOO_FEW.fr}, et à 0 et à 100\u00a0%`,
      en: `${TOO_FEW.en}, and at 0 and 100 %`,
    },
  },
  {
    id: 'CLUSTERS',
    labelEn: 'Certifications behind the interval between certifications',
    labelFr: 'Nombre de certifications de l’intervalle entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'C\u00a0: certifications du groupe qui ont un taux publié sur un nombre de certifiés supérieur à 0',
      en: 'C: certifications of the group with a published rate on certified above 0',
    },
    missingCase: ZERO_WHEN_NONE,
  },
  {
    id: 'BETWEEN_STATUS',
    labelEn: 'Whether figures between certifications are given',
    labelFr: 'État des chiffres entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CATEGORY',
    formula: {
      fr: 'TOO_FEW_CERTIFICATIONS à moins de cinq certifications ou quand l’une d’elles est à elle seule le tout, pour une évolution l’une ou l’autre année\u00a0; sinon COMPUTED',
      en: 'TOO_FEW_CERTIFICATIONS under five certifications or when one of them is all, for a change in either year; else COMPUTED',
    },
    missingCase: NEVER_ABSENT,
  },
  {
    id: 'CHANGE_BETWEEN_LOWER',
    labelEn: 'Lower bound of the change of a group, between certifications',
    labelFr: 'Borne basse de l’évolution, entre certifications',
    ...CHANGE,
    formula: {
      fr: 'd − t(C − 1)·se\u00a0: d est l’évolution, C les certifications de l’une ou l’autre année, se son erreur type',
      en: 'd − t(C − 1)·se: d is the change, C the certifications of either year, se its standard error',
    },
  },
  {
    id: 'CHANGE_BETWEEN_UPPER',
    labelEn: 'Upper bound of the change of a group, between certifications',
    labelFr: 'Borne haute de l’évolution, entre certifications',
    ...CHANGE,
    formula: alike('d + t(C − 1)·se'),
  },
  {
    id: 'CHANGE_BETWEEN_STANDARD_ERROR',
    labelEn: 'Standard error of the change of a group, between certifications',
    labelFr: 'Erreur type de l’évolution, entre certifications',
    ...CHANGE,
    formula: {
      fr: '√((C − 1)/C · Σ u²), u = e de l’année d’arrivée − e de l’année de départ, 0 l’année où la certification est absente',
      en: '√((C − 1)/C · Σ u²), u = e of the later year − e of the earlier one, 0 in a year without the certification',
    },
  },
  {
    id: 'CHANGE_CLUSTERS',
    labelEn: 'Certifications with a rate in either year',
    labelFr: 'Nombre de certifications de l’une ou l’autre année',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'C\u00a0: certifications qui ont un taux dans le groupe de l’une ou l’autre année, chacune une fois',
      en: 'C: certifications with a rate in the group of either year, each once',
    },
    missingCase: { fr: 'absent pour une seule certification', en: 'absent for one certification' },
  },
  {
    id: 'CHANGE_BETWEEN_VERDICT',
    labelEn: 'What the interval between certifications alone would call',
    labelFr: 'Sens de l’évolution selon le seul intervalle entre certifications',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CATEGORY',
    formula: {
      fr: 'RISE ou FALL quand cet intervalle exclut 0 et que son erreur type n’est pas 0, sinon NOT_SIGNIFICANT',
      en: 'RISE or FALL when that interval leaves 0 out and its standard error is not 0, else NOT_SIGNIFICANT',
    },
    missingCase: TOO_FEW_IN_A_YEAR,
    caution: {
      fr: 'le sens de l’évolution repose sur davantage',
      en: 'the verdict of the change rests on more',
    },
  },
] as const satisfies readonly Measure[];

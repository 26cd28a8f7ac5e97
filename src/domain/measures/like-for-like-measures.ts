import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NO_RATIO } from './measure.ts';

const OF_GROUP = {
  source: methodSection('between-certifications'),
  version: METHOD_VERSION,
} as const;
const TOO_FEW_IN_BOTH = {
  fr: 'absent pour une seule certification, et quand moins de cinq sont présentes les deux années ou que l’une d’elles est à elle seule tout le groupe',
  en: 'absent for one certification, and when under five are in both years or one is all of them',
};
const NONE_IN_BOTH = {
  fr: 'absent pour une seule certification, et quand aucune n’a de taux les deux années',
  en: 'absent for one certification, and when none has a rate in both years',
};

const LIKE_FOR_LIKE_RATE = {
  ...OF_GROUP,
  unit: 'PERCENT',
  numerator: {
    fr: 'somme des certifiés fois le taux, sur ces certifications',
    en: 'certified times rate, summed over those certifications',
  },
  denominator: {
    fr: 'certifiés (N) des mêmes certifications',
    en: 'certified (N) of the same certifications',
  },
  missingCase: NONE_IN_BOTH,
} as const;
const LIKE_FOR_LIKE = {
  ...OF_GROUP,
  ...NO_RATIO,
  unit: 'POINTS',
  missingCase: TOO_FEW_IN_BOTH,
} as const;

/** The change of a group over the certifications that have a rate in both years. */
export const LIKE_FOR_LIKE_MEASURES = [
  {
    id: 'LIKE_FOR_LIKE_DIFFERENCE',
    labelEn: 'Like-for-like change',
    labelFr: 'Évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: {
      fr: 'taux d’arrivée moins taux de départ, sur les certifications qui ont un taux les deux années',
      en: 'later rate minus earlier rate, over the certifications with a rate in both years',
    },
    missingCase: NONE_IN_BOTH,
  },
  {
    id: 'LIKE_FOR_LIKE_FROM',
    labelEn: 'Earlier rate of the certifications of both years',
    labelFr: 'Taux de départ à certifications constantes',
    ...LIKE_FOR_LIKE_RATE,
    formula: {
      fr: 'Σ N·r / Σ N de l’année de départ, sur les certifications qui ont un taux les deux années',
      en: 'Σ N·r / Σ N of the earlier year over the certifications with a rate in both years',
    },
  },
  {
    id: 'LIKE_FOR_LIKE_TO',
    labelEn: 'Later rate of the certifications of both years',
    labelFr: 'Taux d’arrivée à certifications constantes',
    ...LIKE_FOR_LIKE_RATE,
    formula: {
      fr: 'Σ N·r / Σ N de l’année d’arrivée, sur les certifications qui ont un taux les deux années',
      en: 'Σ N·r / Σ N of the later year over the certifications with a rate in both years',
    },
  },
  {
    id: 'LIKE_FOR_LIKE_LOWER',
    labelEn: 'Lower bound of the like-for-like change',
    labelFr: 'Borne basse de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: {
      fr: 'd − t(C − 1)·se sur les C certifications qui ont un taux les deux années',
      en: 'd − t(C − 1)·se over the C certifications with a rate in both years',
    },
  },
  {
    id: 'LIKE_FOR_LIKE_UPPER',
    labelEn: 'Upper bound of the like-for-like change',
    labelFr: 'Borne haute de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: {
      fr: 'd + t(C − 1)·se sur les C certifications qui ont un taux les deux années',
      en: 'd + t(C − 1)·se over the C certifications with a rate in both years',
    },
  },
  {
    id: 'LIKE_FOR_LIKE_STANDARD_ERROR',
    labelEn: 'Standard error of the like-for-like change',
    labelFr: 'Erreur type de l’évolution à certifications constantes',
    ...LIKE_FOR_LIKE,
    formula: {
      fr: '√((C − 1)/C · Σ u²) sur les C certifications qui ont un taux les deux années',
      en: '√((C − 1)/C · Σ u²) over the C certifications with a rate in both years',
    },
  },
  {
    id: 'LIKE_FOR_LIKE_CLUSTERS',
    labelEn: 'Certifications with a rate in both years',
    labelFr: 'Nombre de certifications présentes les deux années',
    ...OF_GROUP,
    ...NO_RATIO,
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'certifications qui ont un taux dans les groupes des deux années',
      en: 'certifications with a rate in the groups of both years',
    },
    missingCase: {
      fr: 'absent pour une seule certification\u00a0; 0 quand il n’y en a pas',
      en: 'absent for one certification; 0 when there is none',
    },
  },
] as const satisfies readonly Measure[];

import { type Measure, methodSection, NO_RATIO } from './measure.ts';

const CHANGE = {
  unit: 'POINTS',
  ...NO_RATIO,
  missingCase: {
    fr: 'absent quand l’un des deux taux l’est, ou n’a pas d’effectif au-dessus de 0',
    en: 'absent when one of the two rates is, or has no base above 0',
  },
  source: methodSection('changes'),
} as const;
const OF_LIST = { ...NO_RATIO, source: methodSection('many-comparisons') } as const;

/** The change of a rate, what may be said of it, and what chance alone makes of many. */
export const CHANGE_MEASURES = [
  {
    id: 'RATE_DIFFERENCE',
    labelEn: 'Change of a rate',
    labelFr: 'Évolution du taux',
    ...CHANGE,
    formula: { fr: 'taux d’arrivée moins taux de départ', en: 'later rate minus earlier rate' },
  },
  {
    id: 'RATE_DIFFERENCE_LOWER',
    labelEn: 'Lower bound of the change of a rate',
    labelFr: 'Borne basse de l’évolution (Newcombe)',
    ...CHANGE,
    formula: {
      fr: 'd − √((p₂ − l₂)² + (u₁ − p₁)²)\u00a0: l et u sont les bornes de Wilson des deux taux',
      en: 'd − √((p₂ − l₂)² + (u₁ − p₁)²): l and u are the Wilson bounds of the two rates',
    },
  },
  {
    id: 'RATE_DIFFERENCE_UPPER',
    labelEn: 'Upper bound of the change of a rate',
    labelFr: 'Borne haute de l’évolution (Newcombe)',
    ...CHANGE,
    formula: {
      fr: 'd + √((u₂ − p₂)² + (p₁ − l₁)²)\u00a0: l et u sont les bornes de Wilson des deux taux',
      en: 'd + √((u₂ − p₂)² + (p₁ − l₁)²): l and u are the Wilson bounds of the two rates',
    },
  },
  {
    id: 'CHANGE_VERDICT',
    labelEn: 'Verdict of a change',
    labelFr: 'Sens de l’évolution : hausse, baisse ou non significative',
    ...NO_RATIO,
    source: methodSection('changes'),
    unit: 'CATEGORY',
    formula: {
      fr: 'RISE ou FALL quand l’intervalle de Newcombe exclut 0, que pour un groupe l’intervalle entre certifications l’exclut aussi, du même côté, et que l’évolution à certifications constantes n’a pas l’autre signe\u00a0; sinon NOT_SIGNIFICANT',
      en: 'RISE or FALL when Newcombe’s interval leaves 0 out, for groups that between certifications too, on the same side, and the like-for-like change has not the other sign; else NOT_SIGNIFICANT',
    },
    missingCase: { fr: 'absent quand l’évolution l’est', en: 'absent with the change' },
    caution: {
      fr: 'NOT_SIGNIFICANT ne veut pas dire «\u00a0pas d’évolution\u00a0»\u00a0: rien ne peut être dit',
      en: 'NOT_SIGNIFICANT is not "no change": nothing can be told',
    },
  },
  {
    id: 'CHANGE_REASON',
    labelEn: 'What decided on the verdict of a change',
    labelFr: 'Motif du sens de l’évolution',
    ...NO_RATIO,
    source: methodSection('between-certifications'),
    unit: 'CATEGORY',
    formula: {
      fr: 'INTERVALS, TOO_FEW_CERTIFICATIONS l’une des années, ou LIKE_FOR_LIKE_DISAGREES\u00a0: les certifications des deux années ont évolué dans l’autre sens',
      en: 'INTERVALS, TOO_FEW_CERTIFICATIONS in one of the years, or LIKE_FOR_LIKE_DISAGREES: the certifications of both years went the other way',
    },
    missingCase: { fr: 'absent quand l’évolution l’est', en: 'absent with the change' },
  },
  {
    id: 'CHANGE_P_VALUE',
    labelEn: 'p-value of a change',
    labelFr: 'Valeur p de l’évolution',
    ...OF_LIST,
    unit: 'PROBABILITY',
    formula: {
      fr: 'le plus petit α dont l’intervalle de Newcombe exclut 0',
      en: 'the smallest α whose Newcombe interval leaves 0 out',
    },
    missingCase: {
      fr: 'absent pour les groupes, dont le sens de l’évolution repose sur davantage',
      en: 'absent for groups, whose verdict rests on more',
    },
    caution: {
      fr: 'dans les deux sens\u00a0; trop petite, car l’effectif est celui des certifiés et non des répondants',
      en: 'both directions; too small, for the base is the certified and not the respondents',
    },
  },
  {
    id: 'CHANGE_Q_VALUE',
    labelEn: 'q-value of a change',
    labelFr: 'Valeur q de l’évolution',
    ...OF_LIST,
    unit: 'SHARE',
    formula: {
      fr: 'de Benjamini et Hochberg, sur toutes les évolutions du taux dans le répertoire\u00a0: part de celles qui sont au moins aussi sûres qui l’est par hasard',
      en: 'Benjamini and Hochberg’s, over all changes of the rate in the register: which share of those that are as sure is there by chance',
    },
    missingCase: {
      fr: 'absent sauf si l’évolution part de la promotion de l’année précédente',
      en: 'absent unless the change is from the cohort of the year before',
    },
  },
] as const satisfies readonly Measure[];

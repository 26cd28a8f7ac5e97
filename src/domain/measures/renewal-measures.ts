import { type Measure, methodSection, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

/** What a renewal of the registration looks at. */
export const RENEWAL_MEASURES = [
  {
    id: 'USABLE_COHORTS',
    labelEn: 'Cohorts whose global rate at 6 months is published',
    labelFr: 'Promotions dont le taux global à 6 mois est publié',
    unit: 'COHORTS',
    formula: {
      fr: 'nombre de promotions\u00a0; on en examine d’ordinaire deux, aucun nombre ne décide à lui seul',
      en: 'number of cohorts; two are usually looked at, none decides by itself',
    },
    ...NO_RATIO,
    missingCase: ZERO_WHEN_NONE,
    source: methodSection('renewal'),
  },
  {
    id: 'FILE_BY',
    labelEn: 'Recommended last day of filing for renewal',
    labelFr: 'Date limite conseillée de dépôt de la demande de renouvellement',
    unit: 'DATE',
    formula: {
      fr: 'fin de l’enregistrement moins 8 mois',
      en: 'end of the registration minus 8 months',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand la fin n’est pas connue',
      en: 'absent when the end is not known',
    },
    source: methodSection('renewal'),
  },
  {
    id: 'FILE_AT_LATEST',
    labelEn: 'Last day of filing for renewal',
    labelFr: 'Date limite de dépôt de la demande de renouvellement',
    unit: 'DATE',
    formula: {
      fr: 'fin de l’enregistrement moins 7 mois',
      en: 'end of the registration minus 7 months',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand la fin n’est pas connue',
      en: 'absent when the end is not known',
    },
    source: methodSection('renewal'),
  },
] as const satisfies readonly Measure[];

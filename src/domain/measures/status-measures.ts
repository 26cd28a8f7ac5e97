import { type Measure, methodSection, NEVER_ABSENT, NO_RATIO } from './measure.ts';

/** When a rate is due, what became of it, and the gap between two. */
export const STATUS_MEASURES = [
  {
    id: 'DUE_ON',
    labelEn: 'Last day on which a rate is not late',
    labelFr: 'Date d’échéance de publication du taux',
    unit: 'DATE',
    formula: {
      fr: '31 décembre de l’année de la promotion, plus 6 mois ou 2 ans, plus 6 mois de délai de publication',
      en: '31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent là où aucun taux n’est attendu\u00a0: au RS',
      en: 'absent where no rate is expected: on the RS',
    },
    source: methodSection('status'),
  },
  {
    id: 'STATUS',
    labelEn: 'Status of a rate',
    labelFr: 'Statut du taux',
    unit: 'CATEGORY',
    formula: {
      fr: 'première condition du tableau de la méthode qui est remplie à la date de référence',
      en: 'the first condition of the method’s table that holds on the as-of date',
    },
    ...NO_RATIO,
    missingCase: NEVER_ABSENT,
    source: methodSection('status'),
  },
  {
    id: 'GAP_6_MONTHS',
    labelEn: 'Gap between the two rates at 6 months',
    labelFr: 'Écart entre taux global et taux dans le métier visé à 6 mois',
    unit: 'POINTS',
    formula: {
      fr: 'taux global à 6 mois moins taux dans le métier visé à 6 mois, tels que publiés',
      en: 'global rate at 6 months minus target rate at 6 months, as published',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand l’un des deux n’est pas publié',
      en: 'absent when one of the two is not published',
    },
    source: methodSection('indicators'),
  },
  {
    id: 'DAYS_LATE',
    labelEn: 'Days past the due date of a rate',
    labelFr: 'Jours de retard',
    unit: 'DAYS',
    formula: {
      fr: 'date de référence moins date d’échéance\u00a0; 0 jusqu’à l’échéance comprise',
      en: 'as-of day minus due date; 0 up to and including that day',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent sauf si le taux est en retard',
      en: 'absent unless the rate is overdue',
    },
    source: methodSection('status'),
  },
] as const satisfies readonly Measure[];

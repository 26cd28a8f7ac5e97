import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

/** Counts by status, and of what is complete or late. */
export const COUNT_MEASURES = [
  {
    id: 'COHORTS_WITH_STATUS',
    labelEn: 'Cohorts by status of a rate',
    labelFr: 'Nombre de promotions par statut du taux',
    ...NO_RATIO,
    source: methodSection('status'),
    unit: 'COHORTS',
    formula: {
      fr: 'nombre de promotions dont le taux a ce statut à la date de référence',
      en: 'number of cohorts of which the rate has the status on the as-of day',
    },
    missingCase: {
      fr: '0 quand aucune ne l’a\u00a0; jamais absent',
      en: '0 when none has; never absent',
    },
  },
  {
    id: 'COMPLETE_CERTIFICATIONS',
    labelEn: 'Certifications with complete rates at 6 months',
    labelFr: 'Nombre de certifications aux taux à 6 mois complets',
    ...NO_RATIO,
    source: methodSection('statistics'),
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'nombre de certifications qui publient un taux global à 6 mois et n’en doivent aucun à 6 mois à la date de référence',
      en: 'number of certifications that publish a global rate at 6 months and owe none at 6 months on the as-of day',
    },
    missingCase: ZERO_WHEN_NONE,
  },
  {
    id: 'COMPLETE_SHARE',
    labelEn: 'Share of certifications with complete rates at 6 months',
    labelFr: 'Part des certifications aux taux à 6 mois complets',
    source: methodSection('statistics'),
    version: METHOD_VERSION,
    unit: 'PERCENT',
    formula: {
      fr: '100 · certifications aux taux à 6 mois complets / certifications',
      en: '100 · certifications with complete rates at 6 months / certifications',
    },
    numerator: {
      fr: 'certifications aux taux à 6 mois complets',
      en: 'certifications with complete rates at 6 months',
    },
    denominator: { fr: 'certifications du groupe', en: 'certifications of the group' },
    missingCase: { fr: 'absent quand il n’y en a pas', en: 'absent when there are none' },
  },
  {
    id: 'OVERDUE_RATES',
    labelEn: 'Overdue rates at 6 months',
    labelFr: 'Nombre de taux à 6 mois en retard',
    ...NO_RATIO,
    source: methodSection('status'),
    unit: 'COHORTS',
    formula: {
      fr: 'promotions dont le taux global à 6 mois est en retard à la date de référence, plus celles dont le taux dans le métier visé à 6 mois l’est\u00a0: une promotion qui doit les deux compte deux fois',
      en: 'cohorts whose global rate at 6 months is overdue on the as-of day, plus those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice',
    },
    missingCase: ZERO_WHEN_NONE,
  },
  {
    id: 'CERTIFIER_DAYS_LATE',
    labelEn: 'Days since the oldest overdue rate of a certifying body was due',
    labelFr: 'Jours de retard du certificateur',
    ...NO_RATIO,
    source: methodSection('status'),
    unit: 'DAYS',
    formula: {
      fr: 'date de référence moins la plus ancienne date d’échéance de ses taux à 6 mois en retard',
      en: 'as-of day minus the earliest due date among its overdue rates at 6 months',
    },
    missingCase: { fr: 'absent quand aucun n’est en retard', en: 'absent when none is overdue' },
  },
] as const satisfies readonly Measure[];

import { METHOD_VERSION } from '../method.ts';
import type { Measure } from './measure.ts';

const NO_RATIO = { numerator: null, denominator: null, version: METHOD_VERSION } as const;

/** Counts by status, and of what is complete or late. */
export const COUNT_MEASURES = [
  {
    id: 'COHORTS_WITH_STATUS',
    labelEn: 'Cohorts by status of a rate',
    labelFr: 'Nombre de promotions par statut du taux',
    ...NO_RATIO,
    source: 'docs/method.md#status',
    unit: 'COHORTS',
    formula: 'number of cohorts of which the rate has the status on the as-of day',
    missingCase: '0 when none has; never absent',
  },
  {
    id: 'COMPLETE_CERTIFICATIONS',
    labelEn: 'Certifications with complete rates at 6 months',
    labelFr: 'Nombre de certifications aux taux à 6 mois complets',
    ...NO_RATIO,
    source: 'docs/method.md#statistics',
    unit: 'CERTIFICATIONS',
    formula:
      'number of certifications that publish a global rate at 6 months and owe none at 6 months on the as-of day',
    missingCase: '0 when there is none; never absent',
  },
  {
    id: 'COMPLETE_SHARE',
    labelEn: 'Share of certifications with complete rates at 6 months',
    labelFr: 'Part des certifications aux taux à 6 mois complets',
    source: 'docs/method.md#statistics',
    version: METHOD_VERSION,
    unit: 'PERCENT',
    formula: '100 · certifications with complete rates at 6 months / certifications',
    numerator: 'certifications with complete rates at 6 months',
    denominator: 'certifications of the group',
    missingCase: 'absent when there are none',
  },
  {
    id: 'OVERDUE_RATES',
    labelEn: 'Overdue rates at 6 months',
    labelFr: 'Nombre de taux à 6 mois en retard',
    ...NO_RATIO,
    source: 'docs/method.md#status',
    unit: 'COHORTS',
    formula:
      'cohorts whose global rate at 6 months is overdue on the as-of day, plus those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice',
    missingCase: '0 when there is none; never absent',
  },
  {
    id: 'CERTIFIER_DAYS_LATE',
    labelEn: 'Days since the oldest overdue rate of a certifying body was due',
    labelFr: 'Jours de retard du certificateur',
    ...NO_RATIO,
    source: 'docs/method.md#status',
    unit: 'DAYS',
    formula: 'as-of day minus the earliest due date among its overdue rates at 6 months',
    missingCase: 'absent when none is overdue',
  },
] as const satisfies readonly Measure[];

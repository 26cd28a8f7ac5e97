import { certifierColumns } from './certifier-columns.ts';
import { STATUS_LABELS } from './code-labels.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension, figure, measure } from './columns.ts';
import { ReportRenewalReadinessDocument, type ReportRenewalReadinessQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  certificationFilter,
  certificationParametersBut,
  MONTHS,
} from './filter-parameters.ts';
import type { Parameter } from './parameter.ts';
import { renewalColumns } from './renewal-columns.ts';
import { defineReport } from './report.ts';

type Certification = ReportRenewalReadinessQuery['certifications']['nodes'][number];

/** The statuses that a global rate at 6 months of the RNCP may have. */
const STATUSES = [
  'PUBLISHED',
  'PUBLISHED_EARLY',
  'NO_HOLDER',
  'NOT_YET_OBSERVABLE',
  'IN_COLLECTION',
  'CLOSED_BEFORE_DUE',
  'OVERDUE',
] as const;

const ACTIVE: Parameter = {
  name: 'active',
  description: 'Certifications that are active on the day, or those that are not.',
  kind: { type: 'BOOLEAN' },
  ...{ many: false, otherwise: true, example: 'true' },
};

const USABLE_COHORTS_TO: Parameter = {
  name: 'usable_cohorts_to',
  description:
    'Only certifications with so many cohorts, or fewer, whose global rate at 6 months is published.',
  kind: { type: 'INTEGER', from: 0, to: 100 },
  ...{ many: false, example: '1' },
};

export const renewalReadiness = defineReport({
  name: 'renewal-readiness',
  title: { fr: 'Éléments des demandes de renouvellement', en: 'Readiness for renewal' },
  description:
    'Active certifications of the RNCP with what a renewal request could rest on for criteria 1 and 2, and why rates are missing. Shown, not judged: regimes with one cohort or none exist.',
  grain: 'one row for each certification',
  key: ['certification_code'],
  document: ReportRenewalReadinessDocument,
  parameters: [
    MONTHS,
    USABLE_COHORTS_TO,
    ACTIVE,
    ...certificationParametersBut('active', 'register'),
    AS_OF,
  ],
  variablesOf: (values) => ({
    filter: {
      ...certificationFilter(values),
      register: 'RNCP' as const,
      registrationEndsWithinMonths: values['months'] as number | undefined,
      usableCohorts: { to: values['usable_cohorts_to'] as number | undefined },
    },
    asOf: asOf(values),
  }),
  listOf: (data) => data.certifications,
  itemsOf: (data) => data.certifications.nodes,
  columns: [
    ...certificationColumns<Certification>((certification) => certification),
    ...certifierColumns<Certification>(({ certifiers }) => certifiers),
    ...renewalColumns<Certification>(({ renewal }) => renewal),
    dimension<Certification>(
      'watch_opens_on',
      'DATE',
      'Début de la veille',
      'Twelve months before the end; absent when the end is not known',
      ({ renewal }) => renewal.watchOpensOn,
    ),
    figure<Certification>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All that have a line in the statistics; 0 when none has.',
      ({ renewal }) => renewal.readiness.cohorts,
    ),
    measure<Certification>(
      'usable_cohorts',
      'INTEGER',
      'USABLE_COHORTS',
      ({ renewal }) => renewal.readiness.usableCohorts,
    ),
    figure<Certification>(
      'usual_cohorts',
      'INTEGER',
      'COHORTS',
      {
        fr: 'Nombre de promotions usuellement examinées',
        en: 'Cohorts that are usually looked at',
      },
      'Cohorts. So many are usually looked at; none decides by itself.',
      ({ renewal }) => renewal.readiness.usualCohorts,
    ),
    ...STATUSES.map((status) =>
      figure<Certification>(
        `cohorts_${status.toLowerCase()}`,
        'INTEGER',
        'COHORTS',
        {
          fr: `Promotions dont le taux global à 6 mois est : ${STATUS_LABELS[status].fr.toLowerCase()}`,
          en: `Cohorts whose global rate at 6 months is: ${STATUS_LABELS[status].en.toLowerCase()}`,
        },
        `Cohorts. Those whose global rate at 6 months is ${status} on the day; 0 when none is.`,
        ({ renewal }) =>
          renewal.readiness.statuses.find((each) => each.status === status)?.cohorts ?? 0,
      ),
    ),
  ],
});

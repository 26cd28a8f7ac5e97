import {
  type RenewalDays,
  renewalDays,
  type RenewalStage as Stage,
  USUAL_COHORTS,
} from '../../domain/certification/renewal.ts';
import type { StatusCount } from '../../domain/insertion/insertion-summary.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { latestCohortRows, statusCounts } from '../../snapshot/figures.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { StatusCountRef } from '../insertion/rate-status.ts';

const RenewalStage = builder.enumType('RenewalStage', {
  description: 'Where a registration stands on its way to renewal, on the as-of day.',
  values: {
    UNKNOWN_END: { description: 'The end of the registration is not known.' },
    NOT_OPEN: { description: 'The end is more than twelve months away.' },
    WATCH: {
      description: 'The end is within twelve months; the recommended day of filing is not passed.',
    },
    FILE_NOW: {
      description:
        'The recommended day of filing has passed; the last one, a month later, has not.',
    },
    LATE: { description: 'The last day of filing has passed, and the registration is active.' },
    ENDED: { description: 'The registration has ended.' },
  } satisfies Record<Stage, { description: string }>,
});

interface RenewalModel extends RenewalDays {
  readonly certification: CertificationRow;
}

const ReadinessRef = builder
  .objectRef<{
    readonly cohorts: number;
    readonly usable: number;
    readonly statuses: readonly StatusCount[];
  }>('RenewalReadiness')
  .implement({
    description:
      'What a renewal request could rest on for criteria 1 and 2: shown, not judged. Regimes with one cohort or none exist.',
    fields: (t) => ({
      cohorts: t.exposeInt('cohorts', { description: 'Cohorts. All that are in the statistics.' }),
      usableCohorts: t.exposeInt('usable', {
        description: measureDescription('USABLE_COHORTS'),
      }),
      usualCohorts: t.int({
        description: 'Cohorts. So many are usually looked at.',
        resolve: () => USUAL_COHORTS,
      }),
      statuses: t.field({
        type: [StatusCountRef],
        description:
          'How many cohorts have each status of the global rate at 6 months: why it is missing where it is.',
        resolve: ({ statuses }) => statuses,
      }),
    }),
  });

const RenewalRef = builder.objectRef<RenewalModel>('Renewal').implement({
  description:
    'The renewal of a registration (renouvellement de l’enregistrement): its days, and what a request could rest on.',
  fields: (t) => ({
    stage: t.expose('stage', { type: RenewalStage, description: 'Where it stands.' }),
    watchOpensOn: t.expose('watchOpensOn', {
      type: 'Date',
      nullable: true,
      description: 'Twelve months before the end. Absent when the end is not known.',
    }),
    fileBy: t.expose('fileBy', {
      type: 'Date',
      nullable: true,
      description: measureDescription('FILE_BY'),
    }),
    fileAtLatest: t.expose('fileAtLatest', {
      type: 'Date',
      nullable: true,
      description: measureDescription('FILE_AT_LATEST'),
    }),
    lastActiveDay: t.expose('lastActiveDay', {
      type: 'Date',
      nullable: true,
      description: 'The end of the registration, that day included. Absent when it is not known.',
    }),
    replaced: t.boolean({
      description: 'Whether some fiche says what replaces the certification.',
      resolve: ({ certification: { replaced } }) => replaced,
    }),
    readiness: t.field({
      type: ReadinessRef,
      description: 'What a request could rest on.',
      resolve: ({ certification }) => readinessOf(certification),
    }),
  }),
});

function readinessOf({ view, row }: CertificationRow) {
  const cohorts = latestCohortRows(view.snapshot, row, null);
  return {
    cohorts: cohorts.length,
    usable: view.snapshot.certifications.usableCohorts[row] ?? 0,
    statuses: statusCounts(view, cohorts, 'GLOBAL_6_MONTHS'),
  };
}

builder.objectField(CertificationRef, 'renewal', (t) =>
  t.field({
    type: RenewalRef,
    description: 'The renewal of its registration, on the as-of day.',
    resolve: (certification) => ({
      ...renewalDays(certification.registrationEndsOn, certification.view.day),
      certification,
    }),
  }),
);

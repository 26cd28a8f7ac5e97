import {
  type CohortRow,
  cohortOf,
  cohortSortKeys,
  cohorts,
  countCohorts,
  type CohortOrderField as OrderField,
} from '../db/cohorts.ts';
import { readPage } from '../db/paging.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { cohortVaeShare } from '../domain/insertion-summary.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { latestCohorts } from '../domain/pooling.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationRef, loadCertification } from './certification.ts';
import { CohortFilter, cohortFilterOf } from './cohort-filter.ts';
import { connectionOf, orderInput, pageComplexity } from './connection.ts';

/** A cohort seen on a day: `asOf` decides which of its rates are due. */
export interface CohortModel extends CohortRow {
  readonly asOf: PlainDate;
}

export const CohortRef = builder.objectRef<CohortModel>('Cohort');

builder.node(CohortRef, {
  description:
    'A cohort (promotion): the people who obtained a certification in one calendar year, by whatever access route.',
  id: {
    resolve: ({ certificationCode, year }) => `${certificationCode}/${year}`,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (ids, { loaders, today }) =>
    Promise.all(
      ids.map(async (id) => {
        const [code = '', year] = id.split('/');
        const rows = await loaders.cohorts.load(code);
        const row = rows.find((each) => String(each.year) === year);
        return row ? { ...row, asOf: today } : null;
      }),
    ),
  fields: (t) => ({
    certification: t.field({
      type: CertificationRef,
      description: 'What was obtained.',
      resolve: async ({ certificationCode, asOf }, _args, context) => {
        const certification = await loadCertification(context, certificationCode, asOf);
        if (!certification) throw new Error(`cohort of ${certificationCode}, which is not there`);
        return certification;
      },
    }),
    year: t.exposeInt('year', { description: 'Année d’obtention de la certification.' }),
    certified: t.exposeInt('certified', {
      nullable: true,
      description: measureDescription('CERTIFIED'),
    }),
    certifiedThroughVae: t.exposeInt('certifiedThroughVae', {
      nullable: true,
      description: measureDescription('CERTIFIED_THROUGH_VAE'),
    }),
    vaeShare: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('VAE_SHARE'),
      resolve: cohortVaeShare,
    }),
  }),
});

builder.objectField(CertificationRef, 'cohorts', (t) =>
  t.field({
    type: [CohortRef],
    description: 'Cohorts (promotions) that have a line in the statistics, newest first.',
    args: {
      lastCohorts: t.arg.int({ description: 'Only so many of the most recent, 1 to 50.' }),
    },
    resolve: async ({ code, asOf }, { lastCohorts }, { loaders }) => {
      const all = await loaders.cohorts.load(code);
      const chosen = lastCohorts == null ? all : latestCohorts(all, lastCohorts);
      return chosen.map((row) => ({ ...row, asOf }));
    },
  }),
);

const CohortOrderField = builder.enumType('CohortOrderField', {
  description: 'What cohorts are ordered by.',
  values: {
    CERTIFICATION: { description: 'Register and number of the certification.' },
    YEAR: { description: 'Année d’obtention.' },
    CERTIFIED: { description: 'Number of certified.' },
    GLOBAL_6_MONTHS: { description: 'Taux d’insertion global à 6 mois, as published.' },
    TARGET_OCCUPATION_6_MONTHS: {
      description: 'Taux d’insertion dans le métier visé à 6 mois, as published.',
    },
    TARGET_OCCUPATION_2_YEARS: {
      description: 'Taux d’insertion dans le métier visé à 2 ans, as published.',
    },
    GAP_6_MONTHS: {
      description: 'Global rate minus target rate at 6 months; cohorts without both come last.',
    },
  } satisfies Record<OrderField, { description: string }>,
});

export const CohortOrder = orderInput(
  'CohortOrder',
  CohortOrderField,
  'One thing to order by; ties are broken by certification, then newest year first.',
);

export const CohortConnection = builder.connectionObject(
  { type: CohortRef, name: 'CohortConnection', description: 'A page of cohorts.' },
  { name: 'CohortEdge', description: 'A cohort in a list.' },
);

builder.queryField('cohorts', (t) =>
  t.connection(
    {
      type: CohortRef,
      description:
        'Cohorts of a filter, by certification and newest first unless another order is given.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: CohortFilter, description: 'Which cohorts.' }),
        orderBy: t.arg({ type: [CohortOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: async (_root, args, context) => {
        const { db, today } = context;
        const asOf = asOfDay(args.asOf, today);
        const filter = await cohortFilterOf(args.filter, context, asOf);
        const page = await readPage(
          cohorts(db, filter, asOf),
          cohortSortKeys(args.orderBy ?? []),
          args,
        );
        return connectionOf(
          page,
          (flat) => ({ ...cohortOf(flat), asOf }),
          () => countCohorts(db, filter, asOf).executeTakeFirstOrThrow(),
        );
      },
    },
    CohortConnection,
  ),
);

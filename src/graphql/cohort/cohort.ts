import { checkedLastCohorts } from '../../domain/insertion/pooling.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { explainNoCohorts } from '../../snapshot/empty/certification-figures.ts';
import { latestCohortRows } from '../../snapshot/figures.ts';
import { cohortList, type CohortOrderField as OrderField } from '../../snapshot/list/lists.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { listOf, ofCohorts, pages, perCertification } from '../cost/lists.ts';
import { isEmptyList, isOfOne, noteEmpty } from '../empty/empty-answers.ts';
import { explainCohorts } from '../empty/filter-parts.ts';
import { CohortFilter, cohortsOf } from './cohort-filter.ts';

export const CohortRef = builder.objectRef<CohortRow>('Cohort');

builder.node(CohortRef, {
  description:
    'A cohort (promotion): the people who obtained a certification in one calendar year, by whatever access route.',
  id: {
    resolve: ({ certification, year }) => `${certification.code}/${year}`,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (ids, context) => ids.map((id) => findCohort(viewOf(context), id)),
  fields: (t) => ({
    certification: t.field({
      type: CertificationRef,
      description: 'What was obtained.',
      resolve: ({ certification }) => certification,
    }),
    year: t.exposeInt('year', {
      description: 'Année d’obtention de la certification.',
    }),
    certified: t.exposeInt('certified', {
      nullable: true,
      description: measureDescription('CERTIFIED'),
    }),
    certifiedThroughVae: t.exposeInt('certifiedThroughVae', {
      nullable: true,
      description: measureDescription('CERTIFIED_THROUGH_VAE'),
    }),
    vaeShare: t.expose('vaeShare', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('VAE_SHARE'),
    }),
  }),
});

builder.objectField(CertificationRef, 'cohorts', (t) =>
  t.field({
    type: [CohortRef],
    ...listOf(perCertification(ofCohorts)),
    description: 'Cohorts (promotions) that have a line in the statistics, newest first.',
    args: {
      lastCohorts: t.arg.int({ description: 'Only so many of the most recent, 1 to 50.' }),
    },
    resolve: (certification, { lastCohorts }, context, info) => {
      const { view, row } = certification;
      const count = lastCohorts == null ? null : checkedLastCohorts(lastCohorts);
      const rows = latestCohortRows(view.snapshot, row, count);
      if (rows.length === 0 && isOfOne(info)) {
        noteEmpty(context, info, () => explainNoCohorts(certification));
      }
      return rows.map((cohort) => new CohortRow(view, cohort));
    },
  }),
);

/** The cohort of an identifier; null when there is none. */
function findCohort(view: DayView, id: string): CohortRow | null {
  const [code = '', year] = id.split('/');
  const { cohorts, certifications } = view.snapshot;
  const certification = certifications.rowOf.get(code);
  if (certification === undefined) return null;
  const row = latestCohortRows(view.snapshot, certification, null).find(
    (each) => String(cohorts.year[each]) === year,
  );
  return row === undefined ? null : new CohortRow(view, row);
}

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
      ...pages(ofCohorts),
      args: {
        filter: t.arg({ type: CohortFilter, description: 'Which cohorts.' }),
        orderBy: t.arg({ type: [CohortOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const view = viewOf(context, args.asOf);
        return andThen(cohortsOf(args.filter, context, view), (found) =>
          andThen(
            context.run(cohortList(view.snapshot, args.orderBy ?? [], found.mask)),
            (list) => {
              const connection = connectionOf(list, args, (row) => new CohortRow(view, row));
              if (isEmptyList(connection)) {
                noteEmpty(context, info, () => explainCohorts(args, { found, view, context }));
              }
              return { ...connection, comparisons: found.comparisons };
            },
          ),
        );
      },
    },
    CohortConnection,
  ),
);

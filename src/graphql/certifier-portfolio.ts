import type { CoCertifierRow } from '../db/co-certifiers.ts';
import { cohortOf, cohortSortKeys, cohortsOfCertifier } from '../db/cohorts.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { countStatuses, NO_SUMS } from '../domain/insertion-summary.ts';
import { builder } from './builder.ts';
import { CertificationSummaryRef, NO_COUNTS } from './certification-statistics.ts';
import { type CertifierModel, CertifierRef, loadCertifier } from './certifier.ts';
import { CohortConnection, CohortOrder, CohortRef } from './cohort.ts';
import { CohortFilter, cohortFilterOf } from './cohort-filter.ts';
import { nestedConnection, pageComplexity } from './connection.ts';
import type { RequestContext } from './context.ts';
import { firstOf } from './grouping-arguments.ts';
import { InsertionSummaryRef, type SummaryModel } from './insertion-summary.ts';

const CoCertifierRef = builder
  .objectRef<CoCertifierRow & { readonly asOf: PlainDate }>('CoCertifier')
  .implement({
    description: 'A body that certifies together with another (cocertificateur).',
    fields: (t) => ({
      certifier: t.field({
        type: CertifierRef,
        description: 'The other body.',
        resolve: async ({ otherSiren, asOf }, _args, context) => {
          const certifier = await loadCertifier(context, otherSiren, asOf);
          if (!certifier) throw new Error(`certifier ${otherSiren} is not there`);
          return certifier;
        },
      }),
      certifications: t.exposeInt('certifications', {
        description: 'Certifications. Those that both certify now.',
      }),
    }),
  });

async function loadSummary(
  { siren, asOf }: CertifierModel,
  { loaders }: RequestContext,
): Promise<SummaryModel> {
  const found = await loaders.certifierSums.load(siren);
  return {
    sums: found?.sums ?? NO_SUMS,
    before: null,
    statuses: async (indicator) =>
      countStatuses(await loaders.certifierOutcomes.load(siren), indicator, asOf),
  };
}

builder.objectFields(CertifierRef, (t) => ({
  summary: t.field({
    type: InsertionSummaryRef,
    description: 'What became of the certified of all that it certifies now, over all cohorts.',
    resolve: (certifier, _args, context) => loadSummary(certifier, context),
  }),
  certificationSummary: t.field({
    type: CertificationSummaryRef,
    description: 'Counts of what it certifies now, with and without statistics.',
    resolve: async ({ siren, asOf }, _args, { loaders }) =>
      (await loaders.certifierCounts(asOf).load(siren))?.counts ?? NO_COUNTS,
  }),
  cohorts: t.connection(
    {
      type: CohortRef,
      description:
        'Cohorts of what it certifies now, by certification and newest first unless another order is given; those that are overdue by a filter.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: CohortFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: [CohortOrder], description: 'Their order.' }),
      },
      resolve: async ({ siren, asOf }, args, context) => {
        const filter = await cohortFilterOf(args.filter, context, asOf);
        return nestedConnection(
          context,
          siren,
          {
            name: `Certifier.cohorts ${asOf}`,
            args,
            rows: cohortsOfCertifier(context.db, filter, asOf),
            keys: cohortSortKeys(args.orderBy ?? []),
          },
          (flat) => ({ ...cohortOf(flat), asOf }),
        );
      },
    },
    CohortConnection,
  ),
  coCertifiers: t.field({
    type: [CoCertifierRef],
    description:
      'Bodies that certify together with it now, known by SIREN: those of most certifications first.',
    args: { first: t.arg.int({ description: 'How many of them; all if absent.' }) },
    resolve: async ({ siren, asOf }, args, { loaders }) => {
      const first = firstOf(args.first, 'bodies') ?? undefined;
      const all = await loaders.coCertifiers.load(siren);
      return all.slice(0, first).map((row) => ({ ...row, asOf }));
    },
  }),
}));

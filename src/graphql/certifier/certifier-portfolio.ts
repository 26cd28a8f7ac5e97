import { coCertifiers } from '../../snapshot/co-certifiers.ts';
import { cohortsOfCertifications } from '../../snapshot/filter/cohort-mask.ts';
import { countCertifications } from '../../snapshot/group/certification-groups.ts';
import { cohortsTogether } from '../../snapshot/group/cohort-groups.ts';
import { cohortList } from '../../snapshot/list/lists.ts';
import { BodyRow } from '../../snapshot/rows/body-row.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { CertificationSummaryRef } from '../certification/certification-statistics.ts';
import { CohortConnection, CohortOrder, CohortRef } from '../cohort/cohort.ts';
import { CohortFilter, cohortsOf } from '../cohort/cohort-filter.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { firstOf } from '../core/grouping-arguments.ts';
import { andThen } from '../core/maybe.ts';
import { pages, perBody, portfolioCounts, portfolioStatistics } from '../cost/lists.ts';
import { isEmptyList, noteEmpty } from '../empty/empty-answers.ts';
import { explainCohorts } from '../empty/filter-parts.ts';
import { InsertionSummaryRef, SummaryModel } from '../insertion/insertion-summary.ts';
import { CertifierRef, certificationsOf } from './certifier.ts';

/** A body that certifies together with another. */
interface CoCertifierModel {
  readonly certifier: BodyRow;
  readonly certifications: number;
}

const CoCertifierRef = builder.objectRef<CoCertifierModel>('CoCertifier').implement({
  description: 'A body that certifies together with another (cocertificateur).',
  fields: (t) => ({
    certifier: t.expose('certifier', { type: CertifierRef, description: 'The other body.' }),
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those that both certify now.',
    }),
  }),
});

builder.objectFields(CertifierRef, (t) => ({
  summary: t.field({
    type: InsertionSummaryRef,
    ...portfolioStatistics,
    description: 'What became of the certified of all that it certifies now, over all cohorts.',
    resolve: (certifier, _args, { run }) =>
      andThen(
        run(cohortsTogether(certifier.view, certificationsOf(certifier))),
        (group) => new SummaryModel(group, certifier.view),
      ),
  }),
  certificationSummary: t.field({
    type: CertificationSummaryRef,
    ...portfolioCounts,
    description: 'Counts of what it certifies now, with and without statistics.',
    resolve: (certifier, _args, { run }) =>
      run(countCertifications(certifier.view, certificationsOf(certifier))),
  }),
  cohorts: t.connection(
    {
      type: CohortRef,
      description:
        'Cohorts of what it certifies now, by certification and newest first unless another order is given; those that are overdue by a filter.',
      ...pages(perBody),
      args: {
        filter: t.arg({ type: CohortFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: [CohortOrder], description: 'Their order.' }),
      },
      resolve: (certifier, args, context, info) => {
        const { view } = certifier;
        return andThen(cohortsOf(args.filter, context, view), (found) => {
          const rows = cohortsOfCertifications(view.snapshot, certificationsOf(certifier));
          return andThen(
            context.run(cohortList(view.snapshot, args.orderBy ?? [], found.mask, rows)),
            (list) => {
              const connection = connectionOf(list, args, (row) => new CohortRow(view, row));
              if (args.filter && isEmptyList(connection)) {
                const { filter } = args;
                noteEmpty(context, info, () =>
                  explainCohorts({ filter }, { found, view, context }, rows),
                );
              }
              return { ...connection, comparisons: found.comparisons };
            },
          );
        });
      },
    },
    CohortConnection,
  ),
  coCertifiers: t.field({
    type: [CoCertifierRef],
    description:
      'Bodies that certify together with it now, known by SIREN: those of most certifications first.',
    args: { first: t.arg.int({ description: 'How many of them; all if absent.' }) },
    resolve: ({ view, row }, args, { run }) => {
      const first = firstOf(args.first, { en: 'bodies', fr: 'organismes' }) ?? undefined;
      return andThen(
        run(coCertifiers(view.snapshot, row)),
        ({ body, certifications }): CoCertifierModel[] =>
          Array.from(body.subarray(0, first), (other, place) => ({
            certifier: new BodyRow(view, other),
            certifications: certifications[place] ?? 0,
          })),
      );
    },
  }),
}));

import {
  type CertificationDimension as Dimension,
  isOverlapping,
} from '../../domain/insertion/dimension.ts';
import { orderKeyed } from '../../domain/keyed-groups.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import {
  certificationMask,
  type CertificationFilter as Filter,
} from '../../snapshot/filter/certification-filter.ts';
import { nameOf } from '../../snapshot/filter/mask-names.ts';
import {
  type CertificationCounts,
  certificationGroups,
} from '../../snapshot/group/certification-groups.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { OrderDirection } from '../core/connection.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { firstOf, groupByOf, tooManyGroups } from '../core/grouping-arguments.ts';
import { andThen } from '../core/maybe.ts';
import { certificationStatistics } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
import { CertificationDimension } from '../insertion/dimension.ts';
import { CertificationGroupKeyRef } from '../insertion/group-key.ts';
import { GroupKeyModel } from '../insertion/group-key-model.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';

export const CertificationSummaryRef = builder
  .objectRef<CertificationCounts>('CertificationSummary')
  .implement({
    description: 'Counts of some certifications, whether or not they have statistics.',
    fields: (t) => ({
      certifications: t.exposeInt('certifications', { description: 'Certifications. All.' }),
      active: t.exposeInt('active', {
        description: 'Certifications. Those that are active on the as-of day.',
      }),
      withCohorts: t.exposeInt('withCohorts', {
        description: 'Certifications. Those that have a cohort in the statistics.',
      }),
      withUsualCohorts: t.exposeInt('withUsualCohorts', {
        description:
          'Certifications. Those with two cohorts or more whose global rate at 6 months is published.',
      }),
      withCompleteSixMonthRates: t.exposeInt('withCompleteSixMonthRates', {
        description: measureDescription('COMPLETE_CERTIFICATIONS'),
      }),
      completeShare: t.field({
        type: 'Percentage',
        nullable: true,
        description: measureDescription('COMPLETE_SHARE'),
        resolve: ({ certifications, withCompleteSixMonthRates }) =>
          certifications > 0 ? (100 * withCompleteSixMonthRates) / certifications : null,
      }),
      replaced: t.exposeInt('replaced', {
        description: 'Certifications. Those of which some fiche says what replaces them.',
      }),
      filingPassed: t.exposeInt('filingPassed', {
        description:
          'Certifications. Active ones whose recommended day of filing for renewal has passed.',
      }),
    }),
  });

interface GroupModel {
  readonly key: GroupKeyModel<Dimension>;
  readonly summary: CertificationCounts;
}

const CertificationGroupRef = builder.objectRef<GroupModel>('CertificationGroup').implement({
  description: 'The certifications that have the same key, counted.',
  fields: (t) => ({
    key: t.expose('key', {
      type: CertificationGroupKeyRef,
      description: 'What they have in common.',
    }),
    summary: t.expose('summary', { type: CertificationSummaryRef, description: 'Their counts.' }),
  }),
});

interface StatisticsModel {
  readonly total: CertificationCounts;
  readonly groups: readonly GroupModel[];
  readonly groupCount: number;
  readonly overlapping: boolean;
}

const CertificationStatisticsRef = builder
  .objectRef<StatisticsModel>('CertificationStatistics')
  .implement({
    description: 'Counts of the certifications of a filter, in all and by group.',
    fields: (t) => ({
      total: t.expose('total', {
        type: CertificationSummaryRef,
        description: 'Over all certifications of the filter, each once.',
      }),
      groups: t.expose('groups', {
        type: [CertificationGroupRef],
        description:
          'The groups, in order; without `groupBy` none. Those whose value is not known are a group as well.',
      }),
      groupCount: t.exposeInt('groupCount', {
        description: 'Groups. All, whatever `first` leaves out.',
      }),
      overlapping: t.exposeBoolean('overlapping', {
        description:
          'Whether a certification may be in several groups, so that they do not add up to the total.',
      }),
    }),
  });

const MEASURES = {
  KEY: null,
  CERTIFICATIONS: (counts: CertificationCounts) => counts.certifications,
  ACTIVE: (counts: CertificationCounts) => counts.active,
  COMPLETE: (counts: CertificationCounts) => counts.withCompleteSixMonthRates,
  FILING_PASSED: (counts: CertificationCounts) => counts.filingPassed,
} as const;

const GroupOrderField = builder.enumType('CertificationGroupOrderField', {
  description: 'What groups of certifications are ordered by. Keys not known come last.',
  values: {
    KEY: { description: 'The keys, in the order of `groupBy`.' },
    CERTIFICATIONS: { description: 'Number of certifications.' },
    ACTIVE: { description: 'Number of active ones.' },
    COMPLETE: { description: 'Number of those with complete rates at 6 months.' },
    FILING_PASSED: { description: 'Number of those whose recommended day of filing has passed.' },
  } satisfies Record<keyof typeof MEASURES, { description: string }>,
});

const CertificationGroupOrder = builder.inputType('CertificationGroupOrder', {
  description: 'One thing to order groups of certifications by; ties are broken by key.',
  fields: (t) => ({
    by: t.field({ type: GroupOrderField, required: true, description: 'What.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  }),
});

/** The counts of no certification at all. */
const NO_COUNTS: CertificationCounts = {
  ...{ certifications: 0, active: 0, withCohorts: 0, withUsualCohorts: 0 },
  ...{ withCompleteSixMonthRates: 0, replaced: 0, filingPassed: 0 },
};

interface Request {
  readonly filter: Filter;
  readonly groupBy: readonly Dimension[];
  readonly orders: readonly (typeof CertificationGroupOrder.$inferInput)[];
  readonly first: number | null;
}

function* statisticsOf(
  view: DayView,
  { filter, groupBy, orders, first }: Request,
  { services: { maxGroups } }: OperationContext,
): Work<StatisticsModel> {
  const mask = yield* certificationMask(view, filter);
  const inAll = yield* certificationGroups(view, { mask, groupBy: [], most: 1 });
  const most = maxGroups;
  const all = groupBy.length === 0 ? [] : yield* certificationGroups(view, { mask, groupBy, most });
  if (!all) throw tooManyGroups(groupBy, maxGroups);
  const question = JSON.stringify({ groupBy, orders });
  const ordered = yield* view.memo.work(
    `certifications of ${nameOf(mask)} in order ${question}`,
    () =>
      orderKeyed(
        all,
        groupBy,
        orders.map(({ by, direction }) => ({ measure: MEASURES[by], direction })),
      ),
  );
  const wanted = ordered.slice(0, first ?? ordered.length);
  const groups: GroupModel[] = [];
  yield* inRanges(wanted.length, (from, to) => {
    for (const summary of wanted.slice(from, to)) {
      groups.push({ key: new GroupKeyModel(groupBy, summary.keys, view), summary });
    }
  });
  return {
    total: inAll?.[0] ?? NO_COUNTS,
    groups,
    groupCount: all.length,
    overlapping: isOverlapping(groupBy),
  };
}

builder.queryField('certificationStatistics', (t) =>
  t.field({
    type: CertificationStatisticsRef,
    description:
      'Counts of the certifications of a filter, with and without statistics: in all, and grouped by any dimensions together.',
    ...certificationStatistics,
    args: {
      filter: t.arg({ type: CertificationFilter, description: 'Of which certifications.' }),
      groupBy: t.arg({
        type: [CertificationDimension],
        description: 'Grouped by what; without it only the total is given.',
      }),
      orderBy: t.arg({
        type: [CertificationGroupOrder],
        description: 'Order of the groups; by key if absent.',
      }),
      first: t.arg.int({ description: 'Groups. So many of the first; all when absent.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context, info) => {
      const view = viewOf(context, args.asOf);
      return andThen(filterOf(args.filter, context, view), (found) => {
        const request = {
          filter: found.filter,
          groupBy: groupByOf(args.groupBy),
          orders: args.orderBy ?? [],
          first: firstOf(args.first),
        };
        return andThen(context.run(statisticsOf(view, request, context)), (statistics) => {
          if (statistics.total.certifications === 0) {
            noteEmpty(context, info, () => explainCertifications(args, { found, view, context }));
          }
          return statistics;
        });
      });
    },
  }),
);

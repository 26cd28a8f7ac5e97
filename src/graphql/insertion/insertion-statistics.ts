import {
  type CohortDimension as Dimension,
  isOverlapping,
} from '../../domain/insertion/dimension.ts';
import {
  type GroupOrder,
  type InsertionHaving as Having,
  isKept,
  orderGroups,
  yearBefore,
} from '../../domain/insertion/insertion-grouping.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { nameOf } from '../../snapshot/filter/mask-names.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { cohortGroups } from '../../snapshot/group/cohort-groups.ts';
import { CohortFilter, cohortsOf } from '../cohort/cohort-filter.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { firstOf, groupByOf, groupsComplexity, tooManyGroups } from '../core/grouping-arguments.ts';
import { andThen } from '../core/maybe.ts';
import { CohortDimension } from './dimension.ts';
import { InsertionGroupKeyRef } from './group-key.ts';
import { GroupKeyModel } from './group-key-model.ts';
import { havingOf, InsertionGroupOrder, InsertionHaving } from './insertion-group-order.ts';
import { InsertionSummaryRef, SummaryModel } from './insertion-summary.ts';

interface GroupModel {
  readonly key: GroupKeyModel<Dimension>;
  readonly summary: SummaryModel;
}

interface StatisticsModel {
  readonly total: SummaryModel;
  readonly groups: readonly GroupModel[];
  readonly groupCount: number;
  readonly overlapping: boolean;
}

const InsertionGroupRef = builder.objectRef<GroupModel>('InsertionGroup').implement({
  description: 'The cohorts that have the same key, and what became of their certified.',
  fields: (t) => ({
    key: t.expose('key', {
      type: InsertionGroupKeyRef,
      description: 'What they have in common.',
    }),
    summary: t.expose('summary', {
      type: InsertionSummaryRef,
      description: 'What became of their certified.',
    }),
  }),
});

const InsertionStatisticsRef = builder.objectRef<StatisticsModel>('InsertionStatistics').implement({
  description: 'Statistics of insertion over the cohorts of a filter, in all and by group.',
  fields: (t) => ({
    total: t.expose('total', {
      type: InsertionSummaryRef,
      description:
        'Over all cohorts of the filter, each once, whatever `having` and `first` leave out.',
    }),
    groups: t.expose('groups', {
      type: [InsertionGroupRef],
      description:
        'The groups that `having` keeps, in order; without `groupBy` none. Those whose value is not known are a group as well.',
    }),
    groupCount: t.exposeInt('groupCount', {
      description: 'Groups. All that `having` keeps, whatever `first` leaves out.',
    }),
    overlapping: t.exposeBoolean('overlapping', {
      description:
        'Whether a cohort may be in several groups, so that they do not add up to the total.',
    }),
  }),
});

/** What the statistics of an operation are made of. */
interface Request {
  readonly mask: Mask | null;
  readonly groupBy: readonly Dimension[];
  readonly having: Having;
  readonly orders: readonly GroupOrder[];
  readonly first: number | null;
}

function statisticsOf(
  view: DayView,
  { mask, groupBy, having, orders, first }: Request,
  { services: { maxGroups } }: OperationContext,
): StatisticsModel {
  const { method } = view.snapshot;
  const [total] = cohortGroups(view, { mask, groupBy: [], most: 1 }) ?? [];
  const all = groupBy.length === 0 ? [] : cohortGroups(view, { mask, groupBy, most: maxGroups });
  if (!all) throw tooManyGroups(groupBy, maxGroups);
  const question = JSON.stringify({ groupBy, having, orders });
  const kept = view.memo.of(`cohorts of ${nameOf(mask)} in order ${question}`, () =>
    orderGroups(
      all.filter((group) => isKept(group, having)),
      groupBy,
      orders,
    ),
  );
  let before: ((group: CohortGroup) => CohortGroup | null) | null = null;
  const beforeOf = (group: CohortGroup) => {
    before ??= yearBefore(all, groupBy);
    return before(group);
  };
  return {
    total: new SummaryModel(total ?? null, method),
    groups: kept.slice(0, first ?? kept.length).map((group) => ({
      key: new GroupKeyModel(groupBy, group.keys, view),
      summary: new SummaryModel(group, method, () => beforeOf(group)),
    })),
    groupCount: kept.length,
    overlapping: isOverlapping(groupBy),
  };
}

builder.queryField('insertionStatistics', (t) =>
  t.field({
    type: InsertionStatisticsRef,
    description:
      'Statistics of insertion over the cohorts of a filter: in all, and grouped by any dimensions together.',
    complexity: groupsComplexity,
    args: {
      filter: t.arg({ type: CohortFilter, description: 'Over which cohorts.' }),
      groupBy: t.arg({
        type: [CohortDimension],
        description: 'Grouped by what; without it only the total is given.',
      }),
      having: t.arg({ type: InsertionHaving, description: 'Which groups are kept.' }),
      orderBy: t.arg({
        type: [InsertionGroupOrder],
        description: 'Their order; by key if absent.',
      }),
      first: t.arg.int({ description: 'Groups. So many of the first; all when absent.' }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, args, context) => {
      const view = viewOf(context, args.asOf);
      const groupBy = groupByOf(args.groupBy);
      return andThen(cohortsOf(args.filter, context, view), ({ mask }) => {
        const request: Request = {
          ...{ mask, groupBy, having: havingOf(args.having) },
          orders: args.orderBy ?? [],
          first: firstOf(args.first),
        };
        return statisticsOf(view, request, context);
      });
    },
  }),
);

import {
  type CohortDimension as Dimension,
  isOverlapping,
} from '../../domain/insertion/dimension.ts';
import {
  type GroupOrder,
  type InsertionHaving as Having,
  keptGroups,
  orderGroups,
  yearBefore,
} from '../../domain/insertion/insertion-grouping.ts';
import { done, inRanges, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { explainHaving, explainNoFigure } from '../../snapshot/empty/groups.ts';
import { nameOf } from '../../snapshot/filter/mask-names.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { cohortGroups } from '../../snapshot/group/cohort-groups.ts';
import { CohortFilter, cohortsOf } from '../cohort/cohort-filter.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { firstOf, groupByOf, tooManyGroups } from '../core/grouping-arguments.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { insertionStatistics } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { explainCohorts } from '../empty/filter-parts.ts';
import { SOURCE, sourcedView } from '../survey/rate-source.ts';
import { CohortDimension } from './dimension.ts';
import { InsertionGroupKeyRef } from './group-key.ts';
import { GroupKeyModel } from './group-key-model.ts';
import { havingOf, InsertionGroupOrder, InsertionHaving } from './insertion-group-order.ts';
import {
  InsertionSummaryRef,
  type NoRate,
  SummaryModel,
  type YearBefore,
} from './insertion-summary.ts';

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

/** What the statistics of an operation are made of, and what is noted when they are empty. */
interface Request {
  readonly notes: StatisticsNotes;
  readonly mask: Mask | null;
  readonly groupBy: readonly Dimension[];
  readonly having: Having;
  readonly orders: readonly GroupOrder[];
  readonly first: number | null;
}

/** What groups are keyed and shown by, and that in which the rates asked for count. */
interface StatisticsViews {
  readonly view: DayView;
  readonly sourced: DayView;
}

interface StatisticsNotes {
  readonly noCohort: () => void;
  /** All groups, of which `having` keeps none. */
  readonly noGroup: (groups: readonly CohortGroup[]) => void;
  readonly noRate: NoRate;
}

function* statisticsOf(
  { view, sourced }: StatisticsViews,
  { mask, groupBy, having, orders, first, notes }: Request,
  { services: { maxGroups }, run }: OperationContext,
): Work<StatisticsModel> {
  const inAll = yield* cohortGroups(sourced, { mask, groupBy: [], most: 1 });
  const most = maxGroups;
  const all = groupBy.length === 0 ? [] : yield* cohortGroups(sourced, { mask, groupBy, most });
  if (!all) throw tooManyGroups(groupBy, maxGroups);
  const question = JSON.stringify({ groupBy, having, orders });
  const name = `cohorts of ${nameOf(mask)} in order ${question}`;
  const kept = yield* sourced.memo.work(name, function* () {
    yield* readyFor(orders, all);
    return yield* orderGroups(yield* keptGroups(all, having), groupBy, orders);
  });
  const total = inAll?.[0] ?? null;
  if (!total || total.cohorts === 0) notes.noCohort();
  else if (all.length > 0 && kept.length === 0) notes.noGroup(all);
  let before: Maybe<(group: CohortGroup) => CohortGroup | null> | null = null;
  const beforeOf = (group: CohortGroup): Maybe<YearBefore | null> => {
    before ??= andThen(run(yearBefore(all, groupBy)), (find) => {
      before = find;
      return find;
    });
    return andThen(before, (find) => {
      const sums = find(group);
      return sums && { sums, year: Number(sums.keys[groupBy.indexOf('YEAR')]) };
    });
  };
  const wanted = kept.slice(0, first ?? kept.length);
  const groups: GroupModel[] = [];
  yield* inRanges(wanted.length, (from, to) => {
    for (const group of wanted.slice(from, to)) {
      groups.push({
        key: new GroupKeyModel(groupBy, group.keys, view),
        summary: new SummaryModel(group, sourced, () => beforeOf(group)),
      });
    }
  });
  return {
    total: new SummaryModel(total, sourced, undefined, notes.noRate),
    groups,
    groupCount: kept.length,
    overlapping: isOverlapping(groupBy),
  };
}

/** Works out what the measures of groups that they are ordered by are made of. */
function* readyFor(orders: readonly GroupOrder[], [group]: readonly CohortGroup[]): Work<void> {
  for (const { indicator } of orders) if (group && indicator) yield* group.ready(indicator);
}

builder.queryField('insertionStatistics', (t) =>
  t.field({
    type: InsertionStatisticsRef,
    description:
      'Statistics of insertion over the cohorts of a filter: in all, and grouped by any dimensions together.',
    ...insertionStatistics,
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
      source: t.arg(SOURCE),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context, info) => {
      const view = viewOf(context, args.asOf);
      const groupBy = groupByOf(args.groupBy);
      const having = havingOf(args.having);
      const sourcing = sourcedView(context, view, args.source);
      return andThen(sourcing, (sourced) =>
        andThen(cohortsOf(args.filter, context, view), (found) => {
          const request: Request = {
            ...{ mask: found.mask, groupBy, having },
            orders: args.orderBy ?? [],
            first: firstOf(args.first),
            notes: {
              noCohort: () =>
                noteEmpty(context, info, () => explainCohorts(args, { found, view, context })),
              noGroup: (groups) =>
                noteEmpty(context, info, () => explainHaving(view, groups, having)),
              noRate: (group, indicators, field) =>
                noteEmpty(context, field, () =>
                  done(explainNoFigure(group, indicators, args.source)),
                ),
            },
          };
          return context.run(statisticsOf({ view, sourced }, request, context));
        }),
      );
    },
  }),
);

import type { Grouping } from '../db/insertion-groups.ts';
import { readGroups, readOutcomes } from '../db/insertion-statistics.ts';
import { type CohortDimension as Dimension, isOverlapping } from '../domain/dimension.ts';
import {
  type GroupOrder,
  type InsertionHaving as Having,
  isKept,
  orderGroups,
  yearBefore,
} from '../domain/insertion-grouping.ts';
import {
  countStatuses,
  type GroupSums,
  NO_SUMS,
  type OutcomeCount,
} from '../domain/insertion-summary.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CohortFilter, cohortFilterOf } from './cohort-filter.ts';
import type { RequestContext } from './context.ts';
import { CohortDimension } from './dimension.ts';
import { type GroupKeyModel, InsertionGroupKeyRef } from './group-key.ts';
import { firstOf, groupByOf, groupsComplexity, tooManyGroups } from './grouping-arguments.ts';
import { havingOf, InsertionGroupOrder, InsertionHaving } from './insertion-group-order.ts';
import { InsertionSummaryRef, type SummaryModel } from './insertion-summary.ts';

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

/** What the statistics of a query are made of. */
interface Asked {
  readonly grouping: Grouping;
  readonly having: Having;
  readonly orders: readonly GroupOrder[];
  readonly first: number | null;
}

async function loadStatistics(
  { grouping, having, orders, first }: Asked,
  { db, services: { maxGroups } }: RequestContext,
): Promise<StatisticsModel> {
  const { groupBy, asOf } = grouping;
  const whole: Grouping = { ...grouping, groupBy: [] };
  const [total = NO_SUMS] = await readGroups(db, whole, 1);
  const all = groupBy.length > 0 ? await readGroups(db, grouping, maxGroups + 1) : [];
  if (all.length > maxGroups) throw tooManyGroups(groupBy, maxGroups);
  const before = yearBefore(all, groupBy);
  const kept = orderGroups(
    all.filter((group) => isKept(group, having)),
    groupBy,
    orders,
  );
  const outcomes = outcomesByKeys(() => readOutcomes(db, grouping));
  const outcomesOfAll = outcomesByKeys(() => readOutcomes(db, whole));
  const summaryOf = (
    sums: GroupSums,
    read: typeof outcomes,
    sumsBefore: GroupSums | null,
  ): SummaryModel => ({
    sums,
    before: sumsBefore,
    statuses: async (indicator) => countStatuses(await read(sums.keys), indicator, asOf),
  });
  return {
    total: summaryOf(total, outcomesOfAll, null),
    groups: kept.slice(0, first ?? kept.length).map((sums) => ({
      key: { dimensions: groupBy, keys: sums.keys, asOf },
      summary: summaryOf(sums, outcomes, before(sums)),
    })),
    groupCount: kept.length,
    overlapping: isOverlapping(groupBy),
  };
}

/** Outcomes by the keys of their group, read once, when a first group asks for its own. */
function outcomesByKeys(read: () => Promise<readonly OutcomeCount[]>) {
  let known: Promise<Map<string, OutcomeCount[]>> | null = null;
  const grouped = async () => Map.groupBy(await read(), ({ keys }) => JSON.stringify(keys));
  return async (keys: GroupSums['keys']): Promise<readonly OutcomeCount[]> => {
    known ??= grouped();
    return (await known).get(JSON.stringify(keys)) ?? [];
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
    resolve: async (_root, args, context) => {
      const asOf = asOfDay(args.asOf, context.today);
      const groupBy = groupByOf(args.groupBy);
      const asked: Asked = {
        grouping: { filter: await cohortFilterOf(args.filter, context, asOf), groupBy, asOf },
        having: havingOf(args.having),
        orders: args.orderBy ?? [],
        first: firstOf(args.first),
      };
      return loadStatistics(asked, context);
    },
  }),
);

import {
  type GroupSums,
  type StatusCount,
  SummaryFigure,
} from '../../domain/insertion/insertion-summary.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { MethodChoices } from '../../domain/method.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { FigureKind } from '../../domain/notes/touched.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { GroupChange, ChangeStatus as Status } from '../../domain/rate/rate-change.ts';
import { type Reliability as Grade, reliabilityOf } from '../../domain/rate/reliability.ts';
import type { Run } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { betweenInGroup, changeToGroup } from '../../snapshot/group/group-comparisons.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { distributed } from '../cost/lists.ts';
import { BetweenCertificationsRef } from './between.ts';
import { Indicator } from './insertion-indicator.ts';
import { intervalField, LEVEL_ARGUMENT, RateBasis, Reliability } from './interval.ts';
import { CoverageRef } from './pooled-rate.ts';
import { ChangeStatus, RateChangeRef } from './rate-change.ts';
import { StatusCountRef } from './rate-status.ts';

/** What a rate needs of its group. */
interface GroupOfRate {
  readonly sums: GroupSums;
  readonly method: MethodChoices;
  readonly view: DayView;
  /** The group of the year before that is alike in all else; null when there is none. */
  changeFrom(
    kind: FigureKind,
    run: Run,
  ): Maybe<{ readonly earlier: GroupSums; readonly stopped: boolean } | null>;
  /** The notes that touch a figure of the group; null = any of them. */
  notes(kind: FigureKind | null, run: Run): Maybe<readonly Note[]>;
  /** Works out what means, quartiles and statuses of an indicator are made of. */
  ready(indicator: InsertionIndicator, run: Run): Maybe<void>;
  statuses(indicator: InsertionIndicator): readonly StatusCount[];
  years(indicator: InsertionIndicator): readonly number[];
}

/** One indicator of a group, with what else its fields need of the group. */
export class SummaryRateModel extends SummaryFigure {
  readonly summary: GroupOfRate;

  constructor(summary: GroupOfRate, indicator: InsertionIndicator) {
    super(summary.sums, indicator);
    this.summary = summary;
  }

  get reliability(): Grade | null {
    const { value, base, coverage, summary } = this;
    return value === null
      ? null
      : reliabilityOf({ base, coverage: coverage.ratio }, summary.method);
  }
  get median(): number | null {
    return this.quartiles?.median ?? null;
  }
  get lowerQuartile(): number | null {
    return this.quartiles?.lower ?? null;
  }
  get upperQuartile(): number | null {
    return this.quartiles?.upper ?? null;
  }
}

/** What is over the certifications of a group, or counts its cohorts: once that was worked out. */
function onceReady<Args, Result>(
  read: (rate: SummaryRateModel, args: Args, run: Run) => Maybe<Result>,
) {
  return (rate: SummaryRateModel, args: Args, { run }: OperationContext): Maybe<Result> =>
    andThen(rate.summary.ready(rate.indicator, run), () => read(rate, args, run));
}

export const SummaryRateRef = builder.objectRef<SummaryRateModel>('SummaryRate').implement({
  description:
    'One indicator over the cohorts of a group: the value pools cohorts; mean, median and quartiles are over certifications, each with its pooled rate in the group.',
  fields: (t) => ({
    indicator: t.expose('indicator', {
      type: Indicator,
      description: 'Which of the three.',
    }),
    value: t.expose('value', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_VALUE'),
    }),
    interval: intervalField(t, (rate) => rate),
    betweenCertifications: t.field({
      type: BetweenCertificationsRef,
      ...distributed,
      description:
        'How far the value can be relied on when certifications differ: what comparisons of groups should look at.',
      args: { level: t.arg.float(LEVEL_ARGUMENT) },
      resolve: onceReady(({ clusters, summary }, { level }) =>
        betweenInGroup(clusters, level ?? LEVEL_ARGUMENT.defaultValue, summary.method),
      ),
    }),
    basis: t.expose('basis', {
      type: RateBasis,
      description: 'What the cohorts are weighted by.',
    }),
    base: t.exposeInt('base', {
      description: measureDescription('BASE'),
    }),
    reliability: t.expose('reliability', {
      type: Reliability,
      nullable: true,
      description: measureDescription('RELIABILITY'),
    }),
    certificationsWithRate: t.exposeInt('certificationsWithRate', {
      description: measureDescription('CERTIFICATIONS_WITH_RATE'),
    }),
    unweightedMean: t.field({
      ...distributed,
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_MEAN'),
      resolve: onceReady(({ unweightedMean }) => unweightedMean),
    }),
    median: t.field({
      ...distributed,
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_MEDIAN'),
      resolve: onceReady(({ median }) => median),
    }),
    lowerQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_LOWER_QUARTILE'),
      resolve: onceReady(({ lowerQuartile }) => lowerQuartile),
    }),
    upperQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_UPPER_QUARTILE'),
      resolve: onceReady(({ upperQuartile }) => upperQuartile),
    }),
    coverage: t.field({
      type: CoverageRef,
      description: 'How much of the cohorts of the group it speaks of.',
      resolve: ({ coverage }) => coverage,
    }),
    statuses: t.field({
      type: [StatusCountRef],
      description:
        'How many cohorts have each status on the as-of day; those of none are left out.',
      resolve: onceReady(({ indicator, summary }) => summary.statuses(indicator)),
    }),
    yearsWithRate: t.field({
      type: ['Int'],
      description: 'Years of the cohorts of the group that have the rate, newest first.',
      resolve: onceReady(({ indicator, summary }) => [...summary.years(indicator)]),
    }),
    change: t.field({
      type: RateChangeRef,
      nullable: true,
      description:
        'From the group of the year before that is alike in all else. Absent unless groups are by year, and when one of the two has no value or a break in series is between them: `changeStatus` says why.',
      args: { level: t.arg.float(LEVEL_ARGUMENT) },
      resolve: (rate, { level }, context) =>
        andThen(changeOf(rate, level ?? LEVEL_ARGUMENT.defaultValue, context), (of) => of.change),
    }),
    changeStatus: t.field({
      type: ChangeStatus,
      description: 'Whether there is a change, and why not.',
      resolve: (rate, _args, context) =>
        andThen(changeOf(rate, LEVEL_ARGUMENT.defaultValue, context), ({ status }) => status),
    }),
  }),
});

/** The change of a rate from the group of the year before; null unless it was computed. */
interface ChangeOfRate {
  readonly status: Status;
  readonly change: GroupChange | null;
}

const changeOf = onceReady(
  (rate, level: number, run): Maybe<ChangeOfRate> =>
    andThen(rate.summary.changeFrom(rate.indicator, run), (from) => {
      if (!from) return { status: 'NO_YEAR_BEFORE', change: null };
      const earlier = new SummaryFigure(from.earlier, rate.indicator);
      const change = changeToGroup(earlier, rate, level, rate.summary.method);
      if (from.stopped) return { status: 'BREAK_IN_SERIES', change: null };
      return { status: change ? 'COMPUTED' : 'NO_RATE', change };
    }),
);

import type { InsertionIndicator } from '../domain/indicator.ts';
import { type SummaryFigure, summaryFigure } from '../domain/insertion-summary.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { rateChange } from '../domain/rate-change.ts';
import { reliabilityOf } from '../domain/reliability.ts';
import { builder } from './builder.ts';
import { Indicator } from './insertion-indicator.ts';
import type { SummaryModel } from './insertion-summary.ts';
import { intervalField, LEVEL_ARGUMENT, RateBasis, Reliability } from './interval.ts';
import { CoverageRef } from './pooled-rate.ts';
import { RateChangeRef } from './rate-change.ts';
import { StatusCountRef } from './rate-status.ts';

/** One indicator of a group, with what else its fields need of the group. */
interface SummaryRateModel extends SummaryFigure {
  readonly summary: SummaryModel;
}

/** One indicator of a group. */
export function summaryRate(
  summary: SummaryModel,
  indicator: InsertionIndicator,
): SummaryRateModel {
  return { ...summaryFigure(summary.sums, indicator), summary };
}

export const SummaryRateRef = builder.objectRef<SummaryRateModel>('SummaryRate').implement({
  description:
    'One indicator over the cohorts of a group: the value pools cohorts; mean, median and quartiles are over certifications, each with its pooled rate in the group.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'Which of the three.' }),
    value: t.expose('value', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_VALUE'),
    }),
    interval: intervalField(t),
    basis: t.expose('basis', { type: RateBasis, description: 'What the cohorts are weighted by.' }),
    base: t.exposeInt('base', { description: measureDescription('BASE') }),
    reliability: t.field({
      type: Reliability,
      nullable: true,
      description: measureDescription('RELIABILITY'),
      resolve: ({ value, base }) => (value === null ? null : reliabilityOf(base)),
    }),
    certificationsWithRate: t.exposeInt('certificationsWithRate', {
      description: measureDescription('CERTIFICATIONS_WITH_RATE'),
    }),
    unweightedMean: t.expose('unweightedMean', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_MEAN'),
    }),
    median: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_MEDIAN'),
      resolve: ({ quartiles }) => quartiles?.median ?? null,
    }),
    lowerQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_LOWER_QUARTILE'),
      resolve: ({ quartiles }) => quartiles?.lower ?? null,
    }),
    upperQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SUMMARY_UPPER_QUARTILE'),
      resolve: ({ quartiles }) => quartiles?.upper ?? null,
    }),
    coverage: t.expose('coverage', {
      type: CoverageRef,
      description: 'How much of the cohorts of the group it speaks of.',
    }),
    statuses: t.field({
      type: [StatusCountRef],
      description:
        'How many cohorts have each status on the as-of day; those of none are left out.',
      resolve: ({ indicator, summary }) => summary.statuses(indicator),
    }),
    change: t.field({
      type: RateChangeRef,
      nullable: true,
      description:
        'From the group of the year before that is alike in all else. Absent unless groups are by year, and when one of the two has no value.',
      args: { level: t.arg.float(LEVEL_ARGUMENT) },
      resolve: ({ indicator, summary, ...later }, { level }) =>
        summary.before &&
        rateChange(summaryFigure(summary.before, indicator), later, level ?? undefined),
    }),
  }),
});

import { INSERTION_INDICATORS, type InsertionIndicator } from '../domain/indicator.ts';
import { type GroupSums, type StatusCount, vaeShare } from '../domain/insertion-summary.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { headsChange } from '../domain/rate-change.ts';
import { builder } from './builder.ts';
import { Indicator } from './insertion-indicator.ts';
import { HeadsChangeRef } from './rate-change.ts';
import { SummaryRateRef, summaryRate } from './summary-rate.ts';

/** The sums of a group, with what else its fields need. */
export interface SummaryModel {
  readonly sums: GroupSums;
  /** The group of the year before that is alike in all else; null when there is none. */
  readonly before: GroupSums | null;
  /** How many cohorts have each status of an indicator on the as-of day. */
  readonly statuses: (indicator: InsertionIndicator) => Promise<readonly StatusCount[]>;
}

export const InsertionSummaryRef = builder.objectRef<SummaryModel>('InsertionSummary').implement({
  description: 'What became of the certified of some cohorts, all together.',
  fields: (t) => ({
    certifications: t.int({
      description: 'Certifications. Those that have a cohort here, each once.',
      resolve: ({ sums }) => sums.certifications,
    }),
    cohorts: t.int({
      description: 'Cohorts. Promotions.',
      resolve: ({ sums }) => sums.cohorts,
    }),
    cohortsWithoutCertified: t.int({
      description: 'Cohorts. Those that do not publish their number of certified.',
      resolve: ({ sums }) => sums.cohortsWithoutCertified,
    }),
    certified: t.int({
      description: measureDescription('SUMMARY_CERTIFIED'),
      resolve: ({ sums }) => sums.certified,
    }),
    certifiedThroughVae: t.int({
      description: measureDescription('SUMMARY_CERTIFIED_THROUGH_VAE'),
      resolve: ({ sums }) => sums.certifiedThroughVae,
    }),
    vaeShare: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('VAE_SHARE'),
      resolve: ({ sums }) => vaeShare(sums),
    }),
    vaeShareBase: t.int({
      description: measureDescription('VAE_SHARE_BASE'),
      resolve: ({ sums }) => sums.certifiedWithVaeKnown,
    }),
    certifiedChange: t.field({
      type: HeadsChangeRef,
      nullable: true,
      description:
        'From the certified of the group of the year before that is alike in all else. Absent unless groups are by year, and when there is no such group.',
      resolve: ({ sums, before }) => before && headsChange(before.certified, sums.certified),
    }),
    rates: t.field({
      type: [SummaryRateRef],
      description: 'All three rates.',
      resolve: (summary) => INSERTION_INDICATORS.map((each) => summaryRate(summary, each)),
    }),
    rate: t.field({
      type: SummaryRateRef,
      description: 'One of the three rates.',
      args: {
        indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
      },
      resolve: (summary, { indicator }) => summaryRate(summary, indicator),
    }),
  }),
});

import {
  type GroupSums,
  NO_SUMS,
  type StatusCount,
  vaeShare,
} from '../../domain/insertion/insertion-summary.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { MethodChoices } from '../../domain/method.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { headsChange } from '../../domain/rate/rate-change.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { builder } from '../core/builder.ts';
import { Indicator } from './insertion-indicator.ts';
import { HeadsChangeRef } from './rate-change.ts';
import { SummaryRateModel, SummaryRateRef } from './summary-rate.ts';

/** What is said of the cohorts of a group; of no cohort at all for null. */
export class SummaryModel {
  readonly sums: GroupSums;
  readonly method: MethodChoices;
  /** The group of the year before that is alike in all else; null when there is none. */
  readonly before: () => GroupSums | null;
  readonly #group: CohortGroup | null;

  constructor(
    group: CohortGroup | null,
    method: MethodChoices,
    before: () => GroupSums | null = () => null,
  ) {
    this.method = method;
    this.sums = group ?? NO_SUMS;
    this.before = before;
    this.#group = group;
  }

  get certifications(): number {
    return this.sums.certifications;
  }
  get cohorts(): number {
    return this.sums.cohorts;
  }
  get cohortsWithoutCertified(): number {
    return this.sums.cohortsWithoutCertified;
  }
  get certified(): number {
    return this.sums.certified;
  }
  get certifiedThroughVae(): number {
    return this.sums.certifiedThroughVae;
  }
  get vaeShare(): number | null {
    return vaeShare(this.sums);
  }
  get vaeShareBase(): number {
    return this.sums.certifiedWithVaeKnown;
  }

  /** How many cohorts have each status of an indicator on the as-of day. */
  statuses(indicator: InsertionIndicator): readonly StatusCount[] {
    return this.#group?.statuses(indicator) ?? [];
  }
}

export const InsertionSummaryRef = builder.objectRef<SummaryModel>('InsertionSummary').implement({
  description: 'What became of the certified of some cohorts, all together.',
  fields: (t) => ({
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those that have a cohort here, each once.',
    }),
    cohorts: t.exposeInt('cohorts', {
      description: 'Cohorts. Promotions.',
    }),
    cohortsWithoutCertified: t.exposeInt('cohortsWithoutCertified', {
      description: 'Cohorts. Those that do not publish their number of certified.',
    }),
    certified: t.exposeInt('certified', {
      description: measureDescription('SUMMARY_CERTIFIED'),
    }),
    certifiedThroughVae: t.exposeInt('certifiedThroughVae', {
      description: measureDescription('SUMMARY_CERTIFIED_THROUGH_VAE'),
    }),
    vaeShare: t.expose('vaeShare', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('VAE_SHARE'),
    }),
    vaeShareBase: t.exposeInt('vaeShareBase', {
      description: measureDescription('VAE_SHARE_BASE'),
    }),
    certifiedChange: t.field({
      type: HeadsChangeRef,
      nullable: true,
      description:
        'From the certified of the group of the year before that is alike in all else. Absent unless groups are by year, and when there is no such group.',
      resolve: ({ certified, before }) => {
        const earlier = before();
        return earlier && headsChange(earlier.certified, certified);
      },
    }),
    rates: t.field({
      type: [SummaryRateRef],
      description: 'All three rates.',
      resolve: (summary) => INSERTION_INDICATORS.map((each) => new SummaryRateModel(summary, each)),
    }),
    rate: t.field({
      type: SummaryRateRef,
      description: 'One of the three rates.',
      args: {
        indicator: t.arg({ type: Indicator, required: true, description: 'Which one.' }),
      },
      resolve: (summary, { indicator }) => new SummaryRateModel(summary, indicator),
    }),
  }),
});

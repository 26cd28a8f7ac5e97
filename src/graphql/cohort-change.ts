import { type CohortRow, countedRate } from '../db/cohorts.ts';
import type { InsertionIndicator } from '../domain/indicator.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { rateChange } from '../domain/rate-change.ts';
import { roundPercentage } from '../domain/rounding.ts';
import { builder } from './builder.ts';
import { type CohortModel, CohortRef } from './cohort.ts';
import { Indicator } from './insertion-indicator.ts';
import { LEVEL_ARGUMENT } from './interval.ts';
import { RateChangeRef } from './rate-change.ts';

/** A rate of a cohort on its certified; none on the RS. */
function rateOf(cohort: CohortRow, indicator: InsertionIndicator) {
  return { value: countedRate(cohort, indicator), base: cohort.certified };
}

function gapOf(cohort: CohortModel): number | null {
  const global = rateOf(cohort, 'GLOBAL_6_MONTHS').value;
  const target = rateOf(cohort, 'TARGET_OCCUPATION_6_MONTHS').value;
  return global === null || target === null ? null : roundPercentage(global - target);
}

builder.objectFields(CohortRef, (t) => ({
  change: t.field({
    type: RateChangeRef,
    nullable: true,
    description:
      'How a rate went from the cohort of the year before of the same certification. Absent when there is none, and when one of the two has no rate on certified.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which rate.' }),
      level: t.arg.float(LEVEL_ARGUMENT),
    },
    resolve: async (cohort, { indicator, level }, { loaders }) => {
      const cohorts = await loaders.cohorts.load(cohort.certificationCode);
      const before = cohorts.find(({ year }) => year === cohort.year - 1);
      return (
        before &&
        rateChange(rateOf(before, indicator), rateOf(cohort, indicator), level ?? undefined)
      );
    },
  }),
  targetRateChange: t.field({
    type: RateChangeRef,
    nullable: true,
    description:
      'How the target rate went from 6 months to 2 years for this very cohort. The interval takes the two for independent, which they are not: it is too wide. Absent when one of the two has no rate on certified.',
    args: { level: t.arg.float(LEVEL_ARGUMENT) },
    resolve: (cohort, { level }) =>
      rateChange(
        rateOf(cohort, 'TARGET_OCCUPATION_6_MONTHS'),
        rateOf(cohort, 'TARGET_OCCUPATION_2_YEARS'),
        level ?? undefined,
      ),
  }),
  gapAt6Months: t.float({
    nullable: true,
    description: measureDescription('GAP_6_MONTHS'),
    resolve: gapOf,
  }),
}));

import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { rateChange } from '../../domain/rate/rate-change.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { changeQValue, cohortChange, rateOnCertified } from '../../snapshot/changes.ts';
import { gapAt6Months } from '../../snapshot/figures.ts';
import { builder } from '../core/builder.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';
import { LEVEL_ARGUMENT } from '../insertion/interval.ts';
import { ChangeStatus, RateChangeRef } from '../insertion/rate-change.ts';
import { CohortRef } from './cohort.ts';

builder.objectFields(CohortRef, (t) => ({
  change: t.field({
    type: RateChangeRef,
    nullable: true,
    description:
      'How a rate went from the cohort of the year before of the same certification. Absent when there is none, when one of the two has no rate on certified, and when a break in series is between them: `changeStatus` says why.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which rate.' }),
      level: t.arg.float(LEVEL_ARGUMENT),
    },
    resolve: ({ view, row }, { indicator, level }, { run }) => {
      const { change } = cohortChange(view, row, indicator, level ?? undefined);
      return change && { ...change, qValue: () => run(changeQValue(view, row, indicator)) };
    },
  }),
  changeStatus: t.field({
    type: ChangeStatus,
    description: 'Whether there is a change of a rate from the year before, and why not.',
    args: {
      indicator: t.arg({ type: Indicator, required: true, description: 'Which rate.' }),
    },
    resolve: ({ view, row }, { indicator }) => cohortChange(view, row, indicator).status,
  }),
  targetRateChange: t.field({
    type: RateChangeRef,
    nullable: true,
    description:
      'How the target rate went from 6 months to 2 years for this very cohort. The interval takes the two for independent, which they are not: it is too wide. Absent when one of the two has no rate on certified.',
    args: { level: t.arg.float(LEVEL_ARGUMENT) },
    resolve: ({ view: { snapshot }, row }, { level }) =>
      rateChange(
        rateOnCertified(snapshot, row, 'TARGET_OCCUPATION_6_MONTHS'),
        rateOnCertified(snapshot, row, 'TARGET_OCCUPATION_2_YEARS'),
        level ?? undefined,
      ),
  }),
  gapAt6Months: t.float({
    nullable: true,
    description: measureDescription('GAP_6_MONTHS'),
    resolve: ({ view: { snapshot }, row }) => {
      const gap = gapAt6Months(snapshot, row);
      return gap === null ? null : roundPercentage(gap);
    },
  }),
}));

import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { ChangeVerdict as Verdict } from '../../domain/rate/interval.ts';
import type { HeadsChange, RateChange } from '../../domain/rate/rate-change.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { builder } from '../core/builder.ts';

export const ChangeVerdict = builder.enumType('ChangeVerdict', {
  description: 'Whether a rate rose or fell beyond chance: its interval decides.',
  values: {
    RISE: { description: 'The interval of the difference lies above 0.' },
    FALL: { description: 'The interval of the difference lies below 0.' },
    NOT_SIGNIFICANT: {
      description: 'The interval of the difference contains 0: neither a rise nor a fall.',
    },
  } satisfies Record<Verdict, { description: string }>,
});

export const RateChangeRef = builder.objectRef<RateChange>('RateChange').implement({
  description:
    'From an earlier rate to a later one (évolution), with Newcombe’s interval of the difference.',
  fields: (t) => ({
    from: t.field({
      type: 'Percentage',
      description: 'Percent, 0 to 100. The earlier rate.',
      resolve: ({ from }) => from.rate,
    }),
    to: t.field({
      type: 'Percentage',
      description: 'Percent, 0 to 100. The later rate.',
      resolve: ({ to }) => to.rate,
    }),
    fromBase: t.int({
      description: 'Heads. Certified behind the earlier rate.',
      resolve: ({ from }) => from.base,
    }),
    toBase: t.int({
      description: 'Heads. Certified behind the later rate.',
      resolve: ({ to }) => to.base,
    }),
    difference: t.float({
      description: measureDescription('RATE_DIFFERENCE'),
      resolve: ({ difference }) => roundPercentage(difference),
    }),
    lower: t.float({
      description: measureDescription('RATE_DIFFERENCE_LOWER'),
      resolve: ({ lower }) => roundPercentage(lower),
    }),
    upper: t.float({
      description: measureDescription('RATE_DIFFERENCE_UPPER'),
      resolve: ({ upper }) => roundPercentage(upper),
    }),
    level: t.exposeFloat('level', { description: 'Share, 0 to 1. Confidence level asked for.' }),
    verdict: t.expose('verdict', {
      type: ChangeVerdict,
      description: 'Whether it rose or fell beyond chance.',
    }),
  }),
});

export const HeadsChangeRef = builder.objectRef<HeadsChange>('HeadsChange').implement({
  description: 'From the number of heads of one year to that of the next.',
  fields: (t) => ({
    previous: t.exposeInt('previous', { description: 'Heads. The year before.' }),
    difference: t.exposeInt('difference', {
      description: 'Heads. This year minus the year before.',
    }),
    growth: t.float({
      nullable: true,
      description: measureDescription('CERTIFIED_GROWTH'),
      resolve: ({ growth }) => (growth === null ? null : roundPercentage(growth)),
    }),
  }),
});

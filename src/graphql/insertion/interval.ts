import type { RATE_BASES } from '../../domain/insertion/pooling.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { type Interval, wilsonInterval } from '../../domain/rate/interval.ts';
import type { Reliability as Grade } from '../../domain/rate/reliability.ts';
import { builder } from '../core/builder.ts';

const IntervalRef = builder.objectRef<Interval>('Interval').implement({
  description: 'A confidence interval. On the number of certified it is optimistic: see `basis`.',
  fields: (t) => ({
    lower: t.expose('lower', {
      type: 'Percentage',
      description: measureDescription('INTERVAL_LOWER'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: measureDescription('INTERVAL_UPPER'),
    }),
    level: t.exposeFloat('level', { description: 'Share, 0 to 1. Confidence level asked for.' }),
    method: t.exposeString('method', { description: 'WILSON: Wilson’s score interval.' }),
  }),
});

/** A rate and the heads that its interval is computed on. */
export interface IntervalSubject {
  readonly value: number | null;
  readonly base: number | null;
}

/** The argument that asks for a confidence level. */
export const LEVEL_ARGUMENT = {
  defaultValue: 0.95,
  description: 'Share, 0.5 to 1. Confidence level.',
} as const;

/** Field `interval` of a type that has a rate on a base. */
export function intervalField<Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Parent>,
  subjectOf: (parent: Parent) => IntervalSubject,
) {
  return t.field({
    type: IntervalRef,
    nullable: true,
    description: 'Wilson interval. Absent without a value, and without a base above 0.',
    args: { level: t.arg.float(LEVEL_ARGUMENT) },
    resolve: (parent, { level }) => {
      const { value, base } = subjectOf(parent);
      return wilsonInterval(value, base, level ?? undefined);
    },
  });
}

type BuilderTypes = typeof builder.$inferSchemaTypes;

export const RateBasis = builder.enumType('RateBasis', {
  description: 'What weighs a rate: the heads that stand in its denominator.',
  values: {
    CERTIFIED_WEIGHTED: {
      description:
        'The certified: an approximation, for the register does not publish the respondents.',
    },
    RESPONDENTS: { description: 'The eligible respondents: the counts are known.' },
  } satisfies Record<(typeof RATE_BASES)[number], { description: string }>,
});

export const Reliability = builder.enumType('Reliability', {
  description: 'How far a rate can be relied on, by its base (a decision of this product).',
  values: {
    VERY_LOW: { description: 'Base under 11.' },
    LOW: { description: 'Base of 11 to 19.' },
    MODERATE: { description: 'Base of 20 to 49.' },
    GOOD: { description: 'Base of 50 or more.' },
  } satisfies Record<Grade, { description: string }>,
});

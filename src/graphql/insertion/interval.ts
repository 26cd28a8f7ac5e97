import type { RATE_BASES } from '../../domain/insertion/pooling.ts';
import { type MeasureId, measureDescription } from '../../domain/measures/measure-catalogue.ts';
import {
  assumedBase,
  type Interval,
  USUAL_LEVEL,
  wilsonInterval,
} from '../../domain/rate/interval.ts';
import type { Reliability as Grade } from '../../domain/rate/reliability.ts';
import { builder } from '../core/builder.ts';

const IntervalKind = builder.enumType('IntervalKind', {
  description: 'What an interval takes for chance.',
  values: {
    BINOMIAL: { description: 'Each holder is an independent draw.' },
    BETWEEN_CERTIFICATIONS: {
      description: 'Certifications differ from each other, beyond what their holders would.',
    },
  },
});

/** An interval, with the share of holders that were taken to have answered. */
interface IntervalModel extends Interval {
  readonly assumedResponse?: number | null;
}

/** A bound is one of two figures, by the kind of the interval. */
function boundDescription(binomial: MeasureId, between: MeasureId): string {
  return `${measureDescription(binomial)} Of the kind BETWEEN_CERTIFICATIONS: ${measureDescription(between)}`;
}

export const IntervalRef = builder.objectRef<IntervalModel>('Interval').implement({
  description: 'A confidence interval. On the number of certified it is optimistic: see `basis`.',
  fields: (t) => ({
    lower: t.expose('lower', {
      type: 'Percentage',
      description: boundDescription('INTERVAL_LOWER', 'BETWEEN_LOWER'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: boundDescription('INTERVAL_UPPER', 'BETWEEN_UPPER'),
    }),
    level: t.exposeFloat('level', { description: 'Share, 0 to 1. Confidence level asked for.' }),
    method: t.exposeString('method', {
      description:
        'WILSON: Wilson’s score interval. JACKKNIFE: jackknife over certifications, with Student’s t.',
    }),
    kind: t.field({
      type: IntervalKind,
      description: 'What it takes for chance.',
      resolve: ({ method }) => (method === 'WILSON' ? 'BINOMIAL' : 'BETWEEN_CERTIFICATIONS'),
    }),
    assumedResponse: t.float({
      nullable: true,
      description:
        'Share, 0 to 1. Of the holders, those taken to have answered, as asked for. Absent when all are.',
      resolve: ({ assumedResponse }) => assumedResponse ?? null,
    }),
  }),
});

/** A rate and the heads that its interval is computed on. */
export interface IntervalSubject {
  readonly value: number | null;
  readonly base: number | null;
}

/** The argument that asks for a confidence level. */
export const LEVEL_ARGUMENT = {
  defaultValue: USUAL_LEVEL,
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
    args: {
      level: t.arg.float(LEVEL_ARGUMENT),
      assumedResponse: t.arg.float({
        description:
          'Share above 0 and up to 1. Takes so many of the certified to have answered: the base becomes that share of it, 1 head at least. All when absent.',
      }),
    },
    resolve: (parent, { level, assumedResponse: share }): IntervalModel | null => {
      const { value, base } = subjectOf(parent);
      const assumedResponse = share ?? null;
      const interval = wilsonInterval(
        value,
        assumedBase(base, assumedResponse),
        level ?? undefined,
      );
      return interval && { ...interval, assumedResponse };
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
    MIXED: {
      description:
        'Respondents of cohorts whose rate is that of their survey, the certified of the others.',
    },
  } satisfies Record<(typeof RATE_BASES)[number], { description: string }>,
});

export const Reliability = builder.enumType('Reliability', {
  description:
    'How far a rate can be relied on, by its base and by how much of the certified it speaks of (a decision of this product). At most MODERATE under 50 % of the certified, at most LOW under 20 %. The bounds are settings.',
  values: {
    VERY_LOW: { description: 'Base under 11.' },
    LOW: { description: 'Base of 11 to 19.' },
    MODERATE: { description: 'Base of 20 to 49.' },
    GOOD: { description: 'Base of 50 or more.' },
  } satisfies Record<Grade, { description: string }>,
});

import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { differenceProbability } from '../../domain/rate/interval.ts';
import type {
  GroupChange,
  HeadsChange,
  RateChange,
  ChangeReason as Reason,
  ChangeStatus as Status,
} from '../../domain/rate/rate-change.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { builder } from '../core/builder.ts';
import type { Maybe } from '../core/maybe.ts';
import { BetweenChangeRef, LikeForLikeChangeRef } from './between.ts';
import { ChangeVerdict } from './change-verdict.ts';

const ChangeReason = builder.enumType('ChangeReason', {
  description: 'What decided on the verdict of a change.',
  values: {
    INTERVALS: {
      description:
        'The interval of one certification; of groups, both that of Newcombe and that between certifications.',
    },
    TOO_FEW_CERTIFICATIONS: {
      description: 'There are too few certifications in one of the years: nothing is called.',
    },
    LIKE_FOR_LIKE_DISAGREES: {
      description: 'The certifications of both years went the other way: nothing is called.',
    },
  } satisfies Record<Reason, { description: string }>,
});

export const ChangeStatus = builder.enumType('ChangeStatus', {
  description: 'Whether there is a change from the year before, and why not: the first that holds.',
  values: {
    NO_YEAR_BEFORE: {
      description:
        'There is no cohort of the year before; of groups, none that is alike in all else, or they are not by year.',
    },
    BREAK_IN_SERIES: {
      description:
        'Rupture de série: a note says that the two years cannot be compared; of groups, for some of their certifications.',
    },
    NO_RATE: { description: 'One of the two has no rate on certified.' },
    COMPUTED: { description: 'There is one.' },
  } satisfies Record<Status, { description: string }>,
});

/** A change of one certification, or between groups of them. */
type ChangeModel = RateChange &
  Partial<Pick<GroupChange, 'reason' | 'between' | 'likeForLike'>> & {
    /** Among all changes of the register. */
    readonly qValue?: () => Maybe<number | null>;
  };

export const RateChangeRef = builder.objectRef<ChangeModel>('RateChange').implement({
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
      description: measureDescription('CHANGE_VERDICT'),
    }),
    reason: t.field({
      type: ChangeReason,
      description: measureDescription('CHANGE_REASON'),
      resolve: ({ reason }) => reason ?? 'INTERVALS',
    }),
    pValue: t.float({
      nullable: true,
      description: measureDescription('CHANGE_P_VALUE'),
      resolve: (change) => (change.between ? null : differenceProbability(change.to, change.from)),
    }),
    qValue: t.float({
      nullable: true,
      description: measureDescription('CHANGE_Q_VALUE'),
      resolve: ({ qValue }) => qValue?.() ?? null,
    }),
    betweenCertifications: t.field({
      type: BetweenChangeRef,
      nullable: true,
      description: 'Of groups, what the verdict rests on as well. Absent for one certification.',
      resolve: ({ between }) => between ?? null,
    }),
    likeForLike: t.field({
      type: LikeForLikeChangeRef,
      nullable: true,
      description:
        'Of groups, the change of the certifications that are in both years. Absent for one certification.',
      resolve: ({ likeForLike }) => likeForLike ?? null,
    }),
  }),
});

export const HeadsChangeRef = builder.objectRef<HeadsChange>('HeadsChange').implement({
  description: 'From the number of heads of one year to that of the next.',
  fields: (t) => ({
    previous: t.exposeInt('previous', { description: 'Heads. The year before.' }),
    difference: t.exposeInt('difference', {
      description: measureDescription('CERTIFIED_DIFFERENCE'),
    }),
    growth: t.float({
      nullable: true,
      description: measureDescription('CERTIFIED_GROWTH'),
      resolve: ({ growth }) => (growth === null ? null : roundPercentage(growth)),
    }),
  }),
});

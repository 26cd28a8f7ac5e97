import { type MeasureId, measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type {
  BetweenCertifications,
  BetweenChange,
  LikeForLikeChange,
  BetweenStatus as Status,
} from '../../domain/rate/between.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { builder } from '../core/builder.ts';
import { ChangeVerdict } from './change-verdict.ts';
import { IntervalRef } from './interval.ts';

const BetweenStatus = builder.enumType('BetweenStatus', {
  description: 'Whether figures between certifications are given.',
  values: {
    COMPUTED: { description: 'They are.' },
    TOO_FEW_CERTIFICATIONS: {
      description: 'There are fewer than five certifications, or one of them is all of the group.',
    },
  } satisfies Record<Status, { description: string }>,
});

const rounded = (value: number | null) => (value === null ? null : roundPercentage(value));

const STATUS = measureDescription('BETWEEN_STATUS');

export const BetweenCertificationsRef = builder
  .objectRef<BetweenCertifications>('BetweenCertifications')
  .implement({
    description:
      'How far a pooled rate can be relied on when certifications differ more than by chance (docs/method.md).',
    fields: (t) => ({
      status: t.expose('status', { type: BetweenStatus, description: STATUS }),
      certifications: t.exposeInt('certifications', {
        description: measureDescription('CLUSTERS'),
      }),
      standardError: t.float({
        nullable: true,
        description: measureDescription('BETWEEN_STANDARD_ERROR'),
        resolve: ({ standardError }) => rounded(standardError),
      }),
      designEffect: t.float({
        nullable: true,
        description: measureDescription('DESIGN_EFFECT'),
        resolve: ({ designEffect }) => rounded(designEffect),
      }),
      interval: t.expose('interval', {
        type: IntervalRef,
        nullable: true,
        description:
          'Student’s interval, cut at 0 and 100; the binomial one at 0 and 100 %. Absent with too few certifications.',
      }),
    }),
  });

/** The measures of a change between groups. */
interface ChangeMeasures {
  readonly certifications: MeasureId;
  readonly standardError: MeasureId;
  readonly lower: MeasureId;
  readonly upper: MeasureId;
}

/** What is said of any change between groups: who is in it, and its interval. */
function changeFields<Change extends BetweenChange>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Change>,
  measures: ChangeMeasures,
) {
  const points = (part: 'standardError' | 'lower' | 'upper') =>
    t.float({
      nullable: true,
      description: measureDescription(measures[part]),
      resolve: (change) => rounded(change[part]),
    });
  return {
    status: t.field({
      type: BetweenStatus,
      description: STATUS,
      resolve: ({ status }) => status,
    }),
    certifications: t.int({
      description: measureDescription(measures.certifications),
      resolve: ({ certifications }) => certifications,
    }),
    standardError: points('standardError'),
    lower: points('lower'),
    upper: points('upper'),
  };
}

export const BetweenChangeRef = builder.objectRef<BetweenChange>('BetweenChange').implement({
  description: 'The interval of a change between groups when certifications differ.',
  fields: (t) => ({
    ...changeFields(t, {
      certifications: 'CHANGE_CLUSTERS',
      standardError: 'CHANGE_BETWEEN_STANDARD_ERROR',
      lower: 'CHANGE_BETWEEN_LOWER',
      upper: 'CHANGE_BETWEEN_UPPER',
    }),
    verdict: t.expose('verdict', {
      type: ChangeVerdict,
      nullable: true,
      description: measureDescription('CHANGE_BETWEEN_VERDICT'),
    }),
  }),
});

export const LikeForLikeChangeRef = builder
  .objectRef<LikeForLikeChange>('LikeForLikeChange')
  .implement({
    description: 'The change over the certifications that have a rate in both years alone.',
    fields: (t) => ({
      ...changeFields(t, {
        certifications: 'LIKE_FOR_LIKE_CLUSTERS',
        standardError: 'LIKE_FOR_LIKE_STANDARD_ERROR',
        lower: 'LIKE_FOR_LIKE_LOWER',
        upper: 'LIKE_FOR_LIKE_UPPER',
      }),
      from: t.float({
        nullable: true,
        description: measureDescription('LIKE_FOR_LIKE_FROM'),
        resolve: ({ from }) => rounded(from),
      }),
      to: t.float({
        nullable: true,
        description: measureDescription('LIKE_FOR_LIKE_TO'),
        resolve: ({ to }) => rounded(to),
      }),
      difference: t.float({
        nullable: true,
        description: measureDescription('LIKE_FOR_LIKE_DIFFERENCE'),
        resolve: ({ difference }) => rounded(difference),
      }),
    }),
  });

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

const STATUS = 'Whether there are enough certifications.';
const STANDARD_ERROR =
  'Percentage points, −100 to 100. Jackknife over certifications, all cohorts of one together. Absent with too few.';

export const BetweenCertificationsRef = builder
  .objectRef<BetweenCertifications>('BetweenCertifications')
  .implement({
    description:
      'How far a pooled rate can be relied on when certifications differ more than by chance (docs/method.md).',
    fields: (t) => ({
      status: t.expose('status', { type: BetweenStatus, description: STATUS }),
      certifications: t.exposeInt('certifications', {
        description: 'Certifications. Those with a rate in the group: the clusters.',
      }),
      standardError: t.float({
        nullable: true,
        description: STANDARD_ERROR,
        resolve: ({ standardError }) => rounded(standardError),
      }),
      designEffect: t.float({
        nullable: true,
        description:
          'Times. The variance beside that of as many independent holders. Absent with too few certifications, and at 0 and 100 %.',
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

const ABSENT = 'Absent with too few certifications.';

/** What is said of any change between groups: who is in it, and its interval. */
function changeFields<Change extends BetweenChange>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Change>,
  which: string,
) {
  const points = (description: string, of: (change: BetweenChange) => number | null) =>
    t.float({ nullable: true, description, resolve: (change) => rounded(of(change)) });
  return {
    status: t.field({
      type: BetweenStatus,
      description: STATUS,
      resolve: ({ status }) => status,
    }),
    certifications: t.int({
      description: `Certifications. Those with a rate in ${which}.`,
      resolve: ({ certifications }) => certifications,
    }),
    standardError: points(STANDARD_ERROR, ({ standardError }) => standardError),
    lower: points(`Percentage points, −100 to 100. ${ABSENT}`, ({ lower }) => lower),
    upper: points(`Percentage points, −100 to 100. ${ABSENT}`, ({ upper }) => upper),
  };
}

export const BetweenChangeRef = builder.objectRef<BetweenChange>('BetweenChange').implement({
  description: 'The interval of a change between groups when certifications differ.',
  fields: (t) => ({
    ...changeFields(t, 'either year'),
    verdict: t.expose('verdict', {
      type: ChangeVerdict,
      nullable: true,
      description: `What this interval alone would call. ${ABSENT}`,
    }),
  }),
});

export const LikeForLikeChangeRef = builder
  .objectRef<LikeForLikeChange>('LikeForLikeChange')
  .implement({
    description: 'The change over the certifications that have a rate in both years alone.',
    fields: (t) => ({
      ...changeFields(t, 'both years'),
      from: t.float({
        nullable: true,
        description:
          'Percent, 0 to 100. Their pooled rate of the earlier year. Absent without any.',
        resolve: ({ from }) => rounded(from),
      }),
      to: t.float({
        nullable: true,
        description: 'Percent, 0 to 100. Their pooled rate of the later year. Absent without any.',
        resolve: ({ to }) => rounded(to),
      }),
      difference: t.float({
        nullable: true,
        description: 'Percentage points, −100 to 100. Later minus earlier. Absent without any.',
        resolve: ({ difference }) => rounded(difference),
      }),
    }),
  });

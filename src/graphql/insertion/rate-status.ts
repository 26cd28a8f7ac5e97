import type { StatusCount } from '../../domain/insertion/insertion-summary.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { DisplayedRateStatus } from '../../domain/rate/rate-status.ts';
import { builder } from '../core/builder.ts';

export const RateStatus = builder.enumType('RateStatus', {
  description: 'Why a rate has, or has not, a value: not due is not missing. One always holds.',
  values: {
    PUBLISHED: { description: 'A value is published.' },
    PUBLISHED_EARLY: {
      description: 'A value is published, and was first seen before the observation had closed.',
    },
    UNREADABLE: {
      description: 'A source gives a value that could not be read: a finding shows it.',
    },
    NOT_IN_SOURCE: { description: 'The source never carries this indicator.' },
    NO_HOLDER: { description: 'Nobody was certified that year.' },
    NOT_APPLICABLE: { description: 'No rate is expected: the certification is on the RS.' },
    NOT_YET_OBSERVABLE: { description: 'The observation has not closed yet.' },
    IN_COLLECTION: { description: 'The observation has closed and the rate is not due yet.' },
    CLOSED_BEFORE_DUE: {
      description: 'The rate is past due, and the registration had ended before that.',
    },
    OVERDUE: { description: 'The rate at 6 months is past due.' },
    OVERDUE_OPTIONAL: { description: 'The rate at 2 years, which is optional, is past due.' },
    SUPPRESSED: { description: 'The figure is not shown.' },
  } satisfies Record<DisplayedRateStatus, { description: string }>,
});

export const StatusCountRef = builder.objectRef<StatusCount>('RateStatusCount').implement({
  description: 'How many cohorts have one status of a rate.',
  fields: (t) => ({
    status: t.expose('status', { type: RateStatus, description: 'Which status.' }),
    cohorts: t.exposeInt('cohorts', { description: measureDescription('COHORTS_WITH_STATUS') }),
  }),
});

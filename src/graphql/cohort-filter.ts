import type { CohortFilter as Filter } from '../db/cohorts.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { builder } from './builder.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { cohortCriteria, rateCriteria } from './cohort-criteria.ts';
import type { RequestContext } from './context.ts';
import { IntRange } from './ranges.ts';

export const CohortFilter = builder.inputType('CohortFilter', {
  description:
    'Which cohorts. An absent field restricts nothing; ranges include both ends; `has` and `lacks` mean all that they list.',
  fields: (t) => ({
    year: t.field({ type: IntRange, description: 'Année d’obtention.' }),
    ...rateCriteria(t),
    certification: t.field({
      type: CertificationFilter,
      description: 'Cohorts of these certifications.',
    }),
  }),
});

/**
 * The filter of an argument, read and checked; an empty one when it was not given.
 *
 * - Throws `BadUserInputError` as `filterOf` does.
 */
export async function cohortFilterOf(
  input: typeof CohortFilter.$inferInput | null | undefined,
  context: RequestContext,
  asOf: PlainDate,
): Promise<Filter> {
  const { year, certification, ...criteria } = input ?? {};
  return {
    ...cohortCriteria(criteria, { argument: 'year', range: year }, asOf),
    certification: await filterOf(certification, context, asOf),
  };
}

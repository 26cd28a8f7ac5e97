import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import { cohortChanges } from '../../snapshot/changes.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { cohortMask } from '../../snapshot/filter/cohort-mask.ts';
import { CertificationFilter, filterOf } from '../certification/certification-filter.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { IntRange } from '../core/ranges.ts';
import { cohortCriteria, rateCriteria } from './cohort-criteria.ts';

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

/** Cohorts that a filter keeps, by row; `mask` is null when it keeps all. */
export interface FoundCohorts {
  readonly mask: Mask | null;
  /** What goes with a list that is chosen by change; null for any other. */
  readonly comparisons: ManyComparisons | null;
}

/**
 * The cohorts of the filter of an argument, read and checked; all when it was not given.
 *
 * - Throws `BadUserInputError` as `filterOf` does.
 */
export function cohortsOf(
  input: typeof CohortFilter.$inferInput | null | undefined,
  context: OperationContext,
  view: DayView,
): Maybe<FoundCohorts> {
  if (!input) return { mask: null, comparisons: null };
  const { year, certification, ...criteria } = input;
  const read = cohortCriteria(criteria, { argument: 'year', range: year }, view.day);
  return andThen(filterOf(certification, context, view), ({ filter }) => ({
    mask: cohortMask(view, { ...read, certification: filter }),
    comparisons: read.rateChange
      ? cohortChanges(view.snapshot, read.rateChange.indicator).comparisons
      : null,
  }));
}

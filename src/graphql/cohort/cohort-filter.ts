import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import type { Work } from '../../domain/work.ts';
import { cohortChanges } from '../../snapshot/changes.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import type { CohortCriteria } from '../../snapshot/filter/cohort-filter.ts';
import { cohortMask, type CohortFilter as Filter } from '../../snapshot/filter/cohort-mask.ts';
import {
  CertificationFilter,
  type FoundFilter,
  filterOf,
} from '../certification/certification-filter.ts';
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
    years: t.field({
      type: 'YearSelection',
      description: 'Années d’obtention; instead of `year`.',
    }),
    ...rateCriteria(t),
    certification: t.field({
      type: CertificationFilter,
      description: 'Cohorts of these certifications.',
    }),
  }),
});

export type CohortFilterInput = typeof CohortFilter.$inferInput;

/** Cohorts that a filter keeps, by row; `mask` is null when it keeps all. */
export interface FoundCohorts {
  readonly mask: Mask | null;
  /** Criteria of the cohorts and of their certifications; null without a filter. */
  readonly asked: AskedCohorts | null;
  /** What goes with a list that is chosen by change; null for any other. */
  readonly comparisons: ManyComparisons | null;
}

/** A filter of cohorts that was read. */
export interface AskedCohorts {
  readonly criteria: CohortCriteria;
  readonly certification: FoundFilter;
}

/**
 * The cohorts of the filter of an argument, read and checked; all when it was not given.
 *
 * - Throws `BadUserInputError` as `filterOf` does.
 */
export function cohortsOf(
  input: CohortFilterInput | null | undefined,
  context: OperationContext,
  view: DayView,
): Maybe<FoundCohorts> {
  if (!input) return { mask: null, asked: null, comparisons: null };
  const { year, years, certification, ...criteria } = input;
  const asked = { argument: 'year', range: year, selecting: 'years', selection: years };
  const read = cohortCriteria(criteria, asked, view);
  return andThen(filterOf(certification, context, view), (found) =>
    andThen(context.run(chosenBy(view, { ...read, certification: found.filter })), (chosen) => ({
      ...chosen,
      asked: { criteria: read, certification: found },
    })),
  );
}

function* chosenBy(
  view: DayView,
  filter: Filter,
): Work<Pick<FoundCohorts, 'mask' | 'comparisons'>> {
  const mask = yield* cohortMask(view, filter);
  if (!filter.rateChange) return { mask, comparisons: null };
  const { comparisons } = yield* cohortChanges(view, filter.rateChange.indicator);
  return { mask, comparisons };
}

import type { CohortDimension } from '../../domain/insertion/dimension.ts';
import { orderGroups } from '../../domain/insertion/insertion-grouping.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { cohortMask } from '../../snapshot/filter/cohort-mask.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { cohortGroups } from '../../snapshot/group/cohort-groups.ts';
import { groupLabel } from '../../snapshot/group/group-label.ts';
import { cohortFilter } from '../filter-parameters.ts';
import type { ParameterValues } from '../parameter.ts';

/** The cohorts that the parameters choose, grouped by one dimension; by key. */
export function* groupsOf(
  view: DayView,
  values: ParameterValues,
  dimension: CohortDimension,
): Work<readonly CohortGroup[]> {
  const mask = yield* cohortMask(view, cohortFilter(view, values));
  const most = Number.POSITIVE_INFINITY;
  const groups = yield* cohortGroups(view, { mask, groupBy: [dimension], most });
  for (const indicator of INSERTION_INDICATORS) {
    if (groups?.[0]) yield* groups[0].ready(indicator);
  }
  if (groups?.[0]) yield* groups[0].readyNotes();
  return yield* orderGroups(groups ?? [], [dimension], []);
}

/** What a group is called, in French. */
export function labelOf({ keys }: CohortGroup, view: DayView, dimension: CohortDimension): string {
  return groupLabel({ dimensions: [dimension], keys, view }, 'FR');
}

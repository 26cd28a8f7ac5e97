import type { Work } from '../domain/work.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { CertificationFilter } from '../snapshot/filter/certification-filter.ts';
import { type CohortFilter, cohortMask } from '../snapshot/filter/cohort-mask.ts';
import {
  type CertificationOrder,
  filteredCertifications,
} from '../snapshot/list/certification-list.ts';
import { type CohortOrder, cohortList } from '../snapshot/list/lists.ts';
import { rowsOfList } from '../snapshot/list/page.ts';
import { certificationFilter, cohortFilter } from './filter-parameters.ts';
import type { ParameterValues } from './parameter.ts';

/**
 * Certifications that the parameters and some more conditions choose; by code unless ordered. Which
 * are active is known by then.
 */
export function* certificationsOf(
  view: DayView,
  values: ParameterValues,
  more: CertificationFilter = {},
  orders: readonly CertificationOrder[] = [],
): Work<Iterable<number>> {
  const filter = { ...certificationFilter(view, values), ...more };
  yield* view.ready('active');
  return rowsOfList(yield* filteredCertifications(view, filter, orders));
}

/**
 * Cohorts that the parameters and some more conditions choose; as the fiches have them unless
 * ordered. Which certifications are active is known by then.
 */
export function* cohortsOf(
  view: DayView,
  values: ParameterValues,
  more: CohortFilter = {},
  orders: readonly CohortOrder[] = [],
): Work<Iterable<number>> {
  const filter = { ...cohortFilter(view, values), ...more };
  yield* view.ready('active');
  const mask = yield* cohortMask(view, filter);
  return rowsOfList(yield* cohortList(view.snapshot, orders, mask));
}

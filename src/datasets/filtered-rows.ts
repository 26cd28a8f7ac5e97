import type { DayView } from '../snapshot/day-view.ts';
import {
  type CertificationFilter,
  certificationMask,
} from '../snapshot/filter/certification-filter.ts';
import { type CohortFilter, cohortMask } from '../snapshot/filter/cohort-mask.ts';
import { type CertificationOrder, certificationList } from '../snapshot/list/certification-list.ts';
import { type CohortOrder, cohortList } from '../snapshot/list/lists.ts';
import { rowsOfList } from '../snapshot/list/page.ts';
import { certificationFilter, cohortFilter } from './filter-parameters.ts';
import type { ParameterValues } from './parameter.ts';

/** Certifications that the parameters and some more conditions choose; by code unless ordered. */
export function certificationsOf(
  view: DayView,
  values: ParameterValues,
  more: CertificationFilter = {},
  orders: readonly CertificationOrder[] = [],
): Iterable<number> {
  const mask = certificationMask(view, { ...certificationFilter(view, values), ...more });
  return rowsOfList(certificationList(view.snapshot, orders, mask));
}

/** Cohorts that the parameters and some more conditions choose; as the fiches have them unless ordered. */
export function cohortsOf(
  view: DayView,
  values: ParameterValues,
  more: CohortFilter = {},
  orders: readonly CohortOrder[] = [],
): Iterable<number> {
  const mask = cohortMask(view, { ...cohortFilter(view, values), ...more });
  return rowsOfList(cohortList(view.snapshot, orders, mask));
}

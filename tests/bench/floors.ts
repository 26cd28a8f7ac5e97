import { CALENDAR_FLOORS } from './floors/calendar.ts';
import { CERTIFICATION_FLOORS } from './floors/certification.ts';
import { CHANGE_FLOORS } from './floors/changes.ts';
import { COHORT_FLOORS } from './floors/cohorts.ts';
import { PEER_FLOORS } from './floors/peers.ts';
import { PORTFOLIO_FLOORS } from './floors/portfolio.ts';
import { STATISTICS_FLOORS } from './floors/statistics.ts';
import type { BenchOperation } from './operation.ts';

/**
 * What is measured beside a floor. A floor is what somebody would write who wants the rows of this
 * operation and nothing else, all its parts in one statement by hand over the register as floor-schema.sql keeps it. It has no
 * statuses, intervals or rounding, checks nothing and knows no GraphQL.
 */
export const OPERATIONS: readonly BenchOperation[] = [
  ...CERTIFICATION_FLOORS,
  ...CALENDAR_FLOORS,
  ...COHORT_FLOORS,
  ...PEER_FLOORS,
  ...PORTFOLIO_FLOORS,
  ...STATISTICS_FLOORS,
  ...CHANGE_FLOORS,
];

/** The statement of a floor, prepared; PostgreSQL writes the JSON that is sent. */
export function floorStatement({ floor }: BenchOperation): string {
  return `select coalesce(json_agg(r), '[]')::text as json from (${floor}) as r`;
}

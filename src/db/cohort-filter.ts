import { type Expression, type SqlBool, sql } from 'kysely';
import type { InsertionIndicator } from '../domain/indicator.ts';

/** What is asked of cohorts. Absent = no restriction; the lists mean "all of". */
export interface CohortCriteria {
  readonly cohortYear?: CohortRange | null | undefined;
  readonly certified?: CohortRange | null | undefined;
  /** Rates that must be published, or must not be. */
  readonly has?: readonly InsertionIndicator[] | null | undefined;
  readonly lacks?: readonly InsertionIndicator[] | null | undefined;
}

interface CohortRange {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
}

/** Column of each indicator in `cohort`. */
export const RATE_COLUMNS = {
  GLOBAL_6_MONTHS: 'global_6_months',
  TARGET_OCCUPATION_6_MONTHS: 'target_occupation_6_months',
  TARGET_OCCUPATION_2_YEARS: 'target_occupation_2_years',
} as const satisfies Record<InsertionIndicator, string>;

/** The conditions of the criteria on rows of `cohort`; none for empty criteria. */
export function cohortConditions(criteria: CohortCriteria): Expression<SqlBool>[] {
  return [
    ...inRange('year', criteria.cohortYear),
    ...inRange('certified', criteria.certified),
    ...(criteria.has ?? []).map((indicator) => sql<SqlBool>`${rate(indicator)} is not null`),
    ...(criteria.lacks ?? []).map((indicator) => sql<SqlBool>`${rate(indicator)} is null`),
  ];
}

function rate(indicator: InsertionIndicator) {
  return sql.ref(`cohort.${RATE_COLUMNS[indicator]}`);
}

function inRange(
  column: 'year' | 'certified',
  range: CohortRange | null | undefined,
): Expression<SqlBool>[] {
  const value = sql.ref(`cohort.${column}`);
  const from = range?.from == null ? [] : [sql<SqlBool>`${value} >= ${range.from}::int`];
  const to = range?.to == null ? [] : [sql<SqlBool>`${value} <= ${range.to}::int`];
  return [...from, ...to];
}

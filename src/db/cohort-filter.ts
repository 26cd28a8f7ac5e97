import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import { HORIZON_MONTHS, type InsertionIndicator } from '../domain/indicator.ts';
import type { ChangeVerdict } from '../domain/interval.ts';
import type { Range } from '../domain/range.ts';
import {
  lastObservedYear,
  lastOverdueYear,
  type RateStatus,
  yearsDue,
} from '../domain/rate-status.ts';

/** What is asked of cohorts. Absent = no restriction; `has` and `lacks` mean "all of". */
export interface CohortCriteria {
  readonly cohortYear?: Range<number> | null | undefined;
  readonly certified?: Range<number> | null | undefined;
  readonly certifiedThroughVae?: Range<number> | null | undefined;
  /** Rates that must be published, or must not be. */
  readonly has?: readonly InsertionIndicator[] | null | undefined;
  readonly lacks?: readonly InsertionIndicator[] | null | undefined;
  /** A rate that has one of these statuses on the as-of day. */
  readonly rateStatus?: RateIn<RateStatus> | null | undefined;
  /** A rate that falls due between two days, published or not. */
  readonly rateDue?:
    | (Range<PlainDate> & { readonly indicator: InsertionIndicator })
    | null
    | undefined;
  /** A rate that changed so from the cohort of the year before. */
  readonly rateChange?: RateIn<ChangeVerdict> | null | undefined;
}

interface RateIn<Value> {
  readonly indicator: InsertionIndicator;
  readonly anyOf: readonly Value[];
}

type Condition = Expression<SqlBool>;

/** Column of each indicator in `cohort`. */
export const RATE_COLUMNS = {
  GLOBAL_6_MONTHS: 'global_6_months',
  TARGET_OCCUPATION_6_MONTHS: 'target_occupation_6_months',
  TARGET_OCCUPATION_2_YEARS: 'target_occupation_2_years',
} as const satisfies Record<InsertionIndicator, string>;

/**
 * The conditions of the criteria on rows of `cohort`, or of `insertion_fact` under that name; none
 * for empty criteria. `asOf` is the day that statuses are of.
 */
export function cohortConditions(criteria: CohortCriteria, asOf: PlainDate): Condition[] {
  const { cohortYear, certified, certifiedThroughVae, has, lacks } = criteria;
  const { rateStatus, rateDue, rateChange } = criteria;
  return [
    ...inRange('year', cohortYear),
    ...inRange('certified', certified),
    ...inRange('certified_through_vae', certifiedThroughVae),
    ...(has ?? []).map((indicator) => sql<SqlBool>`${rate(indicator)} is not null`),
    ...(lacks ?? []).map((indicator) => sql<SqlBool>`${rate(indicator)} is null`),
    ...(rateStatus ? [hasStatus(rateStatus, asOf)] : []),
    ...(rateDue ? [OF_RNCP, ...inRange('year', yearsDue(rateDue.indicator, rateDue))] : []),
    ...(rateChange ? [hasChange(rateChange)] : []),
  ];
}

/** On the RS no rate is expected, and so none is due. */
const OF_RNCP = sql<SqlBool>`cohort.certification_code like 'RNCP%'`;

function rate(indicator: InsertionIndicator) {
  return sql.ref(`cohort.${RATE_COLUMNS[indicator]}`);
}

function inRange(
  column: 'year' | 'certified' | 'certified_through_vae',
  range: Range<number> | null | undefined,
): Condition[] {
  const value = sql.ref(`cohort.${column}`);
  const from = range?.from == null ? [] : [sql<SqlBool>`${value} >= ${range.from}::int`];
  const to = range?.to == null ? [] : [sql<SqlBool>`${value} <= ${range.to}::int`];
  return [...from, ...to];
}

/** The twin in SQL of `statusOfOutcome`, which a test holds it to. */
function hasStatus({ indicator, anyOf }: RateIn<RateStatus>, asOf: PlainDate): Condition {
  const statuses = anyOf.map((status) => statusCondition(status, indicator, asOf));
  return sql<SqlBool>`exists (
    select from insertion_fact as fact
    where fact.certification_code = cohort.certification_code and fact.year = cohort.year
      and (${statuses.length === 0 ? sql`false` : sql.join(statuses, sql` or `)}))`;
}

function statusCondition(status: RateStatus, indicator: InsertionIndicator, asOf: PlainDate) {
  const outcome = sql.ref(`fact.${RATE_COLUMNS[indicator]}_outcome`);
  const missing = sql`${outcome} in ('EXPECTED', 'CLOSED')`;
  const observed = sql`fact.year <= ${lastObservedYear(indicator, asOf)}::int`;
  const overdue = sql`fact.year <= ${lastOverdueYear(indicator, asOf)}::int`;
  switch (status) {
    case 'NOT_YET_OBSERVABLE':
      return sql`(${missing} and not ${observed})`;
    case 'IN_COLLECTION':
      return sql`(${missing} and ${observed} and not ${overdue})`;
    case 'CLOSED_BEFORE_DUE':
      return sql`(${outcome} = 'CLOSED' and ${overdue})`;
    case 'OVERDUE':
    case 'OVERDUE_OPTIONAL': {
      const required = HORIZON_MONTHS[indicator] === 6;
      if (required !== (status === 'OVERDUE')) return sql`false`;
      return sql`(${outcome} = 'EXPECTED' and ${overdue})`;
    }
    default:
      return sql`${outcome} = ${status}`;
  }
}

function hasChange({ indicator, anyOf }: RateIn<ChangeVerdict>): Condition {
  return sql<SqlBool>`exists (
    select from cohort_change as change
    where change.certification_code = cohort.certification_code and change.year = cohort.year
      and change.indicator = ${indicator} and change.verdict = any(${anyOf}::text[]))`;
}

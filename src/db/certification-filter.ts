import { type Expression, type SqlBool, sql } from 'kysely';
import type { AccessRouteKind } from '../domain/access-route.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { Register, RegisterCode } from '../domain/register-code.ts';
import { matchesSearch } from './certification-search.ts';
import { type CohortCriteria, cohortConditions } from './cohort-filter.ts';

/** Inclusive at both ends; a missing end is open. */
export interface Range<T> {
  readonly from?: T | null | undefined;
  readonly to?: T | null | undefined;
}

/** Which certifications are asked for. Absent = no restriction; lists mean "any of". */
export interface CertificationFilter extends CohortCriteria {
  readonly register?: Register | null | undefined;
  readonly active?: boolean | null | undefined;
  readonly codes?: readonly RegisterCode[] | null | undefined;
  readonly levels?: readonly number[] | null | undefined;
  /** NSF, ROME: codes or their first characters. */
  readonly specialities?: readonly string[] | null | undefined;
  readonly occupations?: readonly string[] | null | undefined;
  readonly formacodes?: readonly string[] | null | undefined;
  /** SIREN of a certifier in force. */
  readonly certifiers?: readonly string[] | null | undefined;
  readonly registrationTypes?: readonly ('BY_LAW' | 'ON_REQUEST')[] | null | undefined;
  readonly registrationEnds?: Range<PlainDate> | null | undefined;
  readonly abbreviations?: readonly string[] | null | undefined;
  readonly accessRoutes?: readonly AccessRouteKind[] | null | undefined;
  readonly search?: string | null | undefined;
}

type Condition = Expression<SqlBool>;

/**
 * Whether the row of `certification` is active on a day: the twin in SQL of `isActiveOn`, which a
 * test holds it to.
 */
export function activeOn(day: PlainDate): Condition {
  return sql<SqlBool>`coalesce(certification.registration_ends_on >= ${day}::date, certification.active_flag, false)`;
}

/**
 * The conditions of a filter on rows of `certification`; none for an empty filter. `asOf` is the
 * day on which `active` is asked.
 */
export function certificationConditions(filter: CertificationFilter, asOf: PlainDate): Condition[] {
  const conditions: (Condition | null)[] = [
    given(filter.register, (register) => sql`certification.register = ${register}`),
    given(filter.active, (active) => sql`${activeOn(asOf)} = ${active}`),
    given(filter.codes, (codes) => sql`certification.code = any(${codes}::text[])`),
    given(filter.levels, (levels) => sql`certification.level = any(${levels}::int[])`),
    given(filter.specialities, (codes) => linked('certification_speciality', prefixes(codes))),
    given(filter.occupations, (codes) => linked('certification_occupation', prefixes(codes))),
    given(filter.formacodes, (codes) =>
      linked('certification_formacode', sql`link.code = any(${codes}::text[])`),
    ),
    given(filter.certifiers, (sirens) =>
      linked('certification_certifier', sql`link.active and link.siren = any(${sirens}::text[])`),
    ),
    given(
      filter.registrationTypes,
      (types) => sql`certification.registration_type = any(${types}::text[])`,
    ),
    given(
      filter.registrationEnds?.from,
      (day) => sql`certification.registration_ends_on >= ${day}::date`,
    ),
    given(
      filter.registrationEnds?.to,
      (day) => sql`certification.registration_ends_on <= ${day}::date`,
    ),
    given(
      filter.abbreviations,
      (codes) =>
        sql`lower(certification.abbreviation_code) = any(${codes.map((code) => code.toLowerCase())}::text[])`,
    ),
    given(filter.accessRoutes, (routes) =>
      linked('access_route', sql`link.open and link.route = any(${routes}::text[])`),
    ),
    given(filter.search, (text) => matchesSearch(text)),
    cohortCondition(filter),
  ];
  return conditions.filter((condition) => condition !== null);
}

function given<T>(
  value: T | null | undefined,
  condition: (value: T) => Expression<unknown>,
): Condition | null {
  return value == null ? null : (condition(value) as Condition);
}

/** Certifications that have a row of a link table under a condition. */
function linked(table: string, condition: Expression<unknown>) {
  return sql`exists (
    select from ${sql.table(table)} as link
    where link.certification_code = certification.code and ${condition})`;
}

/** Codes collate "C": the first characters are a range of the index. */
function prefixes(codes: readonly string[]) {
  const each = codes.map((code) => sql`link.code like ${`${code}%`}`);
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
}

/** At least one cohort that meets all that is asked of cohorts. */
function cohortCondition(filter: CertificationFilter): Condition | null {
  const conditions = cohortConditions(filter);
  if (conditions.length === 0) return null;
  return sql<SqlBool>`exists (
    select from cohort
    where cohort.certification_code = certification.code and ${sql.join(conditions, sql` and `)})`;
}

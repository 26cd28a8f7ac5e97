import { type Expression, type SqlBool, sql } from 'kysely';
import type { AccessRouteKind } from '../domain/access-route.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { Range } from '../domain/range.ts';
import { lastOverdueYear } from '../domain/rate-status.ts';
import type { Register, RegisterCode } from '../domain/register-code.ts';
import { RECOMMENDED_MONTHS } from '../domain/renewal.ts';
import { matchesSearch } from './certification-search.ts';
import { type CohortCriteria, cohortConditions } from './cohort-filter.ts';
import { lowerCase } from './letter-case.ts';

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
  /** Cohorts whose global rate at 6 months is published. */
  readonly usableCohorts?: Range<number> | null | undefined;
  /** Year of the newest cohort; a certification without cohorts is left out. */
  readonly newestCohort?: Range<number> | null | undefined;
  readonly hasCohorts?: boolean | null | undefined;
  /** A rate at 6 months is published and none is overdue. */
  readonly hasCompleteSixMonthRates?: boolean | null | undefined;
  /** The recommended day of filing for renewal has passed on the as-of day. */
  readonly filingPassed?: boolean | null | undefined;
  readonly replaced?: boolean | null | undefined;
  /** Certifying bodies in force. */
  readonly certifierCount?: Range<number> | null | undefined;
  readonly hasEquivalences?: boolean | null | undefined;
  /** Codes that were chosen by what no column tells; several choices all hold. */
  readonly chosen?: readonly (readonly RegisterCode[])[] | undefined;
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
 * Whether the recommended day of filing has passed: the twin in SQL of `isFilingPassed`, which a
 * test holds it to. Null without an end date.
 */
export function filingPassedOn(day: PlainDate): Condition {
  const months = sql.lit(`${RECOMMENDED_MONTHS} months`);
  return sql<SqlBool>`(certification.registration_ends_on - interval ${months})::date < ${day}::date`;
}

/**
 * Whether a row of `certification_fact`, named fact, has all the rates at 6 months that it should: a
 * global one is published and none is overdue.
 */
export function hasCompleteSixMonthRates(asOf: PlainDate): Condition {
  const overdue = lastOverdueYear('GLOBAL_6_MONTHS', asOf);
  return sql<SqlBool>`(fact.usable_cohorts > 0
    and coalesce(fact.oldest_missing_cohort > ${overdue}::int, true))`;
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
        sql`${lowerCase(sql`certification.abbreviation_code`)} in (
          select ${lowerCase(sql`code`)} from unnest(${codes}::text[]) as code)`,
    ),
    given(filter.accessRoutes, (routes) =>
      linked('access_route', sql`link.open and link.route = any(${routes}::text[])`),
    ),
    given(filter.search, (text) => matchesSearch(text)),
    given(
      filter.filingPassed,
      (passed) => sql`coalesce(${filingPassedOn(asOf)}, false) = ${passed}`,
    ),
    ...(filter.chosen ?? []).map(
      // Thousands of codes: one text is sent faster than as many.
      (codes) =>
        sql<SqlBool>`certification.code in (
          select unnest(string_to_array(${codes.join(',')}, ',')))`,
    ),
    factCondition(filter, asOf),
    cohortCondition(filter, asOf),
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

/** What the derived facts of a certification tell; one look at them for all that is asked. */
function factCondition(filter: CertificationFilter, asOf: PlainDate): Condition | null {
  const conditions = [
    ...within(sql`fact.usable_cohorts`, filter.usableCohorts),
    ...within(sql`fact.newest_cohort`, filter.newestCohort),
    ...within(sql`fact.certifiers`, filter.certifierCount),
    given(filter.hasCohorts, (has) => sql`(fact.cohorts > 0) = ${has}`),
    given(
      filter.hasCompleteSixMonthRates,
      (has) => sql`${hasCompleteSixMonthRates(asOf)} = ${has}`,
    ),
    given(filter.replaced, (replaced) => sql`fact.replaced = ${replaced}`),
    given(filter.hasEquivalences, (has) => sql`fact.has_equivalences = ${has}`),
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) return null;
  return sql<SqlBool>`exists (
    select from certification_fact as fact
    where fact.certification_code = certification.code and ${sql.join(conditions, sql` and `)})`;
}

function within(value: Expression<unknown>, range: Range<number> | null | undefined): Condition[] {
  const from = range?.from == null ? [] : [sql<SqlBool>`${value} >= ${range.from}::int`];
  const to = range?.to == null ? [] : [sql<SqlBool>`${value} <= ${range.to}::int`];
  return [...from, ...to];
}

/** At least one cohort that meets all that is asked of cohorts. */
function cohortCondition(filter: CertificationFilter, asOf: PlainDate): Condition | null {
  const conditions = cohortConditions(filter, asOf);
  if (conditions.length === 0) return null;
  return sql<SqlBool>`exists (
    select from cohort
    where cohort.certification_code = certification.code and ${sql.join(conditions, sql` and `)})`;
}

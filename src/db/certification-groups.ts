import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { CertificationDimension } from '../domain/dimension.ts';
import { USUAL_COHORTS } from '../domain/renewal.ts';
import {
  activeOn,
  type CertificationFilter,
  certificationConditions,
  filingPassedOn,
  hasCompleteSixMonthRates,
} from './certification-filter.ts';
import { dimensionKeys } from './dimension-keys.ts';
import type { DB } from './tables.ts';

/** Counts of the certifications of one group. */
export interface CertificationCounts {
  /** One key for each dimension of the grouping, as text; null = not known. */
  readonly keys: readonly (string | null)[];
  readonly certifications: number;
  readonly active: number;
  readonly withCohorts: number;
  /** Those that have the two cohorts with a global rate at 6 months that are usually looked at. */
  readonly withUsualCohorts: number;
  readonly withCompleteSixMonthRates: number;
  readonly replaced: number;
  /** Of those that are active on the day. */
  readonly filingPassed: number;
}

/** Which certifications are counted, by what, on which day. */
export interface CertificationGrouping {
  readonly filter: CertificationFilter;
  readonly groupBy: readonly CertificationDimension[];
  readonly asOf: PlainDate;
}

/**
 * The groups of a grouping of certifications, in no order; without dimensions one group, the total,
 * unless no certification is selected.
 */
export function certificationGroups({
  filter,
  groupBy,
  asOf,
}: CertificationGrouping): RawBuilder<CertificationCounts> {
  const { keys, joins } = dimensionKeys(groupBy, asOf);
  const names = keys.map((_, index) => sql.id(`key_${index}`));
  const conditions = certificationConditions(filter, asOf);
  const counted = (condition: RawBuilder<unknown> | ReturnType<typeof activeOn>) =>
    sql`(count(*) filter (where ${condition}))::int`;
  const groups = sql`
    select ${sql.join([
      ...keys.map((key, index) => sql`${key} as ${names[index]}`),
      sql`count(*)::int as certifications`,
    ])},
      ${counted(activeOn(asOf))} as active,
      ${counted(sql`fact.cohorts > 0`)} as with_cohorts,
      ${counted(sql`fact.usable_cohorts >= ${sql.lit(USUAL_COHORTS)}`)} as with_usual_cohorts,
      ${counted(hasCompleteSixMonthRates(asOf))} as with_complete_rates,
      ${counted(sql`fact.replaced`)} as replaced,
      ${counted(sql`${activeOn(asOf)} and ${filingPassedOn(asOf)}`)} as filing_passed
    from certification
    join certification_fact as fact on fact.certification_code = certification.code ${joins}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    ${names.length > 0 ? sql`group by ${sql.join(names)}` : sql`having count(*) > 0`}`;
  return sql<CertificationCounts>`
    select array[${sql.join(names)}]::text[] as keys, certifications, active,
      with_cohorts as "withCohorts", with_usual_cohorts as "withUsualCohorts",
      with_complete_rates as "withCompleteSixMonthRates", replaced,
      filing_passed as "filingPassed"
    from (${groups}) as groups`;
}

/** Reads the groups of a grouping of certifications; gives at most `limit` of them. */
export async function readCertificationGroups(
  db: Kysely<DB>,
  grouping: CertificationGrouping,
  limit: number,
): Promise<CertificationCounts[]> {
  const { rows } = await sql<CertificationCounts>`
    ${certificationGroups(grouping)} limit ${limit}`.execute(db);
  return rows;
}

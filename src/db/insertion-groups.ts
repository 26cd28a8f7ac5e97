import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { CohortDimension } from '../domain/dimension.ts';
import { byIndicator, INSERTION_INDICATORS, type InsertionIndicator } from '../domain/indicator.ts';
import type { GroupSums, OutcomeCount, RateSums } from '../domain/insertion-summary.ts';
import type { RateOutcome } from '../domain/rate-status.ts';
import { certificationConditions } from './certification-filter.ts';
import { cohortConditions, RATE_COLUMNS } from './cohort-filter.ts';
import type { CohortFilter } from './cohorts.ts';
import { dimensionKeys } from './dimension-keys.ts';
import type { DB } from './tables.ts';

/** Which cohorts are grouped, by what, on which day. */
export interface Grouping {
  readonly filter: CohortFilter;
  readonly groupBy: readonly CohortDimension[];
  readonly asOf: PlainDate;
}

/** The day of a grouping that asks nothing about the day: neither its filter nor its dimensions. */
export const ANY_DAY = '1990-01-01' as PlainDate;

/** A group as the database gives it: `groupSums` reads it. */
export type GroupRow = Omit<DB['insertion_group'], 'grouping_name'>;

/** Outcomes of a group as the database gives them: `outcomeCount` reads them. */
export type OutcomeRow = Omit<DB['insertion_group_outcome'], 'grouping_name'>;

/** The columns of a group but for its keys, in the order of `insertion_group`. */
const MEASURES = [
  'certifications',
  'cohorts',
  'cohorts_without_certified',
  'certified',
  'certified_through_vae',
  'certified_with_vae_known',
  'vae_with_certified_known',
  ...INSERTION_INDICATORS.flatMap((indicator) =>
    ['cohorts', 'base', 'weighted', 'certifications', 'mean', 'quartiles'].map(
      (measure) => `${RATE_COLUMNS[indicator]}_${measure}`,
    ),
  ),
];

/**
 * The groups of a grouping, in no order: sums over the cohorts, and over certifications the mean
 * and the quartiles of the rates that each pools within the group. Without dimensions one group,
 * the total, unless no cohort is selected.
 *
 * - Columns are those of `insertion_group` but for its first.
 * - Source: docs/method.md#statistics.
 */
export function insertionGroups(grouping: Grouping): RawBuilder<GroupRow> {
  const { keys, joins } = dimensionKeys(grouping.groupBy, grouping.asOf);
  const names = keys.map((_, index) => sql.id(`key_${index}`));
  const groups = sql`
    select ${sql.join([
      ...keys.map((key, index) => sql`${key} as ${names[index]}`),
      sql`count(*)::int as certifications`,
    ])},
      sum(cohorts)::int as cohorts,
      sum(cohorts_without_certified)::int as cohorts_without_certified,
      sum(certified)::float8 as certified,
      sum(certified_through_vae)::float8 as certified_through_vae,
      sum(certified_with_vae_known)::float8 as certified_with_vae_known,
      sum(vae_with_certified_known)::float8 as vae_with_certified_known,
      ${forEachRate((_rate, id) => {
        const pooled = sql`${id('weighted')} / nullif(${id('base')}, 0)`;
        return sql`sum(${id('cohorts')})::int as ${id('cohorts')},
          sum(${id('base')})::float8 as ${id('base')},
          sum(${id('weighted')})::float8 as ${id('weighted')},
          count(${pooled})::int as ${id('certifications')},
          avg(${pooled})::float8 as ${id('mean')},
          percentile_cont(array[0.25, 0.5, 0.75])
            within group (order by ${pooled}) as ${id('quartiles')}`;
      })}
    from (${sumsOfCertifications(grouping)}) as cohort
    join certification on certification.code = cohort.certification_code ${joins}
    ${names.length > 0 ? sql`group by ${sql.join(names)}` : sql`having count(*) > 0`}`;
  return sql<GroupRow>`
    select ${keyArray(names)} as keys, ${sql.join(MEASURES.map((name) => sql.id(name)))}
    from (${groups}) as groups`;
}

/** What each certification has over its selected cohorts; one row for each year when years are asked. */
function sumsOfCertifications(grouping: Grouping) {
  const unit = grouping.groupBy.includes('YEAR')
    ? sql`certification_code, year`
    : sql`certification_code`;
  return sql`
    select ${unit},
      count(*) as cohorts,
      count(*) - count(certified) as cohorts_without_certified,
      coalesce(sum(certified), 0) as certified,
      coalesce(sum(certified_through_vae), 0) as certified_through_vae,
      coalesce(sum(certified) filter (where certified_through_vae is not null), 0)
        as certified_with_vae_known,
      coalesce(sum(certified_through_vae) filter (where certified is not null), 0)
        as vae_with_certified_known,
      ${forEachRate((rate, id) => {
        return sql`count(${rate}) as ${id('cohorts')},
          coalesce(sum(certified) filter (where ${rate} is not null), 0) as ${id('base')},
          coalesce(sum(certified * ${rate}), 0) as ${id('weighted')}`;
      })}
    from ${selectedFacts(grouping)}
    group by ${unit}`;
}

function forEachRate(
  write: (
    rate: RawBuilder<unknown>,
    id: (measure: string) => RawBuilder<unknown>,
  ) => RawBuilder<unknown>,
) {
  return sql.join(
    Object.values(RATE_COLUMNS).map((column) =>
      write(sql.id(column), (measure) => sql.id(`${column}_${measure}`)),
    ),
  );
}

/**
 * How many cohorts of each year of each group have which outcomes, in no order: statuses on a day
 * follow from them.
 *
 * - Columns are those of `insertion_group_outcome` but for its first.
 */
export function insertionGroupOutcomes(grouping: Grouping): RawBuilder<OutcomeRow> {
  const { keys, joins } = dimensionKeys(grouping.groupBy, grouping.asOf);
  const names = keys.map((_, index) => sql.id(`key_${index}`));
  const outcomes = Object.values(RATE_COLUMNS).map((column) => sql.id(`${column}_outcome`));
  const groups = sql`
    select ${sql.join([
      ...keys.map((key, index) => sql`${key} as ${names[index]}`),
      ...[sql`cohort.year`, ...outcomes, sql`count(*)::int as cohorts`],
    ])}
    from ${selectedFacts(grouping)}
    join certification on certification.code = cohort.certification_code ${joins}
    group by ${sql.join([...names, sql`cohort.year`, ...outcomes])}`;
  return sql<OutcomeRow>`
    select ${keyArray(names)} as keys, year, ${sql.join(outcomes)}, cohorts
    from (${groups}) as groups`;
}

/**
 * The facts of the selected cohorts, named as conditions on cohorts name them. Which rates are
 * published is asked of the cohorts themselves: facts leave out what was published on the RS.
 */
function selectedFacts({ filter, asOf }: Grouping) {
  const { certification, has, lacks, ...criteria } = filter;
  const ofCertifications = certificationConditions(certification ?? {}, asOf);
  const published = cohortConditions({ has, lacks }, asOf);
  const conditions = [
    ...cohortConditions(criteria, asOf),
    ...(published.length === 0
      ? []
      : [
          sql`(cohort.certification_code, cohort.year) in (
            select cohort.certification_code, cohort.year from cohort
            where ${sql.join(published, sql` and `)})`,
        ]),
    ...(ofCertifications.length === 0
      ? []
      : [
          sql`cohort.certification_code in (
            select certification.code from certification
            where ${sql.join(ofCertifications, sql` and `)})`,
        ]),
  ];
  if (conditions.length === 0) return sql`insertion_fact as cohort`;
  return sql`(
    select cohort.* from insertion_fact as cohort
    where ${sql.join(conditions, sql` and `)}) as cohort`;
}

function keyArray(names: readonly RawBuilder<unknown>[]) {
  return sql`array[${sql.join(names)}]::text[]`;
}

/** Reads the groups of a grouping; gives at most `limit` of them. */
export async function readInsertionGroups(
  db: Kysely<DB>,
  grouping: Grouping,
  limit: number,
): Promise<GroupSums[]> {
  const { rows } = await sql<GroupRow>`${insertionGroups(grouping)} limit ${limit}`.execute(db);
  return rows.map(groupSums);
}

/** Reads the outcomes of the groups of a grouping. */
export async function readInsertionOutcomes(
  db: Kysely<DB>,
  grouping: Grouping,
): Promise<OutcomeCount[]> {
  const { rows } = await insertionGroupOutcomes(grouping).execute(db);
  return rows.map(outcomeCount);
}

/** A row of `insertionGroups`, or of the table that keeps such rows, in the domain's words. */
export function groupSums(row: GroupRow): GroupSums {
  return {
    keys: row.keys,
    certifications: row.certifications,
    cohorts: row.cohorts,
    cohortsWithoutCertified: row.cohorts_without_certified,
    certified: row.certified,
    certifiedThroughVae: row.certified_through_vae,
    certifiedWithVaeKnown: row.certified_with_vae_known,
    vaeWithCertifiedKnown: row.vae_with_certified_known,
    rates: byIndicator((indicator) => rateSums(row, RATE_COLUMNS[indicator])),
  };
}

function rateSums(row: GroupRow, column: (typeof RATE_COLUMNS)[InsertionIndicator]): RateSums {
  const [lower, median, upper] = row[`${column}_quartiles`] ?? [];
  return {
    cohortsWithRate: row[`${column}_cohorts`],
    base: row[`${column}_base`],
    weighted: row[`${column}_weighted`],
    certifications: row[`${column}_certifications`],
    mean: row[`${column}_mean`],
    quartiles: lower == null || median == null || upper == null ? null : { lower, median, upper },
  };
}

/** A row of `insertionGroupOutcomes`, or of the table that keeps such rows. */
export function outcomeCount(row: OutcomeRow): OutcomeCount {
  return {
    keys: row.keys,
    year: row.year,
    outcomes: byIndicator((indicator) => row[`${RATE_COLUMNS[indicator]}_outcome`] as RateOutcome),
    cohorts: row.cohorts,
  };
}

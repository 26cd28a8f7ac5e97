import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { InsertionIndicator } from '../domain/indicator.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { Register, RegisterCode } from '../domain/register-code.ts';
import { type CertificationFilter, certificationConditions } from './certification-filter.ts';
import { type CohortCriteria, cohortConditions } from './cohort-filter.ts';
import type { SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** One published rate, percent 0 to 100, with where it comes from; all null when absent. */
export interface RateRow {
  readonly value: number | null;
  readonly sourceId: number | null;
  /** Day of the first publication that had the value. */
  readonly seenOn: PlainDate | null;
}

/** A cohort with what its figures' status depends on. Counts are heads; null = not published. */
export interface CohortRow {
  readonly certificationCode: RegisterCode;
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedSourceId: number | null;
  readonly certifiedThroughVae: number | null;
  readonly certifiedThroughVaeSourceId: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, RateRow>>;
  readonly sourceIds: readonly number[];
  /** Whether a source of the cohort can carry the target rate at 6 months. */
  readonly targetRateAt6MonthsInSource: boolean;
  /** Of the certification. */
  readonly register: Register;
  readonly registrationEndsOn: PlainDate | null;
}

const COLUMNS = [
  'cohort.certification_code as certificationCode',
  'cohort.year',
  'cohort.certified',
  'certified_source_id as certifiedSourceId',
  'certified_through_vae as certifiedThroughVae',
  'certified_through_vae_source_id as certifiedThroughVaeSourceId',
  'global_6_months as global6Value',
  'global_6_months_source_id as global6SourceId',
  'global_6_months_seen_on as global6SeenOn',
  'target_occupation_6_months as target6Value',
  'target_occupation_6_months_source_id as target6SourceId',
  'target_occupation_6_months_seen_on as target6SeenOn',
  'target_occupation_2_years as target24Value',
  'target_occupation_2_years_source_id as target24SourceId',
  'target_occupation_2_years_seen_on as target24SeenOn',
  'source_ids as sourceIds',
  'target_occupation_6_months_in_source as targetRateAt6MonthsInSource',
  'certification.register',
  'certification.registration_ends_on as registrationEndsOn',
] as const;

function cohortsWithCertification(db: Kysely<DB>) {
  return db
    .selectFrom('cohort')
    .innerJoin('certification', 'certification.code', 'cohort.certification_code')
    .select(COLUMNS);
}

type FlatCohort = Awaited<
  ReturnType<ReturnType<typeof cohortsWithCertification>['executeTakeFirstOrThrow']>
>;

/** A row of the queries of this file as a cohort. */
export function cohortOf(flat: FlatCohort): CohortRow {
  return {
    certificationCode: flat.certificationCode as RegisterCode,
    year: flat.year,
    certified: flat.certified,
    certifiedSourceId: flat.certifiedSourceId,
    certifiedThroughVae: flat.certifiedThroughVae,
    certifiedThroughVaeSourceId: flat.certifiedThroughVaeSourceId,
    rates: {
      GLOBAL_6_MONTHS: {
        value: flat.global6Value,
        sourceId: flat.global6SourceId,
        seenOn: flat.global6SeenOn,
      },
      TARGET_OCCUPATION_6_MONTHS: {
        value: flat.target6Value,
        sourceId: flat.target6SourceId,
        seenOn: flat.target6SeenOn,
      },
      TARGET_OCCUPATION_2_YEARS: {
        value: flat.target24Value,
        sourceId: flat.target24SourceId,
        seenOn: flat.target24SeenOn,
      },
    },
    sourceIds: flat.sourceIds,
    targetRateAt6MonthsInSource: flat.targetRateAt6MonthsInSource,
    register: flat.register as Register,
    registrationEndsOn: flat.registrationEndsOn,
  };
}

/** The rate of a cohort that counts, percent: none on the RS, whatever was published there. */
export function countedRate(
  { register, rates }: Pick<CohortRow, 'register' | 'rates'>,
  indicator: InsertionIndicator,
): number | null {
  return register === 'RS' ? null : rates[indicator].value;
}

/** All cohorts of the given certifications, newest first; read each row with `cohortOf`. */
export function cohortsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return cohortsWithCertification(db)
    .where('cohort.certification_code', '=', sql<string>`any(${codes}::text[])`)
    .orderBy('cohort.certification_code')
    .orderBy('cohort.year', 'desc');
}

/** Which cohorts are asked for. */
export interface CohortFilter extends CohortCriteria {
  readonly certification?: CertificationFilter | null | undefined;
}

/** The cohorts of a filter, in no order: `readPage` orders and cuts them, `cohortOf` reads them. */
export function cohorts(db: Kysely<DB>, filter: CohortFilter, asOf: PlainDate) {
  return cohortsWithCertification(db).where((eb) =>
    eb.and([
      ...cohortConditions(filter, asOf),
      ...certificationConditions(filter.certification ?? {}, asOf),
    ]),
  );
}

/** How many cohorts a filter selects, as one row `{ count }`. */
export function countCohorts(db: Kysely<DB>, filter: CohortFilter, asOf: PlainDate) {
  return cohorts(db, filter, asOf).clearSelect().select(sql<number>`count(*)::int`.as('count'));
}

export const COHORT_ORDER_FIELDS = [
  'CERTIFICATION',
  'YEAR',
  'CERTIFIED',
  'GLOBAL_6_MONTHS',
  'TARGET_OCCUPATION_6_MONTHS',
  'TARGET_OCCUPATION_2_YEARS',
  'GAP_6_MONTHS',
] as const;
export type CohortOrderField = (typeof COHORT_ORDER_FIELDS)[number];

const SORT_EXPRESSIONS = {
  YEAR: { expression: sql`cohort.year`, type: 'int4' },
  CERTIFIED: { expression: sql`cohort.certified`, type: 'int4' },
  GLOBAL_6_MONTHS: { expression: sql`cohort.global_6_months`, type: 'float8' },
  TARGET_OCCUPATION_6_MONTHS: {
    expression: sql`cohort.target_occupation_6_months`,
    type: 'float8',
  },
  TARGET_OCCUPATION_2_YEARS: { expression: sql`cohort.target_occupation_2_years`, type: 'float8' },
  GAP_6_MONTHS: {
    expression: sql`(cohort.global_6_months - cohort.target_occupation_6_months)`,
    type: 'float8',
  },
} as const satisfies Record<
  Exclude<CohortOrderField, 'CERTIFICATION'>,
  Pick<SortKey, 'expression' | 'type'>
>;

/**
 * Sort keys of an order of cohorts, ended by certification and year, which are unique. An empty
 * order is by certification, newest year first.
 */
export function cohortSortKeys(
  orders: readonly { readonly field: CohortOrderField; readonly direction: OrderDirection }[],
): SortKey[] {
  const keys = orders.flatMap(({ field, direction }): SortKey[] =>
    field === 'CERTIFICATION'
      ? certificationKeys(direction)
      : [{ name: field, direction, ...SORT_EXPRESSIONS[field] }],
  );
  const names = new Set(keys.map(({ name }) => name));
  const last: SortKey[] = [
    ...certificationKeys('ASC'),
    { name: 'YEAR', direction: 'DESC', ...SORT_EXPRESSIONS.YEAR },
  ];
  return [...keys, ...last.filter(({ name }) => !names.has(name))];
}

function certificationKeys(direction: OrderDirection): SortKey[] {
  return [
    { name: 'REGISTER', expression: sql`certification.register`, type: 'text', direction },
    { name: 'NUMBER', expression: sql`certification.number`, type: 'int4', direction },
  ];
}

/**
 * The cohorts of a filter, of the certifications that a certifying body certifies now. In no order:
 * `readPages` orders and cuts them, `cohortOf` reads them.
 */
export function cohortsOfCertifier(db: Kysely<DB>, filter: CohortFilter, asOf: PlainDate) {
  return (siren: Expression<string>) =>
    cohorts(db, filter, asOf).where(
      sql<SqlBool>`cohort.certification_code in (
        select link.certification_code from certification_certifier as link
        where link.active and link.siren = ${siren})`,
    );
}

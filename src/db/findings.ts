import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Finding, FindingRule, FindingSeverity } from '../domain/finding.ts';
import type { Range } from '../domain/range.ts';
import { FINDING_COLUMNS, findingRow, type RowSource } from './fiche-rows.ts';
import { insertRecords } from './insert-records.ts';
import type { SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** Adds findings of one source and gives their keys; one that is already there stays as it was. */
export async function insertFindings(
  db: Kysely<DB>,
  findings: readonly Finding[],
  source: Pick<RowSource, 'id'>,
  publicationId: number,
): Promise<string[]> {
  const rows = findings.map((finding) => {
    const cells = findingRow(finding, source, publicationId);
    return Object.fromEntries(FINDING_COLUMNS.map((column, index) => [column, cells[index]]));
  });
  await insertRecords(db, 'finding', rows);
  return rows.map(({ key }) => String(key));
}

/** Removes the findings of some rules, but for those of the given keys. */
export async function keepOnlyFindings(
  db: Kysely<DB>,
  rules: readonly FindingRule[],
  keys: readonly string[],
): Promise<void> {
  await sql`
    delete from finding
    where rule = any(${rules}::text[]) and key not in (select unnest(${keys}::text[]))`.execute(db);
}

/** A finding that is served. */
export interface FindingRow extends Finding {
  /** The same for the same finding in every publication. */
  readonly key: string;
  readonly severity: FindingSeverity;
  readonly sourceId: number | null;
  readonly firstSeenPublicationId: number;
}

const COLUMNS = [
  'finding.key',
  'finding.rule',
  'finding.severity',
  'finding.certification_code as certificationCode',
  'finding.cohort_year as cohortYear',
  'finding.element',
  'finding.given',
  'finding.message',
  'finding.source_id as sourceId',
  'finding.first_seen_publication_id as firstSeenPublicationId',
] as const;

/** Which findings are asked for. Absent = no restriction; lists mean "any of". */
export interface FindingFilter {
  readonly rules?: readonly FindingRule[] | null | undefined;
  readonly severities?: readonly FindingSeverity[] | null | undefined;
  readonly certification?: string | null | undefined;
  /** SIREN of a certifier in force of the fiche. */
  readonly certifier?: string | null | undefined;
  readonly cohortYear?: Range<number> | null | undefined;
}

/** The findings of a filter, in no order: `readPage` orders and cuts them. */
export function findings(db: Kysely<DB>, filter: FindingFilter) {
  return db
    .selectFrom('finding')
    .where((eb) => eb.and(findingConditions(filter)))
    .select(COLUMNS)
    .$castTo<FindingRow>();
}

/** The conditions of a filter on rows of `finding`; none for an empty filter. */
export function findingConditions(filter: FindingFilter): Expression<SqlBool>[] {
  const { rules, severities, certification, certifier, cohortYear } = filter;
  return [
    ...(rules ? [sql<SqlBool>`finding.rule = any(${rules}::text[])`] : []),
    ...(severities ? [sql<SqlBool>`finding.severity = any(${severities}::text[])`] : []),
    ...(certification ? [sql<SqlBool>`finding.certification_code = ${certification}`] : []),
    ...(certifier
      ? [
          sql<SqlBool>`exists (
            select from certification_certifier as link
            where link.certification_code = finding.certification_code
              and link.active and link.siren = ${certifier})`,
        ]
      : []),
    ...(cohortYear?.from == null
      ? []
      : [sql<SqlBool>`finding.cohort_year >= ${cohortYear.from}::int`]),
    ...(cohortYear?.to == null ? [] : [sql<SqlBool>`finding.cohort_year <= ${cohortYear.to}::int`]),
  ];
}

/** How many findings a filter selects, as one row `{ count }`. */
export function countFindings(db: Kysely<DB>, filter: FindingFilter) {
  return findings(db, filter).clearSelect().select(sql<number>`count(*)::int`.as('count'));
}

const SEVERITY_RANK = sql<number>`array_position(
  array['ERROR', 'WARNING', 'INFORMATION'], finding.severity)`;

/** Gravest first, then by certification (those of no readable fiche last), then by key. */
export const FINDING_SORT_KEYS: readonly SortKey[] = [
  { name: 'SEVERITY', expression: SEVERITY_RANK, type: 'int4', direction: 'ASC' },
  {
    name: 'CERTIFICATION',
    expression: sql`finding.certification_code`,
    type: 'text',
    direction: 'ASC',
  },
  { name: 'KEY', expression: sql`finding.key`, type: 'text', direction: 'ASC' },
];

/** Findings on the given certifications, gravest first. */
export function findingsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('finding')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select(COLUMNS)
    .orderBy('certification_code')
    .orderBy(SEVERITY_RANK)
    .orderBy('key')
    .$castTo<FindingRow & { certificationCode: string }>();
}

/** The given findings. */
export function findingsByKey(db: Kysely<DB>, keys: readonly string[]) {
  return db
    .selectFrom('finding')
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .select(COLUMNS)
    .orderBy('key')
    .$castTo<FindingRow>();
}

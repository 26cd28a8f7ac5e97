import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { FicheTexts } from '../domain/fiche.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { Register, RegisterCode } from '../domain/register-code.ts';
import { type CertificationFilter, certificationConditions } from './certification-filter.ts';
import { searchRank } from './certification-search.ts';
import type { SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** A certification without its long texts, which `textsByCertification` gives. */
export interface CertificationRow {
  readonly code: RegisterCode;
  readonly register: Register;
  readonly number: number;
  readonly sheetId: number | null;
  readonly sourceId: number;
  readonly title: string;
  readonly abbreviationCode: string | null;
  readonly abbreviationLabel: string | null;
  readonly editorialState: string | null;
  readonly levelCode: string | null;
  readonly levelLabel: string | null;
  readonly level: number | null;
  readonly activeFlag: boolean | null;
  readonly registrationType: 'BY_LAW' | 'ON_REQUEST' | null;
  readonly decisionOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly registrationEndsOn: PlainDate | null;
  readonly publishedOn: PlainDate | null;
  readonly lastJournalOn: PlainDate | null;
  readonly deliveryLimitOn: PlainDate | null;
  readonly registrationYears: number | null;
  readonly validityYears: number | null;
  readonly partnersMayExist: boolean | null;
  readonly newCaledonia: boolean | null;
  readonly frenchPolynesia: boolean | null;
  readonly descriptionLink: string | null;
  readonly levelYears: readonly number[];
  readonly partialValidation: boolean | null;
  readonly distinctBlockPrerequisites: boolean | null;
}

const COLUMNS = [
  'certification.code',
  'register',
  'number',
  'sheet_id as sheetId',
  'source_id as sourceId',
  'title',
  'abbreviation_code as abbreviationCode',
  'abbreviation_label as abbreviationLabel',
  'editorial_state as editorialState',
  'level_code as levelCode',
  'level_label as levelLabel',
  'level',
  'active_flag as activeFlag',
  'registration_type as registrationType',
  'decision_on as decisionOn',
  'effective_on as effectiveOn',
  'registration_ends_on as registrationEndsOn',
  'published_on as publishedOn',
  'last_journal_on as lastJournalOn',
  'delivery_limit_on as deliveryLimitOn',
  'registration_years as registrationYears',
  'validity_years as validityYears',
  'partners_may_exist as partnersMayExist',
  'new_caledonia as newCaledonia',
  'french_polynesia as frenchPolynesia',
  'description_link as descriptionLink',
  'level_years as levelYears',
  'partial_validation as partialValidation',
  'distinct_block_prerequisites as distinctBlockPrerequisites',
] as const;

/** The given certifications, in code order; a code that the register lacks has no row. */
export function certificationsByCode(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('certification')
    .where('certification.code', '=', sql<string>`any(${codes}::text[])`)
    .select(COLUMNS)
    .orderBy('certification.code')
    .$castTo<CertificationRow>();
}

/**
 * The certifications of a filter, in no order: `readPage` orders and cuts them, by the sort keys of
 * the same `orders`.
 */
export function certifications(
  db: Kysely<DB>,
  filter: CertificationFilter,
  asOf: PlainDate,
  orders: readonly CertificationOrder[] = [],
): SelectQueryBuilder<DB, 'certification', CertificationRow> {
  const query = db
    .selectFrom('certification')
    .where((eb) => eb.and(certificationConditions(filter, asOf)))
    .select(COLUMNS)
    .$castTo<CertificationRow>();
  const ranks = orders.find(({ field }) => field === 'PEER_PERCENTILE')?.ranks;
  if (!ranks) return query;
  const peer = sql<{
    code: string;
  }>`unnest(${ranks.codes}::text[], ${ranks.percentiles}::float8[])`;
  return query.leftJoin(
    peer.as<'peer'>(sql`peer (code, percentile)`),
    'peer.code',
    'certification.code',
  ) as unknown as typeof query;
}

/** How many certifications a filter selects, as one row `{ count }`. */
export function countCertifications(db: Kysely<DB>, filter: CertificationFilter, asOf: PlainDate) {
  return db
    .selectFrom('certification')
    .where((eb) => eb.and(certificationConditions(filter, asOf)))
    .select(sql<number>`count(*)::int`.as('count'));
}

export const CERTIFICATION_ORDER_FIELDS = [
  'CODE',
  'TITLE',
  'LEVEL',
  'ABBREVIATION',
  'REGISTRATION_ENDS_ON',
  'VALID_FROM',
  'PUBLISHED_ON',
  'LAST_COHORT_YEAR',
  'RELEVANCE',
  'PEER_PERCENTILE',
] as const;
export type CertificationOrderField = (typeof CERTIFICATION_ORDER_FIELDS)[number];

export interface CertificationOrder {
  readonly field: CertificationOrderField;
  readonly direction: OrderDirection;
  /** For `PEER_PERCENTILE`: the percentile of each certification that has one. */
  readonly ranks?: PeerRanks | undefined;
}

/** Certifications with their percentile among their peers, side by side. */
interface PeerRanks {
  readonly codes: readonly string[];
  readonly percentiles: readonly number[];
}

/**
 * Sort keys of an order of certifications, ended by register and number, which are unique. An
 * empty order is by relevance when the filter searches, else by code.
 */
export function certificationSortKeys(
  orders: readonly CertificationOrder[],
  filter: CertificationFilter,
): SortKey[] {
  const implied = filter.search ? ([{ field: 'RELEVANCE', direction: 'DESC' }] as const) : [];
  const chosen = orders.length > 0 ? orders : implied;
  // Codes are unique: whatever is asked after them orders nothing.
  const end = chosen.findIndex(({ field }) => field === 'CODE');
  const codeOrder = chosen[end]?.direction ?? 'ASC';
  return [
    ...(end === -1 ? chosen : chosen.slice(0, end)).map(({ field, direction }) => ({
      name: field,
      direction,
      ...sortExpression(field, filter),
    })),
    {
      name: 'REGISTER',
      expression: sql`certification.register`,
      type: 'text',
      direction: codeOrder,
    },
    { name: 'NUMBER', expression: sql`certification.number`, type: 'int4', direction: codeOrder },
  ];
}

function sortExpression(
  field: Exclude<CertificationOrderField, 'CODE'> | CertificationOrderField,
  filter: CertificationFilter,
): Pick<SortKey, 'expression' | 'type'> {
  switch (field) {
    case 'CODE':
      return { expression: sql`certification.code`, type: 'text' };
    case 'TITLE':
      return { expression: sql`certification.title_key`, type: 'text' };
    case 'LEVEL':
      return { expression: sql`certification.level`, type: 'int4' };
    case 'ABBREVIATION':
      return { expression: sql`certification.abbreviation_code`, type: 'text' };
    case 'REGISTRATION_ENDS_ON':
      return { expression: sql`certification.registration_ends_on`, type: 'date' };
    case 'VALID_FROM':
      return {
        expression: sql`coalesce(certification.effective_on, certification.decision_on)`,
        type: 'date',
      };
    case 'PUBLISHED_ON':
      return { expression: sql`certification.published_on`, type: 'date' };
    case 'LAST_COHORT_YEAR':
      return {
        expression: sql`(
          select newest_cohort from certification_fact
          where certification_code = certification.code)`,
        type: 'int4',
      };
    case 'RELEVANCE':
      return {
        expression: filter.search ? searchRank(filter.search) : sql`null::float8`,
        type: 'float8',
      };
    case 'PEER_PERCENTILE':
      return { expression: sql`peer.percentile`, type: 'float8' };
  }
}

/** The long sections of the given certifications, one row each. */
export function textsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('certification_text')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'objectives',
      'activities',
      'attested_skills as attestedSkills',
      'assessment_modes as assessmentModes',
      'acquisition_by_blocks as acquisitionByBlocks',
      'sectors',
      'job_types as jobTypes',
      'regulations',
      'entry_prerequisites as entryPrerequisites',
      'validation_prerequisites as validationPrerequisites',
      'mastery_levels as masteryLevels',
      'renewal_terms as renewalTerms',
      'partial_validation_scope as partialValidationScope',
      'components_validity as componentsValidity',
      'preparing_bodies as preparingBodies',
      'reference_framework as referenceFramework',
    ])
    .orderBy('certification_code')
    .$castTo<FicheTexts & { certificationCode: RegisterCode }>();
}

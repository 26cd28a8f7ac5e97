import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched, type RowOf } from './pages.ts';

/** Certifications by code, a page at a time, without their long texts. */
export function certificationRows(db: Kysely<DB>) {
  return fetched(
    db,
    'certification',
    db
      .selectFrom('certification')
      .select([
        'code',
        'sheet_id as sheetId',
        'source_id as sourceId',
        'title',
        'abbreviation_code as abbreviationCode',
        'abbreviation_label as abbreviationLabel',
        'editorial_state as editorialState',
        'level_code as levelCode',
        'level_label as levelLabel',
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
      ])
      .orderBy('code'),
  );
}

/** One row of `certificationRows`. */
export type CertificationRow = RowOf<typeof certificationRows>;

/** A supplement of the publication that speaks of a certification. */
export interface SupplementRow {
  readonly certificationCode: string;
  readonly sourceId: number;
}

/** Supplements of a publication by certification, oldest import first, a page at a time. */
export function supplementRows(db: Kysely<DB>, publicationId: number) {
  return fetched<SupplementRow>(
    db,
    'supplement',
    db
      .selectFrom('supplement')
      .innerJoin('publication_source', 'publication_source.source_id', 'supplement.source_id')
      .where('publication_source.publication_id', '=', publicationId)
      .select([
        'supplement.certification_code as certificationCode',
        'supplement.source_id as sourceId',
      ])
      .orderBy('supplement.certification_code')
      .orderBy('supplement.source_id'),
  );
}

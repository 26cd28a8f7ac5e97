import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched, type RowOf } from './pages.ts';

/** Cohorts by certification and year, a page at a time. */
export function cohortRows(db: Kysely<DB>) {
  return fetched(
    db,
    'cohort',
    db
      .selectFrom('cohort')
      .select([
        'certification_code as certificationCode',
        'year',
        'certified',
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
        'unreadable_rates as unreadableRates',
      ])
      .orderBy('certification_code')
      .orderBy('year'),
  );
}

/** One row of `cohortRows`. */
export type CohortRow = RowOf<typeof cohortRows>;

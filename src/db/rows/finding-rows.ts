import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched, type RowOf } from './pages.ts';

/** All findings by key, a page at a time. */
export function findingRows(db: Kysely<DB>) {
  return fetched(
    db,
    'finding',
    db
      .selectFrom('finding')
      .select([
        'key',
        'rule',
        'severity',
        'certification_code as certificationCode',
        'cohort_year as cohortYear',
        'element',
        'given',
        'message',
        'source_id as sourceId',
        'first_seen_publication_id as firstSeenPublicationId',
      ])
      .orderBy('key'),
  );
}

/** One row of `findingRows`. */
export type FindingRow = RowOf<typeof findingRows>;

import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { PAGE, paged, type RowOf } from './pages.ts';

/** All findings by key, a page at a time. */
export function findingRows(db: Kysely<DB>) {
  const read = (after: string) =>
    db
      .selectFrom('finding')
      .where('key', '>', after)
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
      .orderBy('key')
      .limit(PAGE)
      .execute();
  return paged('', read, (row: Awaited<ReturnType<typeof read>>[number]) => row.key);
}

/** One row of `findingRows`. */
export type FindingRow = RowOf<typeof findingRows>;

import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched } from './pages.ts';

/** A link to another certification, as one fiche declares it. */
export interface LineageLinkRow {
  readonly certificationCode: string;
  readonly direction: 'REPLACES' | 'REPLACED_BY';
  readonly position: number;
  readonly otherCode: string;
  readonly otherTitle: string | null;
}

/** All lineage links, those of a fiche in its order, a page at a time. */
export function lineageLinkRows(db: Kysely<DB>) {
  return fetched(
    db,
    'lineage_link',
    db
      .selectFrom('lineage_link')
      .select([
        'certification_code as certificationCode',
        'direction',
        'position',
        'other_code as otherCode',
        'other_title as otherTitle',
      ])
      .orderBy('certification_code')
      .orderBy('direction')
      .orderBy('position')
      .$castTo<LineageLinkRow>(),
  );
}

import { type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { PAGE, paged } from './pages.ts';

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
  const read = ({ code, direction, position }: LinkKey) =>
    db
      .selectFrom('lineage_link')
      .where(
        sql<SqlBool>`(certification_code, direction, position) > (${code}, ${direction}, ${position}::int)`,
      )
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
      .limit(PAGE)
      .$castTo<LineageLinkRow>()
      .execute();
  return paged<LineageLinkRow, LinkKey>(
    { code: '', direction: '', position: 0 },
    read,
    ({ certificationCode, direction, position }) => ({
      code: certificationCode,
      direction,
      position,
    }),
  );
}

interface LinkKey {
  readonly code: string;
  readonly direction: string;
  readonly position: number;
}

import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../domain/register-code.ts';
import type { DB } from './tables.ts';

/** Which fiche says it: this one, the other one only, or both. */
export const LINEAGE_SIDES = ['OWN', 'OTHER', 'BOTH'] as const;
export type LineageSide = (typeof LINEAGE_SIDES)[number];

/** A certification that this one replaces or is replaced by, whichever of the two says so. */
export interface LineageLinkRow {
  readonly certificationCode: RegisterCode;
  readonly direction: 'REPLACES' | 'REPLACED_BY';
  readonly otherCode: RegisterCode;
  /** The register's title, else the one the fiche page cites; null for a link that dangles. */
  readonly otherTitle: string | null;
  readonly declaredBy: LineageSide;
}

/**
 * Lineage links of the given certifications, one for each direction and other certification:
 * first those of the fiche, in its order, then those that only other fiches declare.
 */
export async function lineageLinksByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<LineageLinkRow[]> {
  const { rows } = await sql<LineageLinkRow>`
    select link.code as "certificationCode", link.direction, link.other as "otherCode",
      coalesce(certification.title, max(link.title)) as "otherTitle",
      case when bool_and(link.own) then 'OWN' when bool_or(link.own) then 'BOTH' else 'OTHER' end
        as "declaredBy"
    from (
      select certification_code as code, direction, other_code as other, other_title as title,
        position, true as own
      from lineage_link where certification_code = any(${codes}::text[])
      union all
      select other_code, case direction when 'REPLACES' then 'REPLACED_BY' else 'REPLACES' end,
        certification_code, null, null, false
      from lineage_link where other_code = any(${codes}::text[])
    ) as link
    left join certification on certification.code = link.other
    group by link.code, link.direction, link.other, certification.title
    order by link.code, link.direction, min(link.position) nulls last, link.other`.execute(db);
  return rows;
}

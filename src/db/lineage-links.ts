import { type Kysely, sql } from 'kysely';
import type { LineageEdge } from '../domain/lineage.ts';
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
  /** Whether the registers have it: a link may dangle. */
  readonly otherExists: boolean;
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
        as "declaredBy",
      certification.code is not null as "otherExists"
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
    group by link.code, link.direction, link.other, certification.code
    order by link.code, link.direction, min(link.position) nulls last, link.other`.execute(db);
  return rows;
}

/** A link of a whole lineage, whichever of the two fiches says so. */
export interface LineageEdgeRow extends LineageEdge {
  /** The certification that the lineage was asked for. */
  readonly certificationCode: RegisterCode;
  readonly declaredByOlder: boolean;
  readonly declaredByNewer: boolean;
}

/**
 * All links of the whole lineages of the given certifications, one row for each lineage and link,
 * however far, round cycles and to certifications that the registers lack.
 */
export async function lineageEdgesByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<LineageEdgeRow[]> {
  const { rows } = await sql<LineageEdgeRow>`
    with recursive reached (root, code) as (
      select code, code collate "C" from unnest(${codes}::text[]) as code
      union
      select reached.root, link.code
      from reached, lateral (
        select other_code as code from lineage_link where certification_code = reached.code
        union
        select certification_code from lineage_link where other_code = reached.code
      ) as link
    )
    select root as "certificationCode", older, newer,
      bool_or(declared_by_older) as "declaredByOlder",
      bool_or(not declared_by_older) as "declaredByNewer"
    from (
      select reached.root,
        case direction when 'REPLACES' then other_code else certification_code end as older,
        case direction when 'REPLACES' then certification_code else other_code end as newer,
        direction = 'REPLACED_BY' as declared_by_older
      from reached, lateral (
        -- Looked up code by code: the planner expects many and would read the whole table.
        select * from lineage_link where certification_code = reached.code offset 0
      ) as link
    ) as link
    group by root, older, newer
    order by root, older, newer`.execute(db);
  return rows;
}

/** All links of the register, each as a fiche declares it: one that both declare comes twice. */
export async function lineageEdges(db: Kysely<DB>): Promise<LineageEdge[]> {
  const { rows } = await sql<LineageEdge>`
    select case direction when 'REPLACES' then other_code else certification_code end as older,
      case direction when 'REPLACES' then certification_code else other_code end as newer
    from lineage_link`.execute(db);
  return rows;
}

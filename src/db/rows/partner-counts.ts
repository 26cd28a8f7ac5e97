import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched } from './pages.ts';

/** How many partners of a certification have one role in one state. */
export interface PartnerCountRow {
  readonly certificationCode: string;
  readonly role: string | null;
  readonly state: string | null;
  readonly active: boolean;
  readonly rows: number;
  readonly establishments: number;
  readonly legalUnits: number;
}

/** Partners of each certification counted by role and state, each SIRET and SIREN once. */
export function partnerCountRows(db: Kysely<DB>): AsyncGenerator<readonly PartnerCountRow[]> {
  return fetched(
    db,
    'certification_partner',
    sql<PartnerCountRow>`
    select certification_code as "certificationCode", role, state, active, count(*)::int as rows,
      count(distinct coalesce(siret, name))::int as establishments,
      count(distinct coalesce(siren, name))::int as "legalUnits"
    from certification_partner
    group by certification_code, role, state, active
    order by certification_code, role nulls last, active desc, state collate "C" nulls last`,
  );
}

import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { pages } from './pages.ts';

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

/** Certifications whose partners one statement counts. */
const COUNTED_TOGETHER = 500;

/** After any code, which are letters and digits. */
const AFTER_ANY_CODE = '~';

/**
 * Partners of each certification counted by role and state, each SIRET and SIREN once; those of some
 * certifications at a time, by code: counting all at once sorts them on the disk.
 */
export async function* partnerCountRows(
  db: Kysely<DB>,
): AsyncGenerator<readonly PartnerCountRow[]> {
  const { rows: ends } = await sql<{ code: string }>`
    select code from (
      select code, row_number() over (order by code) as place from certification
    ) as placed
    where place % ${COUNTED_TOGETHER}::int = 0 order by code`.execute(db);
  const codes = ends.map(({ code }) => code);
  yield* pages(
    0,
    (place) => countPartners(db, codes[place - 1] ?? '', codes[place] ?? AFTER_ANY_CODE),
    (_, place) => (place < codes.length ? place + 1 : null),
  );
}

/** Counts the partners of certifications after one, up to and including another. */
async function countPartners(
  db: Kysely<DB>,
  after: string,
  upTo: string,
): Promise<PartnerCountRow[]> {
  const { rows } = await sql<PartnerCountRow>`
    select certification_code as "certificationCode", role, state, active, count(*)::int as rows,
      count(distinct coalesce(siret, name))::int as establishments,
      count(distinct coalesce(siren, name))::int as "legalUnits"
    from certification_partner
    where certification_code > ${after} and certification_code <= ${upTo}
    group by certification_code, role, state, active
    order by certification_code, role nulls last, active desc, state collate "C" nulls last`.execute(
    db,
  );
  return rows;
}

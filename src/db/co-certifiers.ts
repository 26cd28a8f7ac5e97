import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/** A body that certifies together with another, and how many certifications they share. */
export interface CoCertifierRow {
  readonly siren: string;
  readonly otherSiren: string;
  readonly certifications: number;
}

/**
 * Bodies in force that certify together with the given ones, by SIREN: those of most certifications
 * first, then by SIREN. Bodies that fiches name without a SIRET are not among them.
 */
export async function coCertifiersBySiren(
  db: Kysely<DB>,
  sirens: readonly string[],
): Promise<CoCertifierRow[]> {
  const { rows } = await sql<CoCertifierRow>`
    select link.siren, other.siren as "otherSiren",
      count(distinct link.certification_code)::int as certifications
    from certification_certifier as link
    join certification_certifier as other
      on other.certification_code = link.certification_code and other.siren <> link.siren
    where link.active and other.active and link.siren = any(${sirens}::text[])
    group by link.siren, other.siren
    order by link.siren, certifications desc, other.siren`.execute(db);
  return rows;
}

import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { Register } from '../domain/register-code.ts';
import { activeOn } from './certification-filter.ts';
import type { DB } from './tables.ts';

/** What is served of one register, supplements included. Rows. */
export interface RegisterCounts {
  readonly register: Register;
  readonly certifications: number;
  readonly active: number;
  readonly blocks: number;
  readonly cohorts: number;
  readonly certifiers: number;
  readonly partners: number;
}

/** Counts what is served of each register, RNCP first, both always; `asOf` decides what is active. */
export async function registerCounts(db: Kysely<DB>, asOf: PlainDate): Promise<RegisterCounts[]> {
  const rowsOf = (table: keyof DB) => sql`(
    select count(*)::int from ${sql.table(table)}
    where certification_code like registers.register || '%')`;
  const { rows } = await sql<RegisterCounts>`
    select registers.register, counted.certifications, counted.active,
      ${rowsOf('block')} as blocks, ${rowsOf('cohort')} as cohorts,
      ${rowsOf('certification_certifier')} as certifiers,
      ${rowsOf('certification_partner')} as partners
    from (values ('RNCP'), ('RS')) as registers (register),
      lateral (
        select count(*)::int as certifications,
          (count(*) filter (where ${activeOn(asOf)}))::int as active
        from certification where certification.register = registers.register
      ) as counted
    order by registers.register`.execute(db);
  return rows;
}

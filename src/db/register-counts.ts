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

/** What is served of each register, RNCP first, both always; `asOf` decides what is active. */
export async function registerCounts(db: Kysely<DB>, asOf: PlainDate): Promise<RegisterCounts[]> {
  const { rows } = await sql<RegisterCounts>`
    select register_count.register, certifications, coalesce(counted.active, 0) as active,
      blocks, cohorts, certifiers, partners
    from register_count
    left join (
      select register, (count(*) filter (where ${activeOn(asOf)}))::int as active
      from certification group by register
    ) as counted on counted.register = register_count.register
    order by register_count.register`.execute(db);
  return rows;
}

/** Counts what is served of each register, and stores it. */
export async function storeRegisterCounts(db: Kysely<DB>): Promise<void> {
  const rowsOf = (table: keyof DB) => sql`(
    select count(*) from ${sql.table(table)}
    where certification_code like registers.register || '%')`;
  await db.deleteFrom('register_count').execute();
  await sql`
    insert into register_count
    select register,
      (select count(*) from certification where certification.register = registers.register),
      ${rowsOf('block')}, ${rowsOf('cohort')}, ${rowsOf('certification_certifier')},
      ${rowsOf('certification_partner')}
    from (values ('RNCP'), ('RS')) as registers (register)`.execute(db);
}

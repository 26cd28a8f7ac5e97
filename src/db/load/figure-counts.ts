import { type Kysely, sql } from 'kysely';
import type { Register } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';
import { RATE_COLUMNS } from './first-seen.ts';

/**
 * How many figures the cohorts of a register have, numbers of certified and rates, in the publication
 * that the session reads.
 */
export async function countFigures(db: Kysely<DB>, register: Register): Promise<number> {
  const figures = ['certified', ...Object.values(RATE_COLUMNS)].map(
    (column) => sql`count(${sql.ref(column)})`,
  );
  const { rows } = await sql<{ count: number }>`
    select (${sql.join(figures, sql` + `)})::int as count from cohort
    where certification_code like ${`${register}%`}`.execute(db);
  return rows[0]?.count ?? 0;
}

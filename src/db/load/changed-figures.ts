import { type Kysely, sql } from 'kysely';
import type { RegisterSchema } from '../publications.ts';
import type { DB } from '../tables.ts';
import { RATE_COLUMNS } from './first-seen.ts';

/**
 * Codes of certifications that both schemas have, and of which a number of certified or a rate that
 * another schema has is not the same in that of the session, or is gone. In code order.
 */
export async function codesOfChangedFigures(
  db: Kysely<DB>,
  from: RegisterSchema,
): Promise<string[]> {
  const columns = ['certified', ...Object.values(RATE_COLUMNS)];
  const changed = columns.map((column) => {
    const before = sql.ref(`before.${column}`);
    return sql`(${before} is not null and ${before} is distinct from ${sql.ref(`now.${column}`)})`;
  });
  const { rows } = await sql<{ code: string }>`
    select distinct before.certification_code as code
    from ${sql.id(from, 'cohort')} as before
    join certification on certification.code = before.certification_code
    left join cohort as now
      on now.certification_code = before.certification_code and now.year = before.year
    where ${sql.join(changed, sql` or `)}
    order by code`.execute(db);
  return rows.map(({ code }) => code);
}

import { type Kysely, sql } from 'kysely';
import type { RegisterSchema } from '../publications.ts';
import type { DB } from '../tables.ts';
import { RATE_COLUMNS } from './register-schema.ts';

/**
 * Codes of certifications that both schemas have, and of which a number of certified or a rate that
 * another schema has is not the same in that of the session, or is gone. In code order.
 */
export async function codesOfChangedFigures(
  db: Kysely<DB>,
  from: RegisterSchema,
): Promise<string[]> {
  const columns = ['certified', ...RATE_COLUMNS];
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

/** Takes over the changes that were found in earlier publications, of what is still there. */
export async function carryFigureChanges(db: Kysely<DB>, from: RegisterSchema): Promise<void> {
  await sql`
    insert into finding
    select before.* from ${sql.id(from, 'finding')} as before
    join certification on certification.code = before.certification_code
    where before.rule = 'FIGURE_CHANGED'
    on conflict do nothing`.execute(db);
}

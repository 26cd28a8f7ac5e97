import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';

/** A certification that an examiner reads the surveys of. */
export interface Assignment {
  readonly examiner: string;
  readonly certificationCode: RegisterCode;
  readonly assignedAt: Date;
}

/** Assigns certifications to an examiner; those that are assigned already stay so. */
export async function assign(
  db: Kysely<DB>,
  examiner: string,
  codes: readonly RegisterCode[],
): Promise<void> {
  await sql`
    insert into survey.assignment (examiner, certification_code, assigned_at)
    select ${examiner}, code, now() from unnest(${codes}::text[]) as given (code)
    on conflict do nothing`.execute(db);
}

/** Ends assignments of an examiner: of some certifications, or of all. Gives how many were ended. */
export async function unassign(
  db: Kysely<DB>,
  examiner: string,
  codes: readonly RegisterCode[] | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from survey.assignment
    where examiner = ${examiner}
      and (${codes}::text[] is null or certification_code = any(${codes}::text[]))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** All assignments, by examiner and certification. */
export async function listAssignments(db: Kysely<DB>): Promise<readonly Assignment[]> {
  const { rows } = await sql<Assignment>`
    select examiner, certification_code as "certificationCode", assigned_at as "assignedAt"
    from survey.assignment order by examiner, certification_code`.execute(db);
  return rows;
}

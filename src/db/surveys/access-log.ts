import { type Kysely, sql } from 'kysely';
import type { Reader } from '../../domain/access/reader.ts';
import type { DB } from '../tables.ts';

/** Who read restricted figures of surveys. */
export interface SurveyAccess {
  readonly readAt: Date;
  readonly requestId: string;
  readonly reader: Exclude<Reader, { readonly role: 'PUBLIC' }>;
  /** Name of the operation or report; null without one. */
  readonly operation: string | null;
  readonly certificationCodes: readonly string[];
}

/** Keeps who read restricted figures. */
export async function insertSurveyAccess(
  db: Kysely<DB>,
  { readAt, requestId, reader, operation, certificationCodes }: SurveyAccess,
): Promise<void> {
  const siren = reader.role === 'BODY' ? reader.siren : null;
  await sql`
    insert into survey.access (read_at, request_id, role, reader, siren, operation, certification_codes)
    values (${readAt}, ${requestId}, ${reader.role}, ${reader.name}, ${siren}, ${operation},
      ${certificationCodes}::text[])`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { DEMONSTRATION_FROM } from '../../domain/certification/register-code.ts';
import { ROWS_BESIDE_FICHES } from '../load/rows-beside-fiches.ts';
import { STILL_VALID } from '../load/versions.ts';
import type { DB } from '../tables.ts';
import { forgetFingerprint } from './survey-administration.ts';

const SURVEYS = ROWS_BESIDE_FICHES.filter(
  ({ schema, table }) => schema === 'survey' || table.startsWith('survey_'),
);

/**
 * Ends the surveys of the demonstration. For the import that replaces it by a real register, before that
 * is published: fictitious holders stay in past publications alone, and the next surveys may have any
 * secret unless others than these are stored.
 */
export async function endDemonstrationSurveys(
  db: Kysely<DB>,
  publicationId: number,
): Promise<void> {
  for (const { schema, table } of SURVEYS) {
    await sql`
      update ${sql.id(schema, table)} set until = ${publicationId}
      where until = ${sql.lit(STILL_VALID)}
        and substring(certification_code from '[0-9]+')::int >= ${sql.lit(DEMONSTRATION_FROM)}`.execute(
      db,
    );
  }
  const { rows } = await sql`
    select from survey.holder where until = ${sql.lit(STILL_VALID)} limit 1`.execute(db);
  if (rows.length === 0) await forgetFingerprint(db);
}

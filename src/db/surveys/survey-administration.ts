import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { STILL_VALID } from '../load/versions.ts';
import type { DB } from '../tables.ts';
import { fingerprintOf } from './keyed-hash.ts';

/** Rows of surveys are written here by unqualified names. */
const WRITE_PATH = 'survey, versions, public';

/** Makes unqualified tables of a session those of surveys. */
export async function writeSurveys(db: Kysely<DB>): Promise<void> {
  await sql`select set_config('search_path', ${WRITE_PATH}, false)`.execute(db);
}

/** The fingerprint of the secret that stored hashes were made with; null when there are none yet. */
export async function storedFingerprint(db: Kysely<DB>): Promise<string | null> {
  const { rows } = await sql<{ fingerprint: string }>`
    select fingerprint from survey.secret`.execute(db);
  return rows[0]?.fingerprint ?? null;
}

/** Throws `RefusedFileError` when surveys are stored that were imported with another secret. */
export async function refuseOtherSecret(db: Kysely<DB>, secret: string): Promise<void> {
  const fingerprint = await storedFingerprint(db);
  if (fingerprint === null || fingerprint === fingerprintOf(secret)) return;
  throw new RefusedFileError({
    en: 'SURVEY_SECRET is not the one that the stored surveys were imported with: holders would not be found again; set the former one, or erase all surveys first (debouches survey erase --all)',
    fr: 'SURVEY_SECRET n’est pas celui avec lequel les enquêtes enregistrées ont été importées\u00a0: les titulaires ne seraient pas retrouvés\u00a0; remettez l’ancien, ou effacez d’abord toutes les enquêtes (debouches survey erase --all)',
  });
}

/** Keeps the fingerprint of the secret; does nothing where one is kept. */
export async function keepFingerprint(db: Kysely<DB>, fingerprint: string): Promise<void> {
  await sql`
    insert into survey.secret (fingerprint) values (${fingerprint})
    on conflict do nothing`.execute(db);
}

/** Forgets the fingerprint: the next import may have any secret. */
export async function forgetFingerprint(db: Kysely<DB>): Promise<void> {
  await sql`delete from survey.secret`.execute(db);
}

/** The mapping that a body's files were last read by, as JSON; null without one. */
export async function storedMapping(db: Kysely<DB>, siren: string): Promise<string | null> {
  const { rows } = await sql<{ mapping: string }>`
    select mapping::text as mapping from survey.mapping where siren = ${siren}`.execute(db);
  return rows[0]?.mapping ?? null;
}

/** Keeps the mapping of a body in place of the one before. */
export async function keepMapping(db: Kysely<DB>, siren: string, mapping: string): Promise<void> {
  await sql`
    insert into survey.mapping (siren, mapping) values (${siren}, ${mapping}::jsonb)
    on conflict (siren) do update set mapping = excluded.mapping`.execute(db);
}

/** Certifications whose employment abroad counts as employment now. */
export async function internationalCodes(db: Kysely<DB>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select certification_code as code from survey.international
    where until = ${sql.lit(STILL_VALID)}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** Flags certifications as international from a publication on; those that are stay so. */
export async function flagInternational(
  db: Kysely<DB>,
  codes: readonly RegisterCode[],
  publicationId: number,
): Promise<void> {
  await sql`
    insert into survey.international (certification_code, since, until)
    select distinct code, ${publicationId}::int, ${sql.lit(STILL_VALID)}
    from unnest(${codes}::text[]) as given (code)
    where not exists (
      select from survey.international as own
      where own.certification_code = given.code collate "C"
        and own.until = ${sql.lit(STILL_VALID)})`.execute(db);
}

/** What was imported, of which no name of a file is kept: it may be that of a person. */
export interface SurveyImportRecord {
  readonly publicationId: number;
  /** SIREN of the body for which it was imported; null = by the operator. */
  readonly siren: string | null;
  readonly sha256: readonly string[];
  readonly holders: number;
  readonly answers: number;
}

/** Notes an import of surveys. */
export async function insertSurveyImport(
  db: Kysely<DB>,
  { publicationId, siren, sha256, holders, answers }: SurveyImportRecord,
): Promise<void> {
  await sql`
    insert into survey.import (publication_id, imported_at, siren, sha256, holders, answers)
    values (${publicationId}, now(), ${siren}, ${sha256}::text[], ${holders}, ${answers})`.execute(
    db,
  );
}

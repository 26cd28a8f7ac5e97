import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { STILL_VALID } from '../load/versions.ts';
import type { DB } from '../tables.ts';
import type { CohortKey, StoredAnswer, StoredHolder } from './survey-tables.ts';

/** What the register has of a cohort. Heads, and rates in percent; null = not published. */
export interface RegisterCohort extends CohortKey {
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly global6Months: number | null;
  readonly target6Months: number | null;
  readonly target2Years: number | null;
}

/** Codes of the certifications that a publication has. */
export async function codesOfPublication(
  db: Kysely<DB>,
  publicationId: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from versions.certification
    where since <= ${publicationId} and until > ${publicationId}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** Codes of the certifications of a publication that a body certifies now. */
export async function codesOfBody(
  db: Kysely<DB>,
  { siren, publicationId }: { readonly siren: string; readonly publicationId: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select fiche.code from versions.certification as fiche
    where fiche.since <= ${publicationId} and fiche.until > ${publicationId}
      and exists (
        select from versions.certification_certifier as own
        where own.certification_code = fiche.code and own.version = fiche.version
          and own.active and own.siren = ${siren})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

/** What the register has of the cohorts of some certifications, in a publication. */
export async function registerCohorts(
  db: Kysely<DB>,
  codes: readonly string[],
  publicationId: number,
): Promise<readonly RegisterCohort[]> {
  const { rows } = await sql<RegisterCohort>`
    select own.certification_code as "certificationCode", own.year, own.certified,
      own.certified_through_vae as "certifiedThroughVae", own.global_6_months as "global6Months",
      own.target_occupation_6_months as "target6Months",
      own.target_occupation_2_years as "target2Years"
    from unnest(${codes}::text[]) as given (code)
    join versions.certification as fiche
      on fiche.code = given.code collate "C" and fiche.since <= ${publicationId}
      and fiche.until > ${publicationId}
    join versions.cohort as own
      on own.certification_code = fiche.code and own.version = fiche.version`.execute(db);
  return rows;
}

/** Those of some certifications of which a roster is stored. */
export async function surveyedCodes(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select given.code from unnest(${codes}::text[]) as given (code)
    where exists (
      select from survey.holder as own
      where own.certification_code = given.code collate "C"
        and own.until = ${sql.lit(STILL_VALID)})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

type HolderRow = CohortKey & StoredHolder;

/** The holders of a certification that are valid, by cohort. */
export async function storedHolders(
  db: Kysely<DB>,
  code: RegisterCode,
): Promise<readonly HolderRow[]> {
  const { rows } = await sql<HolderRow>`
    select certification_code as "certificationCode", year, replace(holder::text, '-', '') as hash,
      record_key as "recordKey", obtained_on as "obtainedOn", access_route as route, sex,
      age_band as "ageBand", region
    from survey.holder
    where certification_code = ${code} and until = ${sql.lit(STILL_VALID)}
    order by year, holder`.execute(db);
  return rows;
}

type AnswerRow = CohortKey & StoredAnswer;

/** The answers of some cohorts that are valid. */
export async function storedAnswers(
  db: Kysely<DB>,
  cohorts: readonly CohortKey[],
): Promise<readonly AnswerRow[]> {
  const codes = cohorts.map(({ certificationCode }) => certificationCode);
  const years = cohorts.map(({ year }) => year);
  const { rows } = await sql<AnswerRow>`
    select own.certification_code as "certificationCode", own.year, own.horizon,
      replace(own.holder::text, '-', '') as hash, own.status, own.situation,
      own.target_occupation as target, own.contract, own.contract_months as "contractMonths",
      own.working_time as "workingTime", own.category, own.pay, own.job_region as "jobRegion",
      own.job_country as "jobCountry", own.job_title as title
    from unnest(${codes}::text[], ${years}::int[]) as given (code, year)
    join survey.answer as own
      on own.certification_code = given.code collate "C" and own.year = given.year
    where own.until = ${sql.lit(STILL_VALID)}`.execute(db);
  return rows;
}

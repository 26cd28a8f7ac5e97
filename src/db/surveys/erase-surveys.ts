import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';
import type { CohortKey } from './survey-tables.ts';

/** What was erased. */
export interface Erased {
  readonly cohorts: number;
  readonly holders: number;
}

/** Rows that were deleted. */
export interface Expired {
  readonly holders: number;
  readonly answers: number;
}

/** Tables of what is counted. */
const FIGURES = ['survey_class', 'survey_cell', 'survey_paired', 'survey_finding'] as const;

interface ErasedCohorts {
  /** Null = all certifications. */
  readonly certificationCode: RegisterCode | null;
  /** Null = all. */
  readonly year: number | null;
  /** The publication that has them no longer. */
  readonly publicationId: number;
}

/**
 * Deletes all surveys, those of a certification, or of one of its cohorts, from all publications, and
 * notes which publications had them.
 */
export async function deleteCohorts(
  db: Kysely<DB>,
  { certificationCode, year, publicationId }: ErasedCohorts,
): Promise<Erased> {
  const isOne = sql`${isOf(certificationCode)} and (${year}::int is null or year = ${year}::int)`;
  const { rows } = await sql<Erased>`
    select count(distinct (code, year))::int as cohorts, count(distinct (code, holder))
      filter (where holder is not null)::int as holders
    from (
      select certification_code as code, year, holder from survey.holder where ${isOne}
      union all select certification_code, year, null from versions.survey_class where ${isOne}
    ) as own`.execute(db);
  await noteErased(db, isOne, publicationId);
  for (const table of FIGURES) {
    await sql`delete from ${sql.id('versions', table)} where ${isOne}`.execute(db);
  }
  for (const table of ['holder', 'answer']) {
    await sql`delete from ${sql.id('survey', table)} where ${isOne}`.execute(db);
  }
  return rows[0] ?? { cohorts: 0, holders: 0 };
}

function isOf(code: RegisterCode | null) {
  return code === null ? sql`true` : sql`certification_code = ${code}`;
}

/** Notes which publications before one had a survey of some cohorts. */
async function noteErased(
  db: Kysely<DB>,
  condition: ReturnType<typeof sql>,
  publicationId: number,
): Promise<void> {
  await sql`
    insert into versions.survey_erasure (certification_code, year, erased_at, since, until)
    select distinct certification_code, year, now(), since, least(until, ${publicationId})
    from versions.survey_class
    where ${condition} and since < ${publicationId}`.execute(db);
}

/**
 * Years of the cohorts of a certification of which anything is stored, of any publication.
 *
 * - `code`: null = of any certification.
 */
export async function storedYears(
  db: Kysely<DB>,
  code: RegisterCode | null,
): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select year from survey.holder where ${isOf(code)}
    union select year from versions.survey_class where ${isOf(code)}
    order by year`.execute(db);
  return rows.map(({ year }) => year);
}

/** Years of the cohorts that a holder is stored in, of any publication. */
export async function yearsOfHolder(
  db: Kysely<DB>,
  code: RegisterCode,
  hash: string,
): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from survey.holder
    where certification_code = ${code} and holder = ${hash}::uuid order by year`.execute(db);
  return rows.map(({ year }) => year);
}

/** Deletes the rows of one holder, of all publications. */
export async function deleteHolder(
  db: Kysely<DB>,
  code: RegisterCode,
  hash: string,
): Promise<void> {
  for (const table of ['holder', 'answer']) {
    await sql`
      delete from ${sql.id('survey', table)}
      where certification_code = ${code} and holder = ${hash}::uuid`.execute(db);
  }
}

/** Deletes what publications before one have counted of a cohort, and notes that they had it. */
export async function forgetVersions(
  db: Kysely<DB>,
  { certificationCode, year }: CohortKey,
  publicationId: number,
): Promise<void> {
  const isOne = sql`certification_code = ${certificationCode} and year = ${year}`;
  await noteErased(db, isOne, publicationId);
  for (const table of FIGURES) {
    if (table === 'survey_finding') continue;
    await sql`
      delete from ${sql.id('versions', table)}
      where ${isOne} and since < ${publicationId}`.execute(db);
  }
}

/**
 * Deletes rows of holders of cohorts before a year, and rows that were replaced, but by the publication
 * that is served: when it is withdrawn they are valid again.
 */
export async function deleteExpired(
  db: Kysely<DB>,
  { beforeYear }: { readonly beforeYear: number },
): Promise<Expired> {
  const counts: Record<string, number> = {};
  for (const table of ['holder', 'answer']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.id('survey', table)}
      where year < ${beforeYear}
        or until < (select publication_id from current_publication)`.execute(db);
    counts[table] = Number(numAffectedRows ?? 0);
  }
  return { holders: counts['holder'] ?? 0, answers: counts['answer'] ?? 0 };
}

/** Gives back the space of rows that were deleted, which are on the disk until then. Not in a transaction. */
export async function vacuumSurveys(db: Kysely<DB>): Promise<void> {
  const tables = [
    ...['holder', 'answer'].map((table) => sql.id('survey', table)),
    ...FIGURES.map((table) => sql.id('versions', table)),
  ];
  await sql`vacuum ${sql.join(tables)}`.execute(db);
}

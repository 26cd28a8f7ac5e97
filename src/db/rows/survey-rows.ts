import { type Kysely, sql } from 'kysely';
import type { SurveyCount } from '../../domain/survey/counts.ts';
import { SURVEY_COUNTS } from '../../domain/survey/counts.ts';
import { countColumn } from '../surveys/survey-tables.ts';
import type { DB } from '../tables.ts';
import { fetched } from './pages.ts';

/** Counts of classes of holders, by certification, year, horizon and dimension, a page at a time. */
export function surveyClassRows(db: Kysely<DB>) {
  return fetched(
    db,
    'survey_class',
    db
      .selectFrom('survey_class')
      .select([
        'certification_code as certificationCode',
        'year',
        'horizon',
        'dimension',
        'value',
        'pay_base as payBase',
        'pay_lower as payLower',
        'pay_median as payMedian',
        'pay_upper as payUpper',
      ])
      .select(SURVEY_COUNTS.map((count) => sql<number>`${sql.ref(countColumn(count))}`.as(count)))
      .orderBy('certification_code')
      .orderBy('year', 'desc')
      .orderBy('horizon')
      .orderBy('dimension')
      .orderBy('value'),
  ) as AsyncGenerator<readonly SurveyClassRow[]>;
}

/** One row of `surveyClassRows`. */
export type SurveyClassRow = Readonly<Record<SurveyCount, number>> & {
  readonly certificationCode: string;
  readonly year: number;
  readonly horizon: number;
  readonly dimension: string;
  readonly value: string | null;
  readonly payBase: number | null;
  readonly payLower: number | null;
  readonly payMedian: number | null;
  readonly payUpper: number | null;
};

/** Holders with the same attributes, by certification and year, a page at a time. */
export function surveyCellRows(db: Kysely<DB>) {
  return fetched(
    db,
    'survey_cell',
    db
      .selectFrom('survey_cell')
      .select([
        'certification_code as certificationCode',
        'year',
        'access_route as route',
        'sex',
        'age_band as ageBand',
        'region',
        'holders',
        'record_keys as keys',
        'respondents_6 as respondents6',
        'eligible_6 as eligible6',
        'employed_6 as employed6',
        'in_target_6 as inTarget6',
        'respondents_12 as respondents12',
        'eligible_12 as eligible12',
        'employed_12 as employed12',
        'in_target_12 as inTarget12',
        'respondents_24 as respondents24',
        'eligible_24 as eligible24',
        'employed_24 as employed24',
        'in_target_24 as inTarget24',
      ])
      .orderBy('certification_code')
      .orderBy('year', 'desc'),
  );
}

/** Holders eligible at two horizons, by certification and year, a page at a time. */
export function surveyPairedRows(db: Kysely<DB>) {
  return fetched(
    db,
    'survey_paired',
    db
      .selectFrom('survey_paired')
      .select([
        'certification_code as certificationCode',
        'year',
        'rate',
        'from_horizon as from',
        'to_horizon as to',
        'both',
        'first_only as firstOnly',
        'second_only as secondOnly',
        'neither',
      ])
      .orderBy('certification_code')
      .orderBy('year', 'desc')
      .orderBy('rate')
      .orderBy('from_horizon')
      .orderBy('to_horizon'),
  );
}

/** What was remarkable about rows, by certification and year, a page at a time. */
export function surveyFindingRows(db: Kysely<DB>) {
  return fetched(
    db,
    'survey_finding',
    db
      .selectFrom('survey_finding')
      .select([
        'certification_code as certificationCode',
        'year',
        'horizon',
        'rule',
        'rows',
        'of_rows as ofRows',
      ])
      .orderBy('certification_code')
      .orderBy('year', 'desc')
      .orderBy('horizon')
      .orderBy('rule'),
  );
}

/** Cohorts of which the publication had a survey that was erased since. */
export async function erasedSurveyRows(
  db: Kysely<DB>,
): Promise<readonly { readonly certificationCode: string; readonly year: number }[]> {
  return db
    .selectFrom('survey_erasure')
    .select(['certification_code as certificationCode', 'year'])
    .orderBy('certification_code')
    .orderBy('year')
    .execute();
}

/** What there is of surveys, before any of their tables is read. */
export interface SurveyPresence {
  /** Whether the publication that was entered has any. */
  readonly isThere: boolean;
  /** Of the secret that record keys were made with; null before any was. */
  readonly fingerprint: string | null;
  /** When a survey of any publication was last erased, in milliseconds since 1970; 0 = never. */
  readonly lastErasure: number;
}

/** What there is of surveys, by one statement: most registers have none. */
export async function surveyPresence(db: Kysely<DB>): Promise<SurveyPresence> {
  const { rows } = await sql<SurveyPresence>`
    select exists (select from survey_cell) or exists (select from survey_erasure) as "isThere",
      (select fingerprint from survey.secret) as fingerprint,
      (select coalesce(round(1000 * extract(epoch from max(erased_at))), 0)::float8
        from versions.survey_erasure) as "lastErasure"`.execute(db);
  return rows[0] ?? { isThere: false, fingerprint: null, lastErasure: 0 };
}

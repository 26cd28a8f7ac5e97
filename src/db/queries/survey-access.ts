import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Restricted figures of one certification that were given to a reader. */
export interface SurveyAccessRow {
  /** Number of the entry of the log, which may be of several certifications. */
  readonly id: number;
  readonly readAt: Date;
  readonly requestId: string;
  readonly role: 'BODY' | 'EXAMINER' | 'OPERATOR';
  readonly reader: string;
  /** Of a body; null of others. */
  readonly siren: string | null;
  /** Name of the operation or report; null without one. */
  readonly operation: string | null;
  readonly certificationCode: string;
}

/** Which entries of the log are asked for; null = all. */
export interface SurveyAccessQuestion {
  readonly codes: readonly string[] | null;
  readonly from: Date | null;
  /** The first instant that is not asked for. */
  readonly before: Date | null;
}

/** Where a row stands in the order of the log: newest entry first, then by certification. */
export type SurveyAccessPlace = Pick<SurveyAccessRow, 'readAt' | 'id' | 'certificationCode'>;

/** Who read restricted figures, newest first, after a place: so many rows. */
export async function surveyAccessAfter(
  db: Kysely<DB>,
  { codes, from, before }: SurveyAccessQuestion,
  after: SurveyAccessPlace | null,
  limit: number,
): Promise<SurveyAccessRow[]> {
  const { rows } = await sql<Omit<SurveyAccessRow, 'id'> & { id: string }>`
    select id, read_at as "readAt", request_id as "requestId", role, reader, siren, operation,
      code as "certificationCode"
    from survey.access, unnest(certification_codes) as code
    where (${codes}::text[] is null or code = any(${codes}::text[]))
      and (${from}::timestamptz is null or read_at >= ${from})
      and (${before}::timestamptz is null or read_at < ${before})
      and (${after?.readAt ?? null}::timestamptz is null
        or read_at < ${after?.readAt ?? null}
        or (read_at = ${after?.readAt ?? null} and (id < ${after?.id ?? null}::bigint
          or (id = ${after?.id ?? null}::bigint
            and code > ${after?.certificationCode ?? null}::text collate "C"))))
    order by read_at desc, id desc, code collate "C" limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

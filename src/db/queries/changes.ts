import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { Change, ChangeKind } from '../../domain/changes/change.ts';
import { FIGURE_FIELDS, type FigureField } from '../../domain/changes/change-field.ts';
import type { DB } from '../tables.ts';

/** A change, and where it stands: its publication, and its place among the changes of that. */
export interface ChangeRow extends Change {
  readonly publicationId: number;
  /** From 1 on. */
  readonly position: number;
}

/** Which changes are asked for. */
export interface ChangeQuestion {
  /** Of publications after this one … */
  readonly since: number;
  /** … up to this one. */
  readonly until: number;
  /** null = all. */
  readonly kinds: readonly ChangeKind[] | null;
  /** Of these certifications; null = of all. */
  readonly codes: readonly string[] | null;
}

/** Where a change stands in the order of lists: newest publication first, then by position. */
export type ChangePlace = readonly [publicationId: number, position: number];

/** Which part of a list of changes: those strictly between two. */
export interface ChangeWindow {
  readonly after: ChangePlace | null;
  readonly before: ChangePlace | null;
  /** From the end instead of from the start. */
  readonly backward: boolean;
  readonly limit: number;
}

const COLUMNS = sql`publication_id as "publicationId", position,
  certification_code as "certificationCode", kind, cohort_year as "cohortYear", field, item,
  before, after, source_id as "sourceId"`;

/** Changes within a window, in the order of lists. */
export async function changesWithin(
  db: Kysely<DB>,
  question: ChangeQuestion,
  window: ChangeWindow,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select ${COLUMNS} from public.change
    where ${conditionOf(question)} and ${withinOf(window)}
    ${orderOf(window)} limit ${window.limit}`.execute(db);
  return window.backward ? rows.toReversed() : rows;
}

/** How many changes there are in all. */
export async function changeCount(db: Kysely<DB>, question: ChangeQuestion): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from public.change where ${conditionOf(question)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Changes of each of some certifications within a window, in the order of lists. */
export async function changesByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
  question: Omit<ChangeQuestion, 'codes'>,
  window: ChangeWindow,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select own.* from unnest(${codes}::text[]) as parent (code), lateral (
      select ${COLUMNS} from public.change
      where certification_code = parent.code collate "C"
        and ${conditionOf({ ...question, codes: null })} and ${withinOf(window)}
      ${orderOf(window)} limit ${window.limit}
    ) as own
    order by "certificationCode", "publicationId" desc, position`.execute(db);
  return rows;
}

/** How many changes there are of each kind, of those kinds of which there are some. */
export type CountsByKind = ReadonlyMap<ChangeKind, number>;

/** How many changes of each kind each of some certifications has, in their order. */
export async function changeCounts(
  db: Kysely<DB>,
  codes: readonly string[],
  question: Omit<ChangeQuestion, 'codes'>,
): Promise<CountsByKind[]> {
  const { rows } = await sql<{ code: string; kind: ChangeKind; count: number }>`
    select certification_code as code, kind, count(*)::int as count from public.change
    where ${conditionOf({ ...question, codes })} group by certification_code, kind`.execute(db);
  const counts = new Map(codes.map((code) => [code, new Map<ChangeKind, number>()]));
  for (const { code, kind, count } of rows) counts.get(code)?.set(kind, count);
  return codes.map((code) => counts.get(code) ?? new Map());
}

/** A change of a figure of a cohort. */
export interface FigureChangeRow extends ChangeRow {
  readonly cohortYear: number;
  readonly field: FigureField;
}

/** All changes of figures of some certifications, newest first. */
export async function figureChangesOf(
  db: Kysely<DB>,
  codes: readonly string[],
  question: Pick<ChangeQuestion, 'since' | 'until'>,
): Promise<FigureChangeRow[]> {
  const { rows } = await sql<FigureChangeRow>`
    select ${COLUMNS} from public.change
    where ${conditionOf({ ...question, kinds: null, codes })} and cohort_year is not null
      and field = any(${FIGURE_FIELDS}::text[])
    order by certification_code, publication_id desc, position`.execute(db);
  return rows;
}

/** A publication that brought a certification in, or lost it. */
export interface PresenceRow {
  readonly certificationCode: RegisterCode;
  readonly kind: 'CREATED' | 'REAPPEARED' | 'REMOVED';
  readonly publicationId: number;
}

/** When some certifications came and went, oldest first. */
export async function presencesOf(
  db: Kysely<DB>,
  codes: readonly string[],
  question: Pick<ChangeQuestion, 'since' | 'until'>,
): Promise<PresenceRow[]> {
  const kinds: readonly ChangeKind[] = ['CREATED', 'REAPPEARED', 'REMOVED'];
  const { rows } = await sql<PresenceRow>`
    select certification_code as "certificationCode", kind, publication_id as "publicationId"
    from public.change where ${conditionOf({ ...question, kinds, codes })}
    order by certification_code, publication_id`.execute(db);
  return rows;
}

/** A certification that left the registers, as it last was. */
export interface RemovedRow {
  readonly code: RegisterCode;
  /** The publication that had it no longer. */
  readonly publicationId: number;
  readonly register: 'RNCP' | 'RS';
  readonly title: string;
  /** 1 to 8; null without a level. */
  readonly level: number | null;
  /** SIREN of its certifying bodies in force. */
  readonly certifiers: readonly string[];
}

/** Certifications that left the registers in publications of a range, each as it last did, by code. */
export async function removedCertifications(
  db: Kysely<DB>,
  { since, until }: Pick<ChangeQuestion, 'since' | 'until'>,
): Promise<RemovedRow[]> {
  const { rows } = await sql<RemovedRow>`
    select distinct on (certification_code) certification_code as code,
      publication_id as "publicationId", register, title, level, certifiers
    from public.removed_certification
    where publication_id > ${since} and publication_id <= ${until}
    order by certification_code, publication_id desc`.execute(db);
  return rows;
}

function conditionOf({ since, until, kinds, codes }: ChangeQuestion): RawBuilder<unknown> {
  // Thousands of codes: one text is sent faster than as many.
  const ofCodes =
    codes === null
      ? sql``
      : sql`and certification_code in (select unnest(string_to_array(${codes.join(',')}, ',')) collate "C")`;
  const ofKinds = kinds === null ? sql`` : sql`and kind = any(${kinds}::text[])`;
  return sql`publication_id > ${since} and publication_id <= ${until} ${ofKinds} ${ofCodes}`;
}

function withinOf({ after, before }: ChangeWindow): RawBuilder<unknown> {
  const past = after
    ? sql`publication_id <= ${after[0]} and (publication_id < ${after[0]} or position > ${after[1]})`
    : sql`true`;
  const upTo = before
    ? sql`publication_id >= ${before[0]} and (publication_id > ${before[0]} or position < ${before[1]})`
    : sql`true`;
  return sql`${past} and ${upTo}`;
}

function orderOf({ backward }: ChangeWindow): RawBuilder<unknown> {
  return backward
    ? sql`order by publication_id, position desc`
    : sql`order by publication_id desc, position`;
}

/** How many changes of each kind there are, of those kinds of which there are some. */
export async function changeCountsByKind(
  db: Kysely<DB>,
  question: ChangeQuestion,
): Promise<CountsByKind> {
  const { rows } = await sql<{ kind: ChangeKind; count: number }>`
    select kind, count(*)::int as count from public.change
    where ${conditionOf(question)} group by kind`.execute(db);
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { foldText } from '../domain/search-key.ts';
import type { CertificationFilter } from './certification-filter.ts';
import {
  type CertificationOrder,
  type CertificationRow,
  certifications,
} from './certifications.ts';
import type { RowsOfParent, SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** The three nomenclatures that fiches are classified by: ROME, NSF, Formacode. */
export type Nomenclature = 'occupation' | 'speciality' | 'formacode';

/** A code with the label it most often has on the fiches; null when none gives one. */
export interface NomenclatureRow {
  readonly code: string;
  readonly label: string | null;
}

/** Which codes are asked for. */
export interface NomenclatureFilter {
  /** Codes or their first characters. */
  readonly codes?: readonly string[] | null | undefined;
  /** Words of the label in any form, or a part of it, without regard to accents and case. */
  readonly search?: string | null | undefined;
}

/** The codes that fiches carry, of a filter, in no order: `readPage` orders and cuts them. */
export function nomenclature(db: Kysely<DB>, noun: Nomenclature, filter: NomenclatureFilter) {
  const { codes, search } = filter;
  const byCode = codes?.map((code) => sql<SqlBool>`code like ${`${code}%`}`);
  return db
    .selectFrom(noun)
    .where((eb) =>
      eb.and([...(byCode ? [eb.or(byCode)] : []), ...(search ? [labelAnswers(search)] : [])]),
    )
    .select(['code', 'label'])
    .$castTo<NomenclatureRow>();
}

function labelAnswers(search: string) {
  const configuration = sql`'public.french_unaccent'::regconfig`;
  return sql<SqlBool>`(
    to_tsvector(${configuration}, coalesce(label, ''))
      @@ websearch_to_tsquery(${configuration}, ${search})
    or strpos(lower(public.unaccent(label)), ${foldText(search)}) > 0)`;
}

/** How many codes a filter selects, as one row `{ count }`. */
export function countNomenclature(db: Kysely<DB>, noun: Nomenclature, filter: NomenclatureFilter) {
  return nomenclature(db, noun, filter)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'));
}

export const NOMENCLATURE_ORDER_FIELDS = ['CODE', 'LABEL'] as const;
export type NomenclatureOrderField = (typeof NOMENCLATURE_ORDER_FIELDS)[number];

/** Sort keys of an order of codes, ended by the code; an empty order is by code. */
export function nomenclatureSortKeys(
  orders: readonly {
    readonly field: NomenclatureOrderField;
    readonly direction: OrderDirection;
  }[],
): SortKey[] {
  const codeFirst = orders[0]?.field !== 'LABEL';
  const direction = (field: NomenclatureOrderField) =>
    orders.find((order) => order.field === field)?.direction ?? 'ASC';
  const code: SortKey = {
    name: 'CODE',
    expression: sql`code`,
    type: 'text',
    direction: direction('CODE'),
  };
  const label: SortKey = {
    name: 'LABEL',
    // Engines differ in how they sort accents: without them, and byte by byte, they agree.
    expression: sql`lower(public.unaccent(label)) collate "C"`,
    type: 'text',
    direction: direction('LABEL'),
  };
  return codeFirst ? [code] : [label, code];
}

/** The given codes that fiches carry. */
export function nomenclatureByCode(db: Kysely<DB>, noun: Nomenclature, codes: readonly string[]) {
  return db
    .selectFrom(noun)
    .where(sql<SqlBool>`code = any(${codes}::text[])`)
    .select(['code', 'label'])
    .orderBy('code')
    .$castTo<NomenclatureRow>();
}

/**
 * The given codes of a tree, NSF or ROME: those that fiches carry, and those above them, which have
 * no label unless a fiche carries them too.
 */
export async function codeTreeByCode(
  db: Kysely<DB>,
  noun: Exclude<Nomenclature, 'formacode'>,
  codes: readonly string[],
): Promise<NomenclatureRow[]> {
  const { rows } = await sql<NomenclatureRow>`
    select asked.code, entry.label
    from unnest(${codes}::text[]) as asked (code)
    left join ${sql.table(noun)} as entry on entry.code = asked.code
    where asked.code <> ''
      and exists (
        select from ${sql.table(noun)} as below where ${startsWith('below', sql`asked.code`)})
    order by asked.code collate "C"`.execute(db);
  return rows;
}

/** An abbreviation: how it is most often typed, and what it most often stands for. */
export interface AbbreviationRow {
  /** The abbreviation in lower case. */
  readonly key: string;
  readonly code: string;
  readonly label: string | null;
}

/** The given abbreviations, by their lower case. */
export function abbreviationsByKey(db: Kysely<DB>, keys: readonly string[]) {
  return db
    .selectFrom('abbreviation')
    .where(sql<SqlBool>`key = any(${keys}::text[])`)
    .select(['key', 'code', 'label'])
    .orderBy('key')
    .$castTo<AbbreviationRow>();
}

/** A code of a fiche, with the label it most often has. */
export interface CertificationCodeRow extends NomenclatureRow {
  readonly certificationCode: RegisterCode;
}

/** The codes of the given certifications, each once, in the order of the fiche. */
export async function nomenclatureByCertification(
  db: Kysely<DB>,
  noun: Nomenclature,
  codes: readonly string[],
): Promise<CertificationCodeRow[]> {
  const { rows } = await sql<CertificationCodeRow>`
    select link.certification_code as "certificationCode", link.code, entry.label
    from ${sql.table(`certification_${noun}`)} as link
    left join ${sql.table(noun)} as entry on entry.code = link.code
    where link.certification_code = any(${codes}::text[])
    group by link.certification_code, link.code, entry.label
    order by link.certification_code, min(link.position)`.execute(db);
  return rows;
}

/**
 * The certifications of a filter that carry a code or one below it in its tree; of a Formacode,
 * that very code. In no order: `readPages` orders and cuts them.
 */
export function certificationsOfCode(
  db: Kysely<DB>,
  noun: Nomenclature,
  filter: CertificationFilter,
  asOf: PlainDate,
  orders: readonly CertificationOrder[],
): RowsOfParent<'certification', CertificationRow> {
  return (code) =>
    certifications(db, filter, asOf, orders).where(
      sql<SqlBool>`certification.code in (
        select link.certification_code from ${sql.table(`certification_${noun}`)} as link
        where ${noun === 'formacode' ? sql`link.code = ${code}` : startsWith('link', code)})`,
    );
}

/** A range of the index on codes, which collate "C". */
function startsWith(table: string, prefix: Expression<unknown>) {
  const code = sql.ref(`${table}.code`);
  return sql<SqlBool>`${code} >= ${prefix} and ${code} < ${prefix} || chr(1114111)`;
}

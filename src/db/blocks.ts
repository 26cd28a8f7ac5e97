import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { foldText } from '../domain/search-key.ts';
import { type CertificationFilter, certificationConditions } from './certification-filter.ts';
import type { SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** A competency block. Codes repeat across certifications: its key is certification and position. */
export interface BlockRow {
  readonly certificationCode: RegisterCode;
  /** 1 for the first block of the fiche. */
  readonly position: number;
  readonly code: string;
  readonly title: string;
  readonly skills: string | null;
  readonly assessmentModes: string | null;
  readonly entryPrerequisites: string | null;
  readonly validationPrerequisites: string | null;
}

const COLUMNS = [
  'block.certification_code as certificationCode',
  'block.position',
  'block.code',
  'block.title',
  'block.skills',
  'block.assessment_modes as assessmentModes',
  'block.entry_prerequisites as entryPrerequisites',
  'block.validation_prerequisites as validationPrerequisites',
] as const;

/** Blocks of the given certifications, in the order of the fiche. */
export function blocksByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('block')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select(COLUMNS)
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<BlockRow>();
}

/** The codes of the blocks of the given certifications, in the order of the fiche: one row each. */
export function blockCodesByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('block')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select('certification_code as certificationCode')
    .select(sql<string[]>`array_agg(code order by position)`.as('codes'))
    .groupBy('certification_code')
    .orderBy('certification_code')
    .$castTo<{ readonly certificationCode: RegisterCode; readonly codes: readonly string[] }>();
}

/** How many blocks each of the given certifications has; one without blocks has no row. */
export function blockCountsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('block')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select('certification_code as certificationCode')
    .select(sql<number>`count(*)::int`.as('blocks'))
    .groupBy('certification_code')
    .$castTo<{ readonly certificationCode: RegisterCode; readonly blocks: number }>();
}

/** Which blocks are asked for; codes are block codes or their first characters. */
export interface BlockFilter {
  readonly codes?: readonly string[] | null | undefined;
  readonly title?: string | null | undefined;
  readonly certification?: CertificationFilter | null | undefined;
}

/** The blocks of a filter, in no order: `readPage` orders and cuts them. */
export function blocks(db: Kysely<DB>, filter: BlockFilter, asOf: PlainDate) {
  const { codes, title } = filter;
  const byCode = codes?.map(
    (code) => sql<SqlBool>`block.code like ${`${literally(code.toUpperCase())}%`}`,
  );
  return db
    .selectFrom('block')
    .innerJoin('certification', 'certification.code', 'block.certification_code')
    .where((eb) =>
      eb.and([
        ...(byCode ? [eb.or(byCode)] : []),
        ...(title ? [sql<SqlBool>`strpos(block.title_key, ${foldText(title)}) > 0`] : []),
        ...certificationConditions(filter.certification ?? {}, asOf),
      ]),
    )
    .select(COLUMNS)
    .$castTo<BlockRow>();
}

/** A text as a pattern of `like` that stands for itself. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** How many blocks a filter selects, as one row `{ count }`. */
export function countBlocks(db: Kysely<DB>, filter: BlockFilter, asOf: PlainDate) {
  return blocks(db, filter, asOf).clearSelect().select(sql<number>`count(*)::int`.as('count'));
}

export const BLOCK_ORDER_FIELDS = ['CERTIFICATION', 'CODE', 'TITLE'] as const;
export type BlockOrderField = (typeof BLOCK_ORDER_FIELDS)[number];

/**
 * Sort keys of an order of blocks, ended by certification and position, which are unique. An
 * empty order is that of the fiches.
 */
export function blockSortKeys(
  orders: readonly { readonly field: BlockOrderField; readonly direction: OrderDirection }[],
): SortKey[] {
  const keys = orders.flatMap(({ field, direction }): SortKey[] => {
    if (field === 'CERTIFICATION') return certificationKeys(direction);
    const expression = field === 'CODE' ? sql`block.code` : sql`block.title_key`;
    return [{ name: field, expression, type: 'text', direction }];
  });
  const names = new Set(keys.map(({ name }) => name));
  const last: SortKey[] = [
    ...certificationKeys('ASC'),
    { name: 'POSITION', expression: sql`block.position`, type: 'int4', direction: 'ASC' },
  ];
  return [...keys, ...last.filter(({ name }) => !names.has(name))];
}

function certificationKeys(direction: OrderDirection): SortKey[] {
  return [
    { name: 'REGISTER', expression: sql`certification.register`, type: 'text', direction },
    { name: 'NUMBER', expression: sql`certification.number`, type: 'int4', direction },
  ];
}

import { type Kysely, sql } from 'kysely';
import { COHORT_DIMENSIONS, type CohortDimension } from '../domain/dimension.ts';
import type { GroupSums, OutcomeCount } from '../domain/insertion-summary.ts';
import type { CohortFilter } from './cohorts.ts';
import {
  ANY_DAY,
  type Grouping,
  type GroupRow,
  groupSums,
  insertionGroupOutcomes,
  insertionGroups,
  type OutcomeRow,
  outcomeCount,
} from './insertion-groups.ts';
import type { DB } from './tables.ts';

/** Every grouping by these is stored: few groups each, and most questions are about them. */
const FREELY_COMBINED = ['YEAR', 'REGISTER', 'LEVEL', 'REGISTRATION_TYPE'] as const;

/** These are stored by themselves, for each register and for both together. */
const BY_ITSELF = [
  'ABBREVIATION',
  'SPECIALITY_DOMAIN',
  'SPECIALITY_SUBDOMAIN',
  'SPECIALITY',
  'OCCUPATION_DOMAIN',
  'OCCUPATION',
  'CERTIFIER',
  'ACCESS_ROUTE',
] as const;

/** The groupings whose groups over the whole register are stored, dimensions in catalogue order. */
export const STORED_GROUPINGS: readonly (readonly CohortDimension[])[] = [
  ...subsets(FREELY_COMBINED),
  ...BY_ITSELF.flatMap((dimension) => [[dimension], inOrder(['REGISTER', dimension])]),
];

const STORED = new Set(STORED_GROUPINGS.map(nameOf));

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, set) =>
    items.filter((_item, index) => Math.floor(set / 2 ** index) % 2 === 1),
  );
}

function inOrder(dimensions: readonly CohortDimension[]): CohortDimension[] {
  return COHORT_DIMENSIONS.filter((dimension) => dimensions.includes(dimension));
}

function nameOf(dimensions: readonly CohortDimension[]): string {
  return inOrder(dimensions).join(' ');
}

/** Computes and stores one grouping over the whole register, in place of what was stored. */
export async function storeGrouping(
  db: Kysely<DB>,
  groupBy: readonly CohortDimension[],
): Promise<void> {
  const name = nameOf(groupBy);
  const grouping: Grouping = { filter: {}, groupBy, asOf: ANY_DAY };
  await db.deleteFrom('insertion_group').where('grouping_name', '=', name).execute();
  await sql`
    insert into insertion_group
    select ${name}::text, groups.* from (${insertionGroups(grouping)}) as groups`.execute(db);
  await db.deleteFrom('insertion_group_outcome').where('grouping_name', '=', name).execute();
  await sql`
    insert into insertion_group_outcome
    select ${name}::text, outcomes.*
    from (${insertionGroupOutcomes(grouping)}) as outcomes`.execute(db);
}

/** A grouping that is stored, and how its groups are read from there. */
interface StoredGrouping {
  readonly name: string;
  /** Where the register stands among the stored keys, when only one register is asked for. */
  readonly register: { readonly at: number; readonly only: string } | null;
  /** Where each key that is asked for stands among the stored ones. */
  readonly positions: readonly number[];
}

/**
 * How the groups of a grouping are read when they are stored: those of the whole register, or of
 * one of the two; null when they have to be computed.
 */
export function storedGrouping({ filter, groupBy }: Grouping): StoredGrouping | null {
  const register = onlyRegister(filter);
  if (register === undefined || new Set(groupBy).size < groupBy.length) return null;
  const stored = inOrder(register === null ? groupBy : ['REGISTER', ...groupBy]);
  const name = nameOf(stored);
  if (!STORED.has(name)) return null;
  return {
    name,
    register: register === null ? null : { at: stored.indexOf('REGISTER'), only: register },
    positions: groupBy.map((dimension) => stored.indexOf(dimension)),
  };
}

/** The one register that a filter restricts to, null for no restriction, undefined for any other. */
function onlyRegister(filter: CohortFilter): string | null | undefined {
  const { certification, ...cohort } = filter;
  const { register, ...rest } = certification ?? {};
  const given = [...Object.values(cohort), ...Object.values(rest)];
  return given.some((value) => value != null) ? undefined : (register ?? null);
}

/** Reads the groups of a stored grouping; gives at most `limit` of them. */
export async function readStoredGroups(
  db: Kysely<DB>,
  stored: StoredGrouping,
  limit: number,
): Promise<GroupSums[]> {
  const { rows } = await sql<GroupRow>`
    select * from insertion_group where ${isOf(stored)} limit ${limit}`.execute(db);
  return rows.map((row) => withKeys(groupSums(row), stored));
}

/** Reads the outcomes of the groups of a stored grouping. */
export async function readStoredOutcomes(
  db: Kysely<DB>,
  stored: StoredGrouping,
): Promise<OutcomeCount[]> {
  const { rows } = await sql<OutcomeRow>`
    select * from insertion_group_outcome where ${isOf(stored)}`.execute(db);
  return rows.map((row) => withKeys(outcomeCount(row), stored));
}

function isOf({ name, register }: StoredGrouping) {
  const ofRegister = register
    ? sql`and keys[${sql.lit(register.at + 1)}] = ${register.only}`
    : sql``;
  return sql`grouping_name = ${name} ${ofRegister}`;
}

function withKeys<Row extends { readonly keys: readonly (string | null)[] }>(
  row: Row,
  { positions }: StoredGrouping,
): Row {
  return { ...row, keys: positions.map((position) => row.keys[position] ?? null) };
}

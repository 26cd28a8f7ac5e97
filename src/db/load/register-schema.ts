import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Register } from '../../domain/certification/register-code.ts';
import { NoPublicationError } from '../../domain/errors.ts';
import { DERIVED_RULES } from '../../domain/findings/finding.ts';
import {
  currentPublication,
  type PublicationRecord,
  REGISTER_SCHEMAS,
  type RegisterSchema,
} from '../publications.ts';
import type { DB } from '../tables.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import { FINDING_COLUMNS } from './finding-row.ts';

/** Makes unqualified tables those of a register schema, until the session ends. */
export async function useSchema(db: Kysely<DB>, schema: RegisterSchema): Promise<void> {
  await sql`select set_config('search_path', ${`${schema}, public`}, false)`.execute(db);
}

/** The schema that is not the given one; the first when nothing is served. */
export function otherSchema(schema: RegisterSchema | null): RegisterSchema {
  return schema === 'register_a' ? 'register_b' : 'register_a';
}

/** Any pair of numbers that no other program on the server uses for its advisory locks. */
const LOCK = 7_301_946;

/**
 * Lets the commits of a load go before the disk has them: what is loaded is not served, and
 * `publish` waits for the disk for all of it.
 */
export async function relaxDurability(db: Kysely<DB>): Promise<void> {
  await sql`set synchronous_commit = off`.execute(db);
}

/** Number of the lock that readers share and that emptying a schema takes alone. */
export function schemaLock(schema: RegisterSchema): { space: number; key: number } {
  return { space: LOCK, key: REGISTER_SCHEMAS.indexOf(schema) + 1 };
}

/** Number of the lock of the one that completes the search of the publication that is served. */
export function searchLock(): { space: number; key: number } {
  return { space: LOCK, key: REGISTER_SCHEMAS.length + 1 };
}

/** Milliseconds between two attempts to take the import lock, and until the last one. */
const LOCK_RETRY_MS = 250;
const LOCK_TIMEOUT_MS = 5000;

/**
 * Takes the import lock until the session ends; false when another import holds it. Tries for a few
 * seconds: PostgreSQL takes that long to notice that the client of an import was killed.
 */
export async function takeImportLock(
  db: Kysely<DB>,
  timeoutMs: number = LOCK_TIMEOUT_MS,
): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += LOCK_RETRY_MS) {
    if (waited > 0) await setTimeout(LOCK_RETRY_MS);
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${LOCK}::int, 0) as taken`.execute(db);
    if (rows[0]?.taken) return true;
  }
  return false;
}

/**
 * Empties a register schema and drops its indexes, once the last request that reads it has
 * ended.
 */
export async function emptyRegister(db: Kysely<DB>, schema: RegisterSchema): Promise<void> {
  const { space, key } = schemaLock(schema);
  await sql`select pg_advisory_lock(${space}::int, ${key}::int)`.execute(db);
  try {
    await sql`select public.empty_register(${schema})`.execute(db);
  } finally {
    await sql`select pg_advisory_unlock(${space}::int, ${key}::int)`.execute(db);
  }
}

/**
 * Copies all that one register has in another schema into the schema of the session; findings
 * about no readable fiche follow the source (`sourceId`) they were made on, and those of rules that
 * are derived at publication are derived anew.
 */
export async function carryRegister(
  db: Kysely<DB>,
  from: RegisterSchema,
  carried: { readonly register: Register; readonly sourceId: number },
): Promise<void> {
  const ofRegister = sql.lit(`${carried.register}%`);
  for (const [table, columns] of CARRIED_TABLES) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    const key = sql.ref(table === 'certification' ? 'code' : 'certification_code');
    const rest =
      table === 'finding'
        ? sql`and rule <> all(${DERIVED_RULES}::text[])
            or (${key} is null and source_id = ${sql.lit(carried.sourceId)})`
        : sql``;
    await sql`
      insert into ${sql.table(table)} (${list})
      select ${list} from ${sql.id(from, table)} where ${key} like ${ofRegister} ${rest}`.execute(
      db,
    );
  }
}

const CARRIED_TABLES = new Map<keyof DB, readonly string[]>([
  ...FICHE_TABLES.map(({ table, columns }) => [table, columns] as const),
  ['finding', FINDING_COLUMNS],
]);

/** Findings that were there before keep the publication they were first seen in. */
export async function carryFirstFound(db: Kysely<DB>, from: RegisterSchema): Promise<void> {
  await sql`
    update finding set first_seen_publication_id = before.first_seen_publication_id
    from ${sql.id(from, 'finding')} as before where before.key = finding.key`.execute(db);
}

/**
 * Makes a read-only transaction see the publication that is served, and keeps its schema from
 * being emptied until the transaction ends.
 *
 * - Throws `NoPublicationError` when nothing was published.
 */
export async function enterPublication(db: Kysely<DB>): Promise<PublicationRecord> {
  const keys = REGISTER_SCHEMAS.map(
    (schema) => sql`when ${sql.lit(schema)} then ${sql.lit(schemaLock(schema).key)}`,
  );
  const {
    rows: [publication],
  } = await sql<PublicationRecord>`
    select served.*,
      set_config('search_path', served."registerSchema" || ', public', true) as entered,
      pg_advisory_xact_lock_shared(
        ${sql.lit(LOCK)}, case served."registerSchema" ${sql.join(keys, sql` `)} end) as locked
    from (${currentPublication(db)}) as served`.execute(db);
  if (!publication) throw new NoPublicationError();
  const { id, registerSchema, publishedAt, demonstration } = publication;
  return { id, registerSchema, publishedAt, demonstration };
}

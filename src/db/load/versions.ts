import { type Kysely, sql } from 'kysely';
import {
  type Register,
  type RegisterCode,
  registerOf,
} from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';
import { FICHE_TABLES } from './fiche-rows.ts';

/** `until` of what is valid still. */
export const STILL_VALID = 2_147_483_647;

/** The version of a fiche that is valid. */
export interface ValidVersion {
  readonly code: RegisterCode;
  /** Number of the version that the export alone gives; null when only supplements know the fiche. */
  readonly baseVersion: number | null;
  /** Of what the export gives; null when it was read before digests were kept. */
  readonly digest: string | null;
}

/** Numbers for versions: one more than the last. For the one that holds the import lock. */
export class VersionNumbers {
  #last: number;

  constructor(last: number) {
    this.#last = last;
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** Numbers after those of all versions that are kept. */
export async function versionNumbers(db: Kysely<DB>): Promise<VersionNumbers> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(version), 0) as last from versions.certification`.execute(db);
  return new VersionNumbers(rows[0]?.last ?? 0);
}

/** The versions that are valid, by code. */
export async function validVersions(db: Kysely<DB>): Promise<Map<RegisterCode, ValidVersion>> {
  const { rows } = await sql<ValidVersion>`
    select code, base_version as "baseVersion", digest
    from versions.certification where until = ${sql.lit(STILL_VALID)}`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Codes of a register whose fiche an export has. */
export function codesOfExport(
  valid: ReadonlyMap<RegisterCode, ValidVersion>,
  register: Register,
): RegisterCode[] {
  return [...valid.values()]
    .filter(({ code, baseVersion }) => baseVersion !== null && registerOf(code) === register)
    .map(({ code }) => code);
}

/** Ends the valid versions of some fiches: a publication, and those after it, have them no longer. */
export async function endVersions(
  db: Kysely<DB>,
  codes: readonly string[],
  publicationId: number,
): Promise<void> {
  for (const [table, code] of [
    ['certification', 'code'],
    ['certification_search', 'certification_code'],
  ] as const) {
    await sql`
      update ${sql.id('versions', table)} set until = ${publicationId}
      where ${sql.ref(code)} = any(${codes}::text[]) and until = ${sql.lit(STILL_VALID)}`.execute(
      db,
    );
  }
}

/** Ends all versions that are older than a publication. */
export async function endOlderVersions(db: Kysely<DB>, publicationId: number): Promise<void> {
  for (const table of ['certification', 'certification_search']) {
    await sql`
      update ${sql.id('versions', table)} set until = ${publicationId}
      where until = ${sql.lit(STILL_VALID)} and since < ${publicationId}`.execute(db);
  }
}

/** A version whose rows are copied to another one. */
export interface VersionCopy {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Copies all rows of some versions, but for their search documents, to new ones, which are valid from
 * a publication on.
 */
export async function copyVersions(
  db: Kysely<DB>,
  copies: readonly VersionCopy[],
  publicationId: number,
): Promise<void> {
  const pairs = sql`
    unnest(${copies.map(({ code }) => code)}::text[], ${copies.map(({ from }) => from)}::int[],
      ${copies.map(({ to }) => to)}::int[]) as pair (code, source_version, new_version)`;
  const given: Readonly<Record<string, unknown>> = { since: publicationId, until: STILL_VALID };
  const done = new Set<string>();
  for (const { table, columns } of FICHE_TABLES) {
    if (table === 'certification_search' || done.has(table)) continue;
    done.add(table);
    const code = sql.ref(table === 'certification' ? 'code' : 'certification_code');
    const values = columns.map((column) => {
      if (column === 'version') return sql`new_version`;
      const value = table === 'certification' ? given[column] : undefined;
      return value === undefined ? sql`own.${sql.ref(column)}` : sql`${value}::int`;
    });
    await sql`
      insert into ${sql.id('versions', table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(values)} from ${pairs}
      join ${sql.id('versions', table)} as own
        on own.${code} = pair.code collate "C" and own.version = pair.source_version`.execute(db);
  }
}

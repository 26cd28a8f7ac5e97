import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { STILL_VALID } from './versions.ts';

const valid = sql`where until = ${sql.lit(STILL_VALID)}`;
const past = sql`where until < ${sql.lit(STILL_VALID)}`;

/** Indexes that are built once a whole register is loaded, which is five times faster than row by row. */
const INDEXES = [
  {
    name: 'certification_title_valid_idx',
    on: sql`versions.certification using gin (title_key public.gin_trgm_ops) ${valid}`,
  },
  {
    name: 'certification_title_past_idx',
    on: sql`versions.certification using gin (title_key public.gin_trgm_ops) ${past}`,
  },
  {
    name: 'certification_search_valid_document_idx',
    on: sql`versions.certification_search using gin (document) ${valid}`,
  },
  {
    name: 'certification_search_past_document_idx',
    on: sql`versions.certification_search using gin (document) ${past}`,
  },
  {
    name: 'lineage_link_other_idx',
    on: sql`versions.lineage_link (other_code, direction)`,
  },
];

/** Builds the indexes that are missing: what a search and what links are looked up by. */
export async function buildIndexes(db: Kysely<DB>): Promise<void> {
  for (const { name, on } of INDEXES) {
    await sql`create index if not exists ${sql.id(name)} on ${on}`.execute(db);
  }
}

/** Milliseconds that readers of the tables are waited for. */
const LOCK_MS = 2_000;

/** Drops these indexes, unless somebody reads the tables for long: loading takes longer then. */
export async function dropIndexes(db: Kysely<DB>): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = ${sql.lit(LOCK_MS)}`.execute(transaction);
      for (const { name } of INDEXES) {
        await sql`drop index if exists ${sql.id('versions', name)}`.execute(transaction);
      }
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE))
      throw error;
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

import { type Kysely, sql } from 'kysely';
import { buildSearchDocuments } from './certification-search.ts';
import type { Session } from './database.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import { lowerCase } from './letter-case.ts';
import { storePartnerCounts } from './partners.ts';
import type { RegisterSchema } from './publications.ts';
import { storeRegisterCounts } from './register-counts.ts';
import { STORED_GROUPINGS, storeGrouping } from './stored-groups.ts';
import type { DB } from './tables.ts';

/** Parts that the search documents are written in, so that two connections share the work. */
const SEARCH_PARTS = 8;

type Task = (db: Kysely<DB>) => Promise<unknown>;

/**
 * Finishes a register schema after loading: nomenclatures, search documents that are missing,
 * indexes, what `derive` fills fiche by fiche, statistics over the whole register, and what the
 * planner knows. The sessions, which look at the schema, share the work.
 */
export async function finishRegister(
  sessions: readonly Session[],
  schema: RegisterSchema,
  derive: Task,
): Promise<void> {
  const parts = Array.from({ length: SEARCH_PARTS }, (_, part) => part);
  await share(sessions, [
    (db) => sql`select public.index_register(${schema})`.execute(db),
    deriveNomenclatures,
    ...parts.map(
      (part) => (db: Kysely<DB>) => buildSearchDocuments(db, { part, parts: SEARCH_PARTS }),
    ),
  ]);
  await share(sessions, [
    derive,
    (db) => sql`select public.index_derived(${schema})`.execute(db),
    ...TABLES.map((table) => (db: Kysely<DB>) => sql`analyze ${sql.table(table)}`.execute(db)),
  ]);
  await share(sessions, STATISTICS);
}

/** What is computed over the whole register, each by itself. */
const STATISTICS: readonly Task[] = [
  ...STORED_GROUPINGS.map((groupBy) => (db: Kysely<DB>) => storeGrouping(db, groupBy)),
  storeRegisterCounts,
  storePartnerCounts,
];

/** Computes and stores all that is stored over the whole register, after what it is derived from. */
export async function storeStatistics(db: Kysely<DB>): Promise<void> {
  for (const store of STATISTICS) await store(db);
}

const TABLES: readonly (keyof DB)[] = [
  ...new Set(FICHE_TABLES.map(({ table }) => table)),
  ...(['finding', 'occupation', 'speciality', 'formacode', 'abbreviation', 'certifier'] as const),
  'certification_search',
];

/** Does tasks in order, each on the session that is free first. */
async function share(sessions: readonly Session[], tasks: readonly Task[]): Promise<void> {
  const waiting = tasks.values();
  await Promise.all(
    sessions.map(async ({ db }) => {
      for (const task of waiting) await task(db);
    }),
  );
}

/** Gives each code of a nomenclature, and each body, once, with the label it most often has. */
export async function deriveNomenclatures(db: Kysely<DB>): Promise<void> {
  for (const noun of ['occupation', 'speciality', 'formacode'] as const) {
    await db.deleteFrom(noun).execute();
    await sql`
      insert into ${sql.table(noun)} (code, label)
      select distinct on (code) code, label
      from (select code, label, count(*) as uses
            from ${sql.table(`certification_${noun}`)} group by code, label) as labels
      order by code, label is null, uses desc, label collate "C"`.execute(db);
  }
  await db.deleteFrom('abbreviation').execute();
  await sql`
    insert into abbreviation (key, code, label)
    select distinct on (key) key, code, label
    from (select ${lowerCase(sql`abbreviation_code`)} as key, abbreviation_code as code,
            abbreviation_label as label, count(*) as uses
          from certification where abbreviation_code is not null
          group by abbreviation_code, abbreviation_label) as labels
    order by key, label is null, uses desc, code, label collate "C"`.execute(db);
  await db.deleteFrom('certifier').execute();
  await sql`
    insert into certifier (siren, name, name_key)
    select distinct on (siren) siren, name, name_key
    from (select siren, name, name_key, count(*) as uses
          from certification_certifier where siren is not null
          group by siren, name, name_key) as names
    order by siren, uses desc, name collate "C"`.execute(db);
}

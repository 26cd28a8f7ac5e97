import { type Kysely, sql } from 'kysely';
import type { Session } from '../database.ts';
import { currentPublication } from '../publications.ts';
import type { DB } from '../tables.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import { emptyRegister, otherSchema, takeImportLock } from './register-schema.ts';

/**
 * Gives the disk back what an import wrote into the register schema that is not served. Does nothing
 * while another import has the right to import: it begins with the same.
 */
export async function discardUnserved({ db }: Session): Promise<void> {
  if (!(await takeImportLock(db))) return;
  // Looked up anew: what failed may have been the answer to the very last statement.
  const served = await currentPublication(db).executeTakeFirst();
  await emptyRegister(db, otherSchema(served?.registerSchema ?? null));
  await shortenLog(db);
}

/** Gives the disk back the rows that a transaction wrote, which was rolled back, into what is served. */
export async function discardRolledBack({ db }: Session): Promise<void> {
  const served = await currentPublication(db).executeTakeFirst();
  const ofRegister = [...new Set(FICHE_TABLES.map(({ table }) => table)), 'finding'];
  const tables = [
    ...(served ? ofRegister.map((table) => sql.id(served.registerSchema, table)) : []),
    ...['source', 'supplement', 'past_rate'].map((table) => sql.id('public', table)),
  ];
  await sql`vacuum ${sql.join(tables)}`.execute(db);
  await shortenLog(db);
}

/** Lets the database remove what its log no longer needs, where this user may. */
async function shortenLog(db: Kysely<DB>): Promise<void> {
  await sql`checkpoint`.execute(db).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
}

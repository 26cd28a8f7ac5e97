import type { Database, Session } from '../db/database.ts';
import { DERIVATION } from '../db/derived-tables.ts';
import {
  currentPublication,
  markDerived,
  type PublicationRecord,
  sourcesByPublication,
} from '../db/publications.ts';
import { deriveNomenclatures, storeStatistics } from '../db/register-finish.ts';
import { takeImportLock, useSchema } from '../db/register-schema.ts';
import { RefusedFileError } from '../domain/errors.ts';
import { deriveFacts } from './derive.ts';
import { dayOf } from './import.ts';

/** Milliseconds. Servers that start together wait for the one that derives, and so for an import. */
const PATIENCE = 120_000;

/**
 * Derives anew what the publication that is served was derived from by an older version of this
 * program, in one transaction; false when it is up to date, or when nothing is served. Runs after
 * the migrations.
 *
 * - Throws `RefusedFileError` while an import is running.
 */
export async function refreshDerivation(database: Database): Promise<boolean> {
  await using session = await database.session();
  if (!(await readStale(session))) return false;
  if (!(await takeImportLock(session.db, PATIENCE))) {
    throw new RefusedFileError('an import is running on this database: wait for its end');
  }
  // While this process waited, another may have derived it, or published anew.
  const served = await readStale(session);
  if (!served) return false;
  const sources = await sourcesByPublication(session.db, [served.id]).execute();
  await useSchema(session.db, served.registerSchema);
  await session.db.transaction().execute(async (db) => {
    await deriveNomenclatures(db);
    await deriveFacts(db, { publicationId: served.id, day: dayOf(sources) });
    await storeStatistics(db);
    await markDerived(db);
  });
  return true;
}

/** The publication that is served when an older version derived it; null otherwise. */
async function readStale({ db }: Session): Promise<PublicationRecord | null> {
  const served = await currentPublication(db).executeTakeFirst();
  return served && served.derivation !== DERIVATION ? served : null;
}

import type { Database } from '../db/database.ts';
import { DERIVATION } from '../db/derived-tables.ts';
import { currentPublication, markDerived, sourcesByPublication } from '../db/publications.ts';
import { deriveNomenclatures, storeStatistics } from '../db/register-finish.ts';
import { takeImportLock, useSchema } from '../db/register-schema.ts';
import { RefusedFileError } from '../domain/errors.ts';
import { deriveFacts } from './derive.ts';
import { dayOf } from './import.ts';

/**
 * Derives anew what the publication that is served was derived from by an older version of this
 * program, in one transaction; false when it is up to date, or when nothing is served. Runs after
 * the migrations.
 *
 * - Throws `RefusedFileError` while an import is running.
 */
export async function refreshDerivation(database: Database): Promise<boolean> {
  await using session = await database.session();
  const served = await currentPublication(session.db).executeTakeFirst();
  if (!served || served.derivation === DERIVATION) return false;
  if (!(await takeImportLock(session.db))) {
    throw new RefusedFileError('an import is running on this database: wait for its end');
  }
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

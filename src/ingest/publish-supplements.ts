import { buildSearchDocuments } from '../db/certification-search.ts';
import { insertFindings } from '../db/findings.ts';
import { insertSources, publish, type SourceRecord } from '../db/publications.ts';
import { deriveNomenclatures, storeStatistics } from '../db/register-finish.ts';
import { useSchema } from '../db/register-schema.ts';
import { applySupplement, insertSupplements } from '../db/supplements.ts';
import { deriveFacts } from './derive.ts';
import { findChangesFrom, readCohorts } from './figure-changes.ts';
import { dayOf, type Import, type Served } from './import.ts';
import { readNewSupplements } from './read-supplement.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Adds supplements to the publication that is served, in one transaction: readers see all of it
 * or nothing. Gives the records of the new sources.
 */
export async function publishSupplements(
  work: Import & { readonly served: Served },
  files: readonly SourceFile[],
): Promise<readonly SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const added = await readNewSupplements(work, files);
  const newSources = added.map(({ source }) => source);
  const sources = [...served.sources, ...newSources];
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  await useSchema(session.db, served.publication.registerSchema);
  options.onProgress?.({ step: 'SUPPLEMENTS' });
  await session.db.transaction().execute(async (db) => {
    await insertSources(db, newSources);
    const codes = added.flatMap(({ contents }) => contents.map(({ code }) => code));
    const before = await readCohorts(db, codes);
    for (const { source, contents, findings } of added) {
      await insertSupplements(db, source.id, contents);
      await applySupplement(db, contents, { source, kinds, publicationId });
      await insertFindings(db, findings, source, publicationId);
    }
    await findChangesFrom(db, before, codes, publicationId);
    await deriveNomenclatures(db);
    await buildSearchDocuments(db, { codes });
    await deriveFacts(db, { publicationId, day: dayOf(sources) });
    await storeStatistics(db);
    await publish(db, { ...served.publication, id: publicationId }, [...kinds.keys()]);
  });
  return newSources;
}

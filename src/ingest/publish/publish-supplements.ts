import { insertFindings, keepOnlyFindings } from '../../db/load/findings.ts';
import { keepPastRatesOf, recallFirstSeen, redateSource } from '../../db/load/first-seen.ts';
import { cohortsOf } from '../../db/load/quality-records.ts';
import { useSchema } from '../../db/load/register-schema.ts';
import { applySupplement, insertSupplements } from '../../db/load/supplements.ts';
import { insertSources, publish, type SourceRecord } from '../../db/publications.ts';
import { writeMissingDocuments } from '../../db/search-index/search-documents.ts';
import type { DatedFile } from './dated-file.ts';
import { deriveFindings } from './derive-findings.ts';
import { findChangesFrom } from './figure-changes.ts';
import { dayOf, type Import, redatedSources, type Served } from './import.ts';
import { readNewSupplements } from './read-supplement.ts';

/**
 * Adds supplements to the publication that is served, in one transaction: readers see all of it
 * or nothing. Gives the records of the new sources.
 */
export async function publishSupplements(
  work: Import & { readonly served: Served },
  files: readonly DatedFile[],
): Promise<readonly SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const added = await readNewSupplements(work, files);
  const newSources = added.map(({ source }) => source);
  const redated = redatedSources(served, newSources);
  const kept = served.sources.filter(({ id }) => !redated.some(({ old }) => old.id === id));
  const sources = [...kept, ...newSources];
  const byId = new Map(sources.map((source) => [source.id, source]));
  await useSchema(session.db, served.publication.registerSchema);
  options.onProgress?.({ step: 'SUPPLEMENTS' });
  await session.db.transaction().execute(async (db) => {
    await insertSources(db, newSources);
    for (const change of redated) await redateSource(db, change);
    const codes = added.flatMap(({ contents }) => contents.map(({ code }) => code));
    const before = await cohortsOf(db, codes);
    for (const { source, contents, findings } of added) {
      await insertSupplements(db, source.id, contents);
      await applySupplement(db, contents, { source, sources: byId, publicationId });
      await insertFindings(db, findings, source, publicationId);
    }
    await keepPastRatesOf(db, before, await cohortsOf(db, codes));
    await recallFirstSeen(db);
    await keepOnlyFindings(db, ['FIGURE_CHANGED'], []);
    await findChangesFrom(db, before, codes, publicationId);
    await writeMissingDocuments(db);
    await deriveFindings(db, { publicationId, day: dayOf(sources), method: options.method });
    await publish(db, { ...served.publication, id: publicationId }, [...byId.keys()]);
  });
  return newSources;
}

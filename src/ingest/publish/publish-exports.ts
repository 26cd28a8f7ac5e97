import { insertFindings } from '../../db/load/findings.ts';
import {
  carryFirstSeen,
  keepPastRates,
  recallFirstSeen,
  redateSource,
} from '../../db/load/first-seen.ts';
import { finishRegister } from '../../db/load/register-finish.ts';
import {
  carryFirstFound,
  carryRegister,
  emptyRegister,
  otherSchema,
  relaxDurability,
  useSchema,
} from '../../db/load/register-schema.ts';
import {
  applySupplement,
  insertSupplements,
  supplementsOfSource,
} from '../../db/load/supplements.ts';
import { insertSources, publish, type SourceRecord } from '../../db/publications.ts';
import { type Register, registerOf } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import type { DatedFile } from './dated-file.ts';
import { deriveFindings } from './derive-findings.ts';
import { findChangesSince } from './figure-changes.ts';
import { dayOf, type Import, redatedSources, type Served } from './import.ts';
import { loadExport } from './load-export.ts';
import { readNewSupplements } from './read-supplement.ts';

/** A register may lose this share of its fiches from one export to the next. */
const ALLOWED_LOSS = 0.1;

/**
 * Loads exports, and what they do not replace, into the free register schema, then makes it the
 * one that is served. Gives the records of the new sources.
 */
export async function publishExports(
  work: Import,
  exports: readonly DatedFile[],
  supplements: readonly DatedFile[],
): Promise<readonly SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const { db } = session;
  const report = options.onProgress ?? (() => {});
  const added = await readNewSupplements(work, supplements);
  const schema = otherSchema(served?.publication.registerSchema ?? null);
  await useSchema(db, schema);
  await relaxDurability(db);
  await emptyRegister(db, schema);

  const loaded = await loadExports(work, exports);
  const newSources = [...loaded, ...added.map(({ source }) => source)];
  const redated = redatedSources(served, newSources);
  const kept = keptSources(served, loaded).filter(
    ({ id }) => !redated.some(({ old }) => old.id === id),
  );
  report({ step: 'CARRY' });
  const carried = new Set<Register>();
  for (const { kind, register, id } of kept) {
    if (kind !== 'FEED' || !register || !served) continue;
    carried.add(register);
    await carryRegister(db, served.publication.registerSchema, { register, sourceId: id });
  }

  report({ step: 'SUPPLEMENTS' });
  for (const change of redated) await redateSource(db, change);
  const all = [...kept, ...newSources];
  const byId = new Map(all.map((source) => [source.id, source]));
  for (const source of kept.filter(({ kind }) => kind !== 'FEED')) {
    const contents = await supplementsOfSource(db, source.id);
    const missing = contents.filter(({ code }) => !carried.has(registerOf(code)));
    await applySupplement(db, missing, { source, sources: byId, publicationId });
  }
  for (const { source, contents, findings } of added) {
    await applySupplement(db, contents, { source, sources: byId, publicationId });
    await insertFindings(db, findings, source, publicationId);
  }
  const demonstration = all.some((source) => source.demonstration);
  const before = served?.publication.demonstration === demonstration ? served.publication : null;
  if (before) {
    const mistyped = redated.map(({ old }) => old);
    await carryFirstSeen(db, before.registerSchema, mistyped);
    await recallFirstSeen(db);
  }

  report({ step: 'INDEX' });
  await using second = await session.beside();
  if (second) await useSchema(second.db, schema);
  await finishRegister(second ? [session, second] : [session], schema, async (free) => {
    await deriveFindings(free, { publicationId, day: dayOf(all), method: options.method });
    if (!before) return;
    await findChangesSince(free, before.registerSchema, publicationId);
    await carryFirstFound(free, before.registerSchema);
  });
  report({ step: 'PUBLISH' });
  await db.transaction().execute(async (transaction) => {
    await insertSources(transaction, newSources);
    for (const { source, contents } of added) {
      await insertSupplements(transaction, source.id, contents);
    }
    if (before) await keepPastRates(transaction, before.registerSchema);
    await publish(transaction, { id: publicationId, registerSchema: schema, demonstration }, [
      ...byId.keys(),
    ]);
  });
  return newSources;
}

async function loadExports(work: Import, exports: readonly DatedFile[]): Promise<SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const bytesInAll = exports.reduce<number | null>(
    (sum, file) => (sum === null || file.expandedBytes === null ? null : sum + file.expandedBytes),
    0,
  );
  const loaded: SourceRecord[] = [];
  let before = 0;
  for (const file of exports) {
    let read = 0;
    const source = await loadExport({
      ...{ session, publicationId, file },
      onBatch: (fiches, bytes) => {
        read = bytes;
        options.onProgress?.({
          ...{ step: 'READ', file: file.name, fiches, bytes: before + bytes, bytesInAll },
        });
      },
    });
    before += read;
    refuseTwice(loaded, source);
    if (!options.allowOlder) refuseOlder(served, source);
    if (!options.allowShrink) refuseShrink(served, source);
    loaded.push(source);
  }
  return loaded;
}

function refuseTwice(loaded: readonly SourceRecord[], source: SourceRecord): void {
  const twin = loaded.find(({ register }) => register === source.register);
  if (!twin) return;
  throw new RefusedFileError(
    `${twin.fileName} and ${source.fileName} are both exports of the ${source.register}: give one file for each register`,
  );
}

/** Guards against an export of a day before that of the one it would replace. */
function refuseOlder(served: Served | null, source: SourceRecord): void {
  const before = served?.sources.find(({ register }) => register === source.register);
  if (!before || before.demonstration || source.datedOn >= before.datedOn) return;
  throw new RefusedFileError(
    `${source.fileName} is of ${source.datedOn} and the ${source.register} that is served is of ${before.datedOn} (${before.fileName}): an older export would replace a newer one; nothing was changed; if that is meant, or if the day of the served one was mistyped, import it with --allow-older`,
  );
}

/** Guards against a truncated export that is well-formed all the same. */
function refuseShrink(served: Served | null, source: SourceRecord): void {
  const before = served?.sources.find(({ register }) => register === source.register);
  if (!before || before.demonstration) return;
  if (source.certifications >= before.certifications * (1 - ALLOWED_LOSS)) return;
  const lost = Math.round((1 - source.certifications / before.certifications) * 100);
  throw new RefusedFileError(
    `${source.fileName} has ${source.certifications} fiches and the ${source.register} that is served has ${before.certifications} (${before.fileName}): it lost ${lost} %, and an export that loses more than ${ALLOWED_LOSS * 100} % is most often incomplete; nothing was changed; if the loss is real, import it with --allow-shrink`,
  );
}

/**
 * Sources that stay: the registers that this import does not carry, and supplements. A real
 * export replaces the demonstration entirely, and the other way round.
 */
function keptSources(served: Served | null, loaded: readonly SourceRecord[]): SourceRecord[] {
  const demonstration = loaded.some((source) => source.demonstration);
  const replaced = new Set(loaded.map(({ register }) => register));
  return (served?.sources ?? []).filter((source) =>
    source.kind === 'FEED'
      ? !replaced.has(source.register) && source.demonstration === demonstration
      : !source.demonstration || demonstration,
  );
}

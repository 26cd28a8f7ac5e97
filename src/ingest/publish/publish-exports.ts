import { insertFindings } from '../../db/load/findings.ts';
import { finishRegister } from '../../db/load/register-finish.ts';
import {
  carryFirstFound,
  carryFirstSeen,
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
import type { SourceFile } from '../sources/source-file.ts';
import { deriveFindings } from './derive-findings.ts';
import { findChangesSince } from './figure-changes.ts';
import { dayOf, type Import, type Served } from './import.ts';
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
  exports: readonly SourceFile[],
  supplements: readonly SourceFile[],
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
  const kept = keptSources(served, loaded);
  report({ step: 'CARRY' });
  const carried = new Set<Register>();
  for (const { kind, register, id } of kept) {
    if (kind !== 'FEED' || !register || !served) continue;
    carried.add(register);
    await carryRegister(db, served.publication.registerSchema, { register, sourceId: id });
  }

  report({ step: 'SUPPLEMENTS' });
  const newSources = [...loaded, ...added.map(({ source }) => source)];
  const kinds = new Map([...kept, ...newSources].map(({ id, kind }) => [id, kind]));
  for (const source of kept.filter(({ kind }) => kind !== 'FEED')) {
    const contents = await supplementsOfSource(db, source.id);
    const missing = contents.filter(({ code }) => !carried.has(registerOf(code)));
    await applySupplement(db, missing, { source, kinds, publicationId });
  }
  for (const { source, contents, findings } of added) {
    await applySupplement(db, contents, { source, kinds, publicationId });
    await insertFindings(db, findings, source, publicationId);
  }
  const sources = [...kept, ...newSources];
  const demonstration = sources.some((source) => source.demonstration);
  const before = served?.publication.demonstration === demonstration ? served.publication : null;
  if (before) await carryFirstSeen(db, before.registerSchema);

  report({ step: 'INDEX' });
  await using second = await session.beside();
  if (second) await useSchema(second.db, schema);
  await finishRegister(second ? [session, second] : [session], schema, async (free) => {
    await deriveFindings(free, { publicationId, day: dayOf(sources) });
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
    await publish(transaction, { id: publicationId, registerSchema: schema, demonstration }, [
      ...kinds.keys(),
    ]);
  });
  return newSources;
}

async function loadExports(work: Import, exports: readonly SourceFile[]): Promise<SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const bytesInAll = exports.reduce<number | null>(
    (sum, file) => (sum === null || file.expandedBytes === null ? null : sum + file.expandedBytes),
    0,
  );
  const loaded: SourceRecord[] = [];
  let before = 0;
  for (const file of exports) {
    const datedOn = options.date ?? file.datedOn;
    if (!datedOn) {
      throw new RefusedFileError(
        `the name of ${file.name} does not tell the day of the export: give it with --date YYYY-MM-DD`,
      );
    }
    let read = 0;
    const source = await loadExport({
      ...{ session, publicationId, file, datedOn },
      onBatch: (fiches, bytes) => {
        read = bytes;
        options.onProgress?.({
          ...{ step: 'READ', file: file.name, fiches, bytes: before + bytes, bytesInAll },
        });
      },
    });
    before += read;
    refuseTwice(loaded, source);
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

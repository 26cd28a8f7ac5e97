import { noteComparison } from '../../db/changes/write-changes.ts';
import type { Session } from '../../db/database.ts';
import { readAt, writeVersions } from '../../db/entered-publication.ts';
import { countFigures } from '../../db/load/figure-counts.ts';
import type { ValidFinding } from '../../db/load/finding-ledger.ts';
import { carryFirstSeen, keepPastRates, recallFirstSeen } from '../../db/load/first-seen.ts';
import { relaxDurability } from '../../db/load/import-lock.ts';
import { endNotes } from '../../db/load/notes.ts';
import {
  insertSupplements,
  mergeSupplements,
  supplementedCodes,
} from '../../db/load/supplements.ts';
import { dropIndexes } from '../../db/load/version-indexes.ts';
import { finishVersions } from '../../db/load/versions-finish.ts';
import {
  insertPublication,
  insertSources,
  type PublicationRecord,
  rankedSources,
  type SourceRecord,
  serve,
} from '../../db/publications.ts';
import { endDemonstrationSurveys } from '../../db/surveys/end-surveys.ts';
import { type RegisterCode, registerOf } from '../../domain/certification/register-code.ts';
import { DERIVED_RULES, type FindingRule } from '../../domain/findings/finding.ts';
import type { DatedFile } from './dated-file.ts';
import { deriveChanges } from './derive-changes.ts';
import { deriveFindings } from './derive-findings.ts';
import { dayOf, type Import, redatedSources, type Served } from './import.ts';
import { endFiches, type LoadState, loadExport } from './load-export.ts';
import { idsOfSupplements, loadStateOf } from './load-state.ts';
import { readNewSupplements } from './read-supplement.ts';
import { refuseLoss, refuseOlder, refuseShrink, refuseTwice } from './refusals.ts';

/** Fewer fiches than these are loaded as if there were none: their indexes are built anew. */
const FEW = 5_000;

/**
 * Writes what files say that is not served yet as versions of the next publication, which nobody sees
 * until one short transaction, the last, makes it the one that is served, or that is held. Gives the
 * records of the new sources.
 */
export async function publishFiles(
  work: Import,
  exports: readonly DatedFile[],
  supplements: readonly DatedFile[],
): Promise<readonly SourceRecord[]> {
  const { session, publicationId, served, options } = work;
  const { db } = session;
  const report = options.onProgress ?? (() => {});
  const added = await readNewSupplements(work, supplements);
  await writeVersions(db);
  await relaxDurability(db);
  const ofSupplements = added.map(({ source }) => source);
  await insertSources(db, ofSupplements);
  for (const { source, contents } of added) await insertSupplements(db, source.id, contents);

  const state = await loadStateOf(work, exports, ofSupplements);
  if (exports.length > 0 && state.valid.size < FEW) await dropIndexes(db);
  const loaded = await loadExports(work, exports, state);
  await insertSources(db, loaded);
  const newSources = [...loaded, ...ofSupplements];
  const redated = redatedSources(served, newSources);
  const kept = keptSources(served, loaded).filter(
    ({ id }) => !redated.some(({ old }) => old.id === id),
  );
  const all = [...kept, ...newSources];
  const demonstration = all.some((source) => source.demonstration);
  const before = served?.publication.demonstration === demonstration ? served.publication : null;
  await endDropped(db, state, kept);

  report({ step: 'SUPPLEMENTS' });
  const { ledger, changed, valid } = state;
  await mergeChanged(db, { served, all, state });
  // Of files with the same fault the one that is named is the last.
  for (const { source, findings } of added.toReversed()) await ledger.insert(db, findings, source);
  if (served) {
    await carryFirstSeen(db, publicationId, state.mistyped);
    await recallFirstSeen(db, publicationId);
  }

  if (before && !options.allowShrink) await refuseLostFigures(work, loaded, before);
  const isCarried = ({ rule, certificationCode, ...finding }: ValidFinding) => {
    // Sources that disagree are found where they are merged.
    const isMerged = rule === 'SOURCES_DISAGREE' && changed.has(certificationCode as RegisterCode);
    return !isMerged && kept.some((source) => isFoundIn(source, finding));
  };
  // Before others are derived from them.
  await ledger.end(db, (finding) => isDerived(finding.rule) || isCarried(finding));

  report({ step: 'INDEX' });
  const sources = await rankedSources(db);
  await finishVersions(session, {
    publicationId,
    isMuch: changed.size > valid.size / 10,
    derive: async (free) => {
      await readAt(free, publicationId);
      const of = { ...state, sources, day: dayOf(all), before: before?.id ?? null };
      // First: findings look at the history of figures.
      if (of.before !== null) await deriveChanges(free, { ...of, before: of.before });
      await deriveFindings(free, { ...of, method: options.method });
    },
  });
  await ledger.end(db, ({ rule }) => !isDerived(rule));
  report({ step: 'PUBLISH' });
  await db.transaction().execute(async (transaction) => {
    // Notes are about the register that they were written for.
    if (served && !before) await endNotes(transaction, publicationId);
    if (served?.publication.demonstration && !before) {
      await endDemonstrationSurveys(transaction, publicationId);
    }
    if (served) await keepPastRates(transaction, publicationId);
    const ids = all.map(({ id }) => id);
    const datedOn = options.knownOn ?? options.today;
    const state = options.hold ? 'HELD' : 'PUBLISHED';
    await insertPublication(transaction, { id: publicationId, datedOn, demonstration, state }, ids);
    if (before) await noteComparison(transaction, publicationId, before.id);
    if (!options.hold) await serve(transaction, publicationId);
  });
  return newSources;
}

function isDerived(rule: FindingRule): boolean {
  return DERIVED_RULES.some((each) => each === rule);
}

/** Whether a source is the one that a finding was made on; the exports of a register are one. */
function isFoundIn(
  { id, kind, register }: SourceRecord,
  { sourceId, sourceKind, sourceRegister }: Omit<ValidFinding, 'rule' | 'certificationCode'>,
): boolean {
  return sourceKind === 'FEED' ? kind === 'FEED' && register === sourceRegister : id === sourceId;
}

/** Guards against exports that would lose figures; a session that writes versions again afterwards. */
async function refuseLostFigures(
  { session: { db }, publicationId, served }: Import,
  loaded: readonly SourceRecord[],
  { id }: Pick<PublicationRecord, 'id'>,
): Promise<void> {
  for (const source of loaded) {
    const { register } = source;
    const isReplaced = served?.sources.some((each) => each.register === register);
    if (!register || !isReplaced) continue;
    await readAt(db, id);
    const before = await countFigures(db, register);
    await readAt(db, publicationId);
    refuseLoss(source, { before, now: await countFigures(db, register) });
  }
  await writeVersions(db);
}

async function loadExports(
  { session, served, options }: Import,
  exports: readonly DatedFile[],
  state: LoadState,
): Promise<SourceRecord[]> {
  const bytesInAll = exports.reduce<number | null>(
    (sum, file) => (sum === null || file.expandedBytes === null ? null : sum + file.expandedBytes),
    0,
  );
  const loaded: SourceRecord[] = [];
  let before = 0;
  for (const file of exports) {
    let read = 0;
    const source = await loadExport({
      ...{ session, state, file },
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

/**
 * Sources that stay: the registers that this import does not carry, and supplements. A real
 * export replaces the demonstration entirely, and the other way round.
 */
function keptSources(
  served: Served | null,
  loaded: readonly SourceRecord[],
): readonly SourceRecord[] {
  const sources = served?.sources ?? [];
  if (loaded.length === 0) return sources;
  const demonstration = loaded.some((source) => source.demonstration);
  const replaced = new Set(loaded.map(({ register }) => register));
  return sources.filter((source) =>
    source.kind === 'FEED'
      ? !replaced.has(source.register) && source.demonstration === demonstration
      : !source.demonstration || demonstration,
  );
}

/** Ends fiches of registers whose export goes, as when a real one replaces the demonstration. */
async function endDropped(
  db: Session['db'],
  state: LoadState,
  kept: readonly SourceRecord[],
): Promise<void> {
  const registers = new Set(kept.map(({ register }) => register));
  const dropped = [...state.valid.values()].filter(
    ({ code, baseVersion }) =>
      baseVersion !== null && !state.found.has(code) && !registers.has(registerOf(code)),
  );
  await endFiches(
    db,
    dropped.map(({ code }) => code),
    state,
  );
}

interface Changes {
  readonly served: Served | null;
  /** Sources of the publication. */
  readonly all: readonly SourceRecord[];
  readonly state: LoadState;
}

/** Merges supplements with fiches that have changed, and with those that other ones speak of now. */
async function mergeChanged(db: Session['db'], { served, all, state }: Changes): Promise<void> {
  const before = await supplementedCodes(db, idsOfSupplements(served?.sources ?? []));
  const now = await supplementedCodes(db, idsOfSupplements(all));
  const codes = [...new Set([...before.keys(), ...now.keys()])].filter(
    (code) => state.changed.has(code) || before.get(code)?.join() !== now.get(code)?.join(),
  );
  const supplements = all.filter(({ kind }) => kind !== 'FEED');
  await mergeSupplements(db, codes.toSorted(), {
    ...state,
    sources: new Map(supplements.map((source) => [source.id, source])),
  });
  for (const code of codes) state.changed.add(code);
}

import { comparedFiches } from '../../db/changes/compared-fiches.ts';
import { comparedPublications } from '../../db/changes/compared-publications.ts';
import { type WrittenFiche, writtenFiches } from '../../db/changes/compared-versions.ts';
import { insertChanges, keepRemoved, removedBefore } from '../../db/changes/write-changes.ts';
import type { Session } from '../../db/database.ts';
import type { FindingLedger } from '../../db/load/finding-ledger.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { Change } from '../../domain/changes/change.ts';
import { addedFiche, compareFiches, removedFiche } from '../../domain/changes/compare-fiches.ts';
import { changedFigures } from '../../domain/changes/figure-changed.ts';
import type { RankedSource } from '../../domain/rate/merged-figure.ts';

/** Certifications that are compared at a time. */
const BATCH = 1000;

interface Compared {
  /** The publication before. */
  readonly before: number;
  readonly publicationId: number;
  /** The day that the data are of. */
  readonly day: PlainDate;
  readonly ledger: FindingLedger;
  /** Every source that rows may name, by number. */
  readonly sources: ReadonlyMap<number, RankedSource>;
}

/**
 * Writes what changed between a publication and the one before, and the findings on figures that did.
 * Runs after all sources are merged.
 */
export async function deriveChanges(db: Session['db'], compared: Compared): Promise<void> {
  const { before, publicationId } = compared;
  const fiches = await writtenFiches(db, publicationId);
  const history = await comparedPublications(db, before);
  const added = fiches.flatMap(({ kind, code }) => (kind === 'ADDED' ? [code] : []));
  const removed = await removedBefore(db, added, history.at(-1)?.id ?? before);
  let position = 1;
  for (let start = 0; start < fiches.length; start += BATCH) {
    const changes = await changesOf(db, fiches.slice(start, start + BATCH), {
      ...compared,
      removed,
    });
    await insertChanges(db, publicationId, position, changes);
    position += changes.length;
  }
  await keepRemoved(db, publicationId);
}

/** What changed of some fiches; on figures that did, findings are written. */
async function changesOf(
  db: Session['db'],
  fiches: readonly WrittenFiche[],
  { day, ledger, sources, removed }: Compared & { readonly removed: ReadonlySet<string> },
): Promise<Change[]> {
  const pairs = fiches.flatMap((fiche) => (fiche.kind === 'REPLACED' ? [fiche.pair] : []));
  const changes = new Map<string, readonly Change[]>();
  for (const { pair, before, after } of await comparedFiches(db, pairs)) {
    changes.set(pair.code, compareFiches(before, after, day));
  }
  for (const [id, own] of Map.groupBy(pairs, ({ sourceId }) => sourceId)) {
    const findings = own.flatMap(({ code }) => changedFigures(changes.get(code) ?? []));
    await ledger.insert(db, findings, { id, kind: sources.get(id)?.kind ?? 'FEED' });
  }
  return fiches.flatMap((fiche) => {
    if (fiche.kind === 'REPLACED') return changes.get(fiche.code) ?? [];
    if (fiche.kind === 'REMOVED') return [removedFiche(fiche.head)];
    return [addedFiche(fiche.head, removed.has(fiche.code))];
  });
}

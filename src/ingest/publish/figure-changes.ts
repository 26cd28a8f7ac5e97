import type { Session } from '../../db/database.ts';
import { readAt } from '../../db/entered-publication.ts';
import type { FindingLedger } from '../../db/load/finding-ledger.ts';
import { cohortsOf, fichesOf, type QualityCohortRow } from '../../db/load/quality-records.ts';
import { replacedCodes } from '../../db/load/versions.ts';
import { figureChanges } from '../../domain/rate/figure-change.ts';
import type { RankedSource } from '../../domain/rate/merged-figure.ts';

/** Certifications that are compared at a time. */
const BATCH = 1000;

interface Compared {
  /** The publication before. */
  readonly before: number;
  readonly publicationId: number;
  readonly ledger: FindingLedger;
  /** Every source that rows may name, by number. */
  readonly sources: ReadonlyMap<number, RankedSource>;
}

/** Finds the figures that changed between a publication and the one that the session reads. */
export async function findFigureChanges(
  db: Session['db'],
  { before, publicationId, ledger, sources }: Compared,
): Promise<void> {
  const codes = await replacedCodes(db, publicationId);
  const ofCode = ({ certificationCode }: QualityCohortRow) => certificationCode;
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await readAt(db, before);
    const cohortsBefore = Map.groupBy(await cohortsOf(db, batch), ofCode);
    await readAt(db, publicationId);
    const cohortsNow = Map.groupBy(await cohortsOf(db, batch), ofCode);
    for (const { code, sourceId } of await fichesOf(db, batch).execute()) {
      const changes = figureChanges(
        code,
        cohortsBefore.get(code) ?? [],
        cohortsNow.get(code) ?? [],
      );
      const kind = sources.get(sourceId)?.kind ?? 'FEED';
      await ledger.insert(db, changes, { id: sourceId, kind });
    }
  }
}

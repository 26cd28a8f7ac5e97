import type { Session } from '../../db/database.ts';
import { codesOfChangedFigures } from '../../db/load/changed-figures.ts';
import { insertFindings } from '../../db/load/findings.ts';
import { cohortsOf, fichesOf, type QualityCohortRow } from '../../db/load/quality-records.ts';
import type { RegisterSchema } from '../../db/publications.ts';
import { figureChanges } from '../../domain/rate/figure-change.ts';

/** Certifications that are compared at a time. */
const BATCH = 1000;

/** Finds the figures that changed between the publication of another schema and the session's. */
export async function findChangesSince(
  db: Session['db'],
  from: RegisterSchema,
  publicationId: number,
): Promise<void> {
  const codes = await codesOfChangedFigures(db, from);
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await findChangesFrom(db, await cohortsOf(db.withSchema(from), batch), batch, publicationId);
  }
}

/** Finds the figures of certifications that are not what they were in cohorts read before. */
export async function findChangesFrom(
  db: Session['db'],
  before: readonly QualityCohortRow[],
  codes: readonly string[],
  publicationId: number,
): Promise<void> {
  const ofCode = ({ certificationCode }: QualityCohortRow) => certificationCode;
  const beforeByCode = Map.groupBy(before, ofCode);
  const nowByCode = Map.groupBy(await cohortsOf(db, codes), ofCode);
  for (const { code, sourceId } of await fichesOf(db, codes).execute()) {
    const changes = figureChanges(code, beforeByCode.get(code) ?? [], nowByCode.get(code) ?? []);
    if (changes.length > 0) await insertFindings(db, changes, { id: sourceId }, publicationId);
  }
}

import { certificationsByCode } from '../db/certifications.ts';
import { carryFigureChanges, codesOfChangedFigures } from '../db/changed-figures.ts';
import { type CohortRow, cohortOf, cohortsByCertification } from '../db/cohorts.ts';
import type { Session } from '../db/database.ts';
import { insertFindings } from '../db/findings.ts';
import type { RegisterSchema } from '../db/publications.ts';
import { figureChanges } from '../domain/figure-change.ts';

/** Certifications that are compared at a time. */
const BATCH = 1000;

/**
 * Finds the figures that changed between the publication of another schema and the fiches of the
 * session's, and keeps the changes that were found before.
 */
export async function findChangesSince(
  db: Session['db'],
  from: RegisterSchema,
  publicationId: number,
): Promise<void> {
  await carryFigureChanges(db, from);
  const codes = await codesOfChangedFigures(db, from);
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await findChangesFrom(db, await readCohorts(db.withSchema(from), batch), batch, publicationId);
  }
}

/** The cohorts of certifications as they are now, to compare later ones with. */
export async function readCohorts(
  db: Session['db'],
  codes: readonly string[],
): Promise<readonly CohortRow[]> {
  return (await cohortsByCertification(db, codes).execute()).map(cohortOf);
}

/** Finds the figures of certifications that are not what they were in cohorts read before. */
export async function findChangesFrom(
  db: Session['db'],
  before: readonly CohortRow[],
  codes: readonly string[],
  publicationId: number,
): Promise<void> {
  const ofCode = ({ certificationCode }: CohortRow) => certificationCode;
  const beforeByCode = Map.groupBy(before, ofCode);
  const nowByCode = Map.groupBy(await readCohorts(db, codes), ofCode);
  for (const { code, sourceId } of await certificationsByCode(db, codes).execute()) {
    const changes = figureChanges(code, beforeByCode.get(code) ?? [], nowByCode.get(code) ?? []);
    if (changes.length > 0) await insertFindings(db, changes, { id: sourceId }, publicationId);
  }
}

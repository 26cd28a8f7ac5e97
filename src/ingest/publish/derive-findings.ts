import type { Session } from '../../db/database.ts';
import { insertFindings, keepOnlyFindings } from '../../db/load/findings.ts';
import { certifiedInAll, codesInBatches, qualityRecords } from '../../db/load/quality-records.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { qualityFindings } from '../../domain/findings/fiche-quality.ts';
import { type Finding, MERGED_RULES } from '../../domain/findings/finding.ts';
import type { MethodChoices } from '../../domain/method.ts';

/** Certifications whose rows are held at a time. */
const BATCH = 1000;

/** The publication that findings are of. */
export interface Publishing {
  readonly publicationId: number;
  /** The day the data are of: the newest export's. */
  readonly day: PlainDate;
  /** What the rules are judged by. */
  readonly method?: MethodChoices | undefined;
}

/** The largest whole number of GraphQL, of `integer` in SQL and of INT32 in Parquet. */
const LARGEST_SUM = 2_147_483_647;

/** No sum of certified, of whichever cohorts, may be more than answers can hold. */
async function refuseOverflow(db: Session['db']): Promise<void> {
  const certified = await certifiedInAll(db);
  if (certified <= LARGEST_SUM) return;
  throw new RefusedFileError(
    `the certified of all cohorts add up to ${certified}: at most ${LARGEST_SUM} are accepted; the numbers of certified in these files must be wrong`,
  );
}

/**
 * Derives findings from the merged fiches of the session's register schema. Runs after all sources
 * are merged and after the links are indexed.
 *
 * - Throws `RefusedFileError` when the certified add up to more than answers can hold.
 */
export async function deriveFindings(
  db: Session['db'],
  { publicationId, day, method }: Publishing,
): Promise<void> {
  await refuseOverflow(db);
  const found: string[] = [];
  for await (const codes of codesInBatches(db, BATCH)) {
    const findingsBySource = new Map<number, Finding[]>();
    for (const record of await qualityRecords(db, codes)) {
      const findings = findingsBySource.get(record.sourceId) ?? [];
      findings.push(...qualityFindings(record, day, method?.graceMonths));
      findingsBySource.set(record.sourceId, findings);
    }
    for (const [id, findings] of findingsBySource) {
      found.push(...(await insertFindings(db, findings, { id }, publicationId)));
    }
  }
  // What was found before and still is stays as it was: first seen then.
  await keepOnlyFindings(db, MERGED_RULES, found);
}

import { comparedPublications, updatedStatistics } from '../../db/changes/compared-publications.ts';
import type { Session } from '../../db/database.ts';
import type { FindingLedger } from '../../db/load/finding-ledger.ts';
import { certifiedInAll, qualityRecords } from '../../db/load/quality-records.ts';
import { addMonths, type PlainDate } from '../../domain/calendar.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { qualityFindings } from '../../domain/findings/fiche-quality.ts';
import { DUTY_MONTHS } from '../../domain/findings/statistics-quality.ts';
import type { MethodChoices } from '../../domain/method.ts';
import type { RankedSource } from '../../domain/rate/merged-figure.ts';

/** The publication that findings are of. */
export interface Publishing {
  readonly ledger: FindingLedger;
  /** Every source that rows may name, by number. */
  readonly sources: ReadonlyMap<number, RankedSource>;
  /** The day the data are of: the newest export's. */
  readonly day: PlainDate;
  /** What the rules are judged by. */
  readonly method?: MethodChoices | undefined;
  /** The publication that its changes are counted from; null = they are not known. */
  readonly before: number | null;
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
 * Certifications whose statistics were brought up to date within the time of the legal duty, or that came
 * to the registers in it; null when history does not reach back so far. A day that was mistyped
 * makes it reach less far, and never shortens what is looked at.
 */
async function updatedLately(
  db: Session['db'],
  before: number | null,
  day: PlainDate,
): Promise<ReadonlySet<string> | null> {
  if (before === null) return null;
  const from = addMonths(day, -DUTY_MONTHS);
  let base: number | null = null;
  for (const publication of (await comparedPublications(db, before)).toReversed()) {
    if (publication.day > from) break;
    base = publication.id;
  }
  return base === null ? null : updatedStatistics(db, base);
}

/**
 * Derives findings from the merged fiches of the publication that the session reads. Runs after all
 * sources are merged and changes written.
 *
 * - Throws `RefusedFileError` when the certified add up to more than answers can hold.
 */
export async function deriveFindings(
  db: Session['db'],
  { ledger, sources, day, method, before }: Publishing,
): Promise<void> {
  await refuseOverflow(db);
  const updated = await updatedLately(db, before, day);
  for await (const records of qualityRecords(db, updated)) {
    for (const [id, own] of Map.groupBy(records, ({ sourceId }) => sourceId)) {
      const findings = own.flatMap((record) => qualityFindings(record, day, method?.graceMonths));
      await ledger.insert(db, findings, { id, kind: sources.get(id)?.kind ?? 'FEED' });
    }
  }
}

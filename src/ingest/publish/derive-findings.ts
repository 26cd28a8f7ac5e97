import type { Session } from '../../db/database.ts';
import type { FindingLedger } from '../../db/load/finding-ledger.ts';
import { certifiedInAll, qualityRecords } from '../../db/load/quality-records.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { qualityFindings } from '../../domain/findings/fiche-quality.ts';
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
 * Derives findings from the merged fiches of the publication that the session reads. Runs after all
 * sources are merged.
 *
 * - Throws `RefusedFileError` when the certified add up to more than answers can hold.
 */
export async function deriveFindings(
  db: Session['db'],
  { ledger, sources, day, method }: Publishing,
): Promise<void> {
  await refuseOverflow(db);
  for await (const records of qualityRecords(db)) {
    for (const [id, own] of Map.groupBy(records, ({ sourceId }) => sourceId)) {
      const findings = own.flatMap((record) => qualityFindings(record, day, method?.graceMonths));
      await ledger.insert(db, findings, { id, kind: sources.get(id)?.kind ?? 'FEED' });
    }
  }
}

import type { Kysely } from 'kysely';
import type { ReadDatabase, Reading } from '../db/database.ts';
import { enterPublication } from '../db/load/register-schema.ts';
import type { DB } from '../db/tables.ts';
import { PublicationReplacedError } from '../domain/errors.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads what a snapshot does not hold: texts, partners, search. */
export type ReadPublication = <Result>(
  query: (db: Kysely<DB>) => Promise<Result>,
) => Promise<Result>;

/**
 * Gives what is read of a publication.
 *
 * - Throws `PublicationReplacedError` when its register was emptied meanwhile, also where it is that
 *   which made reading fail.
 */
export async function readWhole<Result>(
  reading: Reading,
  { id }: Pick<Snapshot['publication'], 'id'>,
  read: () => Promise<Result>,
): Promise<Result> {
  const [result] = await Promise.allSettled([read()]);
  const isFailed = result.status === 'rejected';
  // A statement that failed leaves nothing to be asked.
  const isWhole = await reading.isWhole().catch((error: unknown) => {
    if (isFailed) return true;
    throw error;
  });
  if (!isWhole) throw new PublicationReplacedError(id);
  if (isFailed) throw result.reason;
  return result.value;
}

/**
 * Makes what reads the publication of a snapshot from the database. Each read is a transaction of its
 * own, which holds the publication's register while it lasts; between reads no connection is held.
 *
 * - Throws `PublicationReplacedError` when another publication is served by then: its register may
 *   be gone. Whoever asked starts again on the newer snapshot.
 */
export function publicationReader(
  database: ReadDatabase,
  { publication }: Snapshot,
  signalOf: () => AbortSignal | undefined = () => undefined,
): ReadPublication {
  return async (query) => {
    await using reading = await database.startReading(signalOf());
    // Both go out together; the second is thrown away when the first finds another publication.
    const [entered, result] = await Promise.allSettled([
      enterPublication(reading.db),
      readWhole(reading, publication, () => query(reading.db)),
    ]);
    if (entered.status === 'rejected') throw entered.reason;
    if (entered.value.id !== publication.id) {
      throw new PublicationReplacedError(publication.id, entered.value.id);
    }
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };
}

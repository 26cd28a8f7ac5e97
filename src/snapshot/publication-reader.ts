import type { Kysely } from 'kysely';
import type { ReadDatabase } from '../db/database.ts';
import { enterPublication } from '../db/entered-publication.ts';
import type { DB } from '../db/tables.ts';
import { NoPublicationError, PublicationReplacedError } from '../domain/errors.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads what a snapshot does not hold: texts, partners, search. */
export type ReadPublication = <Result>(
  query: (db: Kysely<DB>) => Promise<Result>,
) => Promise<Result>;

/**
 * Makes what reads the publication of a snapshot from the database, whatever was published since.
 * Each read is a transaction of its own; between reads no connection is held.
 *
 * - Throws `PublicationReplacedError` when the publication is no longer kept, or is another one of the
 *   same number: a backup was restored. Whoever asked starts again on the newer snapshot.
 */
export function publicationReader(
  database: ReadDatabase,
  { publication }: Snapshot,
  signalOf: () => AbortSignal | undefined = () => undefined,
): ReadPublication {
  const readOnce = async <Result>(query: (db: Kysely<DB>) => Promise<Result>) => {
    await using reading = await database.startReading(signalOf());
    // Both go out together; the second is thrown away when the first finds another publication.
    const [entered, result] = await Promise.allSettled([
      enterPublication(reading.db, publication.id),
      query(reading.db),
    ]);
    if (entered.status === 'rejected') {
      if (entered.reason instanceof NoPublicationError) return null;
      throw entered.reason;
    }
    if (entered.value.publishedAt.getTime() !== publication.publishedAt.getTime()) return null;
    if (result.status === 'rejected') throw result.reason;
    return { value: result.value };
  };
  return async (query) => {
    const read = await readOnce(query);
    if (read) return read.value;
    // Once the reading has ended: the embedded database has one connection.
    const served = await database.servedPublication();
    throw new PublicationReplacedError(publication.id, served?.id ?? publication.id);
  };
}

import type { Kysely } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { noteComparison } from '../changes/write-changes.ts';
import {
  currentPublication,
  heldPublication,
  insertPublication,
  nextPublicationId,
  type ServedPublication,
  serve,
  sourcesByPublication,
} from '../publications.ts';
import type { DB } from '../tables.ts';
import { removeUnpublished } from './discard.ts';
import { takeImportLock } from './import-lock.ts';

/** A publication that is to have the files of the one that is served, and something else beside. */
export interface Republication {
  readonly publicationId: number;
  readonly served: ServedPublication;
}

/**
 * Takes the right to publish what is served once more, and the number of the publication.
 *
 * - Throws what `refuse` makes of a message: nothing is served, an import is running, a publication is
 *   held.
 */
export async function beginRepublication(
  db: Kysely<DB>,
  refuse: (message: string) => Error,
): Promise<Republication> {
  if (!(await takeImportLock(db))) {
    throw refuse('an import is running on this database: wait for its end');
  }
  const served = await currentPublication(db).executeTakeFirst();
  if (!served) throw refuse('nothing was imported yet: import the registers first');
  // What is held was made upon what is served, and would be published without the addition.
  const held = await heldPublication(db).executeTakeFirst();
  if (held) throw refuse(`publication ${held.id} is held: publish or withdraw it first`);
  // What a killed import left would be rows of the publication that gets its number.
  await removeUnpublished(db);
  return { publicationId: await nextPublicationId(db), served };
}

/** Makes it the publication that is served. In the transaction that writes what it has beside. */
export async function publishAgain(
  transaction: Kysely<DB>,
  { publicationId, served }: Republication,
  today: PlainDate,
): Promise<void> {
  const sources = await sourcesByPublication(transaction, [served.id]).execute();
  const { demonstration } = served;
  const of = { id: publicationId, datedOn: today, demonstration, state: 'PUBLISHED' } as const;
  await insertPublication(
    transaction,
    of,
    sources.map((source) => source.id),
  );
  await noteComparison(transaction, publicationId, served.id);
  await serve(transaction, publicationId);
}

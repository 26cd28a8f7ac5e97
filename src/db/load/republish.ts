import type { Kysely } from 'kysely';
import type { Bilingual } from '../../domain/bilingual.ts';
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

/** There is no register to which something could be added. */
export const NOTHING_IMPORTED: Bilingual = {
  en: 'nothing was imported yet: import the registers first',
  fr: 'rien n’a encore été importé\u00a0: importez d’abord les répertoires',
};

/** A publication that is to have the files of the one that is served, and something else beside. */
export interface Republication {
  readonly publicationId: number;
  readonly served: ServedPublication;
}

/** Why what is served cannot be published once more. */
export interface RepublicationRefusal {
  readonly text: Bilingual;
  /** Whether it can later, for another import is running. */
  readonly isBusy: boolean;
}

/**
 * Takes the right to publish what is served once more, and the number of the publication.
 *
 * - Throws what `refuse` makes of the reason: nothing is served, an import is running, a publication is
 *   held.
 */
export async function beginRepublication(
  db: Kysely<DB>,
  refuse: (refusal: RepublicationRefusal) => Error,
): Promise<Republication> {
  if (!(await takeImportLock(db))) {
    throw refuse({
      text: {
        en: 'an import is running on this database: wait for its end',
        fr: 'un import est en cours sur cette base de données\u00a0: attendez qu’il se termine',
      },
      isBusy: true,
    });
  }
  const served = await currentPublication(db).executeTakeFirst();
  if (!served) throw refuse({ text: NOTHING_IMPORTED, isBusy: false });
  // What is held was made upon what is served, and would be published without the addition.
  const held = await heldPublication(db).executeTakeFirst();
  if (held) {
    throw refuse({
      text: {
        en: `publication ${held.id} is held: publish or withdraw it first`,
        fr: `la publication ${held.id} est retenue\u00a0: publiez-la ou retirez-la d’abord`,
      },
      isBusy: false,
    });
  }
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

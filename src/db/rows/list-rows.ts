import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { fetched } from './pages.ts';

/** Blocks in the order of the fiches, a page at a time, without their long texts. */
export function blockRows(db: Kysely<DB>) {
  return fetched(
    db,
    'block',
    db
      .selectFrom('block')
      .select(['certification_code as certificationCode', 'position', 'code', 'title'])
      .orderBy('certification_code')
      .orderBy('position'),
  );
}

/** Lines of « Certificateurs » in the order of the fiches, a page at a time. */
export function certifierRows(db: Kysely<DB>) {
  return fetched(
    db,
    'certification_certifier',
    db
      .selectFrom('certification_certifier')
      .select([
        'certification_code as certificationCode',
        'position',
        'siret',
        'siren',
        'name',
        'state',
        'active',
        'state_changed_on as stateChangedOn',
        'trade_name as tradeName',
        'website',
      ])
      .orderBy('certification_code')
      .orderBy('position'),
  );
}

/** Nomenclatures that fiches are classified by: ROME, NSF, Formacode. */
export type NomenclatureTable =
  | 'certification_occupation'
  | 'certification_speciality'
  | 'certification_formacode';

/** Codes of a nomenclature in the order of the fiches, a page at a time. */
export function codeRows(db: Kysely<DB>, table: NomenclatureTable) {
  return fetched(
    db,
    table,
    db
      .selectFrom(table)
      .select(['certification_code as certificationCode', 'position', 'code', 'label'])
      .orderBy('certification_code')
      .orderBy('position'),
  );
}

/** Access routes in the order of the fiches, a page at a time. */
export function accessRouteRows(db: Kysely<DB>) {
  return fetched(
    db,
    'access_route',
    db
      .selectFrom('access_route')
      .select([
        'certification_code as certificationCode',
        'route',
        'position',
        'open',
        'jury',
        'changed_on as changedOn',
      ])
      .orderBy('certification_code')
      .orderBy('route'),
  );
}

/** All equivalences, in the order of the fiches. */
export function equivalenceRows(db: Kysely<DB>) {
  return fetched(
    db,
    'equivalence',
    db
      .selectFrom('equivalence')
      .select([
        'certification_code as certificationCode',
        'position',
        'source_blocks as sourceBlocks',
        'target_code as targetCode',
        'target_blocks as targetBlocks',
      ])
      .orderBy('certification_code')
      .orderBy('position'),
  );
}

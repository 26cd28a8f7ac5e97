import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { type CodeRange, inRange, ranged } from './pages.ts';

/** Blocks in the order of the fiches, a page at a time, without their long texts. */
export function blockRows(db: Kysely<DB>, ranges: readonly CodeRange[]) {
  return ranged(ranges, (range) =>
    db
      .selectFrom('block')
      .where(inRange(range))
      .select(['certification_code as certificationCode', 'position', 'code', 'title'])
      .orderBy('certification_code')
      .orderBy('position')
      .execute(),
  );
}

/** Lines of « Certificateurs » in the order of the fiches, a page at a time. */
export function certifierRows(db: Kysely<DB>, ranges: readonly CodeRange[]) {
  return ranged(ranges, (range) =>
    db
      .selectFrom('certification_certifier')
      .where(inRange(range))
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
      .orderBy('position')
      .execute(),
  );
}

/** Nomenclatures that fiches are classified by: ROME, NSF, Formacode. */
export type NomenclatureTable =
  | 'certification_occupation'
  | 'certification_speciality'
  | 'certification_formacode';

/** Codes of a nomenclature in the order of the fiches, a page at a time. */
export function codeRows(db: Kysely<DB>, ranges: readonly CodeRange[], table: NomenclatureTable) {
  return ranged(ranges, (range) =>
    db
      .selectFrom(table)
      .where(inRange(range))
      .select(['certification_code as certificationCode', 'position', 'code', 'label'])
      .orderBy('certification_code')
      .orderBy('position')
      .execute(),
  );
}

/** Access routes in the order of the fiches, a page at a time. */
export function accessRouteRows(db: Kysely<DB>, ranges: readonly CodeRange[]) {
  return ranged(ranges, (range) =>
    db
      .selectFrom('access_route')
      .where(inRange(range))
      .select([
        'certification_code as certificationCode',
        'route',
        'position',
        'open',
        'jury',
        'changed_on as changedOn',
      ])
      .orderBy('certification_code')
      .orderBy('route')
      .execute(),
  );
}

/** All equivalences, in the order of the fiches. */
export function equivalenceRows(db: Kysely<DB>, ranges: readonly CodeRange[]) {
  return ranged(ranges, (range) =>
    db
      .selectFrom('equivalence')
      .where(inRange(range))
      .select([
        'certification_code as certificationCode',
        'position',
        'source_blocks as sourceBlocks',
        'target_code as targetCode',
        'target_blocks as targetBlocks',
      ])
      .orderBy('certification_code')
      .orderBy('position')
      .execute(),
  );
}

import { type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { later, PAGE, paged, pagedByPosition } from './pages.ts';

/** Blocks in the order of the fiches, a page at a time, without their long texts. */
export function blockRows(db: Kysely<DB>) {
  return pagedByPosition((after) =>
    db
      .selectFrom('block')
      .where(later(after))
      .select(['certification_code as certificationCode', 'position', 'code', 'title'])
      .orderBy('certification_code')
      .orderBy('position')
      .limit(PAGE)
      .execute(),
  );
}

/** Lines of « Certificateurs » in the order of the fiches, a page at a time. */
export function certifierRows(db: Kysely<DB>) {
  return pagedByPosition((after) =>
    db
      .selectFrom('certification_certifier')
      .where(later(after))
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
      .limit(PAGE)
      .execute(),
  );
}

/** Nomenclatures that fiches are classified by: ROME, NSF, Formacode. */
export type NomenclatureTable =
  | 'certification_occupation'
  | 'certification_speciality'
  | 'certification_formacode';

/** Codes of a nomenclature in the order of the fiches, a page at a time. */
export function codeRows(db: Kysely<DB>, table: NomenclatureTable) {
  return pagedByPosition((after) =>
    db
      .selectFrom(table)
      .where(later(after))
      .select(['certification_code as certificationCode', 'position', 'code', 'label'])
      .orderBy('certification_code')
      .orderBy('position')
      .limit(PAGE)
      .execute(),
  );
}

/** Access routes in the order of the fiches, a page at a time. */
export function accessRouteRows(db: Kysely<DB>) {
  const read = ({ code, route }: { readonly code: string; readonly route: string }) =>
    db
      .selectFrom('access_route')
      .where(sql<SqlBool>`(certification_code, route) > (${code}, ${route})`)
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
      .limit(PAGE)
      .execute();
  return paged(
    { code: '', route: '' },
    read,
    ({ certificationCode, route }: Awaited<ReturnType<typeof read>>[number]) => ({
      code: certificationCode,
      route,
    }),
  );
}

/** All equivalences, in the order of the fiches. */
export function equivalenceRows(db: Kysely<DB>) {
  return pagedByPosition((after) =>
    db
      .selectFrom('equivalence')
      .where(later(after))
      .select([
        'certification_code as certificationCode',
        'position',
        'source_blocks as sourceBlocks',
        'target_code as targetCode',
        'target_blocks as targetBlocks',
      ])
      .orderBy('certification_code')
      .orderBy('position')
      .limit(PAGE)
      .execute(),
  );
}

import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { OrderDirection } from '../domain/order.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { foldText } from '../domain/search-key.ts';
import type { CertificationFilter } from './certification-filter.ts';
import {
  type CertificationOrder,
  type CertificationRow,
  certifications,
} from './certifications.ts';
import type { RowsOfParent, SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** A line of « Certificateurs » of one fiche. */
export interface CertificationCertifierRow {
  readonly certificationCode: RegisterCode;
  readonly position: number;
  readonly siret: string | null;
  readonly siren: string | null;
  readonly name: string;
  /** As published; null from a fiche page, which lists those in force. */
  readonly state: string | null;
  readonly active: boolean;
  readonly stateChangedOn: PlainDate | null;
  readonly tradeName: string | null;
  readonly website: string | null;
}

/** A certifying body, by SIREN, under the name it most often has. */
export interface CertifierRow {
  readonly siren: string;
  readonly name: string;
}

/** The certifiers of the given certifications, in the order of the fiche. */
export function certifiersByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('certification_certifier')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
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
    .$castTo<CertificationCertifierRow>();
}

/** The given certifying bodies, by SIREN. */
export function certifiersBySiren(db: Kysely<DB>, sirens: readonly string[]) {
  return db
    .selectFrom('certifier')
    .where('siren', '=', sql<string>`any(${sirens}::text[])`)
    .select(['siren', 'name'])
    .orderBy('siren')
    .$castTo<CertifierRow>();
}

/** Which certifying bodies are asked for. */
export interface CertifierFilter {
  readonly sirens?: readonly string[] | null | undefined;
  /** Part of the name, without regard to accents and case. */
  readonly name?: string | null | undefined;
}

/** The certifying bodies of a filter, in no order: `readPage` orders and cuts them. */
export function certifiers(db: Kysely<DB>, filter: CertifierFilter) {
  const { sirens, name } = filter;
  return db
    .selectFrom('certifier')
    .where((eb) =>
      eb.and([
        ...(sirens ? [sql<SqlBool>`siren = any(${sirens}::text[])`] : []),
        ...(name ? [sql<SqlBool>`strpos(name_key, ${foldText(name)}) > 0`] : []),
      ]),
    )
    .select(['siren', 'name'])
    .$castTo<CertifierRow>();
}

/** How many certifying bodies a filter selects, as one row `{ count }`. */
export function countCertifiers(db: Kysely<DB>, filter: CertifierFilter) {
  return certifiers(db, filter).clearSelect().select(sql<number>`count(*)::int`.as('count'));
}

export const CERTIFIER_ORDER_FIELDS = ['NAME', 'SIREN'] as const;
export type CertifierOrderField = (typeof CERTIFIER_ORDER_FIELDS)[number];

/** Sort keys of an order of certifying bodies, ended by SIREN; an empty order is by name. */
export function certifierSortKeys(
  orders: readonly { readonly field: CertifierOrderField; readonly direction: OrderDirection }[],
): SortKey[] {
  const chosen = orders.length > 0 ? orders : [{ field: 'NAME', direction: 'ASC' } as const];
  const siren = chosen.find(({ field }) => field === 'SIREN');
  const name = chosen.find(({ field }) => field === 'NAME');
  const sirenKey = {
    name: 'SIREN',
    expression: sql`certifier.siren`,
    type: 'text',
    direction: siren?.direction ?? 'ASC',
  } as const;
  const nameKey = {
    name: 'NAME',
    expression: sql`certifier.name_key`,
    type: 'text',
    direction: name?.direction ?? 'ASC',
  } as const;
  return chosen[0]?.field === 'SIREN' ? [sirenKey] : [nameKey, sirenKey];
}

/**
 * The certifications of a filter that a certifying body certifies now. In no order: `readPages`
 * orders and cuts them.
 */
export function certificationsOfCertifier(
  db: Kysely<DB>,
  filter: CertificationFilter,
  asOf: PlainDate,
  orders: readonly CertificationOrder[],
): RowsOfParent<'certification', CertificationRow> {
  return (siren) =>
    certifications(db, filter, asOf, orders).where(
      sql<SqlBool>`certification.code in (
        select link.certification_code from certification_certifier as link
        where link.active and link.siren = ${siren})`,
    );
}

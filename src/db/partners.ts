import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { PartnerRole } from '../domain/fiche.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import type { RowsOfParent, SortKey } from './paging.ts';
import type { DB } from './tables.ts';

/** A line of « Partenaires » of one fiche: an establishment and what it may do. */
export interface PartnerRow {
  readonly certificationCode: RegisterCode;
  /** 1 for the first partner of the fiche. */
  readonly position: number;
  readonly name: string;
  readonly siret: string | null;
  readonly siren: string | null;
  readonly role: PartnerRole | null;
  /** As published. */
  readonly state: string | null;
  readonly active: boolean;
  readonly activeSince: PlainDate | null;
  readonly stateChangedOn: PlainDate | null;
}

/** Which partners of a certification are asked for. */
export interface PartnerFilter {
  readonly active?: boolean | null | undefined;
  readonly role?: PartnerRole | null | undefined;
}

/** The partners of a certification, in no order: `readPages` orders and cuts them. */
export function partnersOfCertification(
  db: Kysely<DB>,
  { active, role }: PartnerFilter,
): RowsOfParent<'certification_partner', PartnerRow> {
  return (code) =>
    db
      .selectFrom('certification_partner')
      .where(sql<SqlBool>`certification_code = ${code}`)
      .$if(active != null, (query) => query.where('active', '=', active ?? false))
      .$if(role != null, (query) => query.where('role', '=', role ?? null))
      .select([
        'certification_code as certificationCode',
        'position',
        'name',
        'siret',
        'siren',
        'role',
        'state',
        'active',
        'active_since as activeSince',
        'state_changed_on as stateChangedOn',
      ])
      .$castTo<PartnerRow>();
}

/** Partners are in the order of the fiche. */
export const PARTNER_SORT_KEYS: readonly SortKey[] = [
  {
    name: 'POSITION',
    expression: sql`certification_partner.position`,
    type: 'int4',
    direction: 'ASC',
  },
];

import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { PartnerRole } from '../domain/fiche.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { type CertificationFilter, certificationConditions } from './certification-filter.ts';
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

/** How many partners have one role in one state. */
export interface PartnerCounts {
  readonly role: PartnerRole | null;
  /** As published. */
  readonly state: string | null;
  readonly active: boolean;
  readonly rows: number;
  /** By SIRET; those without one by name. */
  readonly establishments: number;
  /** By SIREN; those without one by name. */
  readonly legalUnits: number;
}

const COUNTS = sql`role, state, active, count(*)::int as rows,
  count(distinct coalesce(siret, name))::int as establishments,
  count(distinct coalesce(siren, name))::int as "legalUnits"`;

const COUNTS_ORDER = sql`role nulls last, active desc, state collate "C" nulls last`;

/** Partners of each of the given certifications, counted by role and state. */
export async function partnerCountsByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<(PartnerCounts & { readonly certificationCode: RegisterCode })[]> {
  const { rows } = await sql<PartnerCounts & { certificationCode: RegisterCode }>`
    select certification_code as "certificationCode", ${COUNTS}
    from certification_partner where certification_code = any(${codes}::text[])
    group by certification_code, role, state, active
    order by certification_code, ${COUNTS_ORDER}`.execute(db);
  return rows;
}

/** Partners of the certifications of a filter, each once, counted by role and state. */
export async function partnerCounts(
  db: Kysely<DB>,
  filter: CertificationFilter,
  asOf: PlainDate,
): Promise<PartnerCounts[]> {
  const conditions = certificationConditions(filter, asOf);
  const chosen =
    conditions.length === 0
      ? sql``
      : sql`where certification_code in (
          select code from certification where ${sql.join(conditions, sql` and `)})`;
  const { rows } = await sql<PartnerCounts>`
    select ${COUNTS} from certification_partner ${chosen}
    group by role, state, active order by ${COUNTS_ORDER}`.execute(db);
  return rows;
}

import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
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

/** Counts of rows of `certification_partner` within `unit`, an SQL list of columns or nothing. */
function counted(unit: RawBuilder<unknown>, condition: RawBuilder<unknown>) {
  // Each establishment once first: distinct values are counted by sorting all rows.
  return sql`
    select ${unit} role, state, active, sum(rows)::int as rows,
      count(distinct establishment)::int as establishments,
      count(distinct legal_unit)::int as legal_units
    from (
      select ${unit} role, state, active, coalesce(siret, name) as establishment,
        coalesce(siren, name) as legal_unit, count(*) as rows
      from certification_partner ${condition}
      group by ${unit} role, state, active, establishment, legal_unit
    ) as units
    group by ${unit} role, state, active`;
}

const COLUMNS = sql`role, state, active, rows, establishments, legal_units as "legalUnits"`;
const ORDER = sql`role nulls last, active desc, state collate "C" nulls last`;

/** Partners of each of the given certifications, counted by role and state. */
export async function partnerCountsByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<(PartnerCounts & { readonly certificationCode: RegisterCode })[]> {
  const counts = counted(
    sql`certification_code,`,
    sql`where certification_code = any(${codes}::text[])`,
  );
  const { rows } = await sql<PartnerCounts & { certificationCode: RegisterCode }>`
    select certification_code as "certificationCode", ${COLUMNS} from (${counts}) as counts
    order by certification_code, ${ORDER}`.execute(db);
  return rows;
}

/**
 * Partners of the certifications of a filter, each once, counted by role and state: read where they
 * are stored when the filter asks nothing.
 */
export async function partnerCounts(
  db: Kysely<DB>,
  filter: CertificationFilter,
  asOf: PlainDate,
): Promise<PartnerCounts[]> {
  const conditions = certificationConditions(filter, asOf);
  const counts =
    conditions.length === 0
      ? sql`select * from partner_group`
      : counted(
          sql``,
          sql`where certification_code in (
            select code from certification where ${sql.join(conditions, sql` and `)})`,
        );
  const { rows } = await sql<PartnerCounts>`
    select ${COLUMNS} from (${counts}) as counts order by ${ORDER}`.execute(db);
  return rows;
}

/** Counts the partners of the whole register by role and state, and stores them. */
export async function storePartnerCounts(db: Kysely<DB>): Promise<void> {
  await db.deleteFrom('partner_group').execute();
  await sql`insert into partner_group ${counted(sql``, sql``)}`.execute(db);
}

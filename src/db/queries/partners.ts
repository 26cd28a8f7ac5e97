import { type Kysely, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import type { PartnerRole } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';

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

/** Which part of the partners of each certification: positions strictly between two. */
export interface PartnerWindow extends PartnerFilter {
  readonly after: number | null;
  readonly before: number | null;
  /** From the end instead of from the start. */
  readonly backward: boolean;
  /** Rows of each certification at most. */
  readonly limit: number;
}

/** Partners of each of the given certifications within a window, in the order of the fiche. */
export async function partnersByCertification(
  db: Kysely<DB>,
  codes: readonly string[],
  window: PartnerWindow,
): Promise<readonly PartnerRow[]> {
  const { after, before, backward, limit } = window;
  const own = ofCertification(db, window)
    .$if(after !== null, (query) => query.where('position', '>', after ?? 0))
    .$if(before !== null, (query) => query.where('position', '<', before ?? 0))
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
    .orderBy('position', backward ? 'desc' : 'asc')
    .limit(limit);
  const { rows } = await sql<PartnerRow>`
    select partner.* from unnest(${codes}::text[]) as parent (code), lateral ${own} as partner
    order by "certificationCode", position`.execute(db);
  return rows;
}

/** How many partners of a filter each of the given certifications has, in their order. */
export async function partnerTotals(
  db: Kysely<DB>,
  codes: readonly string[],
  filter: PartnerFilter,
): Promise<readonly number[]> {
  const own = ofCertification(db, filter).select(sql<number>`count(*)::int`.as('count'));
  const { rows } = await sql<{ code: string; count: number }>`
    select parent.code, counted.count
    from unnest(${codes}::text[]) as parent (code), lateral ${own} as counted`.execute(db);
  const counts = new Map(rows.map(({ code, count }) => [code, count]));
  return codes.map((code) => counts.get(code) ?? 0);
}

function ofCertification(db: Kysely<DB>, { active, role }: PartnerFilter) {
  return db
    .selectFrom('certification_partner')
    .where(sql<SqlBool>`certification_code = parent.code`)
    .$if(active != null, (query) =>
      // A licence without a state is not known to be in force, nor not to be.
      query.where('active', '=', active ?? false).where('state', 'is not', null),
    )
    .$if(role != null, (query) => query.where('role', '=', role ?? null));
}

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

/** Partners of some certifications, or of all (null), each once, counted by role and state. */
export async function partnerCounts(
  db: Kysely<DB>,
  codes: readonly string[] | null,
): Promise<readonly PartnerCounts[]> {
  // Thousands of codes: one text is sent faster than as many.
  const which =
    codes === null
      ? sql``
      : sql`where certification_code in (
          select unnest(string_to_array(${codes.join(',')}, ',')))`;
  // Each establishment once first: distinct values are counted by sorting all rows.
  const { rows } = await sql<PartnerCounts>`
    select role, state, active, sum(rows)::int as rows,
      count(distinct establishment)::int as establishments,
      count(distinct legal_unit)::int as "legalUnits"
    from (
      select role, state, active, coalesce(siret, name) as establishment,
        coalesce(siren, name) as legal_unit, count(*) as rows
      from certification_partner ${which}
      group by role, state, active, establishment, legal_unit
    ) as units
    group by role, state, active
    order by role nulls last, active desc, state collate "C" nulls last`.execute(db);
  return rows;
}

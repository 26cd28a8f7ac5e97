import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { CertificationDimension } from '../domain/dimension.ts';
import { type CertificationFilter, certificationConditions } from './certification-filter.ts';
import { dimensionKeys } from './dimension-keys.ts';
import type { DB } from './tables.ts';

/** One value of a dimension and how many certifications have it. */
export interface FacetValue {
  readonly dimension: CertificationDimension;
  /** As text; null = not known. */
  readonly key: string | null;
  readonly certifications: number;
  /** How many values the dimension has in all. */
  readonly valueCount: number;
}

/** What is counted. */
export interface FacetRequest {
  readonly filter: CertificationFilter;
  readonly dimensions: readonly CertificationDimension[];
  /** Whether a dimension is counted without what the filter asks of that very dimension. */
  readonly acrossOwn: boolean;
  /** Values that each dimension gives at most, the most frequent first. */
  readonly first: number;
  readonly asOf: PlainDate;
}

/** What a filter asks of each dimension. */
const OWN: Partial<Record<CertificationDimension, keyof CertificationFilter>> = {
  REGISTER: 'register',
  LEVEL: 'levels',
  REGISTRATION_TYPE: 'registrationTypes',
  REGISTRATION_END_MONTH: 'registrationEnds',
  ABBREVIATION: 'abbreviations',
  ACTIVE: 'active',
  SPECIALITY_DOMAIN: 'specialities',
  SPECIALITY_SUBDOMAIN: 'specialities',
  SPECIALITY: 'specialities',
  OCCUPATION_DOMAIN: 'occupations',
  OCCUPATION: 'occupations',
  FORMACODE: 'formacodes',
  CERTIFIER: 'certifiers',
  ACCESS_ROUTE: 'accessRoutes',
};

/**
 * Counts the certifications of a filter by the values of several dimensions, in one statement:
 * dimensions in the order given, values by number, then by key, what is not known last among equals.
 */
export async function readFacets(db: Kysely<DB>, request: FacetRequest): Promise<FacetValue[]> {
  const { filter, dimensions, acrossOwn, first, asOf } = request;
  if (dimensions.length === 0) return [];
  const facets = dimensions.map((dimension, position) => {
    const own = acrossOwn ? OWN[dimension] : undefined;
    const restricts = own !== undefined && filter[own] != null;
    const matched = restricts ? sql`(${matching({ ...filter, [own]: null }, asOf)})` : sql`matched`;
    return facet(dimension, position, { matched, first, asOf });
  });
  const { rows } = await sql<FacetValue>`
    with matched as materialized (${matching(filter, asOf)})
    select dimension, key, certifications, value_count as "valueCount"
    from (${sql.join(facets, sql` union all `)}) as facets
    order by position, certifications desc, key collate "C" nulls last`.execute(db);
  return rows;
}

/** What dimensions look at, of the certifications of a filter. */
function matching(filter: CertificationFilter, asOf: PlainDate): RawBuilder<unknown> {
  const conditions = certificationConditions(filter, asOf);
  return sql`
    select code, register, level, registration_type, registration_years, registration_ends_on,
      active_flag, abbreviation_code
    from certification
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}`;
}

interface FacetSource {
  readonly matched: RawBuilder<unknown>;
  readonly first: number;
  readonly asOf: PlainDate;
}

function facet(
  dimension: CertificationDimension,
  position: number,
  { matched, first, asOf }: FacetSource,
): RawBuilder<unknown> {
  const { keys, joins } = dimensionKeys([dimension], asOf);
  return sql`(
    select ${sql.lit(position)} as position, ${sql.lit(dimension)} as dimension, key,
      count(*)::int as certifications, (count(*) over ())::int as value_count
    from (select ${keys[0]} as key from ${matched} as certification ${joins}) as keyed
    group by key
    order by count(*) desc, key collate "C" nulls last
    limit ${first})`;
}

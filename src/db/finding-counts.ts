import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type FindingFilter, findingConditions } from './findings.ts';
import type { DB } from './tables.ts';

/** What findings are counted by. A fiche has several certifying bodies, or none. */
export const FINDING_DIMENSIONS = ['RULE', 'SEVERITY', 'REGISTER', 'CERTIFIER'] as const;
export type FindingDimension = (typeof FINDING_DIMENSIONS)[number];

/** How many findings have one key for each dimension of a grouping, as text; null = none. */
export interface FindingCounts {
  readonly keys: readonly (string | null)[];
  readonly findings: number;
  /** Certifications that they are on, each once. */
  readonly certifications: number;
}

const FINDING_KEYS: Readonly<Record<FindingDimension, RawBuilder<unknown>>> = {
  RULE: sql`finding.rule`,
  SEVERITY: sql`finding.severity`,
  REGISTER: sql`certification.register`,
  CERTIFIER: sql`body.siren`,
};

/**
 * Counts the findings of a filter by some dimensions, in no order; without dimensions one group, the
 * total. Gives at most `limit` groups.
 */
export async function readFindingCounts(
  db: Kysely<DB>,
  filter: FindingFilter,
  groupBy: readonly FindingDimension[],
  limit: number,
): Promise<FindingCounts[]> {
  const keys = groupBy.map((dimension) => FINDING_KEYS[dimension]);
  const where = findingConditions(filter);
  const { rows } = await sql<FindingCounts>`
    select array[${sql.join(keys)}]::text[] as keys, count(*)::int as findings,
      count(distinct finding.certification_code)::int as certifications
    from finding
    left join certification on certification.code = finding.certification_code
    ${
      groupBy.includes('CERTIFIER')
        ? sql`left join (
            select distinct certification_code, siren
            from certification_certifier where active and siren is not null
          ) as body on body.certification_code = finding.certification_code`
        : sql``
    }
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    ${keys.length > 0 ? sql`group by ${sql.join(keys)}` : sql``}
    limit ${limit}`.execute(db);
  return rows;
}

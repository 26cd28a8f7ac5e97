import type { Database } from '../../src/db/database.ts';
import { ask, type Variables } from '../support/client.ts';

export const STATISTICS = `query (
  $filter: CohortFilter, $groupBy: [CohortDimension!], $having: InsertionHaving
  $orderBy: [InsertionGroupOrder!], $first: Int, $asOf: Date
) {
  insertionStatistics(
    filter: $filter, groupBy: $groupBy, having: $having, orderBy: $orderBy, first: $first, asOf: $asOf
  ) {
    groupCount overlapping
    total { ...Summary }
    groups { key { fr: label en: label(language: EN) unknown } summary { ...Summary } }
  }
}
fragment Summary on InsertionSummary {
  certifications cohorts certified rate(indicator: GLOBAL_6_MONTHS) { value }
}`;

export interface Summary {
  readonly certifications: number;
  readonly cohorts: number;
  readonly certified: number;
  readonly rate: { readonly value: number | null };
}

export interface Statistics {
  readonly groupCount: number;
  readonly overlapping: boolean;
  readonly total: Summary;
  readonly groups: readonly {
    readonly key: { readonly fr: string; readonly en: string; readonly unknown: readonly string[] };
    readonly summary: Summary;
  }[];
}

/** Certifications, cohorts, certified, and the pooled global rate at 6 months. */
export function figures({ certifications, cohorts, certified, rate }: Summary) {
  return [certifications, cohorts, certified, rate.value];
}

/** Asks for the statistics of a database with the register of statistics. */
export async function statisticsOn(
  database: Database,
  variables: Variables = {},
): Promise<Statistics> {
  const answer = await ask<{ insertionStatistics: Statistics }>(database, STATISTICS, variables);
  return answer.insertionStatistics;
}

/** Labels of the groups. */
export const names = ({ groups }: Statistics) => groups.map(({ key }) => key.en);

/**
 * The total of the register of statistics.
 *
 * 40 + 60 + 10 + 0 + 100 + 50 + 20 + 30 = 310 certified. Of them 230 have a rate that counts:
 * (3200 + 5400 + 600 + 7000 + 2000) / 230 = 18200 / 230 = 79.1304…
 */
export const TOTAL = [5, 9, 310, 79.13];

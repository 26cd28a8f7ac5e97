import { eligibleOf, type SurveyCounts } from './counts.ts';
import type { Horizon } from './layout.ts';
import type { RowsFinding } from './survey-finding.ts';

const LEAST_RESPONSE = 0.5;
const PERFECT_FROM = 30;
const MOST_ALIKE = 0.1;

/** Rows of a cohort at one horizon, as far as all of them together can be remarkable. */
export interface CohortRows {
  readonly horizon: Horizon;
  readonly rows: number;
  /** Rows that answered, by source; null = not given. */
  readonly sources: ReadonlyMap<string | null, number>;
  /** Rows that have the commonest pair of date and pay. */
  readonly mostAlike: number;
}

/**
 * What is remarkable about the rows of a cohort at one horizon, taken together.
 *
 * - Source: docs/surveys.md#checks, rules 14 and 15.
 */
export function rowsFindings({ horizon, rows, sources, mostAlike }: CohortRows): RowsFinding[] {
  const found: RowsFinding[] = [];
  const answered = [...sources.values()].reduce((sum, count) => sum + count, 0);
  if (sources.size === 1 && !sources.has(null) && answered > 1) {
    found.push({ horizon, rule: 'ONE_SOURCE', rows: answered, ofRows: answered });
  }
  // One row is like itself.
  if (mostAlike > 1 && mostAlike / rows > MOST_ALIKE) {
    found.push({ horizon, rule: 'SAME_DATE_AND_PAY', rows: mostAlike, ofRows: rows });
  }
  return found;
}

/**
 * What is remarkable about the counts of a cohort at one horizon.
 *
 * - Source: docs/surveys.md#checks, rule 14.
 */
export function countsFindings(horizon: Horizon, counts: SurveyCounts): RowsFinding[] {
  const { holders, respondents, employed } = counts;
  const found: RowsFinding[] = [];
  if (holders > 0 && respondents / holders < LEAST_RESPONSE) {
    found.push({ horizon, rule: 'LOW_RESPONSE', rows: respondents, ofRows: holders });
  }
  const isPerfect = respondents === holders && employed > 0 && employed === eligibleOf(counts);
  if (isPerfect && holders >= PERFECT_FROM) {
    found.push({ horizon, rule: 'TOO_PERFECT', rows: employed, ofRows: holders });
  }
  return found;
}

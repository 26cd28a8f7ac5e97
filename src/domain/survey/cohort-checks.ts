import { eligibleOf, type SurveyCounts } from './counts.ts';
import type { Horizon } from './layout.ts';
import type { RowsFinding } from './survey-finding.ts';

const LEAST_RESPONSE = 0.5;
const PERFECT_FROM = 30;
const MOST_ALIKE = 0.1;

/** The rows of a cohort at one horizon, as far as all of them together can be remarkable. */
export interface CohortAnswers {
  readonly horizon: Horizon;
  readonly counts: SurveyCounts;
  /** Rows that answered, by source; null = not given. */
  readonly sources: ReadonlyMap<string | null, number>;
  /** Rows of the commonest pair of date and pay that has both. */
  readonly mostAlike: number;
  readonly rows: number;
}

/**
 * What is remarkable about the answers of a cohort at one horizon, taken together.
 *
 * - Source: docs/surveys.md#checks, rules 14 and 15.
 */
export function cohortFindings(answers: CohortAnswers): RowsFinding[] {
  const { horizon, counts, sources, mostAlike, rows } = answers;
  const { holders, respondents, employed } = counts;
  const found: RowsFinding[] = [];
  if (holders > 0 && respondents / holders < LEAST_RESPONSE) {
    found.push({ horizon, rule: 'LOW_RESPONSE', rows: respondents, ofRows: holders });
  }
  const isOneSource = sources.size === 1 && !sources.has(null) && respondents > 1;
  if (isOneSource) {
    found.push({ horizon, rule: 'ONE_SOURCE', rows: respondents, ofRows: respondents });
  }
  const isPerfect = respondents === holders && employed === eligibleOf(counts) && employed > 0;
  if (isPerfect && holders >= PERFECT_FROM) {
    found.push({ horizon, rule: 'TOO_PERFECT', rows: employed, ofRows: holders });
  }
  // One row is like itself.
  if (mostAlike > 1 && mostAlike / rows > MOST_ALIKE) {
    found.push({ horizon, rule: 'SAME_DATE_AND_PAY', rows: mostAlike, ofRows: rows });
  }
  return found;
}

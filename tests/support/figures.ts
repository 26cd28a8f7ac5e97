import type { Register } from '../../src/domain/certification/register-code.ts';
import { Pool, type PooledFigure, rateInMillionths } from '../../src/domain/insertion/pooling.ts';
import type { InsertionIndicator } from '../../src/domain/rate/indicator.ts';
import {
  type RateStatus,
  type RateStatusInput,
  rateOutcome,
  statusOfOutcome,
} from '../../src/domain/rate/rate-status.ts';

/** A cohort as its fiche has it: heads, and rates 0 to 100 as published; null = not published. */
export interface PoolableCohort {
  readonly year: number;
  readonly certified: number | null;
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
}

/** The `k` most recent cohorts, newest first, whether or not their rate is published. */
export function latestCohorts<C extends PoolableCohort>(cohorts: readonly C[], k: number): C[] {
  return cohorts.toSorted((a, b) => b.year - a.year).slice(0, k);
}

/** One indicator over the given cohorts of one register; on the RS no rate applies. */
export function poolCohorts(
  cohorts: readonly PoolableCohort[],
  indicator: InsertionIndicator,
  register: Register,
): PooledFigure {
  const pool = new Pool();
  for (const { year, certified, rates } of cohorts) {
    const rate = register === 'RS' ? null : rates[indicator];
    const millionths = rate === null ? null : rateInMillionths(rate);
    const weighted = (certified ?? 0) * (millionths ?? 0);
    const known = { base: certified, weighted, fromSurvey: false };
    pool.add(year, certified, millionths === null ? null : { millionths, ...known });
  }
  return pool.figure(indicator);
}

/** The status of one rate on a day, both steps at once. */
export function rateStatus(input: RateStatusInput): RateStatus {
  return statusOfOutcome(rateOutcome(input), input);
}

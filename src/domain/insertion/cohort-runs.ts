import { INSERTION_INDICATORS, type InsertionIndicator } from '../rate/indicator.ts';

/** What tells whether two cohorts publish the same. Rates in percent; null = not published. */
export interface RatedCohort {
  readonly year: number;
  readonly rates: Readonly<Record<InsertionIndicator, { readonly value: number | null }>>;
}

/**
 * The runs of cohorts that publish the same: consecutive years, with the same value or the same
 * absence of every indicator. Takes cohorts newest first, one for each year, and gives every one
 * of them in one run; a cohort like no neighbour is a run of its own.
 */
export function runsOfSameRates<C extends RatedCohort>(newestFirst: readonly C[]): C[][] {
  const runs: C[][] = [];
  for (const cohort of newestFirst) {
    const run = runs.at(-1);
    const later = run?.at(-1);
    if (run && later && isRepeated(cohort, later)) run.push(cohort);
    else runs.push([cohort]);
  }
  return runs;
}

function isRepeated(cohort: RatedCohort, later: RatedCohort): boolean {
  return (
    cohort.year === later.year - 1 &&
    INSERTION_INDICATORS.every((each) => cohort.rates[each].value === later.rates[each].value)
  );
}

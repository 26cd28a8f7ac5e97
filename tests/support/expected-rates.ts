/** Parts of expected answers that every saved question selects alike. */

const basis = 'CERTIFIED_WEIGHTED';

type Grade = 'VERY_LOW' | 'LOW' | 'MODERATE' | 'GOOD';

/** A rate that has a value: percent, Wilson bounds at 0.95, heads. */
export function valued(
  value: number,
  [lower, upper]: readonly [number, number],
  base: number,
  reliability: Grade,
) {
  return { value, interval: { lower, upper }, basis, base, reliability };
}

/** A rate that has none: of a cohort the base is N, of several cohorts 0. */
export function valueless(base: number) {
  return { value: null, interval: null, basis, base, reliability: null };
}

/** How many cohorts have each status of a rate, in the order of the answer. */
export function statuses(counts: Readonly<Record<string, number>>) {
  return { statuses: Object.entries(counts).map(([status, cohorts]) => ({ status, cohorts })) };
}

/** Coverage of a rate: heads and cohorts with a rate of all, and the share of the heads. */
export function covers(
  [certifiedWithRate, certified]: readonly [number, number],
  [cohortsWithRate, cohorts]: readonly [number, number],
  ratio: number,
) {
  return { certified, certifiedWithRate, cohorts, cohortsWithRate, ratio };
}

import { covers, statuses, type valued, valueless } from '../support/expected-rates.ts';

export const GLOBAL_6 = { indicator: 'GLOBAL_6_MONTHS' };
export const TARGET_6 = { indicator: 'TARGET_OCCUPATION_6_MONTHS' };
export const TARGET_24 = { indicator: 'TARGET_OCCUPATION_2_YEARS' };

export type Rate = ReturnType<typeof valued> | ReturnType<typeof valueless>;

/** A rate of a group in which one certification publishes it, or none: all quartiles are alike. */
export function ofOne(rate: Rate) {
  const { value } = rate;
  const certificationsWithRate = value === null ? 0 : 1;
  return {
    ...{ ...rate, certificationsWithRate },
    ...{ median: value, lowerQuartile: value, upperQuartile: value },
  };
}

/** A rate that none of so many cohorts, of so many certified, publishes. */
export function none(certified: number, cohorts: number, counts: Readonly<Record<string, number>>) {
  return {
    ...valueless(0),
    coverage: covers([0, certified], [0, cohorts], 0),
    ...statuses(counts),
    yearsWithRate: [],
  };
}

/** A key of the long form of question 33: what groups are not by is absent. */
export const keyOf = (parts: object) => ({
  ...{ year: null, register: null, level: null, registrationType: null, abbreviation: null },
  ...{ active: null, accessRoute: null, certification: null, certifier: null },
  ...{ specialityDomain: null, specialitySubdomain: null, speciality: null },
  ...{ occupationDomain: null, occupation: null, formacode: null, unknown: [] },
  ...parts,
});

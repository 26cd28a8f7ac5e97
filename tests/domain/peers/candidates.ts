import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import type { PeerRule } from '../../../src/domain/peers/peer-rule.ts';
import { day } from '../../support/factories.ts';
import {
  boardOfCandidates,
  type CandidateCohort,
  type PeerCandidate,
} from '../../support/peers.ts';

/** Year, certified, and the rate that is published as all three. */
export type Line = readonly [year: number, certified: number | null, rate: number | null];

export interface Given extends Partial<Omit<PeerCandidate, 'code' | 'cohorts' | 'codes'>> {
  readonly rome?: readonly string[];
  readonly nsf?: readonly string[];
  readonly formacodes?: readonly string[];
}

export function candidate(
  number: number,
  lines: readonly Line[],
  given: Given = {},
): PeerCandidate {
  const { rome = ['E1103'], nsf = [], formacodes = [], ...rest } = given;
  return {
    code: parseRegisterCode(`RNCP${number}`),
    level: 6,
    lineage: null,
    registrationEndsOn: day('2030-12-31'),
    activeFlag: true,
    cohorts: lines.map(([year, certified, rate]) => cohort(year, certified, rate)),
    codes: { OCCUPATION: rome, SPECIALITY: nsf, FORMACODE: formacodes },
    ...rest,
  };
}

export function cohort(
  year: number,
  certified: number | null,
  rate: number | null,
): CandidateCohort {
  return {
    year,
    certified,
    rates: {
      GLOBAL_6_MONTHS: rate,
      TARGET_OCCUPATION_6_MONTHS: rate,
      TARGET_OCCUPATION_2_YEARS: rate,
    },
  };
}

export const RULE: PeerRule = {
  indicator: 'GLOBAL_6_MONTHS',
  peersBy: 'OCCUPATION',
  sameLevel: true,
  lastCohorts: 3,
  minimumBase: 0,
  asOf: day('2023-01-01'),
};

/** Pooled: (20 · 80 + 20 · 70) / 40 = 75. */
const OWN = candidate(
  100,
  [
    [2020, 20, 80],
    [2019, 20, 70],
  ],
  { rome: ['E1103', 'M1705'], nsf: ['320'], formacodes: ['46301'], lineage: 7 },
);

/** Five peers by occupation and level: pooled 60, 70, 70, 80, 90. */
const PEERS = [
  candidate(105, [[2020, 100, 90]], { rome: ['M1705'] }),
  candidate(101, [[2020, 10, 60]]),
  candidate(103, [[2020, 30, 70]], { rome: ['E1103', 'M1705'] }),
  candidate(99, [[2020, 20, 70]], { rome: ['K1801', 'M1705'] }),
  candidate(104, [[2020, 40, 80]]),
];

export function board(others: readonly PeerCandidate[] = [], rule: Partial<PeerRule> = {}) {
  return boardOfCandidates([OWN, ...PEERS, ...others], { ...RULE, ...rule });
}

/** The peers of RNCP100 beyond the five, under a rule. */
export function joining(other: PeerCandidate, rule: Partial<PeerRule> = {}): string[] {
  const five: readonly string[] = PEERS.map(({ code }) => code);
  return board([other], rule)
    .peersOf('RNCP100')
    .filter((code) => !five.includes(code));
}

import { expect, test } from 'vitest';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import {
  type ComputedCohort,
  cohortReport,
  indicatorOfSurvey,
} from '../../../src/domain/survey/cohort-report.ts';
import { noCounts } from '../../../src/domain/survey/counts.ts';

/** The worked example of docs/surveys.md at 6 months: N = 60, R = 48, Z = 6, n = 42, E = 34, M = 25. */
const EXAMPLE: ComputedCohort = {
  ...{ certificationCode: 'RNCP1' as RegisterCode, year: 2024, holders: 60, holdersByVae: 0 },
  counts: new Map([
    [6, { ...noCounts(), holders: 60, respondents: 48, studying: 6, employed: 34, inTarget: 25 }],
  ]),
  findings: [{ horizon: 6, rule: 'TARGET_UNKNOWN', rows: 2, ofRows: 34 }],
};

const REGISTER = {
  ...{ certified: 58, certifiedThroughVae: null },
  rates: {
    GLOBAL_6_MONTHS: 81,
    TARGET_OCCUPATION_6_MONTHS: 70,
    TARGET_OCCUPATION_2_YEARS: null,
  },
};

test('a report has the counts of a cohort, and its rates beside the published ones', () => {
  const { horizons } = cohortReport(EXAMPLE, REGISTER);
  expect(horizons).toMatchObject([
    {
      ...{ horizon: 6, holders: 60, respondents: 48, neutralised: 6, eligible: 42 },
      ...{ responseRate: 80, coverage: 70 },
      rates: [
        { rate: 'GLOBAL', indicator: 'GLOBAL_6_MONTHS', published: 81, differs: false },
        {
          ...{ rate: 'TARGET_OCCUPATION', indicator: 'TARGET_OCCUPATION_6_MONTHS' },
          ...{ published: 70, differs: true },
        },
      ],
    },
  ]);
  const [global] = horizons[0]?.rates ?? [];
  expect(global?.value).toBeCloseTo(80.95, 2);
  expect([global?.interval?.lower, global?.interval?.upper]).toEqual([
    expect.closeTo(66.7, 1),
    expect.closeTo(90.02, 2),
  ]);
  expect([global?.bounds?.lower, global?.bounds?.upper]).toEqual([
    expect.closeTo(62.96, 2),
    expect.closeTo(85.19, 2),
  ]);
});

test('it tells what is remarkable about the rows, and where the register differs', () => {
  const { findings, differences } = cohortReport(EXAMPLE, REGISTER);
  expect(findings).toContainEqual({ horizon: 6, rule: 'TARGET_UNKNOWN', rows: 2, ofRows: 34 });
  expect(differences).toMatchObject([
    { rule: 'CERTIFIED_DIFFERS', indicator: null, computed: 60, published: 58 },
    { rule: 'RATE_DIFFERS', indicator: 'TARGET_OCCUPATION_6_MONTHS', published: 70 },
  ]);
});

test('of a cohort that the register does not have nothing is published, and nothing differs', () => {
  const { horizons, differences } = cohortReport(EXAMPLE, null);
  expect(horizons[0]?.rates.map(({ published, differs }) => [published, differs])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(differences).toEqual([]);
});

test('a roster alone has no horizon', () => {
  const roster = { ...EXAMPLE, counts: new Map(), findings: [] };
  expect(cohortReport(roster, REGISTER)).toMatchObject({
    ...{ certificationCode: 'RNCP1', year: 2024, holders: 60 },
    ...{ horizons: [], findings: [], differences: [{ rule: 'CERTIFIED_DIFFERS', computed: 60 }] },
  });
});

test('the register has no rate at 12 months, and none in any employment at 24', () => {
  expect(indicatorOfSurvey(6, 'GLOBAL')).toBe('GLOBAL_6_MONTHS');
  expect(indicatorOfSurvey(24, 'TARGET_OCCUPATION')).toBe('TARGET_OCCUPATION_2_YEARS');
  for (const [horizon, rate] of [
    [12, 'GLOBAL'],
    [12, 'TARGET_OCCUPATION'],
    [24, 'GLOBAL'],
  ] as const) {
    expect(indicatorOfSurvey(horizon, rate)).toBeNull();
  }
});

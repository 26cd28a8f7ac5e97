import { describe, expect, test } from 'vitest';
import { noCounts, type SurveyCounts } from '../../../src/domain/survey/counts.ts';
import { pairedChange } from '../../../src/domain/survey/same-holders.ts';
import {
  neutralisedShare,
  nonResponseBounds,
  responseRate,
  surveyCoverage,
  surveyInterval,
  surveyRate,
} from '../../../src/domain/survey/survey-rates.ts';
import { addWeighted, weightedRate, weightedSums } from '../../../src/domain/survey/weighting.ts';

/** Counts of the example of docs/surveys.md, all neutralised for their studies. */
function counts(of: {
  readonly N: number;
  readonly R: number;
  readonly Z: number;
  readonly E: number;
  readonly M: number;
}): SurveyCounts {
  return {
    ...noCounts(),
    ...{ holders: of.N, respondents: of.R, studying: of.Z, employed: of.E, inTarget: of.M },
  };
}

const EXAMPLE = counts({ N: 60, R: 48, Z: 6, E: 34, M: 25 });

function rounded(bounds: { readonly lower: number; readonly upper: number } | null) {
  return bounds && [bounds.lower, bounds.upper].map((each) => Number(each.toFixed(2)));
}

describe('60 holders, 48 respondents, 6 neutralised, 34 employed, 25 in the target occupation', () => {
  test('rates are of the 42 who are eligible', () => {
    expect(surveyRate(EXAMPLE, 'GLOBAL')).toBeCloseTo(80.952381, 6);
    expect(surveyRate(EXAMPLE, 'TARGET_OCCUPATION')).toBeCloseTo(59.52381, 5);
  });

  test('response rate, neutralised share and coverage have bases of their own', () => {
    expect(responseRate(EXAMPLE)).toBe(80);
    expect(neutralisedShare(EXAMPLE)).toBe(12.5);
    expect(surveyCoverage(EXAMPLE)).toBe(70);
  });

  test('the interval is Wilson’s on n', () => {
    expect(rounded(surveyInterval(EXAMPLE, 'GLOBAL'))).toEqual([66.7, 90.02]);
    expect(rounded(surveyInterval(EXAMPLE, 'TARGET_OCCUPATION'))).toEqual([44.49, 72.96]);
  });

  test('bounds without an assumption let all who did not answer be eligible', () => {
    expect(rounded(nonResponseBounds(EXAMPLE, 'GLOBAL'))).toEqual([62.96, 85.19]);
    expect(rounded(nonResponseBounds(EXAMPLE, 'TARGET_OCCUPATION'))).toEqual([46.3, 68.52]);
  });
});

test('60 yes of 80 answers out of 100 lie between 60 and 80 %', () => {
  const given = counts({ N: 100, R: 80, Z: 0, E: 60, M: 60 });
  expect(nonResponseBounds(given, 'GLOBAL')).toEqual({ lower: 60, upper: 80 });
});

test('when everybody answered the bounds are the rate', () => {
  const given = counts({ N: 48, R: 48, Z: 6, E: 34, M: 25 });
  const rate = surveyRate(given, 'GLOBAL');
  expect(nonResponseBounds(given, 'GLOBAL')).toEqual({ lower: rate, upper: rate });
});

test('bounds hold whatever share of those who did not answer is neutralised', () => {
  const [U, n, E] = [12, 42, 34];
  const bounds = nonResponseBounds(EXAMPLE, 'GLOBAL');
  for (let eligible = 0; eligible <= U; eligible++) {
    for (let employed = 0; employed <= eligible; employed++) {
      const rate = (100 * (E + employed)) / (n + eligible);
      expect(rate).toBeGreaterThanOrEqual((bounds?.lower ?? 0) - 1e-9);
      expect(rate).toBeLessThanOrEqual((bounds?.upper ?? 0) + 1e-9);
    }
  }
});

test('nobody eligible is no rate, and no 0 %', () => {
  const given = counts({ N: 5, R: 3, Z: 3, E: 0, M: 0 });
  expect(surveyRate(given, 'GLOBAL')).toBeNull();
  expect(surveyInterval(given, 'GLOBAL')).toBeNull();
  expect(responseRate(noCounts())).toBeNull();
  expect(neutralisedShare(noCounts())).toBeNull();
});

describe('weighting by route', () => {
  const students = counts({ N: 40, R: 36, Z: 6, E: 27, M: 21 });
  const apprentices = counts({ N: 20, R: 12, Z: 0, E: 7, M: 4 });

  test('a respondent weighs N/R of their route', () => {
    const sums = weightedSums([students, apprentices]);
    const global = sums && weightedRate(sums, 'GLOBAL');
    expect(global?.value).toBeCloseTo(78.125, 9);
    expect(global?.effectiveBase).toBeCloseTo(40.42, 2);
    expect(rounded(global?.interval ?? null)).toEqual([63.26, 88.1]);
    const target = sums && weightedRate(sums, 'TARGET_OCCUPATION');
    expect(target?.value).toBeCloseTo(56.25, 9);
    expect(rounded(target?.interval ?? null)).toEqual([41.08, 70.33]);
  });

  test('routes with fewer than 10 respondents are one class, which may stand alone', () => {
    const few = counts({ N: 10, R: 5, Z: 0, E: 4, M: 4 });
    const fewer = counts({ N: 30, R: 6, Z: 0, E: 3, M: 1 });
    // 11 respondents for 40: 40/11 each.
    const sums = weightedSums([few, students, fewer]);
    expect(sums?.weights).toBeCloseTo((30 * 40) / 36 + (11 * 40) / 11, 9);
    expect(sums?.numerator.GLOBAL).toBeCloseTo((27 * 40) / 36 + (7 * 40) / 11, 9);
  });

  test('when they are still fewer they are added to the smallest other', () => {
    const few = counts({ N: 10, R: 5, Z: 0, E: 4, M: 4 });
    const sums = weightedSums([few, students, apprentices]);
    expect(sums?.weights).toBeCloseTo((30 * 40) / 36 + (17 * 30) / 17, 9);
  });

  test('of two others with as many respondents the one with fewer holders is the smallest', () => {
    const few = counts({ N: 10, R: 5, Z: 0, E: 4, M: 4 });
    const larger = counts({ N: 40, R: 20, Z: 0, E: 20, M: 20 });
    const smaller = counts({ N: 30, R: 20, Z: 0, E: 0, M: 0 });
    // 5 + 20 respondents stand for 10 + 30 holders, and 20 for 40.
    const expected = (4 * 40) / 25 + (20 * 40) / 20;
    for (const order of [
      [few, larger, smaller],
      [smaller, few, larger],
    ]) {
      expect(weightedSums(order)?.numerator.GLOBAL).toBeCloseTo(expected, 9);
    }
  });

  test('it does not matter in which order classes are given that are equally large', () => {
    const few = counts({ N: 10, R: 5, Z: 0, E: 4, M: 4 });
    const one = counts({ N: 40, R: 20, Z: 0, E: 20, M: 3 });
    const other = counts({ N: 40, R: 20, Z: 0, E: 5, M: 5 });
    const first = weightedSums([few, one, other]);
    expect(weightedSums([other, one, few])?.numerator).toEqual(first?.numerator);
  });

  test('holders of whom nobody answered refuse the figure', () => {
    expect(weightedSums([counts({ N: 4, R: 0, Z: 0, E: 0, M: 0 })])).toBeNull();
    expect(addWeighted([weightedSums([students]), null])).toBeNull();
  });

  test('of several cohorts the weights are within each', () => {
    const [one, other] = [weightedSums([students]), weightedSums([apprentices])];
    const sums = addWeighted([one, other]);
    expect(sums).toEqual(weightedSums([students, apprentices]));
  });
});

describe('the change on the same holders', () => {
  // R. G. Newcombe (1998): 36, 12, 2, 0 gives 0.0569 to 0.3404 by method 10.
  test('has Newcombe’s interval for paired proportions', () => {
    const change = pairedChange({ both: 36, secondOnly: 12, firstOnly: 2, neither: 0 });
    expect(change).toMatchObject({ base: 50, first: 76, second: 96 });
    expect(change?.difference).toBeCloseTo(20, 9);
    expect(change?.lower).toBeCloseTo(5.69, 2);
    expect(change?.upper).toBeCloseTo(34.04, 2);
  });

  test('is none when nobody is eligible at both', () => {
    expect(pairedChange({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toBeNull();
  });

  test('turned round it is the same the other way', () => {
    const there = pairedChange({ both: 30, firstOnly: 4, secondOnly: 9, neither: 7 });
    const back = pairedChange({ both: 30, firstOnly: 9, secondOnly: 4, neither: 7 });
    expect(there?.difference).toBeCloseTo(-(back?.difference ?? 0), 9);
    expect(there?.lower).toBeCloseTo(-(back?.upper ?? 0), 9);
  });
});

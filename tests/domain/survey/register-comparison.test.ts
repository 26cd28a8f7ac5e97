import { describe, expect, test } from 'vitest';
import { noCounts, type SurveyCounts } from '../../../src/domain/survey/counts.ts';
import type { Horizon } from '../../../src/domain/survey/layout.ts';
import {
  type ComparedRegister,
  type ComparedSurvey,
  isAsPublished,
  registerFindings,
} from '../../../src/domain/survey/register-comparison.ts';

const NOTHING: ComparedRegister = {
  ...{ certified: null, certifiedThroughVae: null },
  rates: {
    GLOBAL_6_MONTHS: null,
    TARGET_OCCUPATION_6_MONTHS: null,
    TARGET_OCCUPATION_2_YEARS: null,
  },
};

/** 42 eligible, 34 employed (80.95 %), 25 in the target occupation (59.52 %), at each of these horizons. */
function survey(...horizons: readonly Horizon[]): ComparedSurvey {
  const counts: SurveyCounts = {
    ...noCounts(),
    ...{ holders: 60, respondents: 48, studying: 6, employed: 34, inTarget: 25 },
  };
  return {
    counts: (horizon) => (horizons.includes(horizon) ? counts : null),
    ...{ holders: 60, holdersByVae: 7 },
  };
}

describe('a survey and the register', () => {
  test('do not differ in what one of them lacks', () => {
    expect(registerFindings(survey(6, 24), NOTHING)).toEqual([]);
    const rates = { ...NOTHING.rates, GLOBAL_6_MONTHS: 10, TARGET_OCCUPATION_2_YEARS: 10 };
    expect(registerFindings(survey(12), { ...NOTHING, rates })).toEqual([]);
  });

  test('differ in heads by one', () => {
    const register = { ...NOTHING, certified: 60, certifiedThroughVae: 7 };
    expect(registerFindings(survey(), register)).toEqual([]);
    expect(
      registerFindings(survey(), { ...register, certified: 61, certifiedThroughVae: 6 }),
    ).toEqual([
      { rule: 'CERTIFIED_DIFFERS', indicator: null, computed: 60, published: 61 },
      { rule: 'VAE_DIFFERS', indicator: null, computed: 7, published: 6 },
    ]);
  });

  test('differ in a rate by more than a point of the rounded one', () => {
    const differing = (rates: Partial<ComparedRegister['rates']>) =>
      registerFindings(survey(6, 24), {
        ...NOTHING,
        rates: { ...NOTHING.rates, ...rates },
      }).map(({ rule, indicator }) => [rule, indicator]);
    // 80.95 is rounded to 81, 59.52 to 60.
    expect(differing({ GLOBAL_6_MONTHS: 80 })).toEqual([]);
    expect(differing({ GLOBAL_6_MONTHS: 82 })).toEqual([]);
    expect(differing({ GLOBAL_6_MONTHS: 79 })).toEqual([['RATE_DIFFERS', 'GLOBAL_6_MONTHS']]);
    expect(differing({ GLOBAL_6_MONTHS: 83 })).toEqual([['RATE_DIFFERS', 'GLOBAL_6_MONTHS']]);
    expect(differing({ TARGET_OCCUPATION_6_MONTHS: 61, TARGET_OCCUPATION_2_YEARS: 62 })).toEqual([
      ['RATE_DIFFERS', 'TARGET_OCCUPATION_2_YEARS'],
    ]);
  });

  test('differ in nothing when nobody is eligible', () => {
    const nobody: ComparedSurvey = { ...survey(6), counts: () => noCounts() };
    const rates = { ...NOTHING.rates, GLOBAL_6_MONTHS: 50 };
    expect(registerFindings(nobody, { ...NOTHING, rates })).toEqual([]);
  });
});

test('a published rate is the computed one rounded, give or take a point', () => {
  expect(isAsPublished(79.49, 80)).toBe(true);
  // 79.49 is 79, and 78.49 is 78.
  expect(isAsPublished(78.49, 80)).toBe(false);
  expect(isAsPublished(78.5, 80)).toBe(true);
  expect(isAsPublished(0, 2)).toBe(false);
});

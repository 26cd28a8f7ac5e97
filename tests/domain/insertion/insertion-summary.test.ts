import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cohortVaeShare,
  type GroupSums,
  NO_SUMS,
  type RateSums,
  SummaryFigure,
  vaeShare,
} from '../../../src/domain/insertion/insertion-summary.ts';
import {
  byIndicator,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../../src/domain/rate/indicator.ts';
import { roundPercentage } from '../../../src/domain/rounding.ts';
import { type PoolableCohort, poolCohorts } from '../../support/figures.ts';

/** Sums of one certification: its mean and its quartiles are its own pooled rate. */
function ofOne(cohortsWithRate: number, base: number, weighted: number): RateSums {
  const mean = weighted / base;
  const quartiles = { lower: mean, median: mean, upper: mean };
  const { clusters } = NO_SUMS.rates.GLOBAL_6_MONTHS;
  const heads = { base, certified: base, cohortsFromSurvey: 0, baseFromSurvey: 0 };
  return { cohortsWithRate, ...heads, weighted, certifications: 1, mean, quartiles, clusters };
}

/** The three cohorts of RNCP35746 as one group: docs/method.md#worked-example. */
const GROUP: GroupSums = {
  ...NO_SUMS,
  certifications: 1,
  cohorts: 3,
  certified: 61, // 23 + 21 + 17
  certifiedThroughVae: 0,
  certifiedWithVaeKnown: 61,
  rates: {
    GLOBAL_6_MONTHS: ofOne(3, 61, 5631),
    TARGET_OCCUPATION_6_MONTHS: ofOne(3, 61, 3232),
    TARGET_OCCUPATION_2_YEARS: ofOne(2, 38, 1996),
  },
};

describe('one indicator over a group', () => {
  test.each<[InsertionIndicator, number, number, number, number, number]>([
    ['GLOBAL_6_MONTHS', 5631 / 61, 92.31, 61, 3, 100],
    ['TARGET_OCCUPATION_6_MONTHS', 3232 / 61, 52.98, 61, 3, 100],
    ['TARGET_OCCUPATION_2_YEARS', 1996 / 38, 52.53, 38, 2, 62.3], // 100 · 38 / 61
  ])('of RNCP35746, %s', (indicator, value, shown, base, cohortsWithRate, ratio) => {
    const figure = new SummaryFigure(GROUP, indicator);
    expect(figure).toMatchObject({
      indicator,
      value,
      basis: 'CERTIFIED_WEIGHTED',
      base,
      certificationsWithRate: 1,
      unweightedMean: value,
      quartiles: { lower: value, median: value, upper: value },
      coverage: {
        certified: 61,
        certifiedWithRate: base,
        cohorts: 3,
        cohortsWithRate,
        cohortsWithoutCertified: 0,
        ratio: (100 * base) / 61,
        ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
      },
    });
    expect(roundPercentage(value)).toBe(shown);
    expect(roundPercentage(figure.coverage.ratio ?? Number.NaN)).toBe(ratio);
  });

  test('the mean and the quartiles are over certifications, as they are given', () => {
    const quartiles = { lower: 55, median: 70, upper: 82.5 };
    const sums = {
      ...GROUP,
      rates: { ...GROUP.rates, GLOBAL_6_MONTHS: { ...ofOne(3, 61, 5631), mean: 68.25, quartiles } },
    };
    const figure = new SummaryFigure(sums, 'GLOBAL_6_MONTHS');
    expect(figure).toMatchObject({ value: 5631 / 61, unweightedMean: 68.25, quartiles });
  });

  test('a group of nobody has no value and no coverage in percent', () => {
    const nobody = {
      ...GROUP,
      certified: 0,
      rates: {
        ...GROUP.rates,
        GLOBAL_6_MONTHS: { ...ofOne(1, 1, 0), base: 0, mean: null, quartiles: null },
      },
    };
    const figure = new SummaryFigure(nobody, 'GLOBAL_6_MONTHS');
    expect(figure).toMatchObject({ value: null, base: 0, unweightedMean: null, quartiles: null });
    expect(figure.coverage).toMatchObject({ cohorts: 3, cohortsWithRate: 1, ratio: null });
  });

  test('a rate of 0 is a value', () => {
    const zero = { ...GROUP, rates: byIndicator(() => ofOne(3, 61, 0)) };
    expect(new SummaryFigure(zero, 'GLOBAL_6_MONTHS')).toMatchObject({ value: 0, base: 61 });
  });

  test('no cohort at all gives a figure that says so', () => {
    expect(NO_SUMS).toMatchObject({ certifications: 0, cohorts: 0, certified: 0, keys: [] });
    for (const indicator of INSERTION_INDICATORS) {
      expect(new SummaryFigure(NO_SUMS, indicator)).toMatchObject({
        indicator,
        value: null,
        basis: 'CERTIFIED_WEIGHTED',
        base: 0,
        certificationsWithRate: 0,
        unweightedMean: null,
        quartiles: null,
        coverage: {
          certified: 0,
          certifiedWithRate: 0,
          cohorts: 0,
          cohortsWithRate: 0,
          cohortsWithoutCertified: 0,
          ratio: null,
        },
      });
    }
  });

  test('is what pooling says of the same cohorts', () => {
    const rate = fc.option(fc.integer({ min: 0, max: 100 }));
    const cohorts: fc.Arbitrary<PoolableCohort[]> = fc.array(
      fc
        .tuple(fc.option(fc.nat(500)), rate, rate, rate)
        .map(([certified, global, target, twoYears]) => ({
          year: 2020,
          certified,
          rates: {
            GLOBAL_6_MONTHS: global,
            TARGET_OCCUPATION_6_MONTHS: target,
            TARGET_OCCUPATION_2_YEARS: twoYears,
          },
        })),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(cohorts, fc.constantFrom(...INSERTION_INDICATORS), (list, indicator) => {
        const figure = new SummaryFigure(sumsOf(list), indicator);
        const { value, base, coverage } = poolCohorts(list, indicator, 'RNCP');
        expect(figure).toMatchObject({ base, coverage });
        expect(figure.value).toBe(value);
      }),
    );
  });
});

/** As the database sums: heads of nobody where N is not published, nothing where a rate is not. */
function sumsOf(cohorts: readonly PoolableCohort[]): GroupSums {
  const heads = (list: readonly PoolableCohort[]) =>
    list.reduce((total, { certified }) => total + (certified ?? 0), 0);
  return {
    ...NO_SUMS,
    cohorts: cohorts.length,
    certified: heads(cohorts),
    cohortsWithoutCertified: cohorts.filter(({ certified }) => certified === null).length,
    rates: byIndicator((indicator) => {
      const rated = cohorts.filter(({ rates }) => rates[indicator] !== null);
      const weighted = rated.reduce(
        (total, { certified, rates }) => total + (certified ?? 0) * (rates[indicator] ?? 0),
        0,
      );
      const base = heads(rated);
      const sums = { ...NO_SUMS.rates[indicator], cohortsWithRate: rated.length, base, weighted };
      return { ...sums, certified: base, certifications: 1 };
    }),
  };
}

describe('the share of VAE', () => {
  test.each([
    ['of those whose number is known', 25, 200, 12.5],
    ['of nobody through VAE', 0, 61, 0],
    ['of all', 40, 40, 100],
    ['not rounded', 1, 3, 100 / 3],
  ])('%s: %i of %i', (_name, vaeWithCertifiedKnown, certifiedWithVaeKnown, share) => {
    // Cohorts of which one of the two numbers is not known are no part of it.
    const others = { ...GROUP, certified: 1_000, certifiedThroughVae: 900 };
    expect(vaeShare({ ...others, vaeWithCertifiedKnown, certifiedWithVaeKnown })).toBe(share);
  });

  test('is absent where no cohort publishes both, or nobody was certified', () => {
    expect(vaeShare({ ...GROUP, vaeWithCertifiedKnown: 0, certifiedWithVaeKnown: 0 })).toBeNull();
    expect(vaeShare(NO_SUMS)).toBeNull();
  });

  test.each([
    [40, 10, 25],
    [3, 1, 100 / 3],
    [8, 0, 0],
    [4, 6, 150],
    [0, 0, null],
    [null, 5, null],
    [40, null, null],
    [null, null, null],
  ])('of a cohort of %s certified, %s of them through VAE, is %s', (certified, vae, share) => {
    expect(cohortVaeShare({ certified, certifiedThroughVae: vae })).toBe(share);
  });
});

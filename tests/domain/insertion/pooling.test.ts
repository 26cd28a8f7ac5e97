import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  checkedLastCohorts,
  Pool,
  rateInMillionths,
  type WeighedRate,
  weightedInMillionths,
} from '../../../src/domain/insertion/pooling.ts';
import {
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../../src/domain/rate/indicator.ts';
import { roundPercentage } from '../../../src/domain/rounding.ts';
import { latestCohorts, type PoolableCohort, poolCohorts } from '../../support/figures.ts';

function cohort(
  year: number,
  certified: number | null,
  [global, target, twoYears]: readonly (number | null)[],
): PoolableCohort {
  return {
    year,
    certified,
    rates: {
      GLOBAL_6_MONTHS: global ?? null,
      TARGET_OCCUPATION_6_MONTHS: target ?? null,
      TARGET_OCCUPATION_2_YEARS: twoYears ?? null,
    },
  };
}

/** RNCP35746, out of order as in the feed: docs/method.md#worked-example. */
const cohorts = [
  cohort(2019, 21, [93, 53, 57]),
  cohort(2020, 23, [86, 50, null]),
  cohort(2018, 17, [100, 57, 47]),
];

describe('the worked example', () => {
  test.each<[number, InsertionIndicator, number, number, number, number, number]>([
    [3, 'GLOBAL_6_MONTHS', 5631 / 61, 92.31, 61, 61, 3],
    [3, 'TARGET_OCCUPATION_6_MONTHS', 3232 / 61, 52.98, 61, 61, 3],
    [3, 'TARGET_OCCUPATION_2_YEARS', 1996 / 38, 52.53, 38, 61, 2],
    [2, 'GLOBAL_6_MONTHS', 3931 / 44, 89.34, 44, 44, 2],
    [2, 'TARGET_OCCUPATION_6_MONTHS', 2263 / 44, 51.43, 44, 44, 2],
    [2, 'TARGET_OCCUPATION_2_YEARS', 57, 57, 21, 44, 1],
    [1, 'GLOBAL_6_MONTHS', 86, 86, 23, 23, 1],
  ])('k = %i, %s', (k, indicator, value, shown, base, certified, cohortsWithRate) => {
    const figure = poolCohorts(latestCohorts(cohorts, k), indicator, 'RNCP');
    expect(figure.value).toBe(value);
    expect(roundPercentage(figure.value ?? Number.NaN)).toBe(shown);
    expect(figure).toMatchObject({ indicator, basis: 'CERTIFIED_WEIGHTED', base });
    expect(figure.coverage).toEqual({
      certified,
      certifiedWithRate: base,
      cohorts: k,
      cohortsWithRate,
      cohortsWithoutCertified: 0,
      ratio: (100 * base) / certified,
      ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
    });
    expect(figure.years).toEqual([2020, 2019, 2018].slice(0, k));
  });

  test('k = 1 at two years has no figure, and its coverage says that the cohort was selected', () => {
    const figure = poolCohorts(latestCohorts(cohorts, 1), 'TARGET_OCCUPATION_2_YEARS', 'RNCP');
    expect(figure).toMatchObject({ value: null, unweightedMean: null, base: 0, years: [2020] });
    expect(figure.coverage).toMatchObject({ certified: 23, cohorts: 1, cohortsWithRate: 0 });
    expect(figure.coverage.ratio).toBe(0);
  });

  test('the unweighted mean stands beside the pooled rate', () => {
    expect(poolCohorts(cohorts, 'GLOBAL_6_MONTHS', 'RNCP').unweightedMean).toBe(93);
    expect(poolCohorts(cohorts, 'TARGET_OCCUPATION_2_YEARS', 'RNCP').unweightedMean).toBe(52);
  });
});

describe('what is missing', () => {
  test('no cohort at all gives a figure that says so', () => {
    expect(poolCohorts([], 'GLOBAL_6_MONTHS', 'RNCP')).toEqual({
      indicator: 'GLOBAL_6_MONTHS',
      value: null,
      unweightedMean: null,
      basis: 'CERTIFIED_WEIGHTED',
      base: 0,
      coverage: {
        certified: 0,
        certifiedWithRate: 0,
        cohorts: 0,
        cohortsWithRate: 0,
        cohortsWithoutCertified: 0,
        ratio: null,
        ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
      },
      years: [],
      yearsWithRate: [],
    });
  });

  test('a cohort without a number of certified is in neither sum, and said in the coverage', () => {
    const figure = poolCohorts(
      [cohort(2021, null, [10]), cohort(2020, 20, [90])],
      'GLOBAL_6_MONTHS',
      'RNCP',
    );
    expect(figure).toMatchObject({ value: 90, unweightedMean: 50, base: 20, years: [2021, 2020] });
    expect(figure.coverage).toEqual({
      certified: 20,
      certifiedWithRate: 20,
      cohorts: 2,
      cohortsWithRate: 2,
      cohortsWithoutCertified: 1,
      ratio: 100,
      ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
    });
  });

  test('a cohort of nobody weighs nothing', () => {
    const nobody = cohort(2021, 0, [10]);
    const both = poolCohorts([nobody, cohort(2020, 20, [90])], 'GLOBAL_6_MONTHS', 'RNCP');
    expect(both).toMatchObject({ value: 90, base: 20 });
    expect(both.coverage).toMatchObject({ cohortsWithRate: 2, cohortsWithoutCertified: 0 });
    const alone = poolCohorts([nobody], 'GLOBAL_6_MONTHS', 'RNCP');
    expect(alone).toMatchObject({ value: null, unweightedMean: 10, base: 0 });
    expect(alone.coverage.ratio).toBeNull();
  });

  test('a rate of 0 is a rate', () => {
    const figure = poolCohorts(
      [cohort(2021, 10, [0]), cohort(2020, 10, [50])],
      'GLOBAL_6_MONTHS',
      'RNCP',
    );
    expect(figure).toMatchObject({ value: 25, unweightedMean: 25, base: 20 });
  });

  test('on the RS no rate applies, so none is pooled', () => {
    const figure = poolCohorts(cohorts, 'GLOBAL_6_MONTHS', 'RS');
    expect(figure).toMatchObject({ value: null, unweightedMean: null, base: 0 });
    expect(figure.coverage).toMatchObject({ certified: 61, cohorts: 3, cohortsWithRate: 0 });
  });
});

describe('rates of surveys', () => {
  const surveyed = (counted: number, base: number): WeighedRate => ({
    ...{ millionths: rateInMillionths((100 * counted) / base), base, fromSurvey: true },
    weighted: weightedInMillionths(counted),
  });

  test('are pooled by their counts, exactly: their own digits have no end', () => {
    const pool = new Pool();
    pool.add(2021, 10, surveyed(3, 7));
    pool.add(2020, null, surveyed(78, 153));
    // 81 / 160 is 50.625, which is shown as 50.63; of rates in millionths it would be 50.62.
    expect(pool.figure('GLOBAL_6_MONTHS')).toMatchObject({
      ...{ value: 50.625, basis: 'RESPONDENTS', base: 160 },
      coverage: {
        ...{ certified: 10, certifiedWithRate: 10, cohorts: 2, cohortsWithRate: 2, ratio: 100 },
        ...{ cohortsWithoutCertified: 1, cohortsFromSurvey: 2, baseFromSurvey: 160 },
      },
    });
  });

  test('are pooled with published ones, each by its own weight', () => {
    const pool = new Pool();
    pool.add(2021, 60, surveyed(34, 42));
    pool.add(2020, 40, {
      ...{ millionths: 90e6, base: 40, weighted: 40 * 90e6, fromSurvey: false },
    });
    expect(pool.figure('GLOBAL_6_MONTHS')).toMatchObject({
      ...{ value: 7000 / 82, basis: 'MIXED', base: 82 },
      coverage: {
        certified: 100,
        certifiedWithRate: 100,
        cohortsFromSurvey: 1,
        baseFromSurvey: 42,
      },
    });
  });
});

describe('a number of cohorts', () => {
  test.each([1, 3, 50])('of %i is accepted', (k) => {
    expect(checkedLastCohorts(k)).toBe(k);
  });

  test.each([0, -1, 51, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d is refused', (k) => {
    expect(() => checkedLastCohorts(k)).toThrow(BadUserInputError);
    expect(() => checkedLastCohorts(k)).toThrow(
      `lastCohorts ${k} is not accepted: give a whole number from 1 to 50`,
    );
  });
});

describe('rates with decimals', () => {
  test.each([
    [0.1, 3],
    [80.2, 13],
    [80.7, 26],
    [98.9, 12],
    [33.333333, 6],
  ])('%d on %i certified alone is pooled as it is published', (rate, certified) => {
    const alone = [cohort(2020, certified, [rate])];
    expect(poolCohorts(alone, 'GLOBAL_6_MONTHS', 'RNCP').value).toBe(rate);
  });
});

describe('over any cohorts', () => {
  const rate = fc.option(fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10));
  const anyCohort: fc.Arbitrary<PoolableCohort> = fc
    .tuple(fc.integer({ min: 1970, max: 2100 }), fc.option(fc.nat(5_000)), rate, rate, rate)
    .map(([year, certified, ...rates]) => cohort(year, certified, rates));
  const anyCohorts = fc.array(anyCohort, { maxLength: 12 });
  const indicators = fc.constantFrom(...INSERTION_INDICATORS);

  test('the pooled rate lies between the lowest and the highest rate that it pools', () => {
    fc.assert(
      fc.property(anyCohorts, indicators, (list, indicator) => {
        const { value, base } = poolCohorts(list, indicator, 'RNCP');
        const pooled = list.flatMap(({ certified, rates }) =>
          certified !== null && certified > 0 && rates[indicator] !== null
            ? [rates[indicator]]
            : [],
        );
        if (value === null) {
          expect(pooled).toEqual([]);
          expect(base).toBe(0);
        } else {
          expect(value).toBeGreaterThanOrEqual(Math.min(...pooled) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...pooled) + 1e-9);
          expect(value).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('equal rates pool to that rate, to the last bit: it is a tie wherever it is compared', () => {
    const decimals = fc.integer({ min: 0, max: 6 });
    const heads = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        decimals,
        heads,
        (millionths, n, list) => {
          const rate = Number((millionths / 1e6).toFixed(n));
          const equal = list.map((certified, index) => cohort(2000 + index, certified, [rate]));
          expect(poolCohorts(equal, 'GLOBAL_6_MONTHS', 'RNCP').value).toBe(rate);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a missing rate leaves both sums', () => {
    fc.assert(
      fc.property(anyCohorts, indicators, fc.nat(5_000), (list, indicator, certified) => {
        const without = poolCohorts(list, indicator, 'RNCP');
        const missing = cohort(1969, certified, [null, null, null]);
        const figure = poolCohorts([...list, missing], indicator, 'RNCP');
        expect(figure.value).toBe(without.value);
        expect(figure.base).toBe(without.base);
        expect(figure.unweightedMean).toBe(without.unweightedMean);
        expect(figure.coverage.cohorts).toBe(without.coverage.cohorts + 1);
        expect(figure.coverage.certified).toBe(without.coverage.certified + certified);
      }),
    );
  });

  test('equal numbers of certified make it the unweighted mean, and order does not matter', () => {
    fc.assert(
      fc.property(anyCohorts, indicators, fc.integer({ min: 1, max: 900 }), (list, which, n) => {
        const equal = list.map((line) => ({ ...line, certified: n }));
        const figure = poolCohorts(equal, which, 'RNCP');
        const reversed = poolCohorts(equal.toReversed(), which, 'RNCP');
        if (figure.value === null) expect(figure.unweightedMean).toBeNull();
        else expect(figure.value).toBeCloseTo(figure.unweightedMean ?? Number.NaN, 8);
        expect(reversed.years).toEqual(figure.years);
        expect(reversed.coverage).toEqual(figure.coverage);
        expect(reversed.value ?? -1).toBeCloseTo(figure.value ?? -1, 8);
      }),
    );
  });
});

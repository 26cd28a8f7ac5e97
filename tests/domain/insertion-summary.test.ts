import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlainDate, parsePlainDate } from '../../src/domain/calendar.ts';
import { cohortFacts } from '../../src/domain/cohort-fact.ts';
import {
  byIndicator,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../src/domain/indicator.ts';
import {
  cohortVaeShare,
  countStatuses,
  type GroupSums,
  NO_SUMS,
  type OutcomeCount,
  type RateSums,
  summaryFigure,
  vaeShare,
} from '../../src/domain/insertion-summary.ts';
import { type PoolableCohort, poolCohorts } from '../../src/domain/pooling.ts';
import {
  RATE_OUTCOMES,
  RATE_STATUSES,
  type RateOutcome,
  type RateStatus,
  statusOfOutcome,
} from '../../src/domain/rate-status.ts';
import { roundPercentage } from '../../src/domain/rounding.ts';
import { COHORTS } from './quality-records.ts';

const day = parsePlainDate;

/** Sums of one certification: its mean and its quartiles are its own pooled rate. */
function ofOne(cohortsWithRate: number, base: number, weighted: number): RateSums {
  const mean = weighted / base;
  const quartiles = { lower: mean, median: mean, upper: mean };
  return { cohortsWithRate, base, weighted, certifications: 1, mean, quartiles };
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
    const figure = summaryFigure(GROUP, indicator);
    expect(figure).toEqual({
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
    const figure = summaryFigure(sums, 'GLOBAL_6_MONTHS');
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
    const figure = summaryFigure(nobody, 'GLOBAL_6_MONTHS');
    expect(figure).toMatchObject({ value: null, base: 0, unweightedMean: null, quartiles: null });
    expect(figure.coverage).toMatchObject({ cohorts: 3, cohortsWithRate: 1, ratio: null });
  });

  test('a rate of 0 is a value', () => {
    const zero = { ...GROUP, rates: byIndicator(() => ofOne(3, 61, 0)) };
    expect(summaryFigure(zero, 'GLOBAL_6_MONTHS')).toMatchObject({ value: 0, base: 61 });
  });

  test('no cohort at all gives a figure that says so', () => {
    expect(NO_SUMS).toMatchObject({ certifications: 0, cohorts: 0, certified: 0, keys: [] });
    for (const indicator of INSERTION_INDICATORS) {
      expect(summaryFigure(NO_SUMS, indicator)).toEqual({
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
        const figure = summaryFigure(sumsOf(list), indicator);
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
      const sums = { cohortsWithRate: rated.length, base, weighted };
      return { ...sums, certifications: 1, mean: null, quartiles: null };
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

/** The cohorts of RNCP35746, each with its outcomes. */
const COUNTS: OutcomeCount[] = cohortFacts(
  { register: 'RNCP', registrationEndsOn: day('2023-07-08') },
  COHORTS.map((each) => ({ ...each, targetRateAt6MonthsInSource: true })),
).map(({ year, outcomes }) => ({ keys: [], year, outcomes, cohorts: 1 }));

function count(year: number, outcome: RateOutcome, cohorts: number): OutcomeCount {
  return { keys: [], year, outcomes: byIndicator(() => outcome), cohorts };
}

/** "2 PUBLISHED", one for each status. */
function statuses(counts: readonly OutcomeCount[], indicator: InsertionIndicator, asOf: PlainDate) {
  return countStatuses(counts, indicator, asOf).map(
    ({ status, cohorts }) => `${cohorts} ${status}`,
  );
}

describe('the statuses of a group', () => {
  test.each<[string, RateStatus]>([
    ['2022-12-30', 'NOT_YET_OBSERVABLE'],
    ['2022-12-31', 'IN_COLLECTION'],
    ['2023-06-30', 'IN_COLLECTION'],
    ['2023-07-01', 'OVERDUE_OPTIONAL'],
    ['2023-07-09', 'OVERDUE_OPTIONAL'],
  ])('of RNCP35746 at two years, on %s: two published and one %s', (asOf, status) => {
    expect(statuses(COUNTS, 'TARGET_OCCUPATION_2_YEARS', day(asOf))).toEqual([
      '2 PUBLISHED',
      `1 ${status}`,
    ]);
    expect(statuses(COUNTS, 'GLOBAL_6_MONTHS', day(asOf))).toEqual(['3 PUBLISHED']);
  });

  test('come in one order, that of RATE_STATUSES, whatever the order of the cohorts', () => {
    // On 2023-01-15, of six months: 2022 is not yet observed, 2021 is overdue or closed.
    const counts = [
      count(2021, 'CLOSED', 5),
      count(2022, 'EXPECTED', 7),
      count(2021, 'EXPECTED', 2),
      count(2020, 'NO_HOLDER', 1),
      count(2020, 'PUBLISHED_EARLY', 4),
      count(2019, 'PUBLISHED', 9),
      count(2018, 'NOT_APPLICABLE', 3),
      count(2018, 'NOT_IN_SOURCE', 6),
    ];
    const expected = [
      '9 PUBLISHED',
      '4 PUBLISHED_EARLY',
      '6 NOT_IN_SOURCE',
      '1 NO_HOLDER',
      '3 NOT_APPLICABLE',
      '7 NOT_YET_OBSERVABLE',
      '5 CLOSED_BEFORE_DUE',
      '2 OVERDUE',
    ];
    expect(statuses(counts, 'GLOBAL_6_MONTHS', day('2023-01-15'))).toEqual(expected);
    expect(statuses(counts.toReversed(), 'GLOBAL_6_MONTHS', day('2023-01-15'))).toEqual(expected);
  });

  test('of different years and outcomes that are one status on the day are added up', () => {
    const counts = [
      count(2022, 'EXPECTED', 7),
      count(2021, 'CLOSED', 5),
      count(2021, 'EXPECTED', 2),
    ];
    // The rates at two years of 2021 are observed until 2023-12-31.
    expect(statuses(counts, 'TARGET_OCCUPATION_2_YEARS', day('2023-12-30'))).toEqual([
      '14 NOT_YET_OBSERVABLE',
    ]);
    expect(statuses(counts, 'TARGET_OCCUPATION_2_YEARS', day('2023-12-31'))).toEqual([
      '7 NOT_YET_OBSERVABLE',
      '7 IN_COLLECTION',
    ]);
    // Two years of 2021 are due on 2024-06-30; those of 2022 are observed until 2024-12-31.
    expect(statuses(counts, 'TARGET_OCCUPATION_2_YEARS', day('2024-07-01'))).toEqual([
      '7 NOT_YET_OBSERVABLE',
      '5 CLOSED_BEFORE_DUE',
      '2 OVERDUE_OPTIONAL',
    ]);
  });

  test('are read of the indicator that is asked for', () => {
    const outcomes = {
      GLOBAL_6_MONTHS: 'PUBLISHED',
      TARGET_OCCUPATION_6_MONTHS: 'NOT_IN_SOURCE',
      TARGET_OCCUPATION_2_YEARS: 'EXPECTED',
    } as const;
    const counts = [{ keys: [], year: 2018, outcomes, cohorts: 3 }];
    const all = INSERTION_INDICATORS.map((each) => statuses(counts, each, day('2023-01-15')));
    // Two years of 2018 were due on 2021-06-30.
    expect(all).toEqual([['3 PUBLISHED'], ['3 NOT_IN_SOURCE'], ['3 OVERDUE_OPTIONAL']]);
  });

  test('of no cohort are none', () => {
    expect(countStatuses([], 'GLOBAL_6_MONTHS', day('2023-01-15'))).toEqual([]);
  });

  test('every cohort has one, the status of its own outcome', () => {
    const counts = fc.array(
      fc
        .tuple(
          fc.integer({ min: 2010, max: 2030 }),
          fc.constantFrom(...RATE_OUTCOMES),
          fc.integer({ min: 1, max: 50 }),
        )
        .map((line) => count(...line)),
    );
    const days = fc.constantFrom(...['2015-06-30', '2022-12-31', '2023-07-01'].map(day));
    const indicators = fc.constantFrom(...INSERTION_INDICATORS);
    fc.assert(
      fc.property(counts, indicators, days, (list, indicator, asOf) => {
        const found = countStatuses(list, indicator, asOf);
        const expected = RATE_STATUSES.flatMap((status) => {
          const having = list.filter(
            ({ year, outcomes }) =>
              statusOfOutcome(outcomes[indicator], { year, indicator, asOf }) === status,
          );
          const cohorts = having.reduce((total, each) => total + each.cohorts, 0);
          return cohorts === 0 ? [] : { status, cohorts };
        });
        expect(found).toEqual(expected);
      }),
    );
  });
});

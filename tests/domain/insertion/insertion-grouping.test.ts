import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import type { Dimension } from '../../../src/domain/insertion/dimension.ts';
import {
  GROUP_ORDER_FIELDS,
  type GroupOrderField,
  type InsertionHaving,
  isKept,
  orderGroups,
  yearBefore,
} from '../../../src/domain/insertion/insertion-grouping.ts';
import {
  type GroupSums,
  NO_SUMS,
  type RateSums,
} from '../../../src/domain/insertion/insertion-summary.ts';
import { byIndicator } from '../../../src/domain/rate/indicator.ts';
import { finish } from '../../../src/domain/work.ts';

const NO_RATE = NO_SUMS.rates.GLOBAL_6_MONTHS;

function group(
  keys: readonly (string | null)[],
  sums: Partial<Omit<GroupSums, 'keys' | 'rates'>> = {},
  global: Partial<RateSums> = {},
  twoYears: Partial<RateSums> = {},
): GroupSums {
  const rates = {
    ...byIndicator(() => NO_RATE),
    GLOBAL_6_MONTHS: { ...NO_RATE, ...global },
    TARGET_OCCUPATION_2_YEARS: { ...NO_RATE, ...twoYears },
  };
  return { ...NO_SUMS, ...sums, keys, rates };
}

describe('which groups are kept', () => {
  // Covers 40 of 80 at six months, half of them, and 20 of 80 at two years, a quarter.
  const some = group(
    ['6'],
    { certified: 80, certifications: 3, cohorts: 7 },
    { base: 40, certified: 40, weighted: 3_200, cohortsWithRate: 4 },
    { base: 20, certified: 20, weighted: 1_000, cohortsWithRate: 2 },
  );

  test.each<[string, InsertionHaving]>([
    ['without conditions', {}],
    [
      'with conditions that are null',
      { certified: null, certifications: null, cohorts: null, coverage: null },
    ],
    ['with open ends', { certified: {}, certifications: { from: null, to: null } }],
    ['from its certified on', { certified: { from: 80 } }],
    ['up to its certified', { certified: { to: 80 } }],
    ['at its certified', { certified: { from: 80, to: 80 } }],
    ['from its certifications on', { certifications: { from: 3 } }],
    ['up to its certifications', { certifications: { to: 3 } }],
    ['from its cohorts on', { cohorts: { from: 7 } }],
    ['up to its cohorts', { cohorts: { to: 7 } }],
    ['from its coverage on', { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 50 } }],
    ['up to its coverage', { coverage: { indicator: 'GLOBAL_6_MONTHS', to: 50 } }],
    [
      'at its coverage at two years',
      { coverage: { indicator: 'TARGET_OCCUPATION_2_YEARS', from: 25, to: 25 } },
    ],
    [
      'at its coverage of no one',
      { coverage: { indicator: 'TARGET_OCCUPATION_6_MONTHS', from: 0, to: 0 } },
    ],
    [
      'when all hold',
      {
        certified: { from: 1 },
        certifications: { to: 9 },
        cohorts: { from: 7 },
        coverage: { indicator: 'GLOBAL_6_MONTHS', from: 50 },
      },
    ],
  ])('one is kept %s', (_name, having) => {
    expect(isKept(some, having)).toBe(true);
  });

  test.each<[string, InsertionHaving]>([
    ['above its certified', { certified: { from: 81 } }],
    ['below its certified', { certified: { to: 79 } }],
    ['above its certifications', { certifications: { from: 4 } }],
    ['below its certifications', { certifications: { to: 2 } }],
    ['above its cohorts', { cohorts: { from: 8 } }],
    ['below its cohorts', { cohorts: { to: 6 } }],
    ['above its coverage', { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 50.01 } }],
    ['below its coverage', { coverage: { indicator: 'GLOBAL_6_MONTHS', to: 49.99 } }],
    [
      'above its coverage at two years',
      { coverage: { indicator: 'TARGET_OCCUPATION_2_YEARS', from: 50 } },
    ],
    [
      'when one does not hold',
      { certified: { from: 1 }, certifications: { to: 2 }, cohorts: { from: 1 } },
    ],
  ])('one is not kept %s', (_name, having) => {
    expect(isKept(some, having)).toBe(false);
  });

  test.each([{ from: 0 }, { to: 100 }, { from: 0, to: 100 }])(
    'one whose coverage is not known is never kept by a coverage of %j',
    (range) => {
      const nobody = group(['6'], { cohorts: 2, certifications: 1 });
      expect(isKept(nobody, { coverage: { indicator: 'GLOBAL_6_MONTHS', ...range } })).toBe(false);
      expect(isKept(nobody, { certified: { to: 0 } })).toBe(true);
    },
  );
});

/**
 * Four groups by level, each measure in an order of its own. The last has nothing that can be
 * lacking: no certified, so no share of VAE, value, mean, quartiles or coverage.
 */
const A = group(
  ['10'],
  {
    certifications: 3,
    cohorts: 9,
    certified: 200,
    certifiedThroughVae: 10,
    certifiedWithVaeKnown: 100,
    vaeWithCertifiedKnown: 10,
  },
  {
    base: 150,
    certified: 150,
    weighted: 9_000,
    cohortsWithRate: 1,
    mean: 88,
    quartiles: { lower: 45, median: 50, upper: 92 },
  },
);
const B = group(
  ['9'],
  {
    certifications: 1,
    cohorts: 7,
    certified: 400,
    certifiedThroughVae: 30,
    certifiedWithVaeKnown: 100,
    vaeWithCertifiedKnown: 30,
  },
  {
    base: 80,
    certified: 80,
    weighted: 7_200,
    cohortsWithRate: 2,
    mean: 66,
    quartiles: { lower: 30, median: 70, upper: 91 },
  },
);
const C = group(
  ['2'],
  {
    certifications: 2,
    cohorts: 8,
    certified: 100,
    certifiedThroughVae: 20,
    certifiedWithVaeKnown: 40,
    vaeWithCertifiedKnown: 20,
  },
  {
    base: 60,
    certified: 60,
    weighted: 4_500,
    cohortsWithRate: 5,
    mean: 77,
    quartiles: { lower: 40, median: 60, upper: 93 },
  },
);
const D = group([null], { certifications: 4, cohorts: 2 });
const NAMES = new Map([
  [A, 'A'],
  [B, 'B'],
  [C, 'C'],
  [D, 'D'],
]);

describe('the order of groups', () => {
  const names = (...orders: Parameters<typeof orderGroups>[2]) =>
    finish(orderGroups([D, A, C, B], ['LEVEL'], orders))
      .map((each) => NAMES.get(each))
      .join('');

  test.each<[GroupOrderField, string, string]>([
    ['KEY', 'CBAD', 'ABCD'], // levels 2, 9, 10, not known
    ['CERTIFICATIONS', 'BCAD', 'DACB'], // 1, 2, 3, 4
    ['COHORTS', 'DBCA', 'ACBD'], // 2, 7, 8, 9
    ['CERTIFIED', 'DCAB', 'BACD'], // 0, 100, 200, 400
    ['CERTIFIED_THROUGH_VAE', 'DACB', 'BCAD'], // 0, 10, 20, 30
    ['VAE_SHARE', 'ABCD', 'CBAD'], // 10 %, 30 %, 20 of 40, none
    ['VALUE', 'ACBD', 'BCAD'], // 9000 / 150, 4500 / 60, 7200 / 80, none
    ['UNWEIGHTED_MEAN', 'BCAD', 'ACBD'], // 66, 77, 88, none
    ['MEDIAN', 'ACBD', 'BCAD'], // 50, 60, 70, none
    ['LOWER_QUARTILE', 'BCAD', 'ACBD'], // 30, 40, 45, none
    ['UPPER_QUARTILE', 'BACD', 'CABD'], // 91, 92, 93, none
    ['BASE', 'DCBA', 'ABCD'], // 0, 60, 80, 150
    ['COVERAGE', 'BCAD', 'ACBD'], // 80 / 400, 60 / 100, 150 / 200, none
    ['COHORTS_WITHOUT_RATE', 'DCBA', 'ABCD'], // 2 − 0, 8 − 5, 7 − 2, 9 − 1
  ])('by %s is %s upwards and %s downwards', (by, upwards, downwards) => {
    const indicator = 'GLOBAL_6_MONTHS';
    expect(names({ by, indicator, direction: 'ASC' })).toBe(upwards);
    expect(names({ by, indicator, direction: 'DESC' })).toBe(downwards);
  });

  test('without one is by key', () => {
    expect(names()).toBe('CBAD');
  });

  test('ties by key, upwards, and takes the next order first', () => {
    // Nobody has a rate at two years, so all have a base of 0.
    const tie = { by: 'BASE', indicator: 'TARGET_OCCUPATION_2_YEARS', direction: 'DESC' } as const;
    expect(names(tie)).toBe('CBAD');
    expect(names(tie, { by: 'CERTIFIED', direction: 'DESC' })).toBe('BACD');
  });

  test('is by the rate of the indicator that is named', () => {
    const low = group(['5'], {}, { base: 10, weighted: 900 }, { base: 10, weighted: 100 });
    const high = group(['6'], {}, { base: 10, weighted: 100 }, { base: 10, weighted: 900 });
    const first = (indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS') =>
      finish(
        orderGroups([low, high], ['LEVEL'], [{ by: 'VALUE', indicator, direction: 'DESC' }]),
      )[0];
    expect(first('GLOBAL_6_MONTHS')).toBe(low);
    expect(first('TARGET_OCCUPATION_2_YEARS')).toBe(high);
  });

  const OF_ALL: readonly GroupOrderField[] = [
    'KEY',
    'CERTIFICATIONS',
    'COHORTS',
    'CERTIFIED',
    'CERTIFIED_THROUGH_VAE',
    'VAE_SHARE',
  ];

  test.each(GROUP_ORDER_FIELDS.filter((by) => !OF_ALL.includes(by)))(
    'by %s is refused without an indicator, which the message asks for',
    (by) => {
      for (const indicator of [undefined, null]) {
        const order = () => names({ by, indicator, direction: 'ASC' });
        expect(order).toThrow(BadUserInputError);
        expect(order).toThrow(
          `orderBy: ${by} is the measure of a rate: name the indicator, for example { by: ${by}, indicator: GLOBAL_6_MONTHS }`,
        );
      }
    },
  );

  test.each(OF_ALL)('by %s needs no indicator', (by) => {
    expect(names({ by, direction: 'ASC' })).toBe(
      names({ by, direction: 'ASC', indicator: 'GLOBAL_6_MONTHS' }),
    );
  });

  test('of certifications is by number', () => {
    const codes = ['RNCP35746', 'RS6232', 'RNCP900'];
    const groups = codes.map((code) => group([code]));
    const keys = finish(orderGroups(groups, ['CERTIFICATION'], [])).map((each) => each.keys[0]);
    expect(keys).toEqual(['RNCP900', 'RNCP35746', 'RS6232']);
  });
});

describe('the group of the year before', () => {
  const DIMENSIONS: Dimension[] = ['LEVEL', 'YEAR', 'REGISTER'];
  const groups = [
    group(['6', '2020', 'RNCP']),
    group(['6', '2019', 'RNCP']),
    group(['6', '2017', 'RNCP']),
    group(['5', '2019', 'RNCP']),
    group([null, '2019', 'RS']),
    group([null, '2020', 'RS']),
    group(['6', null, 'RNCP']),
    group(['6', '2000', 'RS']),
    group(['6', '1999', 'RS']),
  ];
  const previous = finish(yearBefore(groups, DIMENSIONS));
  const found = (...keys: (string | null)[]) => previous(group(keys))?.keys ?? null;

  test.each<[string, (string | null)[], (string | null)[] | null]>([
    ['is alike in all else', ['6', '2020', 'RNCP'], ['6', '2019', 'RNCP']],
    ['what is not known being alike', [null, '2020', 'RS'], [null, '2019', 'RS']],
    ['at the turn of a century', ['6', '2000', 'RS'], ['6', '1999', 'RS']],
    ['of a year that is not there itself', ['6', '2018', 'RNCP'], ['6', '2017', 'RNCP']],
    ['is none over a gap', ['6', '2019', 'RNCP'], null],
    ['is of its own level', ['5', '2020', 'RNCP'], ['5', '2019', 'RNCP']],
    ['is none before the first', ['5', '2019', 'RNCP'], null],
    ['is none of another register', ['5', '2020', 'RS'], null],
    ['is none without a year', ['6', null, 'RNCP'], null],
  ])('%s', (_name, keys, expected) => {
    expect(found(...keys)).toEqual(expected);
  });

  test('is one of the groups themselves', () => {
    expect(previous(group(['6', '2020', 'RNCP']))).toBe(groups[1]);
  });

  test('is none when groups have no year', () => {
    expect(
      finish(yearBefore([group(['2019']), group(['2020'])], ['LEVEL']))(group(['2020'])),
    ).toBeNull();
    expect(finish(yearBefore([NO_SUMS], []))(NO_SUMS)).toBeNull();
  });

  test('is told by keys that hold any text', () => {
    const odd = [group(['a","2019', '2020']), group(['a', '2019'])];
    expect(finish(yearBefore(odd, ['ABBREVIATION', 'YEAR']))(group(['a', '2020']))).toBe(odd[1]);
    expect(finish(yearBefore(odd, ['ABBREVIATION', 'YEAR']))(group(['a","2019', '2021']))).toBe(
      odd[0],
    );
  });
});

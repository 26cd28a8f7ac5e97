import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { cohortFindings, type QualityCohort } from '../../../src/domain/findings/cohort-quality.ts';
import { FINDING_RULES, type Finding } from '../../../src/domain/findings/finding.ts';
import { CLEAN, CLEAN_RS, COHORTS, cohort, DAY } from './quality-records.ts';

const GLOBAL = 'TAUX_INSERTION_GLOBAL_6MOIS';
const TARGET = 'TAUX_INSERTION_METIER_6MOIS';
const TWO_YEARS = 'TAUX_INSERTION_METIER_2ANS';

/** The findings on a cohort that stands among those of RNCP35746. */
const findings = (...planted: readonly QualityCohort[]) =>
  cohortFindings(CLEAN.code, [...COHORTS, ...planted], DAY);

test('the cohorts of RNCP35746 have no finding', () => {
  expect(findings()).toEqual([]);
  expect(cohortFindings(CLEAN.code, [], DAY)).toEqual([]);
});

describe('one finding and no other on', () => {
  test.each<[string, QualityCohort, Partial<Finding>]>([
    [
      'a target rate above the global one without certified',
      cohort(2017, null, [50, 52, null]),
      { rule: 'TARGET_ABOVE_GLOBAL', element: TARGET, given: '52' },
    ],
    [
      'a global rate that no three persons give',
      cohort(2017, 3, [51, null, null]),
      { rule: 'IMPOSSIBLE_RATES', element: GLOBAL, given: '51' },
    ],
    [
      'a target rate that no three persons give',
      cohort(2017, 3, [null, 51, null]),
      { rule: 'IMPOSSIBLE_RATES', element: TARGET, given: '51' },
    ],
    [
      'rates in halves and thirds, of three persons',
      cohort(2017, 3, [67, 50, null]),
      { rule: 'IMPOSSIBLE_RATES', element: GLOBAL, given: '67 / 50' },
    ],
    [
      'a rate at two years that no three persons give',
      cohort(2017, 3, [67, 33, 51]),
      { rule: 'IMPOSSIBLE_RATES', element: TWO_YEARS, given: '51' },
    ],
    [
      'more certified through VAE than certified',
      cohort(2017, 20, [50, null, null], { vae: 21 }),
      { rule: 'VAE_ABOVE_CERTIFIED', element: 'NOMBRE_CERTIFIES_VAE', given: '21' },
    ],
    [
      'a cohort of 1969',
      cohort(1969, 20, [50, null, null]),
      { rule: 'IMPLAUSIBLE_COHORT_YEAR', element: 'ANNEE', given: '1969' },
    ],
    [
      'a cohort of the year after that of the data, rates and all',
      cohort(2024, 20, [50, 50, 50]),
      { rule: 'IMPLAUSIBLE_COHORT_YEAR', element: 'ANNEE', given: '2024' },
    ],
    [
      'a global rate seen the day before its observation closed',
      cohort(2017, 20, [50, null, null], { seenOn: '2018-06-29' }),
      { rule: 'PUBLISHED_BEFORE_OBSERVABLE', element: GLOBAL, given: '50' },
    ],
    [
      'a rate at two years seen the day before its observation closed, the global one in time',
      cohort(2017, 20, [50, null, 50], { seenOn: '2019-12-30' }),
      { rule: 'PUBLISHED_BEFORE_OBSERVABLE', element: TWO_YEARS, given: '50' },
    ],
    [
      'a rate of nobody',
      cohort(2017, 0, [null, 0, null]),
      { rule: 'RATE_WITHOUT_HOLDER', element: TARGET, given: '0' },
    ],
    [
      'a rate of 100 on 100 certified',
      cohort(2017, 100, [100, 50, null]),
      { rule: 'PERFECT_RATE_ON_LARGE_COHORT', element: GLOBAL, given: '100' },
    ],
  ])('%s', (_what, planted, expected) => {
    expect(findings(planted)).toMatchObject([
      { certificationCode: 'RNCP35746', cohortYear: planted.year, ...expected },
    ]);
  });
});

describe('a target rate above the global one is wrong, and no numbers give it:', () => {
  test.each([
    ['more than a point above', cohort(2017, 200, [50, 52, null]), ['52', '50 / 52']],
    ['a tenth of a point more', cohort(2017, 40, [85.2, 86.3, null]), ['86.3', '85.2 / 86.3']],
  ] as const)('%s', (_what, planted, [target, both]) => {
    expect(findings(planted)).toMatchObject([
      { rule: 'TARGET_ABOVE_GLOBAL', element: TARGET, given: target },
      { rule: 'IMPOSSIBLE_RATES', element: GLOBAL, given: both },
    ]);
    expect(FINDING_RULES).toMatchObject({
      TARGET_ABOVE_GLOBAL: 'WARNING',
      IMPOSSIBLE_RATES: 'INFORMATION',
    });
  });
});

describe('no finding on', () => {
  test.each<[string, QualityCohort]>([
    [
      'a target rate one point above, where one half was rounded twice',
      cohort(2017, 200, [50, 51, null]),
    ],
    [
      'a target rate just one point above, and more in binary fractions',
      cohort(2017, null, [0.36, 1.36, null]),
    ],
    ['a target rate at two years above the global one', cohort(2017, 20, [50, 50, 90])],
    ['a target rate without a global one', cohort(2017, 20, [null, 50, null])],
    ['rates in thirds, of three persons', cohort(2017, 3, [67, 33, null])],
    ['rates in halves and thirds, of six persons', cohort(2017, 6, [67, 50, null])],
    [
      'rates at different horizons that only different respondents give',
      cohort(2017, 3, [67, null, 50]),
    ],
    ['a cohort of nobody without rates', cohort(2017, 0, [null, null, null])],
    ['rates without certified', cohort(2017, null, [51, 50, 49])],
    ['all certified through VAE', cohort(2017, 20, [50, null, null], { vae: 20 })],
    ['certified through VAE without certified', cohort(2017, null, [50, null, null], { vae: 20 })],
    ['certified without those through VAE', cohort(2017, 20, [50, null, null], { vae: null })],
    ['a cohort of 1970', cohort(1970, 20, [50, null, null])],
    ['a cohort of the year of the data', cohort(2023, 20, [null, null, null])],
    [
      'a global rate seen the day its observation closed',
      cohort(2017, 20, [50, 50, null], { seenOn: '2018-06-30' }),
    ],
    [
      'a rate at two years seen the day its observation closed',
      cohort(2017, 20, [null, null, 50], { seenOn: '2019-12-31' }),
    ],
    ['a rate first seen on no known day', cohort(2021, 20, [50, 50, 50], { seenOn: null })],
    ['a rate of 100 on 99 certified', cohort(2017, 99, [100, 100, 100])],
    ['a rate of 99 on 1000 certified', cohort(2017, 1000, [99, 99, 99])],
    ['a rate of 100 without certified', cohort(2017, null, [100, 100, 100])],
  ])('%s', (_what, planted) => {
    expect(findings(planted)).toEqual([]);
  });
});

describe('the same rates in consecutive years', () => {
  const same = (years: readonly number[], rates: readonly (number | null)[] = [85, null, 66]) =>
    years.map((year) => cohort(year, 200, rates));
  const repeated = (cohorts: readonly QualityCohort[]) =>
    cohortFindings(CLEAN.code, cohorts, DAY).map(({ rule, cohortYear }) => [rule, cohortYear]);

  test('are found once on three cohorts, which the finding names', () => {
    expect(cohortFindings(CLEAN.code, same([2017, 2019, 2018]), DAY)).toEqual([
      {
        rule: 'REPEATED_RATES',
        certificationCode: 'RNCP35746',
        cohortYear: 2019,
        element: 'STATISTIQUES_PROMOTIONS',
        given: `${GLOBAL} 85, ${TWO_YEARS} 66`,
        message: `the cohorts of 2019, 2018, 2017 have the same rates (${GLOBAL} 85, ${TWO_YEARS} 66): each cohort has a survey of its own, so these may be copies of one`,
      },
    ]);
  });

  test.each<[string, QualityCohort[], (string | number)[][]]>([
    ['four cohorts', same([2016, 2017, 2018, 2019]), [['REPEATED_RATES', 2019]]],
    [
      'twice three, of other rates',
      [...same([2014, 2015, 2016]), ...same([2017, 2018, 2019], [85, null, 67])],
      [
        ['REPEATED_RATES', 2019],
        ['REPEATED_RATES', 2016],
      ],
    ],
    ['two cohorts', same([2018, 2019]), []],
    ['three, a year left out', same([2016, 2017, 2019]), []],
    [
      'three, of which one has a rate less',
      [...same([2018, 2019]), cohort(2017, 200, [85, null, null])],
      [],
    ],
    [
      'three, of which one has a rate more',
      [...same([2018, 2019]), cohort(2017, 200, [85, 50, 66])],
      [],
    ],
    ['three without any rate', same([2017, 2018, 2019], [null, null, null]), []],
  ])('%s', (_what, cohorts, expected) => {
    expect(repeated(cohorts)).toEqual(expected);
  });
});

describe('on the RS', () => {
  const onRs = (...cohorts: readonly QualityCohort[]) =>
    cohortFindings(CLEAN_RS.code, [...CLEAN_RS.cohorts, ...cohorts], DAY);

  test('every rate is out of place', () => {
    expect(onRs(cohort(2019, 40, [85, null, 66]))).toMatchObject([
      { rule: 'RATE_ON_RS', cohortYear: 2019, element: GLOBAL, given: '85' },
      { rule: 'RATE_ON_RS', cohortYear: 2019, element: TWO_YEARS, given: '66' },
    ]);
  });

  test('a rate is not judged further, and a count is judged as elsewhere', () => {
    const planted = cohort(2019, 3, [51, null, null], { vae: 4 });
    expect(onRs(planted).map(({ rule }) => rule)).toEqual(['VAE_ABOVE_CERTIFIED', 'RATE_ON_RS']);
  });

  test('the same rates in three years are three times out of place, and no more', () => {
    const cohorts = [2017, 2018, 2019].map((year) => cohort(year, 40, [85, null, null]));
    expect(onRs(...cohorts).map(({ rule, cohortYear }) => `${rule} ${cohortYear}`)).toEqual([
      'RATE_ON_RS 2019',
      'RATE_ON_RS 2018',
      'RATE_ON_RS 2017',
    ]);
  });

  test('cohorts without rates have no finding', () => {
    expect(onRs()).toEqual([]);
  });
});

describe('what a finding on a cohort says', () => {
  test.each<[QualityCohort, string]>([
    [
      cohort(2017, null, [50, 52, null]),
      'at 6 months a rate of 52 in the target occupation is above the global rate of 50: whoever is in the target occupation is in employment, so at most 50 is possible (one more by rounding)',
    ],
    [
      cohort(2017, 3, [67, 50, null]),
      'no numbers out of the same respondents, at most 3, make rates of 67 and 50, even rounded: the number of certified or a rate may be wrong',
    ],
    [
      cohort(2017, 3, [51, null, null]),
      'no number out of at most 3 respondents makes a rate of 51, even rounded: the number of certified or a rate may be wrong',
    ],
    [
      cohort(2017, 20, [50, null, null], { vae: 21 }),
      '21 certified through VAE are more than the 20 certified, among whom they are counted: at most 20 are possible',
    ],
    [
      cohort(2024, null, [null, null, null]),
      'a cohort of 2024 is after the year that the data are of: the year in which its holders obtained the certification is expected, 1970 or later and not in the future',
    ],
    [
      cohort(2017, 20, [50, null, null], { seenOn: '2018-06-29' }),
      'a rate of 50 was first published on 2018-06-29, before it could be observed: for the cohort of 2017 that is from 2018-06-30 on',
    ],
  ])('%#', (planted, message) => {
    expect(findings(planted).map((finding) => finding.message)).toEqual([message]);
  });

  test('is the same on the day after', () => {
    const planted = [
      cohort(2024, 3, [51, 67, 100], { vae: 4 }),
      cohort(2021, 100, [100, null, 100], { seenOn: '2022-01-01' }),
    ];
    const on = (date: string) =>
      cohortFindings(CLEAN.code, [...COHORTS, ...planted], parsePlainDate(date));
    expect(on('2023-01-15').length).toBeGreaterThan(5);
    expect(on('2023-01-16')).toEqual(on('2023-01-15'));
  });
});

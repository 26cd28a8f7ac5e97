import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../../src/domain/rate/indicator.ts';
import {
  daysLate,
  lastOverdueYear,
  observationCloses,
  rateDueOn,
  statusOfOutcome,
  yearsDue,
} from '../../../src/domain/rate/rate-status.ts';
import { day } from '../../support/factories.ts';

describe('the dates of a rate', () => {
  test.each([
    [2020, 'GLOBAL_6_MONTHS', '2021-06-30', '2021-12-31'],
    [2020, 'TARGET_OCCUPATION_6_MONTHS', '2021-06-30', '2021-12-31'],
    [2020, 'TARGET_OCCUPATION_2_YEARS', '2022-12-31', '2023-06-30'],
    [2018, 'GLOBAL_6_MONTHS', '2019-06-30', '2019-12-31'],
    [2018, 'TARGET_OCCUPATION_2_YEARS', '2020-12-31', '2021-06-30'],
  ] as const)('%i, %s: observed until %s, due on %s', (year, indicator, closes, due) => {
    expect(observationCloses(year, indicator)).toBe(closes);
    expect(rateDueOn(year, indicator)).toBe(due);
  });

  test('the grace can be changed, and is added to the horizon in one step', () => {
    expect(rateDueOn(2020, 'GLOBAL_6_MONTHS', 0)).toBe('2021-06-30');
    expect(rateDueOn(2020, 'GLOBAL_6_MONTHS', 1)).toBe('2021-07-31');
    expect(rateDueOn(2020, 'GLOBAL_6_MONTHS', 12)).toBe('2022-06-30');
  });

  test('a grace of any length is of its own year, whatever was asked before', () => {
    expect(rateDueOn(2021, 'GLOBAL_6_MONTHS')).toBe('2022-12-31');
    // 1012 months are 84 years and 4 months; 506 are 42 years and 2 months.
    expect(rateDueOn(2020, 'GLOBAL_6_MONTHS', 1_006)).toBe('2105-04-30');
    expect(rateDueOn(2020, 'GLOBAL_6_MONTHS', 500)).toBe('2063-02-28');
    expect(() => rateDueOn(2020.5, 'GLOBAL_6_MONTHS', 0)).toThrow('2020.5 is not a cohort year');
  });

  test.each([-1, 0.5, Number.NaN])('a grace of %d months is refused by name', (grace) => {
    expect(() => rateDueOn(2020, 'GLOBAL_6_MONTHS', grace)).toThrow(BadUserInputError);
    expect(() => rateDueOn(2020, 'GLOBAL_6_MONTHS', grace)).toThrow(`graceMonths ${grace}`);
  });

  test.each([0, 10_000, 2020.5])('%d is refused as the year of a cohort', (year) => {
    expect(() => observationCloses(year, 'GLOBAL_6_MONTHS')).toThrow(BadUserInputError);
    expect(() => observationCloses(year, 'GLOBAL_6_MONTHS')).toThrow(
      `${year} is not a cohort year`,
    );
  });
});

describe('the newest cohort year', () => {
  test.each<[InsertionIndicator, string, number]>([
    ['GLOBAL_6_MONTHS', '2021-12-31', 2019],
    ['GLOBAL_6_MONTHS', '2022-01-01', 2020],
    ['TARGET_OCCUPATION_6_MONTHS', '2022-01-01', 2020],
    ['TARGET_OCCUPATION_2_YEARS', '2023-06-30', 2019],
    ['TARGET_OCCUPATION_2_YEARS', '2023-07-01', 2020],
  ])('whose %s is overdue on %s is %i', (indicator, asOf, year) => {
    expect(lastOverdueYear(indicator, day(asOf))).toBe(year);
  });

  test.each([
    [0, '2021-06-30', 2019],
    [0, '2021-07-01', 2020],
    [24, '2023-06-30', 2019],
    [24, '2023-07-01', 2020],
  ])('whose rate at 6 months is overdue after a grace of %i, on %s, is %i', (...line) => {
    const [grace, asOf, year] = line;
    expect(lastOverdueYear('GLOBAL_6_MONTHS', day(asOf), grace)).toBe(year);
  });

  test.each([-1, 0.5, Number.NaN])('is not told for a grace of %d months', (grace) => {
    const lastYear = () => lastOverdueYear('GLOBAL_6_MONTHS', day('2022-01-01'), grace);
    expect(lastYear).toThrow(BadUserInputError);
    expect(lastYear).toThrow(`graceMonths ${grace}`);
  });
});

describe('the cohort years that fall due', () => {
  test.each<[InsertionIndicator, string | null, string | null, number, number]>([
    ['GLOBAL_6_MONTHS', '2021-12-31', '2021-12-31', 2020, 2020],
    ['GLOBAL_6_MONTHS', '2021-01-01', '2022-12-31', 2020, 2021],
    ['TARGET_OCCUPATION_2_YEARS', '2023-06-30', '2023-06-30', 2020, 2020],
    ['TARGET_OCCUPATION_2_YEARS', '2023-07-01', '2024-06-29', 2021, 2020], // none
    ['GLOBAL_6_MONTHS', '2022-01-01', '2022-12-30', 2021, 2020], // none
    ['GLOBAL_6_MONTHS', null, '2021-12-30', 1, 2019],
    ['GLOBAL_6_MONTHS', '2022-01-01', null, 2021, 9999],
    ['GLOBAL_6_MONTHS', null, null, 1, 9999],
  ])('of %s from %s to %s: %i to %i', (indicator, from, to, first, last) => {
    const days = { from: from === null ? null : day(from), to: to === null ? null : day(to) };
    expect(yearsDue(indicator, days)).toEqual({ from: first, to: last });
  });

  // The last day of all: 31 December 9998 and 12 months; 30 June 9999 is the last of 30 months.
  test.each<[InsertionIndicator, number, number]>([
    ['GLOBAL_6_MONTHS', 9998, 9997],
    ['TARGET_OCCUPATION_2_YEARS', 9996, 9996],
  ])('of %s at the end of the calendar: %i due, %i overdue', (indicator, due, overdue) => {
    const end = day('9999-12-31');
    expect(yearsDue(indicator, { to: end })).toEqual({ from: 1, to: due });
    expect(lastOverdueYear(indicator, end)).toBe(overdue);
  });

  test('at its beginning, all fall due from then on, and none before', () => {
    const beginning = day('0001-01-01');
    expect(yearsDue('GLOBAL_6_MONTHS', { from: beginning })).toEqual({ from: 1, to: 9999 });
    expect(yearsDue('GLOBAL_6_MONTHS', { to: beginning })).toEqual({ from: 1, to: 0 });
    expect(lastOverdueYear('GLOBAL_6_MONTHS', day('0002-12-31'))).toBe(0);
    expect(lastOverdueYear('GLOBAL_6_MONTHS', day('0003-01-01'))).toBe(1);
  });

  test('an end that is left out is open', () => {
    expect(yearsDue('GLOBAL_6_MONTHS', {})).toEqual({ from: 1, to: 9999 });
  });
});

describe('the years that the days of rates come down to', () => {
  const years = Array.from({ length: 56 }, (_, index) => 1980 + index);
  const someDay = fc
    .date({ min: new Date('1986-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)));
  // Around the ends of months is where days decide.
  const edge = fc
    .tuple(
      fc.integer({ min: 1986, max: 2034 }),
      fc.constantFrom('06-29', '06-30', '07-01', '12-30', '12-31', '01-01'),
    )
    .map(([year, monthDay]) => day(`${year}-${monthDay}`));
  const anyDay = fc.oneof(someDay, edge);
  const indicators = fc.constantFrom(...INSERTION_INDICATORS);

  test('are those that a look at every year finds', () => {
    fc.assert(
      fc.property(indicators, anyDay, fc.integer({ min: 0, max: 24 }), (which, asOf, grace) => {
        const overdue = years.filter((year) => rateDueOn(year, which, grace) < asOf);
        expect(lastOverdueYear(which, asOf, grace)).toBe(Math.max(...overdue));
      }),
      { numRuns: 500 },
    );
  });

  test('between two days are those that a look at every year finds', () => {
    const open = fc.option(anyDay);
    fc.assert(
      fc.property(indicators, open, open, (indicator, from, to) => {
        const due = yearsDue(indicator, { from, to });
        const within = years.filter((year) => year >= due.from && year <= due.to);
        const found = years.filter((year) => {
          const dueOn = rateDueOn(year, indicator);
          return (from === null || from <= dueOn) && (to === null || dueOn <= to);
        });
        expect(within).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  test('tell the statuses of rates that are expected', () => {
    fc.assert(
      fc.property(indicators, anyDay, fc.constantFrom(...years), (indicator, asOf, year) => {
        const status = statusOfOutcome('EXPECTED', { year, indicator, asOf });
        const late = status === 'OVERDUE' || status === 'OVERDUE_OPTIONAL';
        expect(late).toBe(year <= lastOverdueYear(indicator, asOf));
      }),
    );
  });
});

describe('daysLate', () => {
  test.each([
    ['2023-06-30', 0],
    ['2023-06-01', 0],
    ['2023-07-01', 1],
    ['2024-06-30', 366],
  ])('on %s, a rate due on 2023-06-30 is %i days late', (asOf, late) => {
    expect(daysLate(day('2023-06-30'), day(asOf))).toBe(late);
  });
});

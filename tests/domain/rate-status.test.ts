import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import { INSERTION_INDICATORS } from '../../src/domain/indicator.ts';
import {
  daysLate,
  observationCloses,
  RATE_STATUSES,
  type RateStatus,
  type RateStatusInput,
  rateDueOn,
  rateStatus,
} from '../../src/domain/rate-status.ts';
import { REGISTERS } from '../../src/domain/register-code.ts';

const day = parsePlainDate;

/** The cohort of 2020 of RNCP35746 at two years, not published: docs/method.md#worked-example. */
const twoYears: RateStatusInput = {
  register: 'RNCP',
  year: 2020,
  indicator: 'TARGET_OCCUPATION_2_YEARS',
  value: null,
  firstSeenOn: null,
  inSource: true,
  certified: 23,
  registrationEndsOn: day('2023-07-08'),
  asOf: day('2023-01-15'),
};
const sixMonths: RateStatusInput = { ...twoYears, indicator: 'GLOBAL_6_MONTHS' };

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

describe('the status of a missing rate through time', () => {
  test.each<[string, RateStatus]>([
    ['2020-12-31', 'NOT_YET_OBSERVABLE'],
    ['2022-09-01', 'NOT_YET_OBSERVABLE'],
    ['2022-12-30', 'NOT_YET_OBSERVABLE'],
    ['2022-12-31', 'IN_COLLECTION'],
    ['2023-01-15', 'IN_COLLECTION'],
    ['2023-06-30', 'IN_COLLECTION'],
    ['2023-07-01', 'OVERDUE_OPTIONAL'],
    ['2023-07-02', 'OVERDUE_OPTIONAL'],
    ['2026-08-16', 'OVERDUE_OPTIONAL'],
  ])('at two years, on %s: %s', (asOf, status) => {
    expect(rateStatus({ ...twoYears, asOf: day(asOf) })).toBe(status);
  });

  test.each<[string, RateStatus]>([
    ['2021-06-29', 'NOT_YET_OBSERVABLE'],
    ['2021-06-30', 'IN_COLLECTION'],
    ['2021-12-31', 'IN_COLLECTION'],
    ['2022-01-01', 'OVERDUE'],
  ])('at six months, on %s: %s', (asOf, status) => {
    expect(rateStatus({ ...sixMonths, asOf: day(asOf) })).toBe(status);
    const target = { ...sixMonths, indicator: 'TARGET_OCCUPATION_6_MONTHS', asOf: day(asOf) };
    expect(rateStatus(target as RateStatusInput)).toBe(status);
  });

  test.each<[string | null, RateStatus]>([
    ['2023-06-29', 'CLOSED_BEFORE_DUE'],
    ['2023-06-30', 'OVERDUE_OPTIONAL'],
    ['2023-07-08', 'OVERDUE_OPTIONAL'],
    [null, 'OVERDUE_OPTIONAL'],
  ])('past the due date of 2023-06-30, with a registration that ends on %s: %s', (end, status) => {
    const registrationEndsOn = end === null ? null : day(end);
    expect(rateStatus({ ...twoYears, asOf: day('2023-07-01'), registrationEndsOn })).toBe(status);
  });

  test('a registration that ended does not stop the collection before the due date', () => {
    const ended = { ...twoYears, registrationEndsOn: day('2021-01-01') };
    expect(rateStatus({ ...ended, asOf: day('2022-12-30') })).toBe('NOT_YET_OBSERVABLE');
    expect(rateStatus({ ...ended, asOf: day('2023-06-30') })).toBe('IN_COLLECTION');
  });

  test('another grace moves the due date and what is measured against it', () => {
    const late = { ...twoYears, asOf: day('2023-01-01'), graceMonths: 0 };
    expect(rateStatus(late)).toBe('OVERDUE_OPTIONAL');
    expect(rateStatus({ ...late, registrationEndsOn: day('2022-12-30') })).toBe(
      'CLOSED_BEFORE_DUE',
    );
  });
});

describe('the order of the conditions', () => {
  test('the RS has no insertion rate, whatever was published', () => {
    expect(rateStatus({ ...twoYears, register: 'RS' })).toBe('NOT_APPLICABLE');
    expect(rateStatus({ ...twoYears, register: 'RS', value: 90 })).toBe('NOT_APPLICABLE');
  });

  test.each<[string | null, RateStatus]>([
    [null, 'PUBLISHED'],
    ['2022-12-30', 'PUBLISHED_EARLY'],
    ['2022-12-31', 'PUBLISHED'],
    ['2026-08-16', 'PUBLISHED'],
  ])('a value first seen on %s is %s on any day', (seen, status) => {
    for (const asOf of ['2019-01-01', '2023-01-15', '2030-01-01']) {
      const firstSeenOn = seen === null ? null : day(seen);
      const input = { ...twoYears, value: 57, firstSeenOn, asOf: day(asOf) };
      expect(rateStatus(input)).toBe(status);
    }
  });

  test('a published rate of 0 is published', () => {
    expect(rateStatus({ ...twoYears, value: 0 })).toBe('PUBLISHED');
  });

  test('a value wins over a source that does not carry it and over a cohort of nobody', () => {
    expect(rateStatus({ ...twoYears, value: 57, inSource: false, certified: 0 })).toBe('PUBLISHED');
  });

  test('a rate that no source carries is not called late, nor its cohort empty', () => {
    expect(rateStatus({ ...twoYears, inSource: false, asOf: day('2030-01-01') })).toBe(
      'NOT_IN_SOURCE',
    );
    expect(rateStatus({ ...twoYears, inSource: false, certified: 0 })).toBe('NOT_IN_SOURCE');
  });

  test('a cohort of nobody has no rate to wait for; an unknown number is not nobody', () => {
    const asOf = day('2030-01-01');
    expect(rateStatus({ ...twoYears, certified: 0, asOf })).toBe('NO_HOLDER');
    expect(rateStatus({ ...twoYears, certified: null, asOf })).toBe('OVERDUE_OPTIONAL');
  });
});

const dates = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2110-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const inputs: fc.Arbitrary<RateStatusInput> = fc.record({
  register: fc.constantFrom(...REGISTERS),
  year: fc.integer({ min: 1970, max: 2100 }),
  indicator: fc.constantFrom(...INSERTION_INDICATORS),
  value: fc.option(fc.integer({ min: 0, max: 100 })),
  firstSeenOn: fc.option(dates),
  inSource: fc.boolean(),
  certified: fc.option(fc.nat(500)),
  registrationEndsOn: fc.option(dates),
  asOf: dates,
  graceMonths: fc.integer({ min: 0, max: 24 }),
});

/** The conditions of docs/method.md#status, each made to exclude the ones above it. */
function statusesThatHold(input: RateStatusInput): RateStatus[] {
  const { register, year, indicator, value, firstSeenOn, inSource, asOf } = input;
  const end = input.registrationEndsOn;
  const closes = observationCloses(year, indicator);
  const due = rateDueOn(year, indicator, input.graceMonths);
  const early = firstSeenOn !== null && firstSeenOn < closes;
  const missing = register === 'RNCP' && value === null;
  const expected = missing && inSource && input.certified !== 0;
  const late = expected && asOf > due;
  const closed = end !== null && end < due;
  const holds: Record<RateStatus, boolean> = {
    NOT_APPLICABLE: register === 'RS',
    PUBLISHED: register === 'RNCP' && value !== null && !early,
    PUBLISHED_EARLY: register === 'RNCP' && value !== null && early,
    NOT_IN_SOURCE: missing && !inSource,
    NO_HOLDER: missing && inSource && input.certified === 0,
    NOT_YET_OBSERVABLE: expected && asOf < closes,
    IN_COLLECTION: expected && closes <= asOf && asOf <= due,
    CLOSED_BEFORE_DUE: late && closed,
    OVERDUE: late && !closed && indicator !== 'TARGET_OCCUPATION_2_YEARS',
    OVERDUE_OPTIONAL: late && !closed && indicator === 'TARGET_OCCUPATION_2_YEARS',
  };
  return RATE_STATUSES.filter((status) => holds[status]);
}

describe('rateStatus over any dates', () => {
  test('exactly one status holds, and it is the one given', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(statusesThatHold(input)).toEqual([rateStatus(input)]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('without a value, time only moves forward: not yet, in collection, late', () => {
    const stage: Partial<Record<RateStatus, number>> = {
      NOT_YET_OBSERVABLE: 0,
      IN_COLLECTION: 1,
      CLOSED_BEFORE_DUE: 2,
      OVERDUE: 2,
      OVERDUE_OPTIONAL: 2,
    };
    fc.assert(
      fc.property(inputs, dates, (input, other) => {
        const waiting: RateStatusInput = {
          ...input,
          register: 'RNCP',
          value: null,
          inSource: true,
          certified: 12,
        };
        const [early, late] = [input.asOf, other].toSorted() as [typeof other, typeof other];
        const before = stage[rateStatus({ ...waiting, asOf: early })];
        const after = stage[rateStatus({ ...waiting, asOf: late })];
        expect(before).toBeDefined();
        expect(after).toBeGreaterThanOrEqual(before ?? Number.NaN);
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

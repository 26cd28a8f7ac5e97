import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGISTERS } from '../../../src/domain/certification/register-code.ts';
import {
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../../src/domain/rate/indicator.ts';
import {
  observationCloses,
  RATE_OUTCOMES,
  RATE_STATUSES,
  type RateOutcome,
  type RateStatus,
  type RateStatusInput,
  rateDueOn,
  rateOutcome,
  statusOfOutcome,
} from '../../../src/domain/rate/rate-status.ts';
import { day } from '../../support/factories.ts';
import { rateStatus } from '../../support/figures.ts';

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
  unreadable: fc.boolean(),
  certified: fc.option(fc.nat(500)),
  registrationEndsOn: fc.option(dates),
  asOf: dates,
  graceMonths: fc.integer({ min: 0, max: 24 }),
});

/** The conditions of docs/method.md#status, each made to exclude the ones above it. */
function statusesThatHold(input: RateStatusInput): RateStatus[] {
  const { register, year, indicator, value, firstSeenOn, asOf } = input;
  const inSource = input.inSource && !input.unreadable;
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
    UNREADABLE: missing && input.unreadable === true,
    NOT_IN_SOURCE: missing && !input.unreadable && !inSource,
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
          unreadable: false,
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

describe('what is settled about a rate, whatever the day', () => {
  // A rate at two years of 2020 is due on 2023-06-30, and its observation closes on 2022-12-31.
  test.each<[string, Partial<RateStatusInput>, RateOutcome]>([
    ['of the RS, even published', { register: 'RS', value: 90 }, 'NOT_APPLICABLE'],
    ['published, first seen we do not know when', { value: 57 }, 'PUBLISHED'],
    ['published as 0', { value: 0 }, 'PUBLISHED'],
    ['first seen the day before', { value: 57, firstSeenOn: day('2022-12-30') }, 'PUBLISHED_EARLY'],
    ['first seen on the day', { value: 57, firstSeenOn: day('2022-12-31') }, 'PUBLISHED'],
    ['that could not be read, of nobody', { unreadable: true, certified: 0 }, 'UNREADABLE'],
    ['that could not be read, given by another', { unreadable: true, value: 57 }, 'PUBLISHED'],
    ['that no source carries, of nobody', { inSource: false, certified: 0 }, 'NOT_IN_SOURCE'],
    ['of nobody, closed too', { certified: 0, registrationEndsOn: day('2021-01-01') }, 'NO_HOLDER'],
    ['closed the day before it was due', { registrationEndsOn: day('2023-06-29') }, 'CLOSED'],
    ['closed on the day it was due', { registrationEndsOn: day('2023-06-30') }, 'EXPECTED'],
    ['without an end', { registrationEndsOn: null }, 'EXPECTED'],
    ['of a number that is not known', { certified: null }, 'EXPECTED'],
    ['closed before a later due date', { graceMonths: 7 }, 'CLOSED'],
  ])('a rate %s', (_name, given, outcome) => {
    expect(rateOutcome({ ...twoYears, ...given })).toBe(outcome);
  });

  test.each<[RateOutcome, InsertionIndicator, string, RateStatus]>([
    ['EXPECTED', 'GLOBAL_6_MONTHS', '2021-06-29', 'NOT_YET_OBSERVABLE'],
    ['EXPECTED', 'GLOBAL_6_MONTHS', '2021-06-30', 'IN_COLLECTION'],
    ['EXPECTED', 'GLOBAL_6_MONTHS', '2021-12-31', 'IN_COLLECTION'],
    ['EXPECTED', 'GLOBAL_6_MONTHS', '2022-01-01', 'OVERDUE'],
    ['EXPECTED', 'TARGET_OCCUPATION_6_MONTHS', '2022-01-01', 'OVERDUE'],
    ['EXPECTED', 'TARGET_OCCUPATION_2_YEARS', '2022-12-30', 'NOT_YET_OBSERVABLE'],
    ['EXPECTED', 'TARGET_OCCUPATION_2_YEARS', '2022-12-31', 'IN_COLLECTION'],
    ['EXPECTED', 'TARGET_OCCUPATION_2_YEARS', '2023-06-30', 'IN_COLLECTION'],
    ['EXPECTED', 'TARGET_OCCUPATION_2_YEARS', '2023-07-01', 'OVERDUE_OPTIONAL'],
    ['CLOSED', 'TARGET_OCCUPATION_2_YEARS', '2022-12-30', 'NOT_YET_OBSERVABLE'],
    ['CLOSED', 'TARGET_OCCUPATION_2_YEARS', '2023-06-30', 'IN_COLLECTION'],
    ['CLOSED', 'TARGET_OCCUPATION_2_YEARS', '2023-07-01', 'CLOSED_BEFORE_DUE'],
    ['CLOSED', 'GLOBAL_6_MONTHS', '2022-01-01', 'CLOSED_BEFORE_DUE'],
  ])('%s of 2020, %s, on %s: %s', (outcome, indicator, asOf, status) => {
    expect(statusOfOutcome(outcome, { year: 2020, indicator, asOf: day(asOf) })).toBe(status);
  });

  test('every other outcome is its own status on any day', () => {
    const settled = RATE_OUTCOMES.filter((each) => each !== 'EXPECTED' && each !== 'CLOSED');
    expect(settled).toHaveLength(6);
    for (const outcome of settled) {
      for (const asOf of ['1990-01-01', '2022-12-31', '2200-12-31']) {
        const rate = { year: 2020, indicator: 'GLOBAL_6_MONTHS', asOf: day(asOf) } as const;
        expect(statusOfOutcome(outcome, rate)).toBe(outcome);
      }
    }
  });

  test('with the day, it gives the first row of the method that holds', () => {
    fc.assert(
      fc.property(inputs, ({ graceMonths: _, ...input }) => {
        expect(statusOfOutcome(rateOutcome(input), input)).toBe(firstRow(input));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The table of docs/method.md#status, row by row, its days written out for a grace of 6 months. */
function firstRow(input: Omit<RateStatusInput, 'graceMonths'>): RateStatus | undefined {
  const { register, year, indicator, value, firstSeenOn, inSource, certified, asOf } = input;
  const atTwoYears = indicator === 'TARGET_OCCUPATION_2_YEARS';
  const closes = atTwoYears ? `${year + 2}-12-31` : `${year + 1}-06-30`;
  const due = atTwoYears ? `${year + 3}-06-30` : `${year + 1}-12-31`;
  const end = input.registrationEndsOn ?? '9999-12-31';
  const rows: [boolean, RateStatus][] = [
    [register === 'RS', 'NOT_APPLICABLE'],
    [value !== null && firstSeenOn !== null && firstSeenOn < closes, 'PUBLISHED_EARLY'],
    [value !== null, 'PUBLISHED'],
    [input.unreadable === true, 'UNREADABLE'],
    [!inSource, 'NOT_IN_SOURCE'],
    [certified === 0, 'NO_HOLDER'],
    [asOf < closes, 'NOT_YET_OBSERVABLE'],
    [asOf <= due, 'IN_COLLECTION'],
    [end < due, 'CLOSED_BEFORE_DUE'],
    [!atTwoYears, 'OVERDUE'],
    [atTwoYears, 'OVERDUE_OPTIONAL'],
  ];
  return rows.find(([holds]) => holds)?.[1];
}

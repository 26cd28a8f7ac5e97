import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  daysBetween,
  frenchDate,
  type PlainDate,
  parisDate,
  parseFrenchDate,
  parsePlainDate,
  plainDate,
} from '../../src/domain/calendar.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';

const day = (text: string) => parsePlainDate(text);
const days: fc.Arbitrary<PlainDate> = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => parsePlainDate(date.toISOString().slice(0, 10)));

describe('plainDate', () => {
  test.each([
    [2020, 12, 31, '2020-12-31'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [4, 2, 29, '0004-02-29'],
    [1, 1, 1, '0001-01-01'],
    [9999, 12, 31, '9999-12-31'],
  ])('gives the day %i, %i, %i as %s', (year, month, dayOfMonth, expected) => {
    expect(plainDate(year, month, dayOfMonth)).toBe(expected);
  });

  test.each([
    [2023, 2, 29],
    [1900, 2, 29],
    [2023, 13, 1],
    [2023, 0, 1],
    [2023, 4, 31],
    [2023, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [2023.5, 1, 1],
    [2023, 1, 1.5],
    [Number.NaN, 1, 1],
    [2023, 1, Number.NaN],
  ])('knows no day %d, %d, %d', (year, month, dayOfMonth) => {
    expect(plainDate(year, month, dayOfMonth)).toBeNull();
  });
});

describe('parsePlainDate', () => {
  test('reads an ISO day, spaces around it allowed', () => {
    expect(parsePlainDate(' 2023-07-08 ')).toBe('2023-07-08');
  });

  test.each([
    '',
    '2023-7-8',
    '08/07/2023',
    '2023-02-30',
    '2023-07-08T00:00:00Z',
    '0000-01-01',
    'today',
  ])('refuses "%s" and says what is accepted', (text) => {
    expect(() => parsePlainDate(text)).toThrow(BadUserInputError);
    expect(() => parsePlainDate(text)).toThrow(
      `"${text}" is not a day: write YYYY-MM-DD, for example 2023-01-15`,
    );
  });
});

describe('parseFrenchDate', () => {
  test.each([
    ['08/07/2023', '2023-07-08'],
    ['08-07-2023', '2023-07-08'],
    ['8/7/2023', '2023-07-08'],
    [' 29/02/2024 ', '2024-02-29'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseFrenchDate(text)).toBe(expected);
  });

  test.each(['2023-07-08', '30/02/2023', '08/07/23', '08/07-2023', '', '-'])(
    'reads no day in "%s"',
    (text) => {
      expect(parseFrenchDate(text)).toBeNull();
    },
  );

  test('reads back what frenchDate writes', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(parseFrenchDate(frenchDate(date))).toBe(date);
      }),
    );
  });
});

describe('addMonths', () => {
  test.each([
    ['2020-12-31', 6, '2021-06-30'],
    ['2020-12-31', 12, '2021-12-31'],
    ['2020-12-31', 24, '2022-12-31'],
    ['2020-12-31', 30, '2023-06-30'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2022-12-31', 2, '2023-02-28'],
    ['2023-07-08', -8, '2022-11-08'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', 0, '2023-01-15'],
    ['2023-01-15', -1, '2022-12-15'],
  ])('takes %s by %i months to %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('clamps once, not at every month on the way', () => {
    const onTheWay = addMonths(addMonths(day('2020-12-31'), 6), 6);
    expect(onTheWay).toBe('2021-12-30');
    expect(addMonths(day('2020-12-31'), 12)).toBe('2021-12-31');
  });

  test.each([
    ['9999-12-31', 1],
    ['0001-01-01', -1],
    ['2023-01-01', 1e9],
    ['2023-01-01', 0.5],
  ])('refuses to take %s by %d months out of the calendar', (from, months) => {
    expect(() => addMonths(day(from), months)).toThrow(BadUserInputError);
    expect(() => addMonths(day(from), months)).toThrow(`${months} months from ${from}`);
  });

  test('lands in the month asked for, on the same day or on the last one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        const monthsSince0 = (date: PlainDate) =>
          Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(monthsSince0(to) - monthsSince0(from)).toBe(months);
        const dayAfter = new Date(Date.parse(to) + 86_400_000).getUTCDate();
        if (to.slice(8) !== from.slice(8)) expect(dayAfter).toBe(1);
      }),
    );
  });
});

describe('daysBetween', () => {
  test.each([
    ['2023-06-30', '2023-07-01', 1],
    ['2023-06-30', '2023-06-30', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-07-01', '2023-06-30', -1],
    ['2023-03-25', '2023-03-27', 2],
    ['2021-12-31', '2022-09-01', 244],
  ])('counts from %s to %s %i', (from, to, count) => {
    expect(daysBetween(day(from), day(to))).toBe(count);
  });
});

describe('parisDate', () => {
  test.each([
    ['2023-06-30T21:59:59Z', '2023-06-30'],
    ['2023-06-30T22:00:00Z', '2023-07-01'],
    ['2022-12-31T22:59:59Z', '2022-12-31'],
    ['2022-12-31T23:00:00Z', '2023-01-01'],
  ])('says that at %s it is %s in Paris', (instant, expected) => {
    expect(parisDate(new Date(instant))).toBe(expected);
  });

  test('refuses an instant that is none', () => {
    expect(() => parisDate(new Date('never'))).toThrow(RangeError);
  });

  test('refuses an instant that is past the year 9999 in Paris', () => {
    expect(() => parisDate(new Date('9999-12-31T23:00:00Z'))).toThrow(RangeError);
  });
});

test('frenchDate writes day, month, year', () => {
  expect(frenchDate(day('2026-08-16'))).toBe('16/08/2026');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import { checkedMonths, checkedRange, isWithin, type Range } from '../../src/domain/range.ts';

describe('checkedRange', () => {
  test.each<[string, Range<number> | Range<string>]>([
    ['from one number to a larger one', { from: 1, to: 2 }],
    ['of one number', { from: 2020, to: 2020 }],
    ['of nothing but 0', { from: 0, to: 0 }],
    ['without an end', { from: 2020 }],
    ['without a beginning', { to: 2020 }],
    ['whose end is null', { from: 2020, to: null }],
    ['whose beginning is null', { from: null, to: 2020 }],
    ['without either', {}],
    ['of days', { from: parsePlainDate('2023-06-30'), to: parsePlainDate('2023-07-01') }],
    ['of one day', { from: parsePlainDate('2023-07-01'), to: parsePlainDate('2023-07-01') }],
  ])('gives back a range %s', (_name, range) => {
    expect(checkedRange('certified', range as Range<string | number>)).toBe(range);
  });

  test.each<[string, Range<string | number>, string]>([
    ['certified', { from: 3, to: 2 }, 'certified: { from: 3, to: 2 } ends before it begins'],
    ['cohortYear', { from: 10, to: 9 }, 'cohortYear: { from: 10, to: 9 } ends before it begins'],
    ['certified', { from: 0, to: -1 }, 'certified: { from: 0, to: -1 } ends before it begins'],
    [
      'registrationEnds',
      { from: '2023-07-01', to: '2023-06-30' },
      'registrationEnds: { from: "2023-07-01", to: "2023-06-30" } ends before it begins',
    ],
  ])('refuses one of %s, %j', (argument, range, message) => {
    expect(() => checkedRange(argument, range)).toThrow(BadUserInputError);
    expect(() => checkedRange(argument, range)).toThrow(
      `${message}: give a from that is not after to`,
    );
  });
});

describe('isWithin', () => {
  test.each<[number, Range<number>, boolean]>([
    [9, { from: 10, to: 20 }, false],
    [10, { from: 10, to: 20 }, true],
    [15, { from: 10, to: 20 }, true],
    [20, { from: 10, to: 20 }, true],
    [21, { from: 10, to: 20 }, false],
    [10, { from: 10, to: 10 }, true],
    [9, { from: 10 }, false],
    [10, { from: 10 }, true],
    [10, { to: 10 }, true],
    [11, { to: 10 }, false],
    [0, { from: 0 }, true],
    [-1, { from: 0, to: null }, false],
    [0, { to: 0 }, true],
    [1, { from: null, to: 0 }, false],
    [62.295, { from: 62.29, to: 62.3 }, true],
  ])('%d, in %j: %s', (value, range, within) => {
    expect(isWithin(value, range)).toBe(within);
  });

  test.each([undefined, null, {}, { from: null, to: null }, { from: undefined }])(
    'all is within %j, also what is not known',
    (range) => {
      expect(isWithin(0, range)).toBe(true);
      expect(isWithin(-1e9, range)).toBe(true);
      expect(isWithin(null, range)).toBe(true);
    },
  );

  test.each([{ from: 0 }, { to: 0 }, { from: 0, to: 100 }])(
    'what is not known is not within %j',
    (range) => {
      expect(isWithin(null, range)).toBe(false);
    },
  );

  test('is what the two ends say together', () => {
    const end = fc.option(fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.integer({ min: -25, max: 25 }), end, end, (value, from, to) => {
        const both = isWithin(value, { from }) && isWithin(value, { to });
        expect(isWithin(value, { from, to })).toBe(both);
      }),
    );
  });
});

describe('checkedMonths', () => {
  test.each([1, 12, 600])('gives back %i', (months) => {
    expect(checkedMonths('endingWithinMonths', months)).toBe(months);
  });

  test.each([0, -1, 601, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (months) => {
    expect(() => checkedMonths('endingWithinMonths', months)).toThrow(BadUserInputError);
    expect(() => checkedMonths('endingWithinMonths', months)).toThrow(
      `endingWithinMonths: ${months} is not accepted: give a whole number of months from 1 to 600`,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundPercentage } from '../../src/domain/rounding.ts';

describe('roundPercentage', () => {
  test.each([
    [5631 / 61, 92.31],
    [3232 / 61, 52.98],
    [1996 / 38, 52.53],
    [3931 / 44, 89.34],
    [1.004, 1],
    [1.005, 1.01],
    [1.006, 1.01],
    [52.524, 52.52],
    [52.525, 52.53],
    [52.526, 52.53],
    [2.675, 2.68],
    [0.285, 0.29],
    [0.045, 0.05],
    [99.995, 100],
    [99.9949999999, 99.99],
    [0.1249999999, 0.12],
    [86, 86],
    [1e-7, 0],
    [0.0049999999, 0],
    [1e21, 1e21],
  ])('gives %d as %d', (value, rounded) => {
    expect(roundPercentage(value)).toBe(rounded);
  });

  test('goes away from zero below zero too', () => {
    expect(roundPercentage(-1.005)).toBe(-1.01);
    expect(roundPercentage(-52.524)).toBe(-52.52);
  });

  test('gives 0 and never -0', () => {
    expect(Object.is(roundPercentage(-0.001), 0)).toBe(true);
    expect(Object.is(roundPercentage(-0), 0)).toBe(true);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %d, which no figure can be',
    (value) => {
      expect(() => roundPercentage(value)).toThrow(RangeError);
    },
  );

  test('rounds every half of a hundredth up, whatever its binary fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const half = Number(`${hundredths}5e-3`);
        expect(roundPercentage(half)).toBe((hundredths + 1) / 100);
      }),
    );
  });

  test('takes a half for one however it was computed', () => {
    const millionths = fc.integer({ min: 0, max: 100_000_000 });
    const hundredths = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(millionths, hundredths, (from, apart) => {
        // A difference, a median and a mean that lie half way between two hundredths.
        const to = from + apart * 10_000 + 5_000;
        const expected = (apart >= 0 ? apart + 1 : apart) / 100;
        expect(roundPercentage(to / 1e6 - from / 1e6)).toBe(expected + 0);
        expect(
          roundPercentage(from / 1e6 + 0.5 * ((to + to) / 1e6 - (from + from) / 1e6) - from / 1e6),
        ).toBe(expected + 0);
      }),
    );
    expect(roundPercentage(70 - 78.705)).toBe(-8.71);
    expect(roundPercentage(63.95 + 0.5 * (64 - 63.95))).toBe(63.98);
  });

  test('moves a figure by half a hundredth at most, keeps the order, and is done once', () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(Math.abs(roundPercentage(a) - a)).toBeLessThanOrEqual(0.005 + 1e-11);
        expect(roundPercentage(low)).toBeLessThanOrEqual(roundPercentage(high));
        expect(roundPercentage(roundPercentage(a))).toBe(roundPercentage(a));
      }),
    );
  });
});

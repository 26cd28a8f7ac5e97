import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  changeVerdict,
  newcombeDifference,
  type RateOnBase,
  wilsonInterval,
  zOf,
} from '../../../src/domain/rate/interval.ts';

describe('zOf', () => {
  test.each([
    [0.6, 0.841621233572914],
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514722],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
    [0.998, 3.090232306167813],
    [0.9999, 3.890591886413],
    [0.999999999, 6.109410209383],
  ])('at level %d gives %d', (level, z) => {
    expect(Math.abs(zOf(level) - z)).toBeLessThan(1e-9);
  });

  test.each([0.5, 0, -1, 1, 95, Number.NaN])(
    'refuses level %d, saying what is accepted',
    (level) => {
      expect(() => zOf(level)).toThrow(BadUserInputError);
      expect(() => zOf(level)).toThrow(
        `level ${level} is not accepted: give a confidence level strictly between 0.5 and 1`,
      );
    },
  );

  test('grows with the level', () => {
    const level = fc.double({ min: 0.51, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(level, fc.double({ min: 1e-6, max: 5e-5, noNaN: true }), (low, more) => {
        expect(zOf(low + more)).toBeGreaterThan(zOf(low));
      }),
    );
  });
});

describe('wilsonInterval', () => {
  test.each([
    ['global 6 months, k = 3', 5631 / 61, 61, 82.9, 96.8],
    ['target 6 months, k = 3', 3232 / 61, 61, 40.7, 65.0],
    ['target 2 years, k = 3', 1996 / 38, 38, 37.2, 67.4],
    ['global 6 months, k = 2', 3931 / 44, 44, 76.9, 95.5],
    ['target 6 months, k = 2', 2263 / 44, 44, 37.2, 65.5],
    ['global 6 months, 2020', 86, 23, 66.7, 94.9],
    ['global 6 months, 2018', 100, 17, 81.6, 100],
  ])('gives the worked example: %s', (_name, rate, base, lower, upper) => {
    const interval = wilsonInterval(rate, base);
    expect(interval).toMatchObject({ level: 0.95, method: 'WILSON' });
    expect(interval?.lower.toFixed(1)).toBe(lower.toFixed(1));
    expect(interval?.upper.toFixed(1)).toBe(upper.toFixed(1));
  });

  test('is not rounded', () => {
    expect(wilsonInterval(86, 23)?.lower).toBeCloseTo(66.74611546895478, 10);
    expect(wilsonInterval(86, 23)?.upper).toBeCloseTo(94.94948800261447, 10);
  });

  test('ends at the rate itself at 0 and at 100', () => {
    expect(wilsonInterval(0, 10)?.lower).toBe(0);
    expect(wilsonInterval(0, 10)?.upper).toBeCloseTo(27.7532799862889, 10);
    expect(wilsonInterval(100, 17)?.upper).toBe(100);
  });

  test.each([0, -3, Number.NaN])('is absent on a base of %d', (base) => {
    expect(wilsonInterval(86, base)).toBeNull();
  });

  test('refuses a wrong level even where there is no interval to give', () => {
    expect(() => wilsonInterval(86, 0, 1)).toThrow(BadUserInputError);
  });

  test.each([-0.1, 100.1, Number.NaN])('refuses %d as a rate', (rate) => {
    expect(() => wilsonInterval(rate, 20)).toThrow(RangeError);
  });

  const rates = fc.double({ min: 0, max: 100, noNaN: true });
  const bases = fc.integer({ min: 1, max: 100_000 });
  const levels = fc.double({ min: 0.501, max: 0.999999, noNaN: true });

  test('stays within 0 to 100 and contains the rate', () => {
    fc.assert(
      fc.property(rates, bases, levels, (rate, base, level) => {
        const { lower, upper } = wilsonInterval(rate, base, level) ?? { lower: NaN, upper: NaN };
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(rate);
        expect(upper).toBeGreaterThanOrEqual(rate);
        expect(upper).toBeLessThanOrEqual(100);
      }),
      { numRuns: 1_000 },
    );
  });

  test('narrows as the base grows and mirrors around 50', () => {
    const width = (rate: number, base: number) => {
      const interval = wilsonInterval(rate, base);
      return (interval?.upper ?? NaN) - (interval?.lower ?? NaN);
    };
    fc.assert(
      fc.property(rates, bases, (rate, base) => {
        expect(width(rate, base * 2)).toBeLessThan(width(rate, base));
        expect(wilsonInterval(100 - rate, base)?.upper).toBeCloseTo(
          100 - (wilsonInterval(rate, base)?.lower ?? NaN),
          8,
        );
      }),
    );
  });
});

describe('newcombeDifference', () => {
  test('gives the example of its author: 56 of 70 against 48 of 80', () => {
    const difference = newcombeDifference({ rate: 80, base: 70 }, { rate: 60, base: 80 });
    expect(difference?.difference).toBe(20);
    expect(difference?.lower).toBeCloseTo(5.24, 2);
    expect(difference?.upper).toBeCloseTo(33.39, 2);
  });

  test.each([
    [0, 10],
    [10, 0],
  ])('is absent on bases of %i and %i', (a, b) => {
    expect(newcombeDifference({ rate: 50, base: a }, { rate: 50, base: b })).toBeNull();
  });

  test('contains the difference, and turns round with its operands', () => {
    const rate: fc.Arbitrary<RateOnBase> = fc.record({
      rate: fc.double({ min: 0, max: 100, noNaN: true }),
      base: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const there = newcombeDifference(a, b);
        const back = newcombeDifference(b, a);
        expect(there?.lower).toBeLessThanOrEqual(there?.difference ?? NaN);
        expect(there?.upper).toBeGreaterThanOrEqual(there?.difference ?? NaN);
        expect(there?.lower).toBeCloseTo(-(back?.upper ?? NaN), 8);
      }),
    );
  });
});

describe('changeVerdict', () => {
  test.each([
    [0.01, 9, 'RISE'],
    [-9, -0.01, 'FALL'],
    [-1, 1, 'NOT_SIGNIFICANT'],
    [0, 9, 'NOT_SIGNIFICANT'],
    [-9, 0, 'NOT_SIGNIFICANT'],
  ] as const)('calls an interval from %d to %d %s', (lower, upper, verdict) => {
    expect(changeVerdict({ difference: (lower + upper) / 2, lower, upper })).toBe(verdict);
  });

  test('no change between the cohorts of the worked example is significant', () => {
    const series: RateOnBase[][] = [
      [
        { rate: 86, base: 23 },
        { rate: 93, base: 21 },
        { rate: 100, base: 17 },
      ],
      [
        { rate: 50, base: 23 },
        { rate: 53, base: 21 },
        { rate: 57, base: 17 },
      ],
      [
        { rate: 57, base: 21 },
        { rate: 47, base: 17 },
      ],
    ];
    const verdicts = series.flatMap((cohorts) =>
      cohorts.flatMap((later, index) =>
        cohorts.slice(index + 1).map((earlier) => {
          const difference = newcombeDifference(later, earlier);
          return difference && changeVerdict(difference);
        }),
      ),
    );
    expect(verdicts).toEqual(Array(7).fill('NOT_SIGNIFICANT'));
  });

  test('large cohorts do rise and fall', () => {
    const low = { rate: 60, base: 500 };
    const high = { rate: 75, base: 500 };
    const rise = newcombeDifference(high, low);
    const fall = newcombeDifference(low, high);
    expect(rise && changeVerdict(rise)).toBe('RISE');
    expect(fall && changeVerdict(fall)).toBe('FALL');
  });
});

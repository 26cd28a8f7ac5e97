import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../../src/domain/errors.ts';
import {
  DEFAULT_NOISE,
  type NoiseRow,
  noiseTable,
} from '../../../../src/domain/survey/disclosure/noise-table.ts';
import {
  PERTURBED_RATE_STATUS_LABELS,
  PERTURBED_RATE_STATUSES,
  perturbedRate,
} from '../../../../src/domain/survey/disclosure/perturbed-rate.ts';

const rateOf = (numerator: number, base: number, variance = 2, level = 0.95) =>
  perturbedRate({ numerator, base }, variance, level);

describe('perturbedRate', () => {
  test('is shown in whole percents, half upwards', () => {
    expect(rateOf(34, 42)).toMatchObject({ status: 'SHOWN', percent: 81 });
    expect(rateOf(29, 40)).toMatchObject({ status: 'SHOWN', percent: 73 });
  });

  test.each([
    [15, 19, 'SMALL_BASE'],
    [19, 19, 'SMALL_BASE'],
    [0, 0, 'SMALL_BASE'],
    [0, 20, 'NEAR_CERTAIN'],
    [2, 49, 'NEAR_CERTAIN'],
    [47, 49, 'NEAR_CERTAIN'],
    // The noise made the part larger than the whole.
    [22, 20, 'NEAR_CERTAIN'],
  ])('of %i in %i is suppressed: %s', (numerator, base, reason) => {
    expect(rateOf(numerator, base)).toEqual({ status: 'SUPPRESSED', reason });
  });

  test.each([
    [0, 50, 'UNDER_5_PERCENT'],
    [2, 50, 'UNDER_5_PERCENT'],
    [48, 50, 'OVER_95_PERCENT'],
    [503, 500, 'OVER_95_PERCENT'],
  ])('of %i in %i is %s, without a figure', (numerator, base, status) => {
    expect(rateOf(numerator, base)).toEqual({ status });
  });

  test.each([
    [3, 20],
    [17, 20],
    [3, 50],
    [47, 50],
  ])('of %i in %i is far enough from 0 and 100', (numerator, base) => {
    expect(rateOf(numerator, base).status).toBe('SHOWN');
  });

  test.each([
    [16, 20, 9.055],
    [40, 50, 3.622],
    [80, 100, 1.811],
    [400, 500, 0.362],
  ])('of %i in %i tells what the noise adds: %d points', (numerator, base, deviation) => {
    const rate = rateOf(numerator, base);
    expect(rate.status === 'SHOWN' && rate.noiseDeviation).toBeCloseTo(deviation, 3);
  });

  // 34 of 42 at 95 %: Wilson 66.70 to 90.02 about 80.95; noise 100·√(2·(1 + 0.8095²))/42 = 4.3321,
  // times 1.96 = 8.4908; so 80.95 − √(14.25² + 8.49²) = 64.36 and 80.95 + √(9.07² + 8.49²) = 93.37.
  test('widens each side of the Wilson interval by the noise, and rounds outwards', () => {
    expect(rateOf(34, 42)).toMatchObject({ interval: { lower: 64, upper: 94, level: 0.95 } });
    expect(rateOf(34, 42, 0)).toMatchObject({ interval: { lower: 66, upper: 91 } });
  });

  test('has an interval within 0 to 100 that contains the rate and narrows with the level', () => {
    const counts = fc
      .integer({ min: 20, max: 1_000_000 })
      .chain((base) => fc.tuple(fc.integer({ min: 3, max: base - 3 }), fc.constant(base)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.1, max: 10, noNaN: true }), ([part, base], v) => {
        const wide = rateOf(part, base, v, 0.99);
        const narrow = rateOf(part, base, v, 0.8);
        if (wide.status !== 'SHOWN' || narrow.status !== 'SHOWN') throw new Error('not shown');
        expect(narrow.interval.lower).toBeLessThanOrEqual(narrow.percent);
        expect(narrow.interval.upper).toBeGreaterThanOrEqual(narrow.percent);
        expect(wide.interval.lower).toBeLessThanOrEqual(narrow.interval.lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(narrow.interval.upper);
        expect(wide.interval.lower).toBeGreaterThanOrEqual(0);
        expect(wide.interval.upper).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('refuses a level even where nothing is shown', () => {
    expect(() => rateOf(1, 2, 2, 95)).toThrow(BadUserInputError);
  });

  test('has a label for each status', () => {
    expect(Object.keys(PERTURBED_RATE_STATUS_LABELS)).toEqual([...PERTURBED_RATE_STATUSES]);
  });
});

describe('what the noise table does to rates', () => {
  const table = noiseTable(DEFAULT_NOISE);

  function lawOf(count: number): [number, number][] {
    const row: NoiseRow | undefined = table.rows[Math.min(count, table.rows.length - 1)];
    return (row?.deviations ?? []).map((v, place) => [
      v,
      ((row?.cumulated[place] ?? NaN) - (row?.cumulated[place - 1] ?? 0)) / 2 ** 32,
    ]);
  }

  /** The mean of a function of both perturbed counts. */
  function meanOf(part: number, base: number, of: (a: number, b: number) => number): number {
    return lawOf(part).reduce(
      (sum, [va, pa]) =>
        sum +
        lawOf(base).reduce((inner, [vb, pb]) => inner + pa * pb * of(part + va, base + vb), 0),
      0,
    );
  }

  test.each([
    [20, 8.95],
    [50, 3.63],
    [100, 1.81],
    [500, 0.36],
  ])('on %i, a rate of 80 %% clipped at 100 misses the true one by %d points', (base, expected) => {
    const clipped = (a: number, b: number) => Math.min(100, (100 * a) / b);
    const squared = meanOf(0.8 * base, base, (a, b) => (clipped(a, b) - 80) ** 2);
    expect(Math.sqrt(squared).toFixed(2)).toBe(expected.toFixed(2));
  });

  test.each([
    [80, 100, 1, 0.625],
    [80, 100, 2, 0.279],
    [80, 100, 5, 0.006],
    [20, 25, 5, 0.477],
    [20, 25, 10, 0.175],
  ])(
    '%i of %i moves by %i points or more with the probability of the method',
    (part, base, points, expected) => {
      // In whole numbers: |part/base − a/b| ≥ points/100, of which equality counts.
      const moves = (a: number, b: number) =>
        100 * Math.abs(part * b - a * base) >= points * base * b ? 1 : 0;
      expect(meanOf(part, base, moves).toFixed(3)).toBe(expected.toFixed(3));
    },
  );
});

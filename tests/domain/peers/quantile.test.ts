import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ascending as asAscending,
  quantileAt,
  quartilesOf,
} from '../../../src/domain/peers/quantile.ts';

const quantileOf = (values: ArrayLike<number>, share: number) =>
  quantileAt(asAscending(values), share);
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const sorted = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 })
  .map((hundredths) => ascending(hundredths.map((each) => each / 100)));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('a quantile', () => {
  test.each<[number[], number, number]>([
    // Rows are counted from 1: row 1 + share · (n − 1), between two of them in proportion.
    [[10, 20, 30, 40], 0, 10],
    [[10, 20, 30, 40], 0.25, 17.5], // row 1.75
    [[10, 20, 30, 40], 0.5, 25], // row 2.5
    [[10, 20, 30, 40], 0.75, 32.5], // row 3.25
    [[10, 20, 30, 40], 1, 40],
    [[10, 20, 30], 0.25, 15], // row 1.5
    [[10, 20, 30], 0.5, 20],
    [[86, 93, 100], 0.25, 89.5],
    [[86, 93, 100], 0.75, 96.5],
    [[1, 2], 0.25, 1.25],
    [[0, 0, 0, 100, 100], 0.75, 100],
    [[50, 50, 80], 0.25, 50],
    [[70], 0, 70],
    [[70], 0.25, 70],
    [[70], 1, 70],
  ])('of %j, the share %d is at %d', (values, share, expected) => {
    expect(quantileOf(values, share)).toBe(expected);
    expect(quantileOf(Float64Array.from(values), share)).toBe(expected);
  });

  test('of no values is refused', () => {
    expect(() => quantileOf([], 0.5)).toThrow(RangeError);
    expect(() => quantileOf([], 0.5)).toThrow('there is no quantile 0.5 of 0 values');
  });

  test.each([-0.01, 1.01, Number.NaN])('at a share of %d is refused', (share) => {
    expect(() => quantileOf([10, 20, 30], share)).toThrow(RangeError);
    expect(() => quantileOf([10, 20, 30], share)).toThrow(`no quantile ${share} of 3 values`);
    expect(() => quantileOf([70], share)).toThrow(RangeError);
  });

  test('is percentile_cont as PostgreSQL defines it, over any values', () => {
    fc.assert(
      fc.property(sorted, shares, (values, share) => {
        const row = 1 + share * (values.length - 1);
        const [before, after] = [Math.floor(row), Math.ceil(row)];
        const at = (number: number) => values[number - 1] ?? Number.NaN;
        const expected =
          before === after ? at(before) : (after - row) * at(before) + (row - before) * at(after);
        expect(quantileOf(values, share)).toBeCloseTo(expected, 8);
      }),
    );
  });

  test('never falls as the share grows', () => {
    fc.assert(
      fc.property(sorted, shares, shares, (values, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(quantileOf(values, low)).toBeLessThanOrEqual(quantileOf(values, high) + 1e-9);
      }),
    );
  });
});

describe('quartilesOf', () => {
  test('of no values are absent', () => {
    expect(quartilesOf([])).toBeNull();
    expect(quartilesOf(new Float64Array(0))).toBeNull();
  });

  test.each<[number[], number, number, number]>([
    [[70], 70, 70, 70],
    [[60, 80], 65, 70, 75],
    [[86, 93, 100], 89.5, 93, 96.5],
    [[50, 60, 70, 80, 90], 60, 70, 80],
    [[50, 60, 70, 80, 90, 100], 62.5, 75, 87.5], // rows 2.25, 3.5, 4.75
  ])('of %j are %d, %d and %d', (values, lower, median, upper) => {
    expect(quartilesOf(values)).toEqual({ lower, median, upper });
  });

  test('are in order, and the median lies between its neighbours', () => {
    fc.assert(
      fc.property(sorted, (values) => {
        const { lower, median, upper } = quartilesOf(values) ?? { lower: 0, median: 0, upper: 0 };
        expect(lower).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(upper);
        const middle = (values.length - 1) / 2;
        expect(median).toBeGreaterThanOrEqual(values[Math.floor(middle)] ?? Number.NaN);
        expect(median).toBeLessThanOrEqual(values[Math.ceil(middle)] ?? Number.NaN);
      }),
    );
  });

  test('of equal values are that value, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (value, n) => {
          expect(quartilesOf(Array(n).fill(value))).toEqual({
            lower: value,
            median: value,
            upper: value,
          });
        },
      ),
    );
  });
});

import { expect, test } from 'vitest';
import { medianInterval } from '../../../src/domain/peers/median-interval.ts';
import { ascending } from '../../../src/domain/peers/quantile.ts';

const of = (count: number) =>
  medianInterval(ascending(Array.from({ length: count }, (_, place) => place + 1)), 0.95);

// P(B ≤ l − 1) ≤ 0.025 for B of K tosses: 1/64 of 6; 7/64 of 6 is too much; 37/4096·… of 12: l = 3.
test.each([
  [6, 1, 6],
  [8, 1, 8],
  [9, 2, 8],
  [12, 3, 10],
  [25, 8, 18],
  [100, 40, 61],
])('of %i values lies between the values %i and %i', (count, lower, upper) => {
  expect(of(count)).toEqual({ lower, upper, level: 0.95 });
});

test.each([0, 1, 5])('of %i values has no bounds at 0.95', (count) => {
  expect(of(count)).toBeNull();
});

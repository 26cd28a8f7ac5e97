import { expect, test } from 'vitest';
import { yearlyMinimumWage } from '../../../src/domain/survey/minimum-wage.ts';

// INSEE, gross monthly minimum wage on 1 January: 1,343.77 in 2010, 1,766.92 in 2024, 1,823.03 in 2026.
test.each([
  [2010, 16_125.24],
  [2024, 21_203.04],
  [2026, 21_876.36],
])('the minimum wage of %i is that of twelve months', (year, euros) => {
  expect(yearlyMinimumWage(year)).toBeCloseTo(euros, 6);
});

test('the last one that is known holds on, and before the first there is none', () => {
  expect(yearlyMinimumWage(2040)).toBe(yearlyMinimumWage(2026));
  expect(yearlyMinimumWage(2009)).toBeNull();
});

test('it has not fallen from one year to the next', () => {
  for (let year = 2011; year <= 2026; year++) {
    expect(yearlyMinimumWage(year)).toBeGreaterThan(yearlyMinimumWage(year - 1) ?? 0);
  }
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../../src/domain/method.ts';
import { reliabilityOf } from '../../../src/domain/rate/reliability.ts';

const of = (base: number | null, coverage: number | null = null) =>
  reliabilityOf({ base, coverage }, DEFAULT_CHOICES);

test.each([
  [1, 'VERY_LOW'],
  [10, 'VERY_LOW'],
  [11, 'LOW'],
  [19, 'LOW'],
  [20, 'MODERATE'],
  [49, 'MODERATE'],
  [50, 'GOOD'],
  [61, 'GOOD'],
  [10_000, 'GOOD'],
])('a base of %i is of reliability %s', (base, reliability) => {
  expect(of(base)).toBe(reliability);
});

test('without a base there is no reliability to tell', () => {
  expect(of(null)).toBeNull();
  expect(of(0)).toBeNull();
});

describe('a rate that speaks of few of the certified', () => {
  test.each([
    [10_000, 100, 'GOOD'],
    [10_000, 50, 'GOOD'],
    [10_000, 49.99, 'MODERATE'],
    [10_000, 20, 'MODERATE'],
    [10_000, 19.99, 'LOW'],
    [10_000, 0, 'LOW'],
    [30, 19.99, 'LOW'],
    [15, 49.99, 'LOW'],
    [5, 10, 'VERY_LOW'],
  ])('on %i heads, %d %% of all, is at most as reliable: %s', (base, coverage, reliability) => {
    expect(of(base, coverage)).toBe(reliability);
  });

  test('by the bounds that the method gives', () => {
    const method = { reliabilityFrom: [5, 10, 15], reliabilityCoverage: [30, 80] } as const;
    expect(reliabilityOf({ base: 15, coverage: null }, method)).toBe('GOOD');
    expect(reliabilityOf({ base: 15, coverage: 79 }, method)).toBe('MODERATE');
    expect(reliabilityOf({ base: 15, coverage: 29 }, method)).toBe('LOW');
  });
});

import { expect, test } from 'vitest';
import { reliabilityOf } from '../../../src/domain/rate/reliability.ts';

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
  expect(reliabilityOf(base)).toBe(reliability);
});

test('without a base there is no reliability to tell', () => {
  expect(reliabilityOf(null)).toBeNull();
  expect(reliabilityOf(0)).toBeNull();
});

import { expect, test } from 'vitest';
import { ageBandOf } from '../../../src/domain/survey/holder.ts';

test.each([
  [14, 'UNDER_26'],
  [25, 'UNDER_26'],
  [26, '26_29'],
  [29, '26_29'],
  [30, '30_39'],
  [39, '30_39'],
  [40, '40_49'],
  [49, '40_49'],
  [50, '50_AND_OVER'],
  [80, '50_AND_OVER'],
] as const)('who is %i in the year of the award is in the band %s', (age, band) => {
  expect(ageBandOf(2024, 2024 - age)).toBe(band);
});

test('whose year of birth is not known is in no band', () => {
  expect(ageBandOf(2024, null)).toBeNull();
});

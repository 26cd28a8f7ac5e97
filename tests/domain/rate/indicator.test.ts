import { expect, test } from 'vitest';
import {
  byIndicator,
  HORIZON_MONTHS,
  INSERTION_INDICATORS,
} from '../../../src/domain/rate/indicator.ts';

test('two rates are observed after six months and one after two years', () => {
  expect(INSERTION_INDICATORS.map((indicator) => [indicator, HORIZON_MONTHS[indicator]])).toEqual([
    ['GLOBAL_6_MONTHS', 6],
    ['TARGET_OCCUPATION_6_MONTHS', 6],
    ['TARGET_OCCUPATION_2_YEARS', 24],
  ]);
});

test('one value is read for each of the three, under its own name', () => {
  expect(byIndicator((indicator) => indicator.toLowerCase())).toEqual({
    GLOBAL_6_MONTHS: 'global_6_months',
    TARGET_OCCUPATION_6_MONTHS: 'target_occupation_6_months',
    TARGET_OCCUPATION_2_YEARS: 'target_occupation_2_years',
  });
  expect(Object.keys(byIndicator(() => null))).toEqual([...INSERTION_INDICATORS]);
});

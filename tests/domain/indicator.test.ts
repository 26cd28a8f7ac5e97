import { expect, test } from 'vitest';
import { HORIZON_MONTHS, INSERTION_INDICATORS } from '../../src/domain/indicator.ts';

test('two rates are observed after six months and one after two years', () => {
  expect(INSERTION_INDICATORS.map((indicator) => [indicator, HORIZON_MONTHS[indicator]])).toEqual([
    ['GLOBAL_6_MONTHS', 6],
    ['TARGET_OCCUPATION_6_MONTHS', 6],
    ['TARGET_OCCUPATION_2_YEARS', 24],
  ]);
});

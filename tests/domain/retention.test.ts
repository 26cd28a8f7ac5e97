import { describe, expect, test } from 'vitest';
import { keptByRule, parseKeepRule } from '../../src/domain/retention.ts';
import { day } from '../support/factories.ts';

const NONE = { last: 0, days: 0, months: 0, years: 0 };

/** Publications numbered from 1, oldest first. */
const of = (...days: string[]) =>
  days.map((each, index) => ({ id: index + 1, datedOn: day(each) }));

const LIST = of(
  '2024-12-30',
  '2024-12-31',
  '2025-03-01',
  '2026-10-31',
  '2026-11-01',
  '2026-11-29',
  '2026-11-30',
  '2026-11-30',
  '2026-12-01',
);
const kept = (rule: string) =>
  [...keptByRule(LIST, parseKeepRule(rule), day('2026-12-01'))].toSorted((a, b) => a - b);

describe('a rule', () => {
  test.each([
    ['10', { ...NONE, last: 10 }],
    ['30d,24m,10y', { ...NONE, days: 30, months: 24, years: 10 }],
    [' 3 , 2d ', { ...NONE, last: 3, days: 2 }],
  ])('%s is read', (text, rule) => {
    expect(parseKeepRule(text)).toEqual(rule);
  });

  test.each(['', '1x', '-1', '30d;24m', '1.5', 'd'])(
    '%j is refused with what is accepted',
    (text) => {
      expect(() => parseKeepRule(text)).toThrow(
        `--keep is ${JSON.stringify(text)}: numbers between commas are accepted`,
      );
    },
  );
});

describe('publications that are kept', () => {
  test.each([
    // The newest always is.
    ['0', [9]],
    ['3', [7, 8, 9]],
    // Of a day the last.
    ['2d', [8, 9]],
    ['3d', [6, 8, 9]],
    // This month is the first of two.
    ['1m', [9]],
    ['2m', [8, 9]],
    ['3m', [4, 8, 9]],
    ['1y', [9]],
    ['2y', [3, 9]],
    ['3y', [2, 3, 9]],
    ['2d,3y', [2, 3, 8, 9]],
  ])('by %s', (rule, expected) => {
    expect(kept(rule)).toEqual(expected);
  });

  test('are the same in whatever order they are listed', () => {
    const rule = parseKeepRule('2d,3m,3y');
    const reversed = keptByRule(LIST.toReversed(), rule, day('2026-12-01'));
    expect([...reversed].toSorted()).toEqual(kept('2d,3m,3y'));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import { headsChange, type MaybeRate, rateChange } from '../../../src/domain/rate/rate-change.ts';

function rate(value: number | null, base: number | null): MaybeRate {
  return { value, base };
}

describe('the changes of the worked example', () => {
  // From roots of (p − q)² = z² · q(1 − q) / n for the Wilson bounds, then Newcombe's two sums.
  test.each<[string, MaybeRate, MaybeRate, number, number, number]>([
    ['global, 2018 to 2019', rate(100, 17), rate(93, 21), -7, -25.6863, 12.203],
    ['global, 2019 to 2020', rate(93, 21), rate(86, 23), -7, -26.9934, 13.7189],
    ['target at 6 months, 2018 to 2019', rate(57, 17), rate(53, 21), -4, -32.3548, 25.622],
    ['target at 6 months, 2019 to 2020', rate(53, 21), rate(50, 23), -3, -29.9298, 24.5979],
    ['target at 2 years, 2018 to 2019', rate(47, 17), rate(57, 21), 10, -20.1169, 37.8423],
    ['target of 2018, 6 months to 2 years', rate(57, 17), rate(47, 17), -10, -38.9169, 21.5197],
    ['target of 2019, 6 months to 2 years', rate(53, 21), rate(57, 21), 4, -24.1247, 31.2581],
  ])('%s: none is significant', (_name, earlier, later, difference, lower, upper) => {
    const change = rateChange(earlier, later);
    expect(change).toMatchObject({ difference, level: 0.95, verdict: 'NOT_SIGNIFICANT' });
    expect(change?.lower).toBeCloseTo(lower, 4);
    expect(change?.upper).toBeCloseTo(upper, 4);
  });

  test('the two rates go with the change, the earlier one first', () => {
    expect(rateChange(rate(93, 21), rate(86, 23))).toMatchObject({
      from: { rate: 93, base: 21 },
      to: { rate: 86, base: 23 },
    });
  });
});

describe('a change that is significant', () => {
  test.each([
    [60, 75, 15, 5.826, 23.8315, 'RISE'],
    [75, 60, -15, -23.8315, -5.826, 'FALL'],
  ] as const)('from %d to %d on 200 each', (from, to, difference, lower, upper, verdict) => {
    const change = rateChange(rate(from, 200), rate(to, 200));
    expect(change).toMatchObject({ difference, verdict });
    expect(change?.lower).toBeCloseTo(lower, 4);
    expect(change?.upper).toBeCloseTo(upper, 4);
  });

  test.each([
    [90, 80, 0.95, -19.9474, -0.0149, 'FALL'],
    [90, 80, 0.99, -23.1738, 3.2766, 'NOT_SIGNIFICANT'],
    [50, 60, 0.95, -3.7302, 23.2123, 'NOT_SIGNIFICANT'],
    [50, 60, 0.8, 0.9866, 18.7872, 'RISE'],
  ] as const)('from %d to %d on 100 each at a level of %d', (...line) => {
    const [from, to, level, lower, upper, verdict] = line;
    const change = rateChange(rate(from, 100), rate(to, 100), level);
    expect(change).toMatchObject({ level, verdict });
    expect(change?.lower).toBeCloseTo(lower, 4);
    expect(change?.upper).toBeCloseTo(upper, 4);
  });

  test('no change at all is not significant', () => {
    expect(rateChange(rate(80, 5_000), rate(80, 5_000))).toMatchObject({
      difference: 0,
      verdict: 'NOT_SIGNIFICANT',
    });
  });
});

describe('there is no change', () => {
  test.each<[string, MaybeRate]>([
    ['without a value', rate(null, 20)],
    ['without a base', rate(86, null)],
    ['on a base of 0', rate(86, 0)],
    ['without either', rate(null, null)],
  ])('when one of the rates is %s', (_name, missing) => {
    expect(rateChange(missing, rate(93, 21))).toBeNull();
    expect(rateChange(rate(93, 21), missing)).toBeNull();
    expect(rateChange(missing, missing)).toBeNull();
  });

  test('a rate of 0 is a rate', () => {
    expect(rateChange(rate(0, 20), rate(0, 20))).toMatchObject({ difference: 0 });
  });
});

test.each([0.5, 1, 95, Number.NaN])('a level of %d is refused', (level) => {
  expect(() => rateChange(rate(93, 21), rate(86, 23), level)).toThrow(BadUserInputError);
  expect(() => rateChange(rate(93, 21), rate(86, 23), level)).toThrow(`level ${level}`);
});

test('a wrong level is refused even where there is no change to give', () => {
  expect(() => rateChange(rate(null, 21), rate(86, 23), 1)).toThrow(BadUserInputError);
  expect(() => rateChange(rate(93, 21), rate(86, null), 1)).toThrow(BadUserInputError);
});

test('backwards, every change is the opposite one', () => {
  const known = fc.record({
    value: fc.integer({ min: 0, max: 100 }),
    base: fc.integer({ min: 1, max: 2_000 }),
  });
  const opposite = { RISE: 'FALL', FALL: 'RISE', NOT_SIGNIFICANT: 'NOT_SIGNIFICANT' } as const;
  fc.assert(
    fc.property(known, known, (a, b) => {
      const there = rateChange(a, b);
      const back = rateChange(b, a);
      if (!there || !back) throw new Error('both rates are known');
      expect(there.difference + back.difference).toBe(0);
      expect(there.lower).toBeCloseTo(-back.upper, 8);
      expect(there.verdict).toBe(opposite[back.verdict]);
    }),
  );
});

describe('headsChange', () => {
  test.each([
    [21, 23, 2, 200 / 21], // 100 · 2 / 21 = 9.52…
    [20, 15, -5, -25],
    [20, 20, 0, 0],
    [20, 0, -20, -100],
    [1, 3, 2, 200],
  ])('from %i to %i is %i, or %d %%', (earlier, later, difference, growth) => {
    expect(headsChange(earlier, later)).toEqual({ previous: earlier, difference, growth });
  });

  test.each([0, 12])('from nobody to %i has no growth in percent', (later) => {
    expect(headsChange(0, later)).toEqual({ previous: 0, difference: later, growth: null });
  });
});

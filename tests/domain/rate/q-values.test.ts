import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import { differenceProbability, newcombeDifference } from '../../../src/domain/rate/interval.ts';
import { checkedMaximumQ, manyComparisons, qValues } from '../../../src/domain/rate/q-values.ts';
import { finish } from '../../../src/domain/work.ts';

const qOf = (...p: number[]) => Array.from(finish(qValues(Float64Array.from(p))));

describe('q-values', () => {
  test('are those of the example of the method', () => {
    const q = qOf(0.001, 0.008, 0.012, 0.03, 0.04, 0.2, 0.5, 0.9);
    const expected = [0.008, 0.032, 0.032, 0.06, 0.064, 0.2667, 0.5714, 0.9];
    for (const [place, each] of expected.entries()) expect(q[place]).toBeCloseTo(each, 4);
  });

  test('ascend with p, are p or more, 1 at most, and the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 }), (p) => {
        const q = qOf(...p);
        for (const [place, each] of p.entries()) {
          expect(q[place]).toBeGreaterThanOrEqual(each * (1 - 1e-12));
          expect(q[place]).toBeLessThanOrEqual(1);
          for (const [other, value] of p.entries()) {
            if (each <= value) expect(q[place]).toBeLessThanOrEqual(q[other] ?? Number.NaN);
          }
        }
        expect(qOf(...p.toReversed())).toEqual(q.toReversed());
      }),
    );
  });

  test('of what was not tested there are none, and it does not count', () => {
    expect(qOf(0.01, Number.NaN, 0.02)).toEqual([0.02, Number.NaN, 0.02]);
  });

  test('as many are found by chance as the level says', () => {
    expect(manyComparisons(3324, 0.05)).toEqual({
      tested: 3324,
      level: 0.05,
      expectedByChance: 166.20000000000002,
    });
  });

  test.each([-0.1, 1.1, Number.NaN])('a largest one of %d is refused', (share) => {
    expect(() => checkedMaximumQ(share)).toThrow(BadUserInputError);
  });
});

describe('the p-value of a difference', () => {
  test('is the smallest α whose interval leaves 0 out', () => {
    const rate = fc.integer({ min: 0, max: 100 });
    const base = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(rate, base, rate, base, (a, m, b, n) => {
        const p = differenceProbability({ rate: a, base: m }, { rate: b, base: n }) ?? Number.NaN;
        if (a === b) {
          expect(p).toBe(1);
          return;
        }
        // Levels between 0.5 and 1 are accepted.
        if (p > 0.45 || p < 1e-9) return;
        const at = (alpha: number) =>
          newcombeDifference({ rate: a, base: m }, { rate: b, base: n }, 1 - alpha);
        const excludes = (alpha: number) => {
          const { lower = 0, upper = 0 } = at(alpha) ?? {};
          return lower > 0 || upper < 0;
        };
        expect(excludes(p * 1.001)).toBe(true);
        expect(excludes(p * 0.999)).toBe(false);
      }),
    );
  });

  test('is absent without a base', () => {
    expect(differenceProbability({ rate: 50, base: 0 }, { rate: 60, base: 10 })).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  FUNNEL_POSITIONS,
  type FunnelPosition,
  funnelLimits,
  funnelOf,
  funnelPosition,
} from '../../../src/domain/rate/funnel.ts';

describe('the limits on a base of 30 and more: the normal law', () => {
  test.each([
    // √(0.8 · 0.2 / 30) = 0.0730297; · 1.959964 = 0.143136; · 3.090232 = 0.225679, cut at 100.
    [80, 30, 0.95, 65.6864, 94.3136],
    [80, 30, 0.998, 57.4321, 100],
    // √(0.8 · 0.2 / 100) = 0.04; · 1.959964 = 0.0783986; · 3.090232 = 0.1236093.
    [80, 100, 0.95, 72.1601, 87.8399],
    [80, 100, 0.998, 67.6391, 92.3609],
    // √(0.5 · 0.5 / 30) = 0.0912871 and √(0.5 · 0.5 / 100) = 0.05.
    [50, 30, 0.95, 32.1081, 67.8919],
    [50, 30, 0.998, 21.7902, 78.2098],
    [50, 100, 0.95, 40.2002, 59.7998],
    [50, 100, 0.998, 34.5488, 65.4512],
    // √(0.02 · 0.98 / 100) = 0.014: cut at 0 and at 100.
    [2, 100, 0.95, 0, 4.7439],
    [98, 100, 0.998, 93.6737, 100],
  ])('around %d on %i, at %d: %d to %d', (peerRate, base, level, lower, upper) => {
    const limits = funnelLimits(peerRate, base, level);
    expect(limits?.level).toBe(level);
    expect(limits?.lower).toBeCloseTo(lower, 4);
    expect(limits?.upper).toBeCloseTo(upper, 4);
  });
});

describe('the limits on a base under 30: the binomial law', () => {
  test.each([
    // P(X ≤ 3) = 0.0009, P(X ≤ 4) = 0.0064, P(X ≤ 5) = 0.0328, P(X ≤ 9) = 0.8926.
    [80, 10, 0.95, 5, 10],
    [80, 10, 0.998, 4, 10],
    // P(X ≤ 4) = 0.9672, P(X ≤ 5) = 0.9936, P(X ≤ 6) = 0.9991.
    [20, 10, 0.95, 0, 5],
    [20, 10, 0.998, 0, 6],
    // P(X ≤ 13) = 0.0024, P(X ≤ 14) = 0.0113, P(X ≤ 15) = 0.0432, P(X ≤ 19) = 0.8784.
    [90, 20, 0.95, 15, 20],
    [90, 20, 0.998, 13, 20],
    // P(X ≤ 8) = 0.0121, P(X ≤ 9) = 0.0307, P(X ≤ 20) = 0.9879; P(X ≤ 6) = 0.0012, P(X ≤ 23) = 0.9997.
    [50, 29, 0.95, 9, 20],
    [50, 29, 0.998, 6, 23],
    // P(X ≤ 18) = 0.0197, P(X ≤ 26) = 0.9480, P(X ≤ 27) = 0.9872; P(X ≤ 15) = 0.0006, P(X ≤ 28) = 0.9985.
    [80, 29, 0.95, 19, 27],
    [80, 29, 0.998, 16, 29],
    [50, 1, 0.95, 0, 1],
    // P(X ≤ 0) = 0.1³ = 0.001 and 1 − 0.999 = 0.001: the tail of 99.8 % to the last digit.
    [90, 3, 0.998, 0, 3],
    [10, 3, 0.998, 0, 2],
    [99.9, 1, 0.998, 0, 1],
    [0.1, 1, 0.998, 0, 0],
    // The same of 95 %: 0.025 and 0.975.
    [97.5, 1, 0.95, 0, 1],
    [2.5, 1, 0.95, 0, 0],
  ])('around %d on %i, at %d: from %i heads to %i', (peerRate, base, level, from, to) => {
    expect(funnelLimits(peerRate, base, level)).toEqual({
      level,
      lower: (100 * from) / base,
      upper: (100 * to) / base,
    });
  });

  test('are the smallest counts that reach the two tails, whatever the peers’ rate', () => {
    const levels = fc.constantFrom(0.95, 0.998);
    const peerRates = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(peerRates, fc.integer({ min: 1, max: 29 }), levels, (peerRate, base, level) => {
        const limits = funnelLimits(peerRate, base, level);
        const lower = Math.round(((limits?.lower ?? Number.NaN) * base) / 100);
        const upper = Math.round(((limits?.upper ?? Number.NaN) * base) / 100);
        const tail = (1 - level) / 2;
        // As many heads or more on one side is as many or fewer on the other.
        expect(reached(lower, base, peerRate)).toBeGreaterThanOrEqual(tail - 1e-9);
        expect(reached(lower - 1, base, peerRate)).toBeLessThan(tail + 1e-9);
        expect(reached(base - upper - 1, base, 100 - peerRate)).toBeLessThanOrEqual(tail + 1e-9);
        expect(reached(base - upper, base, 100 - peerRate)).toBeGreaterThan(tail - 1e-9);
      }),
    );
  });
});

/** P(X ≤ count), by the recurrence of Pascal's triangle over the heads. */
function reached(count: number, base: number, rate: number): number {
  let law = [1];
  for (let head = 0; head < base; head++) {
    law = [...law, 0].map(
      (_, x) => (law[x] ?? 0) * (1 - rate / 100) + (law[x - 1] ?? 0) * (rate / 100),
    );
  }
  return law.slice(0, Math.max(0, count + 1)).reduce((total, each) => total + each, 0);
}

describe('the position of a rate', () => {
  test.each<[number, number, number, FunnelPosition]>([
    // Around 80 on 100: 67.6391, 72.1601, 87.8399, 92.3609.
    [67, 100, 80, 'BELOW_99_8'],
    [67.63, 100, 80, 'BELOW_99_8'],
    [67.64, 100, 80, 'BELOW_95'],
    [72, 100, 80, 'BELOW_95'],
    [73, 100, 80, 'WITHIN'],
    [80, 100, 80, 'WITHIN'],
    [87, 100, 80, 'WITHIN'],
    [88, 100, 80, 'ABOVE_95'],
    [92.36, 100, 80, 'ABOVE_95'],
    [92.37, 100, 80, 'ABOVE_99_8'],
    [100, 100, 80, 'ABOVE_99_8'],
    // Around 80 on 30: 57.43, 65.69, 94.31, and nothing above 100.
    [57, 30, 80, 'BELOW_99_8'],
    [58, 30, 80, 'BELOW_95'],
    [66, 30, 80, 'WITHIN'],
    [94, 30, 80, 'WITHIN'],
    [100, 30, 80, 'ABOVE_95'],
    // Around 80 on 10: 40, 50, 100, 100.
    [39, 10, 80, 'BELOW_99_8'],
    [45, 10, 80, 'BELOW_95'],
    [100, 10, 80, 'WITHIN'],
    // Around 20 on 10: 0, 0, 50, 60.
    [0, 10, 20, 'WITHIN'],
    [55, 10, 20, 'ABOVE_95'],
    [61, 10, 20, 'ABOVE_99_8'],
  ])('%d on %i, around %d: %s', (rate, base, peerRate, position) => {
    expect(funnelPosition(rate, base, peerRate)).toBe(position);
  });

  test.each<[number, number, number, FunnelPosition]>([
    [50, 10, 80, 'WITHIN'],
    [40, 10, 80, 'BELOW_95'],
    [50, 10, 20, 'WITHIN'],
    [60, 10, 20, 'ABOVE_95'],
    [75, 20, 90, 'WITHIN'],
    [65, 20, 90, 'BELOW_95'],
    [0, 3, 90, 'BELOW_95'],
    [0, 1, 99.9, 'BELOW_95'],
  ])('a limit belongs to what lies within it: %d on %i, around %d', (...line) => {
    const [rate, base, peerRate, position] = line;
    expect(funnelPosition(rate, base, peerRate)).toBe(position);
  });

  test('a limit of the normal law belongs to what lies within it too', () => {
    const [narrow, wide] = funnelOf(80, 100);
    if (!narrow || !wide) throw new Error('both limits are there');
    expect(funnelPosition(narrow.lower, 100, 80)).toBe('WITHIN');
    expect(funnelPosition(narrow.upper, 100, 80)).toBe('WITHIN');
    expect(funnelPosition(wide.lower, 100, 80)).toBe('BELOW_95');
    expect(funnelPosition(wide.upper, 100, 80)).toBe('ABOVE_95');
  });

  test.each([1, 10, 29, 30, 500])(
    'around 0 and around 100 nothing is left to chance, on %i',
    (base) => {
      expect(funnelPosition(0, base, 0)).toBe('WITHIN');
      expect(funnelPosition(1, base, 0)).toBe('ABOVE_99_8');
      expect(funnelPosition(100, base, 100)).toBe('WITHIN');
      expect(funnelPosition(99, base, 100)).toBe('BELOW_99_8');
    },
  );

  test.each([0, -1, Number.NaN])('is absent on a base of %d, and so are the limits', (base) => {
    expect(funnelPosition(80, base, 80)).toBeNull();
    expect(funnelLimits(80, base, 0.95)).toBeNull();
    expect(funnelOf(80, base)).toEqual([]);
  });

  test.each([-0.1, 100.1, Number.NaN])('around %d is refused', (peerRate) => {
    expect(() => funnelPosition(80, 100, peerRate)).toThrow(RangeError);
    expect(() => funnelLimits(peerRate, 100, 0.95)).toThrow(`rate ${peerRate} is not a percentage`);
  });

  test('goes up with the rate, and mirrors around 50', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const bases = fc.integer({ min: 30, max: 3_000 });
    const order = (rate: number, base: number, peerRate: number) => {
      const position = funnelPosition(rate, base, peerRate);
      return position === null ? Number.NaN : FUNNEL_POSITIONS.indexOf(position);
    };
    fc.assert(
      fc.property(percent, percent, percent, bases, (a, b, peerRate, base) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(order(low, base, peerRate)).toBeLessThanOrEqual(order(high, base, peerRate));
        expect(order(100 - a, base, 100 - peerRate)).toBe(4 - order(a, base, peerRate));
      }),
    );
  });
});

describe('a funnel', () => {
  test('is drawn at 95 % and at 99.8 %, the narrow limits first', () => {
    expect(funnelOf(80, 10)).toEqual([
      { level: 0.95, lower: 50, upper: 100 },
      { level: 0.998, lower: 40, upper: 100 },
    ]);
  });

  test('narrows as the base grows', () => {
    const bases = fc.integer({ min: 30, max: 5_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), bases, (peerRate, base) => {
        const width = (heads: number) => {
          const { lower, upper } = funnelLimits(peerRate, heads, 0.95) ?? { lower: 0, upper: 0 };
          return upper - lower;
        };
        expect(width(2 * base)).toBeLessThan(width(base));
      }),
    );
  });

  test.each([0.5, 1])('at a level of %d is refused', (level) => {
    expect(() => funnelLimits(80, 100, level)).toThrow(BadUserInputError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcsineOf,
  FUNNEL_KINDS,
  FUNNEL_POSITIONS,
  type FunnelKind,
  type FunnelPosition,
  funnelDeviate,
  funnelLimits,
  funnelPosition,
} from '../../../src/domain/rate/funnel.ts';

/** τ² of the worked example of the method. */
const TAU_SQUARED = 0.00997743;

function limitsAt(kind: FunnelKind, rate: number, base: number, level: number, tauSquared = 0) {
  return funnelLimits(kind, { rate, tauSquared }, base).find((each) => each.level === level);
}

function positionOf(kind: FunnelKind, rate: number, base: number, centre: number) {
  return funnelPosition(kind, { rate: centre, tauSquared: 0 }, { rate, base });
}

describe('the worked example of the method', () => {
  const centre = { rate: 83.27525622, tauSquared: TAU_SQUARED };

  test('θ₀ is the arcsine of the pooled rate', () => {
    expect(arcsineOf(centre.rate)).toBeCloseTo(1.149483, 6);
  });

  test.each([
    [28, 64, -2.3514, -1.6159],
    [35, 97, 2.9253, 1.8895],
  ])('%i heads at %d: z %d, adjusted %d', (base, rate, z, adjusted) => {
    expect(funnelDeviate(rate, base, centre.rate, 0)).toBeCloseTo(z, 4);
    expect(funnelDeviate(rate, base, centre.rate, TAU_SQUARED)).toBeCloseTo(adjusted, 4);
    expect(funnelPosition('ADJUSTED', centre, { rate, base })).toBe('WITHIN');
  });

  test.each<[FunnelKind, number, number, number, number]>([
    ['EXACT', 28, 0.95, 67.86, 96.43],
    ['UNADJUSTED', 28, 0.95, 67.51, 94.53],
    ['ADJUSTED', 28, 0.95, 59.4, 97.71],
    ['UNADJUSTED', 35, 0.95, 69.33, 93.6],
    ['ADJUSTED', 35, 0.95, 60.68, 97.31],
    ['ADJUSTED', 35, 0.998, 45.98, 99.97],
  ])('limits of the kind %s on %i at %d: %d to %d', (kind, base, level, lower, upper) => {
    const limits = limitsAt(kind, centre.rate, base, level, TAU_SQUARED);
    expect(limits?.lower).toBeCloseTo(lower, 2);
    expect(limits?.upper).toBeCloseTo(upper, 2);
  });
});

describe('the exact limits: the binomial law, on every base', () => {
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
    expect(limitsAt('EXACT', peerRate, base, level)).toEqual({
      level,
      lower: (100 * from) / base,
      upper: (100 * to) / base,
    });
  });

  test('are the smallest counts that reach the two tails, whatever the peers’ rate', () => {
    const levels = fc.constantFrom(0.95, 0.998);
    const peerRates = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(peerRates, fc.integer({ min: 1, max: 60 }), levels, (peerRate, base, level) => {
        const limits = limitsAt('EXACT', peerRate, base, level);
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
    // Around 80 on 10: 40, 50, 100, 100.
    [39, 10, 80, 'BELOW_99_8'],
    [45, 10, 80, 'BELOW_95'],
    [100, 10, 80, 'WITHIN'],
    // Around 20 on 10: 0, 0, 50, 60.
    [0, 10, 20, 'WITHIN'],
    [55, 10, 20, 'ABOVE_95'],
    [61, 10, 20, 'ABOVE_99_8'],
    // A limit belongs to what lies within it.
    [50, 10, 80, 'WITHIN'],
    [40, 10, 80, 'BELOW_95'],
    [0, 3, 90, 'BELOW_95'],
    [0, 1, 99.9, 'BELOW_95'],
  ])('%d on %i, exact, around %d: %s', (rate, base, centre, position) => {
    expect(positionOf('EXACT', rate, base, centre)).toBe(position);
  });

  test.each<[number, FunnelPosition]>([
    // θ₀ = 1.107149, s = 0.05: 66.414, 71.636, 87.215, 90.744.
    [66.41, 'BELOW_99_8'],
    [66.42, 'BELOW_95'],
    [71.63, 'BELOW_95'],
    [71.64, 'WITHIN'],
    [87.21, 'WITHIN'],
    [87.22, 'ABOVE_95'],
    [90.74, 'ABOVE_95'],
    [90.75, 'ABOVE_99_8'],
  ])('%d on 100, for chance alone, around 80: %s', (rate, position) => {
    expect(positionOf('UNADJUSTED', rate, 100, 80)).toBe(position);
  });

  test.each([1, 10, 29, 30, 500])(
    'around 0 and around 100 the exact funnel leaves nothing, on %i',
    (base) => {
      expect(positionOf('EXACT', 0, base, 0)).toBe('WITHIN');
      expect(positionOf('EXACT', 1, base, 0)).toBe('ABOVE_99_8');
      expect(positionOf('EXACT', 100, base, 100)).toBe('WITHIN');
      expect(positionOf('EXACT', 99, base, 100)).toBe('BELOW_99_8');
    },
  );

  test.each([0, -1, Number.NaN])('is absent on a base of %d, and so are the limits', (base) => {
    for (const kind of FUNNEL_KINDS) {
      expect(positionOf(kind, 80, base, 80)).toBeNull();
      expect(funnelLimits(kind, { rate: 80, tauSquared: 0 }, base)).toEqual([]);
    }
  });

  test('is absent of the adjusted funnel where the spread of the peers is not known', () => {
    const centre = { rate: 80, tauSquared: null };
    expect(funnelPosition('ADJUSTED', centre, { rate: 80, base: 50 })).toBeNull();
    expect(funnelLimits('ADJUSTED', centre, 50)).toEqual([]);
    expect(funnelPosition('UNADJUSTED', centre, { rate: 80, base: 50 })).toBe('WITHIN');
  });

  test.each([-0.1, 100.1, Number.NaN])('around %d is refused', (rate) => {
    expect(() => funnelLimits('EXACT', { rate, tauSquared: 0 }, 100)).toThrow(
      `rate ${rate} is not a percentage`,
    );
  });

  test('goes up with the rate, mirrors around 50, and is that of the limits', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const kinds = fc.constantFrom(...FUNNEL_KINDS);
    const order = (...given: Parameters<typeof positionOf>) =>
      FUNNEL_POSITIONS.indexOf(positionOf(...given) ?? 'WITHIN');
    fc.assert(
      fc.property(
        kinds,
        percent,
        percent,
        percent,
        fc.integer({ min: 1, max: 3_000 }),
        (kind, a, b, centre, base) => {
          const [low, high] = a <= b ? [a, b] : [b, a];
          expect(order(kind, low, base, centre)).toBeLessThanOrEqual(
            order(kind, high, base, centre),
          );
          if (kind !== 'EXACT') {
            expect(order(kind, 100 - a, base, 100 - centre)).toBe(4 - order(kind, a, base, centre));
          }
          const limits = limitsAt(kind, centre, base, 0.95);
          const within = a >= (limits?.lower ?? 0) - 1e-9 && a <= (limits?.upper ?? 0) + 1e-9;
          if (order(kind, a, base, centre) === 2) expect(within).toBe(true);
        },
      ),
    );
  });
});

describe('the adjusted funnel', () => {
  const centres = fc.integer({ min: 5, max: 95 });
  const bases = fc.integer({ min: 1, max: 2_000 });

  test('is the one for chance alone when the peers do not differ beyond it', () => {
    fc.assert(
      fc.property(centres, bases, (rate, base) => {
        const centre = { rate, tauSquared: 0 };
        expect(funnelLimits('ADJUSTED', centre, base)).toEqual(
          funnelLimits('UNADJUSTED', centre, base),
        );
      }),
    );
  });

  test('four times the heads halve what chance adds, and not what the peers differ by', () => {
    const halfWidth = (base: number, tauSquared: number) => {
      const { upper = 0 } = limitsAt('ADJUSTED', 50, base, 0.95, tauSquared) ?? {};
      return arcsineOf(upper) - arcsineOf(50);
    };
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 2_000 }), (base) => {
        expect(halfWidth(4 * base, 0)).toBeCloseTo(halfWidth(base, 0) / 2, 10);
        const spread = 0.005;
        const ofChance = (heads: number) =>
          (halfWidth(heads, spread) / 1.959963984540054) ** 2 - spread;
        expect(ofChance(4 * base)).toBeCloseTo(ofChance(base) / 4, 10);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { arcsineOf } from '../../../src/domain/rate/funnel.ts';
import { overdispersion } from '../../../src/domain/rate/overdispersion.ts';

const RATES = [92, 88, 75, 95, 84, 70, 90, 82, 97, 79, 86, 64];
const BASES = [25, 40, 60, 30, 120, 20, 80, 45, 35, 150, 50, 28];
const POOLED = 83.27525622254758;

const spreadAt = (share: number) =>
  overdispersion(
    {
      count: RATES.length,
      arcsine: (place) => arcsineOf(RATES[place] ?? Number.NaN),
      base: (place) => BASES[place] ?? Number.NaN,
    },
    POOLED,
    { share, fewest: 10 },
  );

describe('overdispersion of peers', () => {
  test('is the mean of the squared deviates where none is drawn in', () => {
    const centre = arcsineOf(POOLED);
    const squares = RATES.map(
      (rate, place) => (arcsineOf(rate) - centre) ** 2 * 4 * (BASES[place] ?? 0),
    );
    const mean = squares.reduce((sum, each) => sum + each, 0) / RATES.length;
    expect(spreadAt(0)?.phi).toBeCloseTo(mean, 12);
  });

  test('is a number at every share that may be chosen, and nears that of none', () => {
    for (let percent = 0; percent <= 25; percent++) {
      const { phi, tauSquared } = spreadAt(percent / 100) ?? { phi: NaN, tauSquared: NaN };
      expect([percent, phi > 0, tauSquared > 0]).toEqual([percent, true, true]);
    }
    expect(spreadAt(1e-9)?.phi).toBeCloseTo(spreadAt(0)?.phi ?? Number.NaN, 6);
  });
});

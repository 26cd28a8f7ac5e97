import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComparedRate,
  compareWithPeers,
  NO_COMPARISON,
  type PeerRates,
} from '../../../src/domain/peers/benchmark.ts';
import { peerRates } from '../../support/peers.ts';

/** Five peers: 10 certified at 60, 20 and 30 at 70, 40 at 80, 100 at 90. */
const peers = peerRates({
  values: [60, 70, 70, 80, 90],
  weighted: 600 + 1400 + 2100 + 3200 + 9000,
  base: 200,
});

function own(value: number | null, base = 40): ComparedRate {
  return { value, base };
}

describe('a rate beside those of its peers', () => {
  test('the median and the quartiles are of the peers’ own rates, unweighted', () => {
    // Of five, the second, third and fourth.
    expect(compareWithPeers(own(75), peers)).toMatchObject({
      status: 'COMPARED',
      peerCount: 5,
      peerLowerQuartile: 70,
      peerMedian: 70,
      peerUpperQuartile: 80,
    });
  });

  test('the pooled rate of the peers weighs their certified, and is another figure', () => {
    expect(compareWithPeers(own(75), peers).peerPooled).toBe(81.5); // 16300 / 200
  });

  test.each([
    [50, 0],
    [60, 10], // half of 1 of 5
    [65, 20], // 1 below
    [70, 40], // 1 below, half of 2
    [75, 60], // 3 below
    [80, 70], // 3 below, half of 1
    [90, 90],
    [95, 100],
  ])('the percentile of %d is %d: those below, and half of the equal ones', (value, percentile) => {
    expect(compareWithPeers(own(value), peers).percentile).toBe(percentile);
  });

  test('a rate like that of all its peers is in the middle', () => {
    const alike = peerRates({ values: [80, 80, 80, 80, 80], weighted: 8000, base: 100 });
    expect(compareWithPeers(own(80), alike)).toMatchObject({
      percentile: 50,
      difference: 0,
      excludesMedian: false,
      funnel: 'WITHIN',
    });
  });

  // Wilson on 40 at 95 %: 40 is 26.35 to 55.40, 55 to 69.29, 56 to 70.18, 65 is 49.51 to 77.87,
  // 84 from 69.77, 85 from 70.93, 90 is 76.95 to 96.04.
  test.each([
    [40, -30, true],
    [55, -15, true],
    [56, -14, false],
    [65, -5, false],
    [70, 0, false],
    [75, 5, false],
    [84, 14, false],
    [85, 15, true],
    [90, 20, true],
  ])('%d differs from the median by %d; its interval leaves it out: %s', (...line) => {
    const [value, difference, excludesMedian] = line;
    expect(compareWithPeers(own(value), peers)).toMatchObject({ difference, excludesMedian });
  });

  test('the difference is unrounded', () => {
    const { difference } = compareWithPeers(own(5631 / 61, 61), peers);
    expect(difference).toBeCloseTo(22.3114754, 7); // 5631 / 61 − 70
  });

  test.each([0, 100])('an interval that ends at a median of %d contains it', (value) => {
    const alike = peerRates({ values: Array(5).fill(value), weighted: 100 * value, base: 100 });
    expect(compareWithPeers(own(value), alike)).toMatchObject({
      excludesMedian: false,
      funnel: 'WITHIN',
    });
  });

  // Around 81.5: on 40, √(0.815 · 0.185 / 40) = 0.061395, so 69.47 to 93.53 and 62.53 to 100.
  // On 20 the binomial law: 13 to 19 of 20, 10 to 20 of 20.
  test.each([
    [62, 40, 'BELOW_99_8'],
    [65, 40, 'BELOW_95'],
    [70, 40, 'WITHIN'],
    [94, 40, 'ABOVE_95'],
    [45, 20, 'BELOW_99_8'],
    [60, 20, 'BELOW_95'],
    [65, 20, 'WITHIN'],
    [96, 20, 'ABOVE_95'],
  ])('%d on %i is, around the pooled rate and not the median, %s', (value, base, funnel) => {
    expect(compareWithPeers(own(value, base), peers).funnel).toBe(funnel);
  });
});

describe('rankings', () => {
  test.each([
    [19, false],
    [20, true],
    [21, true],
  ])('a base of %i is ranked: %s; its percentile is given either way', (base, ranked) => {
    expect(compareWithPeers(own(70, base), peers)).toMatchObject({ ranked, percentile: 40 });
  });

  test('whether a base is enough does not depend on the peers', () => {
    expect(
      compareWithPeers(own(70, 20), peerRates({ values: [], weighted: 0, base: 0 })).ranked,
    ).toBe(true);
    expect(compareWithPeers(own(null, 0), peers).ranked).toBe(false);
    expect(compareWithPeers(own(null, 40), peers).ranked).toBe(false);
  });
});

describe('what is withheld', () => {
  const WITHHELD = {
    peerMedian: null,
    peerLowerQuartile: null,
    peerUpperQuartile: null,
    peerPooled: null,
    percentile: null,
    difference: null,
    excludesMedian: null,
    funnel: null,
  };

  test.each([0, 1, 4])('under five peers, here %i, all but their number', (peerCount) => {
    const few = peerRates({
      values: [60, 70, 80, 90].slice(0, peerCount),
      weighted: 3000,
      base: 40,
    });
    const comparison = compareWithPeers(own(75), few);
    expect(comparison).toEqual({
      ...WITHHELD,
      status: 'INSUFFICIENT_PEERS',
      peerCount,
      ranked: true,
    });
    // Neither rate nor peers: too few peers is what is said.
    expect(compareWithPeers(own(null, 0), few).status).toBe('INSUFFICIENT_PEERS');
  });

  test('without an own rate, all that compares with it; the peers’ figures are given', () => {
    expect(compareWithPeers(own(null, 0), peers)).toEqual({
      ...WITHHELD,
      status: 'NO_OWN_RATE',
      peerCount: 5,
      peerLowerQuartile: 70,
      peerMedian: 70,
      peerUpperQuartile: 80,
      peerPooled: 81.5,
      ranked: false,
    });
  });

  test('where no rate applies, everything', () => {
    expect(NO_COMPARISON).toEqual({
      ...WITHHELD,
      status: 'NOT_APPLICABLE',
      peerCount: 0,
      ranked: false,
    });
  });

  test('a funnel has no middle when the peers have no certified', () => {
    const nobody = peerRates({ values: [60, 70, 70, 80, 90], weighted: 0, base: 0 });
    expect(compareWithPeers(own(75), nobody)).toMatchObject({
      status: 'COMPARED',
      peerPooled: null,
      funnel: null,
      percentile: 60,
    });
  });
});

test('turned upside down, a comparison gives the opposite', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const rates = fc.array(percent, { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(percent, fc.integer({ min: 1, max: 500 }), rates, (value, base, list) => {
      const ofEach = (values: readonly number[]): PeerRates =>
        peerRates({
          values: values.toSorted((a, b) => a - b),
          weighted: values.reduce((total, each) => total + 10 * each, 0),
          base: 10 * values.length,
        });
      const there = compareWithPeers(own(value, base), ofEach(list));
      const flipped = ofEach(list.map((each) => 100 - each));
      const back = compareWithPeers(own(100 - value, base), flipped);
      expect((there.percentile ?? Number.NaN) + (back.percentile ?? Number.NaN)).toBeCloseTo(
        100,
        8,
      );
      expect(there.difference).toBeCloseTo(-(back.difference ?? Number.NaN), 8);
      expect(there.peerLowerQuartile).toBeCloseTo(100 - (back.peerUpperQuartile ?? Number.NaN), 8);
      expect(there.peerPooled).toBeCloseTo(100 - (back.peerPooled ?? Number.NaN), 8);
    }),
  );
});

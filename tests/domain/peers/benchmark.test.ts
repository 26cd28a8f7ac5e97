import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../../src/domain/method.ts';
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

/** The twelve peers of the worked example: heads, and pooled rate in percent. */
const TWELVE = [
  ...[
    [25, 92],
    [40, 88],
    [60, 75],
    [30, 95],
    [120, 84],
    [20, 70],
  ],
  ...[
    [80, 90],
    [45, 82],
    [35, 97],
    [150, 79],
    [50, 86],
    [28, 64],
  ],
] as const;

function ratesOf(given: readonly (readonly [number, number])[]): PeerRates {
  const sorted = given.toSorted((a, b) => a[1] - b[1]);
  return {
    ...peerRates({
      values: sorted.map(([, rate]) => rate),
      weighted: sorted.reduce((sum, [heads, rate]) => sum + heads * rate, 0),
      base: sorted.reduce((sum, [heads]) => sum + heads, 0),
    }),
    base: (place) => sorted[place]?.[0] ?? 0,
  };
}

const twelve = ratesOf(TWELVE);

function compare(rate: ComparedRate, given: PeerRates, method = DEFAULT_CHOICES) {
  return compareWithPeers(rate, given, method);
}

function own(value: number | null, base = 40): ComparedRate {
  return { value, base };
}

describe('a rate beside those of its peers', () => {
  test('the median and the quartiles are of the peers’ own rates, unweighted', () => {
    // Of five, the second, third and fourth.
    expect(compare(own(75), peers)).toMatchObject({
      status: 'COMPARED',
      peerCount: 5,
      peerLowerQuartile: 70,
      peerMedian: 70,
      peerUpperQuartile: 80,
    });
  });

  test('the pooled rate of the peers weighs their certified, and is another figure', () => {
    expect(compare(own(75), peers).peerPooled).toBe(81.5); // 16300 / 200
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
    expect(compare(own(value), peers).percentile).toBe(percentile);
  });

  test('a rate like that of all its peers is in the middle', () => {
    const alike = peerRates({ values: [80, 80, 80, 80, 80], weighted: 8000, base: 100 });
    expect(compare(own(80), alike)).toMatchObject({
      percentile: 50,
      difference: 0,
      excludesMedian: false,
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
    expect(compare(own(value), peers)).toMatchObject({ difference, excludesMedian });
  });

  test('the difference is unrounded', () => {
    const { difference } = compare(own(5631 / 61, 61), peers);
    expect(difference).toBeCloseTo(22.3114754, 7); // 5631 / 61 − 70
  });

  test.each([0, 100])('an interval that ends at a median of %d contains it', (value) => {
    const alike = peerRates({ values: Array(5).fill(value), weighted: 100 * value, base: 100 });
    expect(compare(own(value), alike)).toMatchObject({
      excludesMedian: false,
    });
  });
});

describe('the funnel of a comparison', () => {
  // Of the twelve: p₀ = 83.2753, φ = 2.910838, τ² = 0.00997743.
  test('knows how much the peers differ', () => {
    const { overdispersion, peerPooled } = compare(own(64, 28), twelve);
    expect(peerPooled).toBeCloseTo(83.2753, 4);
    expect(overdispersion?.peers).toBe(12);
    expect(overdispersion?.phi).toBeCloseTo(2.910838, 6);
    expect(overdispersion?.tauSquared).toBeCloseTo(0.00997743, 8);
  });

  test.each([
    [28, 64, -1.6159, 0.1061, 'WITHIN'],
    [35, 97, 1.8895, 0.0588, 'WITHIN'],
  ])('%i heads at %d are %d errors from it', (base, rate, deviate, pValue, funnel) => {
    const comparison = compare(own(rate, base), twelve);
    expect(comparison.funnel).toBe(funnel);
    expect(comparison.deviate).toBeCloseTo(deviate, 4);
    expect(comparison.pValue).toBeCloseTo(pValue, 4);
  });

  test('is not drawn under ten peers; median and own interval are given', () => {
    expect(compare(own(90), peers)).toMatchObject({
      ...{ funnel: null, deviate: null, pValue: null, overdispersion: null },
      ...{ difference: 20, excludesMedian: true, verdict: 'INSUFFICIENT' },
    });
  });
});

describe('the verdict', () => {
  // The median of the twelve is 85; Wilson on 500 at 60 is 55.6 to 64.2; z′ = −2.57, of 98 it is 2.73.
  test.each([
    [60, 500, 'BELOW_95', true, 'BELOW'],
    [98, 500, 'ABOVE_95', true, 'ABOVE'],
    // Outside of the median and within the funnel: peers differ as much.
    [75, 500, 'WITHIN', true, 'NOT_DISTINGUISHABLE'],
    [85, 500, 'WITHIN', false, 'NOT_DISTINGUISHABLE'],
    [30, 20, 'BELOW_99_8', true, 'BELOW'],
    // On a base that is too small nothing is said.
    [30, 19, 'BELOW_99_8', true, 'INSUFFICIENT'],
  ])('of %d on %i: %s, median left out: %s, so %s', (...line) => {
    const [rate, base, funnel, excludesMedian, verdict] = line;
    expect(compare(own(rate, base), twelve)).toMatchObject({ funnel, excludesMedian, verdict });
  });

  test('is absent without an own rate', () => {
    expect(compare(own(null, 0), twelve).verdict).toBeNull();
    expect(NO_COMPARISON.verdict).toBeNull();
  });

  test('asks for as many peers and as large a base as the method says', () => {
    const method = { ...DEFAULT_CHOICES, fewestPeers: 13, fewestFunnelPeers: 14 };
    expect(compare(own(60, 500), twelve, method).status).toBe('INSUFFICIENT_PEERS');
    const lower = { ...DEFAULT_CHOICES, fewestFunnelPeers: 13 };
    expect(compare(own(60, 500), twelve, lower)).toMatchObject({
      funnel: null,
      status: 'COMPARED',
    });
    const small = { ...DEFAULT_CHOICES, rankedFrom: 10 };
    expect(compare(own(30, 19), twelve, small)).toMatchObject({ ranked: true, verdict: 'BELOW' });
  });
});

describe('rankings', () => {
  test.each([
    [19, false],
    [20, true],
    [21, true],
  ])('a base of %i is ranked: %s; its percentile is given either way', (base, ranked) => {
    expect(compare(own(70, base), peers)).toMatchObject({ ranked, percentile: 40 });
  });

  test('nothing is ranked without a rate, and among too few', () => {
    expect(compare(own(null, 0), peers).ranked).toBe(false);
    expect(compare(own(null, 40), peers).ranked).toBe(false);
    const nobody = peerRates({ values: [], weighted: 0, base: 0 });
    expect(compare(own(70, 20), nobody).ranked).toBe(false);
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
    peerMedianInterval: null,
    overdispersion: null,
    deviate: null,
    pValue: null,
    verdict: null,
  };

  test.each([0, 1, 4])('under five peers, here %i, all but their number', (peerCount) => {
    const few = peerRates({
      values: [60, 70, 80, 90].slice(0, peerCount),
      weighted: 3000,
      base: 40,
    });
    const comparison = compare(own(75), few);
    expect(comparison).toEqual({
      ...WITHHELD,
      status: 'INSUFFICIENT_PEERS',
      verdict: 'INSUFFICIENT',
      peerCount,
      ranked: false,
    });
    // Neither rate nor peers: too few peers is what is said.
    expect(compare(own(null, 0), few).status).toBe('INSUFFICIENT_PEERS');
  });

  test('without an own rate, all that compares with it; the peers’ figures are given', () => {
    expect(compare(own(null, 0), peers)).toEqual({
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
    expect(compare(own(75), nobody)).toMatchObject({
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
      const there = compare(own(value, base), ofEach(list));
      const flipped = ofEach(list.map((each) => 100 - each));
      const back = compare(own(100 - value, base), flipped);
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialQuantiles, studentDeviate } from '../../../src/domain/rate/distributions.ts';
import { normalDeviate, twoSidedProbability } from '../../../src/domain/rate/normal.ts';

describe('Student’s t', () => {
  // As R's qt gives them, to its last digit.
  test.each([
    [0.95, 1, 12.7062047361747],
    [0.95, 2, 4.30265272974946],
    [0.95, 4, 2.77644510519779],
    [0.95, 11, 2.20098516009164],
    [0.998, 4, 7.17318221978228],
    [0.99, 30, 2.74999565356722],
    [0.95, 1000, 1.96233908082641],
  ])('at %d with %i degrees of freedom is %d', (level, degrees, deviate) => {
    expect(studentDeviate(level, degrees)).toBeCloseTo(deviate, 11);
  });

  test('falls with the degrees of freedom, down to the normal deviate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom(0.8, 0.95, 0.998),
        (n, level) => {
          expect(studentDeviate(level, n)).toBeGreaterThan(studentDeviate(level, n + 1));
          expect(studentDeviate(level, n)).toBeGreaterThan(normalDeviate(level));
        },
      ),
      { numRuns: 200, seed: 1 },
    );
    expect(studentDeviate(0.95, 10 ** 9)).toBeCloseTo(normalDeviate(0.95), 8);
  });
});

describe('the normal law', () => {
  test.each([
    [0, 1],
    [1.6159, 0.106115935635],
    [1.959963984540054, 0.05],
    [2.83, 0.00465480041346],
    [3.090232306167813, 0.002],
    [5, 5.733031437583e-7],
    [8, 1.2441921148543e-15],
  ])('%d or more, on either side, has the probability %d', (z, probability) => {
    expect(twoSidedProbability(z) / probability).toBeCloseTo(1, 8);
    expect(twoSidedProbability(-z)).toBe(twoSidedProbability(z));
  });

  test('a deviate has the probability that its level leaves', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (level) => {
        expect(twoSidedProbability(normalDeviate(level))).toBeCloseTo(1 - level, 12);
      }),
    );
  });
});

describe('the binomial law', () => {
  test.each([
    [10, 0, [0.1, 0.9], [0, 0]],
    [10, 1, [0.1, 0.9], [10, 10]],
    [28, 0.832753, [0.025, 0.975], [19, 27]],
    // Its mode has a probability of 0.0025, and its ends none that a double can hold.
    [100_000, 0.5, [0.025, 0.975], [49_690, 50_310]],
    [1, 0.5, [0.025, 0.5, 0.975], [0, 0, 1]],
  ])('of %i with %d: the quantiles %j are %j', (trials, p, shares, counts) => {
    expect(binomialQuantiles(trials, p, shares)).toEqual(counts);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../../src/domain/errors.ts';
import {
  DEFAULT_NOISE,
  type NoiseParameters,
  type NoiseRow,
  noiseSize,
  noiseTable,
  publishedCount,
} from '../../../../src/domain/survey/disclosure/noise-table.ts';

const UINT32 = 2 ** 32;

function probabilities({ cumulated }: NoiseRow): number[] {
  return cumulated.map((upTo, place) => (upTo - (cumulated[place - 1] ?? 0)) / UINT32);
}

function rowOf(parameters: NoiseParameters, count: number): NoiseRow {
  const row = noiseTable(parameters).rows[count];
  if (row === undefined) throw new Error(`no row ${count}`);
  return row;
}

const noise = (
  largestDeviation: number,
  variance: number,
  withheldUpTo: number,
  rowsWithoutMonotony: readonly number[] = [],
): NoiseParameters => ({ largestDeviation, variance, withheldUpTo, rowsWithoutMonotony });

const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => from + place);

const symmetric = (half: readonly number[]) => [...half, ...half.slice(0, -1).reverse()];

const FIVE_AND_TWO = noise(5, 2, 0);

describe('the noise of a count', () => {
  // The first nine are published by ptable, the others computed apart from this program.
  test.each([
    [noise(2, 1, 0), 1, upTo(0, 3), [0.36648551, 0.36648551, 0.16757247, 0.09945652]],
    [noise(2, 1, 0), 2, upTo(0, 4), symmetric([0.06382714, 0.24469145, 0.38296282])],
    [noise(2, 0.9, 0), 1, upTo(0, 3), [0.3625, 0.3625, 0.1875, 0.0875]],
    [noise(2, 0.9, 0), 2, upTo(0, 4), symmetric([0.05154609, 0.24381564, 0.40927654])],
    [noise(2, 1.05, 1, [3]), 1, [0, 2, 3], [0.50833333, 0.475, 0.01666667]],
    [noise(2, 1.05, 1, [3]), 2, [0, 2, 3, 4], [0.16155827, 0.55565037, 0.24246618, 0.04032518]],
    [noise(2, 1.05, 1, [3]), 3, upTo(2, 5), [0.41231301, 0.28806097, 0.18693903, 0.11268699]],
    [noise(2, 1.05, 1, [3]), 4, upTo(2, 6), symmetric([0.07012498, 0.24450007, 0.3707499])],
    [
      noise(5, 3, 2),
      1,
      [0, ...upTo(3, 6)],
      [0.73446954, 0.13672019, 0.07279631, 0.03742956, 0.0185844],
    ],
    [
      noise(5, 3, 2),
      4,
      [0, ...upTo(3, 9)],
      [
        0.08485487, 0.27792123, 0.27792123, 0.18939369, 0.10512545, 0.04545536, 0.01531077,
        0.00401739,
      ],
    ],
    [
      noise(5, 3, 2),
      8,
      upTo(3, 13),
      symmetric([0.00379186, 0.01659093, 0.05229263, 0.11873037, 0.19419346, 0.2288015]),
    ],
    [
      FIVE_AND_TWO,
      1,
      upTo(0, 6),
      [0.38893783, 0.38893783, 0.12209348, 0.05639414, 0.02604807, 0.01203142, 0.00555723],
    ],
    [
      FIVE_AND_TWO,
      2,
      upTo(0, 7),
      [
        0.15714389, 0.24090199, 0.25827202, 0.19364596, 0.10153917, 0.03723513, 0.00954918,
        0.00171267,
      ],
    ],
    [
      FIVE_AND_TWO,
      3,
      upTo(0, 8),
      [
        0.03433867, 0.11044889, 0.221353, 0.27641118, 0.2150661, 0.10426401, 0.03149511, 0.00592786,
        0.00069518,
      ],
    ],
    [
      FIVE_AND_TWO,
      4,
      upTo(0, 9),
      [
        0.0053448, 0.03029327, 0.10454972, 0.2197158, 0.2811651, 0.21909036, 0.10395535, 0.03003531,
        0.0052842, 0.00056609,
      ],
    ],
    [
      FIVE_AND_TWO,
      5,
      upTo(0, 10),
      symmetric([0.00054857, 0.00518998, 0.02980044, 0.1038499, 0.21964237, 0.28193747]),
    ],
  ])(
    'with %o, row %i goes to %j with the probabilities of the oracle',
    (parameters, count, targets, expected) => {
      const row = rowOf(parameters, count);
      expect(row.deviations.map((v) => count + v)).toEqual(targets);
      const found = probabilities(row);
      for (const [place, p] of expected.entries()) {
        expect(Math.abs((found[place] ?? NaN) - p)).toBeLessThan(1e-7);
      }
    },
  );

  test('may have a variance under the bound, where small counts leave no room for it', () => {
    expect(rowOf(noise(2, 1, 0), 1).variance).toBeCloseTo(0.93188, 5);
    expect(rowOf(FIVE_AND_TWO, 1).variance).toBeCloseTo(1.30247, 5);
    expect(rowOf(FIVE_AND_TWO, 2).variance).toBeCloseTo(2, 10);
  });

  test('is published as variance and mean absolute change of larger counts', () => {
    // 2·(5·0.00054857 + 4·0.00518998 + 3·0.02980044 + 2·0.1038499 + 0.21964237)
    const size = noiseSize(noiseTable(FIVE_AND_TWO));
    // 1.0804925 at two decimals; V without the error of the computation.
    expect(size).toEqual({ variance: 2, meanAbsoluteChange: 1.08 });
  });

  test('has mean 0, at most the variance, no negative and no withheld target, and rises to "unchanged"', () => {
    const parameters = fc
      .record({
        largestDeviation: fc.integer({ min: 1, max: 7 }),
        share: fc.double({ min: 0, max: 0.99, noNaN: true }),
        excess: fc.double({ min: 0.01, max: 30, noNaN: true }),
      })
      .map(({ largestDeviation, share, excess }) => {
        const withheldUpTo = Math.floor(share * largestDeviation);
        const least = Math.floor((withheldUpTo + 1) ** 2 / 4);
        return noise(largestDeviation, least + excess, withheldUpTo);
      });
    fc.assert(
      fc.property(parameters, (given) => {
        for (const [count, row] of noiseTable(given).rows.entries()) {
          const law = probabilities(row);
          const moment = (power: number) =>
            law.reduce((sum, p, place) => sum + p * (row.deviations[place] ?? NaN) ** power, 0);
          expect(row.cumulated.at(-1)).toBe(UINT32);
          expect(Math.abs(moment(1))).toBeLessThan(1e-7);
          expect(moment(2)).toBeLessThan(given.variance + 1e-7);
          expect(Math.abs(moment(2) - row.variance)).toBeLessThan(1e-6);
          for (const v of row.deviations) {
            expect(Math.abs(v)).toBeLessThanOrEqual(given.largestDeviation);
            expect(count + v === 0 || count + v > given.withheldUpTo).toBe(true);
          }
          const unchanged = row.deviations.indexOf(0);
          for (let place = 1; place <= unchanged; place++) {
            expect(law[place]).toBeGreaterThan((law[place - 1] ?? NaN) - 1e-9);
          }
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('is spread evenly where the variance allows all that the deviation does', () => {
    // Of -2 to 2, evenly: variance 2.
    expect(probabilities(rowOf(noise(2, 2.5, 0), 2))).toEqual(
      Array(5).fill(expect.closeTo(0.2, 8)),
    );
  });
});

describe('parameters that no noise has', () => {
  test.each([0, 21, 2.5, -1, Number.NaN])('a largest deviation of %d', (largestDeviation) => {
    expect(() => noiseTable({ ...DEFAULT_NOISE, largestDeviation })).toThrow(BadUserInputError);
    expect(() => noiseTable({ ...DEFAULT_NOISE, largestDeviation })).toThrow(
      `the largest deviation of the noise, ${largestDeviation}, is not accepted: give a whole number from 1 to 20, for example 5`,
    );
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a variance of %d', (variance) => {
    expect(() => noiseTable({ ...DEFAULT_NOISE, variance })).toThrow(
      `the variance of the noise, ${variance}, is not accepted: give a number above 0`,
    );
  });

  // 1 and 2 go to 0 or 3: at the least (-1)² · 2/3 + 2² · 1/3 = 2.
  test('a variance that withholding small counts alone takes', () => {
    expect(() => noiseTable(noise(5, 2, 2))).toThrow(
      'the variance of the noise, 2, is not accepted: give a number above 2, which withholding the counts up to 2 takes by itself, or withhold fewer',
    );
    expect(rowOf(noise(5, 2.001, 2), 1).variance).toBeCloseTo(2.001, 6);
  });

  test.each([5, 9, -1, 0.5])('counts up to %d withheld with a deviation of 5', (withheldUpTo) => {
    expect(() => noiseTable(noise(5, 50, withheldUpTo))).toThrow(
      `counts up to ${withheldUpTo} cannot be withheld by a noise whose largest deviation is 5: give a whole number from 0 to 4, or a larger deviation`,
    );
  });

  test('are said in French too', () => {
    try {
      noiseTable(noise(5, 2, 2));
    } catch (error) {
      expect(error).toMatchObject({
        text: {
          fr: 'la variance du bruit, 2, n’est pas acceptée\u00a0: donnez un nombre supérieur à 2, que demande à elle seule la retenue des effectifs jusqu’à 2, ou retenez-en moins',
        },
      });
    }
    expect.assertions(1);
  });
});

describe('publishedCount', () => {
  const table = noiseTable(DEFAULT_NOISE);

  // ONS's example needs its own table "10-5", which is not one that the closed form gives.
  test("gives the handbook's example: keys 0.9, 0.3 and 0.6 make 0.8, and 3 becomes 4", () => {
    const at = (share: number) => Math.floor(share * UINT32);
    const size = { variance: 0.6, meanAbsoluteChange: 0.6 };
    const own = { deviations: [0], cumulated: [UINT32], variance: 0, meanAbsoluteChange: 0 };
    const row = { deviations: [-1, 0, 1], cumulated: [at(0.3), at(0.7), UINT32], ...size };
    const handbook = { parameters: DEFAULT_NOISE, rows: [own, own, own, row] };
    const key = [0.9, 0.3, 0.6].map(at).reduce((sum, each) => sum + each, 0) % UINT32;
    expect(key / UINT32).toBeCloseTo(0.8, 8);
    expect(publishedCount(handbook, 3, key)).toBe(4);
  });

  test('takes the first deviation whose cumulated probability exceeds u', () => {
    const [row] = table.rows.slice(1);
    const first = row?.cumulated[0] ?? NaN;
    expect(publishedCount(table, 1, 0)).toBe(0);
    expect(publishedCount(table, 1, first - 1)).toBe(0);
    expect(publishedCount(table, 1, first)).toBe(1);
    expect(publishedCount(table, 1, UINT32 - 1)).toBe(7 - 1);
  });

  test('leaves 0 as it is, and gives larger counts the noise of the last row', () => {
    for (const u of [0, UINT32 / 3, UINT32 - 1]) {
      expect(publishedCount(table, 0, u)).toBe(0);
      expect(publishedCount(table, 1_000_000, u) - 1_000_000).toBe(publishedCount(table, 5, u) - 5);
    }
  });

  test.each([-1, 2.5, Number.NaN])('refuses a count of %d', (count) => {
    expect(() => publishedCount(table, count, 0)).toThrow(
      `${count} is not a count: a whole number from 0 on is accepted`,
    );
  });
});

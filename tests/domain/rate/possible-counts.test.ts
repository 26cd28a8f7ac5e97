import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasPossibleCounts } from '../../../src/domain/rate/possible-counts.ts';

describe('the published rates of RNCP35746 are possible', () => {
  // By hand: 2020, 12/14 = 85.71 and 7/14 = 50. 2019, 14/15 = 93.33 and 8/15 = 53.33; at two
  // years 4/7 = 57.14. 2018, 7/7 = 100 and 4/7 = 57.14; at two years 7/15 = 46.67.
  test.each([
    [2020, '6 months', 23, [86, 50], 14],
    [2019, '6 months', 21, [93, 53], 15],
    [2019, '2 years', 21, [57], 7],
    [2018, '6 months', 17, [100, 57], 7],
    [2018, '2 years', 17, [47], 15],
  ] as const)('%i at %s: of %i certified, %j', (_year, _at, certified, rates, fewest) => {
    expect(hasPossibleCounts(certified, rates)).toBe(true);
    // Fewer respondents than by hand would not do, so as few certified would not either.
    expect(hasPossibleCounts(fewest, rates)).toBe(true);
    expect(hasPossibleCounts(fewest - 1, rates)).toBe(false);
  });
});

describe('one rate', () => {
  test.each([
    [1, 0],
    [1, 100],
    [2, 50],
    [3, 33],
    [3, 67],
    // A half may have been rounded down, up, or to the even neighbour: 1/8 = 12.5, 5/8 = 62.5.
    [8, 12],
    [8, 13],
    [8, 62],
    [8, 63],
    // 1/200 = 0.5 and 199/200 = 99.5.
    [200, 0],
    [200, 99],
    [3, 33.3],
    [3, 33.33],
    [3, 66.666667],
    [7, 57.14],
    // 1/16 = 6.25 and 5/16 = 31.25.
    [16, 6.2],
    [16, 6.3],
    [16, 31.2],
    [16, 31.3],
    [1_000_000, 12.345678],
  ])('of %i certified, %d is possible', (certified, rate) => {
    expect(hasPossibleCounts(certified, [rate])).toBe(true);
  });

  test.each([
    [1, 50],
    [2, 51],
    [3, 34],
    [7, 12],
    [7, 1],
    [49, 1],
    [66, 1],
    [15, 6.2],
    [3, 33.34],
    [199, 99.9],
    [3, 101],
    [3, Number.NaN],
  ])('of %i certified, %d is not', (certified, rate) => {
    // 1 % is first reached by 1/67 = 1.49.
    expect(hasPossibleCounts(certified, [rate])).toBe(false);
  });
});

describe('two rates of the same respondents', () => {
  test.each<[number, number[]]>([
    [6, [67, 50]],
    [3, [67, 33]],
    [4, [75, 75]],
    // One half rounded once down, once up: 173/200 = 86.5.
    [200, [86, 87]],
    [8, [12, 13]],
    [8, [62, 63]],
    [200, [86.5, 50]],
  ])('of %i certified, %j are possible', (certified, rates) => {
    expect(hasPossibleCounts(certified, rates)).toBe(true);
  });

  test.each<[number, number[]]>([
    // Each is possible alone, of three and of two.
    [3, [67, 50]],
    // 86.5 asks for 200 respondents; 37/74 = 50 and 64/74 = 86.49, but not 87.
    [199, [86, 87]],
    [1_000_000, [86, 88]],
    [1_000_000, [86.3, 87]],
    [1_000_000, [50, 50.6]],
    [2_000_000_000, [0, 1.5]],
  ])('of %i certified, %j are not', (certified, rates) => {
    expect(hasPossibleCounts(certified, rates)).toBe(false);
  });
});

test('without a rate anybody will do, and nobody will not', () => {
  expect(hasPossibleCounts(1, [])).toBe(true);
  expect(hasPossibleCounts(0, [])).toBe(false);
  expect(hasPossibleCounts(0, [50])).toBe(false);
});

/** 100 · x / n in units of a decimal, a half up: whole numbers throughout. */
function published(x: number, n: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor((200 * scale * x + n) / (2 * n)) / scale;
}

/** The definition, tried on every n, E and M. Rates are given in units of a decimal. */
function oracle(certified: number, global: number | null, target: number | null, scale: number) {
  const rounds = (x: number, n: number, rate: number | null) =>
    rate === null || Math.abs(200 * scale * x - 2 * rate * n) <= n;
  for (let n = 1; n <= certified; n++) {
    for (let e = 0; e <= n; e++) {
      for (let m = 0; m <= e; m++) if (rounds(e, n, global) && rounds(m, n, target)) return true;
    }
  }
  return false;
}

describe('for every cohort', () => {
  const decimals = fc.nat(6);

  test('rates that were computed from persons are possible', () => {
    const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most });
    const cohorts = upTo(3_000, 1).chain((certified) =>
      upTo(certified, 1).chain((n) =>
        upTo(n).chain((e) => upTo(e).map((m) => ({ certified, n, e, m }))),
      ),
    );
    fc.assert(
      fc.property(cohorts, decimals, ({ certified, n, e, m }, places) => {
        const [global, target] = [published(e, n, places), published(m, n, places)];
        expect(hasPossibleCounts(certified, [global, target])).toBe(true);
        expect(hasPossibleCounts(certified, [global])).toBe(true);
        expect(hasPossibleCounts(certified, [target])).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of up to 40 the answer is that of the definition', () => {
    const cases = fc.nat(2).chain((places) => {
      const rate = fc.option(fc.nat(100 * 10 ** places), { nil: null });
      // The oracle knows one number of decimals: a rate that loses a 0 at the end is left out.
      const shown = rate.filter((each) => each === null || places === 0 || each % 10 !== 0);
      return fc.record({
        certified: fc.integer({ min: 1, max: 40 }),
        scale: fc.constant(10 ** places),
        global: shown,
        target: shown,
      });
    });
    fc.assert(
      fc.property(cases, ({ certified, scale, global, target }) => {
        const rates = [global, target].flatMap((rate) => (rate === null ? [] : rate / scale));
        expect(hasPossibleCounts(certified, rates)).toBe(oracle(certified, global, target, scale));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of up to 12 the answer is that of the definition, at every pair of whole rates', () => {
    const rates = Array.from({ length: 101 }, (_, rate) => rate);
    const differing = rates
      .flatMap((global) =>
        rates.flatMap((target) =>
          Array.from({ length: 12 }, (_, index) => ({ certified: index + 1, global, target })),
        ),
      )
      .filter(
        ({ certified, global, target }) =>
          hasPossibleCounts(certified, [global, target]) !== oracle(certified, global, target, 1),
      );
    expect(differing).toEqual([]);
  });
});

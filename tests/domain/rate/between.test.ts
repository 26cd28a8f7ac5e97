import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../../src/domain/method.ts';
import {
  betweenCertifications,
  betweenChange,
  type Clusters,
  likeForLikeChange,
} from '../../../src/domain/rate/between.ts';
import { wilsonInterval } from '../../../src/domain/rate/interval.ts';
import { groupChange } from '../../../src/domain/rate/rate-change.ts';

type Line = readonly [heads: number, rate: number];

/** Certifications by place, unless their rows are named. */
function clusters(lines: readonly Line[], rows = lines.map((_, place) => place)): Clusters {
  return {
    rows: Int32Array.from(rows),
    heads: Float64Array.from(lines, ([heads]) => heads),
    rates: Float64Array.from(lines, ([, rate]) => rate),
  };
}

function groupOf(of: Clusters, certifications = of.rows.length) {
  const base = of.heads.reduce((sum, heads) => sum + heads, 0);
  const weighted = of.heads.reduce((sum, heads, place) => sum + heads * (of.rates[place] ?? 0), 0);
  return { base, value: weighted / base, clusters: of, certifications };
}

const changeOf = (earlier: Clusters, later: Clusters) =>
  groupChange(groupOf(earlier), groupOf(later), 0.95, DEFAULT_CHOICES);

/** The worked example of the method: twelve certifications, and the year after. */
const FIRST = clusters([
  ...([
    [25, 92],
    [40, 88],
    [60, 75],
    [30, 95],
    [120, 84],
    [20, 70],
  ] as const),
  ...([
    [80, 90],
    [45, 82],
    [35, 97],
    [150, 79],
    [50, 86],
    [28, 64],
  ] as const),
]);
const SECOND = clusters([
  ...([
    [20, 90],
    [45, 91],
    [55, 80],
    [30, 96],
    [110, 83],
    [24, 78],
  ] as const),
  ...([
    [85, 93],
    [40, 85],
    [38, 95],
    [160, 82],
    [52, 88],
    [25, 70],
  ] as const),
]);

describe('the interval between certifications', () => {
  test('is that of the worked example', () => {
    const between = betweenCertifications(FIRST, 0.95, DEFAULT_CHOICES);
    expect(between).toMatchObject({ status: 'COMPUTED', certifications: 12 });
    expect(groupOf(FIRST).value).toBeCloseTo(83.2753, 4);
    expect(between.standardError).toBeCloseTo(2.10466, 5);
    expect(between.designEffect).toBeCloseTo(2.1723, 4);
    expect(between.interval?.lower).toBeCloseTo(78.643, 3);
    expect(between.interval?.upper).toBeCloseTo(87.908, 3);
    const binomial = wilsonInterval(groupOf(FIRST).value, groupOf(FIRST).base);
    expect(binomial?.lower).toBeCloseTo(80.292, 3);
    expect(binomial?.upper).toBeCloseTo(85.886, 3);
  });

  test.each([
    [
      'there are four',
      [
        [10, 80],
        [20, 70],
        [30, 90],
        [40, 60],
      ],
    ],
    ['there is one', [[10, 80]]],
    ['there are none', []],
  ] as [string, Line[]][])('is withheld when %s', (_, lines) => {
    expect(betweenCertifications(clusters(lines), 0.95, DEFAULT_CHOICES)).toEqual({
      status: 'TOO_FEW_CERTIFICATIONS',
      certifications: lines.length,
      ...{ standardError: null, designEffect: null, interval: null },
    });
  });

  test('is given for five, or for as few as the method says', () => {
    const four = clusters([
      [10, 80],
      [20, 70],
      [30, 90],
      [40, 60],
    ]);
    const rule = { fewestCertifications: 4 };
    expect(betweenCertifications(four, 0.95, rule).status).toBe('COMPUTED');
  });

  test.each([0, 100])('at %d is the binomial one, and there is no design effect', (rate) => {
    const alike = clusters(Array.from({ length: 6 }, () => [20, rate] as const));
    const { interval, designEffect, standardError } = betweenCertifications(
      alike,
      0.95,
      DEFAULT_CHOICES,
    );
    expect({ designEffect, standardError }).toEqual({ designEffect: null, standardError: 0 });
    expect(interval).toEqual(wilsonInterval(rate, 120));
  });

  test('is cut at 0 and at 100', () => {
    const wild = clusters([
      [10, 0],
      [10, 100],
      [10, 100],
      [10, 100],
      [10, 100],
      [10, 100],
    ]);
    expect(betweenCertifications(wild, 0.998, DEFAULT_CHOICES).interval?.upper).toBe(100);
  });

  test('is about the binomial one when all rates are drawn from one', () => {
    // Design effects of 400 certifications each: they lie around 1.
    const effects = fc
      .sample(
        fc.array(
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
          {
            minLength: 400,
            maxLength: 400,
          },
        ),
        { numRuns: 5, seed: 8 },
      )
      .map((draws) => {
        const lines = draws.map((each): Line => {
          const found = each.filter((draw) => draw < 0.7).length;
          return [each.length, (100 * found) / each.length];
        });
        return betweenCertifications(clusters(lines), 0.95, DEFAULT_CHOICES).designEffect ?? 0;
      });
    // fast-check prefers bounds to what lies between: draws are not even, and yet of one law.
    for (const effect of effects) expect(Math.abs(effect - 1)).toBeLessThan(0.35);
  });
});

describe('the change between groups', () => {
  test('is that of the worked example', () => {
    const change = changeOf(FIRST, SECOND);
    expect(change?.to.rate).toBeCloseTo(85.5819, 4);
    expect(change?.difference).toBeCloseTo(2.3066, 4);
    expect(change?.between.standardError).toBeCloseTo(0.80871, 5);
    expect(change?.between.lower).toBeCloseTo(0.527, 3);
    expect(change?.between.upper).toBeCloseTo(4.087, 3);
    expect(change?.between.verdict).toBe('RISE');
    // Newcombe's interval on 683 and 684 heads contains 0, and both have to leave it out.
    expect((change?.lower ?? 1) < 0).toBe(true);
    expect(change).toMatchObject({ verdict: 'NOT_SIGNIFICANT', reason: 'INTERVALS' });
  });

  test('is a rise when both intervals leave 0 out', () => {
    const larger = (of: Clusters) => ({ ...of, heads: of.heads.map((heads) => 10 * heads) });
    expect(changeOf(larger(FIRST), larger(SECOND))).toMatchObject({
      verdict: 'RISE',
      reason: 'INTERVALS',
    });
    expect(changeOf(larger(SECOND), larger(FIRST))).toMatchObject({ verdict: 'FALL' });
  });

  test('is none when certifications differ more than it, however many holders', () => {
    const before = clusters([
      [5000, 60],
      [5000, 90],
      [5000, 70],
      [5000, 85],
      [5000, 75],
      [5000, 95],
    ]);
    const after = clusters([
      [5000, 90],
      [5000, 70],
      [5000, 88],
      [5000, 70],
      [5000, 95],
      [5000, 80],
    ]);
    expect(changeOf(before, after)).toMatchObject({
      verdict: 'NOT_SIGNIFICANT',
      reason: 'INTERVALS',
    });
  });

  test('is not called under five certifications in either year', () => {
    const four = clusters([
      [1000, 90],
      [1000, 90],
      [1000, 91],
      [1000, 92],
    ]);
    const six = clusters([
      [1000, 50],
      [1000, 51],
      [1000, 52],
      [1000, 50],
      [1000, 50],
      [1000, 49],
    ]);
    for (const change of [changeOf(six, four), changeOf(four, six)]) {
      expect(change).toMatchObject({
        ...{ verdict: 'NOT_SIGNIFICANT', reason: 'TOO_FEW_CERTIFICATIONS' },
        between: { status: 'TOO_FEW_CERTIFICATIONS', lower: null, upper: null },
      });
    }
  });

  test('of one and the same certification is its own: Newcombe’s interval alone', () => {
    const before = clusters([[200, 50]], [7]);
    const after = clusters([[200, 80]], [7]);
    expect(changeOf(before, after)).toMatchObject({ verdict: 'RISE', reason: 'INTERVALS' });
    // Two certifications, one in each year, are none of them.
    expect(changeOf(before, clusters([[200, 80]], [8]))).toMatchObject({
      verdict: 'NOT_SIGNIFICANT',
      reason: 'TOO_FEW_CERTIFICATIONS',
    });
  });

  test('of a group of which one certification alone has a rate is none of its own', () => {
    const before = groupOf(clusters([[200, 50]], [7]));
    const after = groupOf(clusters([[200, 80]], [7]), 3);
    const changes = [
      [before, after],
      [after, before],
      [after, after],
    ] as const;
    for (const [earlier, later] of changes) {
      expect(groupChange(earlier, later, 0.95, DEFAULT_CHOICES)).toMatchObject({
        ...{ verdict: 'NOT_SIGNIFICANT', reason: 'TOO_FEW_CERTIFICATIONS' },
        between: { status: 'TOO_FEW_CERTIFICATIONS' },
      });
    }
  });

  test('is not called when all moved by exactly as much: that says nothing of others', () => {
    const before = clusters(Array.from({ length: 6 }, () => [1000, 50] as const));
    const after = clusters(Array.from({ length: 6 }, () => [1000, 70] as const));
    expect(changeOf(before, after)).toMatchObject({
      verdict: 'NOT_SIGNIFICANT',
      between: { standardError: 0 },
    });
  });

  test('is not called when those of both years went the other way', () => {
    const same: Line[] = [
      [400, 60],
      [400, 61],
      [400, 62],
      [400, 61],
      [400, 60],
    ];
    const lower: Line[] = same.map(([heads, rate]) => [heads, rate - 2]);
    const gone = Array.from({ length: 30 }, (): Line => [400, 50]);
    const come = Array.from({ length: 30 }, (): Line => [400, 90]);
    const rows = [0, 1, 2, 3, 4];
    const before = clusters([...same, ...gone], [...rows, ...gone.map((_, n) => 100 + n)]);
    const after = clusters([...lower, ...come], [...rows, ...come.map((_, n) => 200 + n)]);
    const change = changeOf(before, after);
    expect(change).toMatchObject({
      ...{ verdict: 'NOT_SIGNIFICANT', reason: 'LIKE_FOR_LIKE_DISAGREES' },
      likeForLike: { status: 'COMPUTED', certifications: 5 },
    });
    expect(change?.likeForLike.difference).toBeCloseTo(-2, 10);
    expect(change?.between.lower).toBeGreaterThan(0);
  });

  test('four that went the other way do not stop it', () => {
    const four: Line[] = [
      [400, 60],
      [400, 61],
      [400, 62],
      [400, 61],
    ];
    const gone = Array.from({ length: 30 }, (): Line => [400, 50]);
    const come = Array.from({ length: 30 }, (): Line => [400, 90]);
    const rows = [0, 1, 2, 3];
    const before = clusters([...four, ...gone], [...rows, ...gone.map((_, n) => 100 + n)]);
    const after = clusters(
      [...four.map(([heads, rate]): Line => [heads, rate - 2]), ...come],
      [...rows, ...come.map((_, n) => 200 + n)],
    );
    expect(changeOf(before, after)).toMatchObject({
      verdict: 'RISE',
      likeForLike: { status: 'TOO_FEW_CERTIFICATIONS' },
    });
  });

  test('like for like is over the certifications of both years', () => {
    const before = clusters(
      [
        [10, 50],
        [10, 60],
        [30, 80],
      ],
      [1, 2, 3],
    );
    const after = clusters(
      [
        [20, 70],
        [10, 40],
      ],
      [2, 4],
    );
    expect(likeForLikeChange(before, after, 0.95, DEFAULT_CHOICES)).toMatchObject({
      ...{ certifications: 1, from: 60, to: 70, difference: 10 },
      status: 'TOO_FEW_CERTIFICATIONS',
    });
    expect(betweenChange(before, after, 0.95, DEFAULT_CHOICES).certifications).toBe(4);
  });
});

import { describe, expect, test } from 'vitest';
import { keyedHash } from '../../../../src/db/surveys/keyed-hash.ts';
import {
  type GroupNoise,
  groupNoise,
} from '../../../../src/domain/survey/disclosure/group-noise.ts';
import {
  DEFAULT_NOISE,
  noiseTable,
  publishedCount,
} from '../../../../src/domain/survey/disclosure/noise-table.ts';
import { drawn, employedIn, groupOf, type Holder, population } from './holders.ts';

const table = noiseTable(DEFAULT_NOISE);
const published = groupNoise(table, keyedHash('attacks'));

/** Probabilities of the deviations of a large count. */
function usualLaw(largestDeviation: number, variance: number): Map<number, number> {
  const row = noiseTable({ largestDeviation, variance, withheldUpTo: 0 }).rows.at(-1);
  return new Map(
    row?.deviations.map((v, place) => [
      v,
      ((row.cumulated[place] ?? NaN) - (row.cumulated[place - 1] ?? 0)) / 2 ** 32,
    ]),
  );
}

/** Law of the difference of two answers whose noise is independent, for equal true counts. */
function differenceLaw(law: ReadonlyMap<number, number>): Map<number, number> {
  const differences = new Map<number, number>();
  for (const [v, p] of law) {
    for (const [w, q] of law) differences.set(w - v, (differences.get(w - v) ?? 0) + p * q);
  }
  return differences;
}

/** P of a count under a law; what is not in it has none. */
const of = (law: ReadonlyMap<number, number>, value: number) => law.get(value) ?? 0;

describe('attack B: is x employed? compares "employed in G" with "employed in G and x"', () => {
  type Answer = (holders: readonly Holder[]) => number;

  const byPersons: Answer = (holders) => {
    const employed = holders.filter((holder) => holder.employed);
    return publishedCount(table, employed.length, groupOf(employed).keySum % 2 ** 32);
  };
  const byGroup: Answer = (holders) => {
    return published(groupOf(holders), 'EMPLOYED:6', employedIn(holders));
  };

  /** The share of right guesses about the last holder of many groups, of whom half are employed. */
  function accuracy(answer: Answer, guessesEmployed: (change: number) => boolean): number {
    const trials = 3_000;
    let right = 0;
    for (let trial = 0; trial < trials; trial++) {
      const holders = population(`B ${trial}`, { size: 31, values: [], employed: 0.5 });
      const change = answer(holders) - answer(holders.slice(0, -1));
      if (guessesEmployed(change) === holders.at(-1)?.employed) right += 1;
    }
    return right / trials;
  }

  // Four standard errors of 3,000 guesses are 0.02 about 0.911, and 0.036 about 0.600.
  test('with the keys of persons, any difference tells it: right 91 times of 100', () => {
    const found = accuracy(byPersons, (change) => change !== 0);
    expect(Math.abs(found - 0.911)).toBeLessThan(0.021);
  });

  test('with the key of the group, the best guess is right at most 65 times of 100', () => {
    // Without x the change is symmetric about 0, with x about 1, and both fall away from there.
    const found = accuracy(byGroup, (change) => change >= 1);
    expect(found).toBeLessThanOrEqual(0.65);
    expect(Math.abs(found - 0.6)).toBeLessThan(0.036);
    expect(accuracy(byGroup, (change) => change !== 0)).toBeLessThanOrEqual(0.65);
  });

  // The method's figures are of simulations: within 0.004 of the law.
  test.each([
    [2, 0.9, 0.886, 0.642],
    [5, 2, 0.911, 0.6],
    [5, 3, 0.925, 0.578],
    [10, 6.25, 0.947, 0.554],
    [10, 10, 0.956, 0.546],
  ])('with D %d and V %d the law gives accuracies of %d and %d', (D, V, persons, group) => {
    const law = usualLaw(D, V);
    const differences = differenceLaw(law);
    // Of persons: wrong only where x is employed and both answers are equal all the same.
    expect(Math.abs(1 - of(differences, 1) / 2 - persons)).toBeLessThan(0.004);
    // Of the group: half of what the two laws of the change differ by.
    let apart = 0;
    for (let d = -2 * D; d <= 2 * D + 1; d++) {
      apart += Math.abs(of(differences, d) - of(differences, d - 1)) / 2;
    }
    expect(Math.abs((1 + apart) / 2 - group)).toBeLessThan(0.004);
  });
});

describe('attack A: averages all answers about one group', () => {
  /** Sex, age, route and region of training. */
  const values = [2, 5, 7, 13];

  /** The sum of the published cells of a margin, and the variance that an attacker expects of it. */
  function margin(holders: readonly Holder[], kept: number, noise: GroupNoise) {
    const cells = Map.groupBy(holders, ({ attributes }) =>
      attributes.map((value, at) => ((kept >> at) & 1 ? value : '*')).join(' '),
    );
    let [sum, variance] = [0, 0];
    for (const cell of cells.values()) {
      sum += noise(groupOf(cell), 'N', cell.length);
      variance += table.rows[Math.min(cell.length, table.rows.length - 1)]?.variance ?? NaN;
    }
    return { sum, variance };
  }

  test('over closed categories, all 16 margins recover about 40 totals of 100, one answer 28', () => {
    const runs = 500;
    let [byAll, byOne] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const holders = population(`A ${run}`, { size: 60, values, employed: 1 });
      const noise = groupNoise(table, keyedHash(`A ${run}`));
      const margins = Array.from({ length: 16 }, (_, kept) => margin(holders, kept, noise));
      const weight = margins.reduce((sum, { variance }) => sum + 1 / variance, 0);
      const weighted = margins.reduce((sum, each) => sum + each.sum / each.variance, 0);
      if (Math.round(weighted / weight) === 60) byAll += 1;
      if (margins[0]?.sum === 60) byOne += 1;
    }
    // Four standard errors of 500 runs are 0.088 about 0.40, and 0.080 about 0.28.
    expect(Math.abs(byAll / runs - 0.4)).toBeLessThan(0.088);
    expect(Math.abs(byOne / runs - 0.28)).toBeLessThan(0.08);
  });

  test('with unions of regions, which the product has not, most totals would be recovered', () => {
    const runs = 100;
    let recovered = 0;
    for (let run = 0; run < runs; run++) {
      const next = drawn(`unions ${run}`);
      const holders = population(`A ${run}`, { size: 60, values, employed: 1 });
      const noise = groupNoise(table, keyedHash(`A ${run}`));
      const answers = Array.from({ length: 50 }, () => {
        const chosen = new Set([...Array(13).keys()].filter(() => next() < 0.5));
        const [inside, outside] = [true, false].map((wanted) =>
          holders.filter(({ attributes }) => chosen.has(attributes[3] ?? NaN) === wanted),
        );
        return [inside ?? [], outside ?? []].reduce(
          (sum, half) => sum + noise(groupOf(half), 'N', half.length),
          0,
        );
      });
      const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
      if (Math.round(mean) === 60) recovered += 1;
    }
    // 89 % in the method; four standard errors of 100 runs are 0.125.
    expect(Math.abs(recovered / runs - 0.89)).toBeLessThan(0.125);
  });
});

describe('canary: one holder less', () => {
  test.each([
    ['who was employed', true, 1],
    ['who was not', false, 0],
  ])('%s changes the published count as the law of the noise says', (_who, employed, lost) => {
    const trials = 4_000;
    const seen = new Map<number, number>();
    for (let trial = 0; trial < trials; trial++) {
      const others = population(`canary ${trial}`, { size: 20, values: [], employed: 0.8 });
      const holders = [...others.slice(1), { ...(others[0] as Holder), employed }];
      const [before, after] = [holders, holders.slice(0, -1)].map((group) =>
        published(groupOf(group), 'EMPLOYED:6', employedIn(group)),
      );
      const change = (after ?? NaN) - (before ?? NaN);
      expect(Math.abs(change)).toBeLessThanOrEqual(2 * DEFAULT_NOISE.largestDeviation + 1);
      seen.set(change, (seen.get(change) ?? 0) + 1);
    }
    const law = differenceLaw(usualLaw(DEFAULT_NOISE.largestDeviation, DEFAULT_NOISE.variance));
    for (let change = -11; change <= 11; change++) {
      const p = of(law, change + lost);
      const error = Math.abs((seen.get(change) ?? 0) / trials - p);
      expect(error).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / trials) + 1 / trials);
    }
  });
});

test('ten queries that name the same group get the same answers', () => {
  // All women were trained in region 3; route 7 has nobody else.
  const all = population('ten', { size: 400, values: [2, 5, 7, 13], employed: 0.7 }).map(
    (holder) =>
      holder.attributes[0] === 1
        ? { ...holder, attributes: [1, holder.attributes[1] ?? 0, 7, 3] }
        : holder,
  );
  const [sex, age, route, region] = [0, 1, 2, 3];
  const where = (...conditions: [number, number][]) =>
    all.filter(({ attributes }) => conditions.every(([at, value]) => attributes[at] === value));
  const cells = (attribute: number) =>
    [...Map.groupBy(where([sex, 1]), ({ attributes }) => attributes[attribute]).values()].flat();
  const queries = [
    where([sex, 1]),
    where([route, 7]),
    where([sex, 1], [region, 3]),
    where([region, 3], [sex, 1]),
    where([region, 3], [route, 7]),
    where([sex, 1], [route, 7], [region, 3]),
    where([sex, 1]).reverse(),
    where([sex, 1]).toSorted((a, b) => a.recordKey - b.recordKey),
    cells(age),
    cells(region),
  ];
  expect(queries).toHaveLength(10);
  expect(queries[0]?.length).toBeGreaterThan(100);
  const answers = queries.map((holders) => {
    const group = groupOf(holders);
    return {
      group,
      certified: published(group, 'N', group.certified),
      employed: published(group, 'EMPLOYED:6', employedIn(holders)),
      later: published(group, 'EMPLOYED:24', employedIn(holders)),
    };
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  // Another group of the same size has noise of its own.
  const others = all.slice(0, answers[0]?.group.certified);
  expect(groupOf(others).keySum).not.toBe(answers[0]?.group.keySum);
});

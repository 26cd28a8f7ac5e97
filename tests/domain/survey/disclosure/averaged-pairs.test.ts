import { expect, test } from 'vitest';
import { keyedHash } from '../../../../src/db/surveys/keyed-hash.ts';
import { groupNoise } from '../../../../src/domain/survey/disclosure/group-noise.ts';
import { DEFAULT_NOISE, noiseTable } from '../../../../src/domain/survey/disclosure/noise-table.ts';
import { drawn, employedIn, groupOf, type Holder, population } from './holders.ts';

/** Values of route, age and region; sex is the fourth attribute, and has a pair of groups with and without x. */
const VALUES = [2, 3, 3];
const SIZE = 900;
const RUNS = 400;

/** Sets of at most two attributes beside sex, of which x has the first values. */
const SETS = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2]] as const;

const published = groupNoise(noiseTable(DEFAULT_NOISE), keyedHash('pairs'));
const employed = (holders: readonly Holder[]) =>
  published(groupOf(holders), 'EMPLOYED:6', employedIn(holders));

/** The share of right guesses about the only man of a group, from so many pairs of answers. */
function accuracy(sets: readonly (readonly number[])[]): number {
  let right = 0;
  for (let run = 0; run < RUNS; run++) {
    const women = population(`pairs ${run}`, { size: SIZE, values: VALUES, employed: 0.7 });
    const [{ recordKey } = { recordKey: NaN }] = women;
    const man: Holder = {
      ...{ recordKey, attributes: [0, 0, 0], employed: drawn(`man ${run}`)() < 0.5 },
    };
    const others = women.slice(1);
    const changes = sets.map((set) => {
      const like = others.filter(({ attributes }) => set.every((at) => attributes[at] === 0));
      return employed([...like, man]) - employed(like);
    });
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    if (mean > 0.5 === man.employed) right += 1;
  }
  return right / RUNS;
}

test('pairs of groups with and without one person average the noise out, as the page says', () => {
  // The change of a pair has a variance of 2V = 4, and a mean of 0 or 1. By the normal law the mean of
  // seven is on the right side of ½ with Φ(½ · √7 / 2) = 0.746. Four standard errors of 400 are 0.087.
  expect(Math.abs(accuracy(SETS) - 0.746)).toBeLessThan(0.087);
  // Of one pair: 0.600 by the law of the noise; four standard errors are 0.098.
  expect(Math.abs(accuracy(SETS.slice(0, 1)) - 0.6)).toBeLessThan(0.098);
});

import { describe, expect, test } from 'vitest';
import { holderKeys, keyedHash } from '../../../../src/db/surveys/keyed-hash.ts';
import { groupNoise } from '../../../../src/domain/survey/disclosure/group-noise.ts';
import {
  DEFAULT_NOISE,
  noiseTable,
  publishedCount,
} from '../../../../src/domain/survey/disclosure/noise-table.ts';

/** H01 to H12: the odd ones are women; H03, H07 and H11 are not in employment. */
const keys = holderKeys('debouches-test');
const holders = Array.from({ length: 12 }, (_, place) => ({
  number: place + 1,
  recordKey: keys('RNCP35746', `H${String(place + 1).padStart(2, '0')}`).recordKey,
  female: place % 2 === 0,
  employed: ![3, 7, 11].includes(place + 1),
}));
type Holder = (typeof holders)[number];

const table = noiseTable(DEFAULT_NOISE);
const hash = keyedHash('debouches-test');
const keySum = (group: readonly Holder[]) => group.reduce((sum, h) => sum + h.recordKey, 0);

describe('the standard cell key', () => {
  test.each([
    ['all', () => true, 12, 494007927, 10],
    ['the employed', (h: Holder) => h.employed, 9, 2058342974, 9],
    ['women', (h: Holder) => h.female, 6, 3960838303, 8],
    ['all but H12', (h: Holder) => h.number !== 12, 11, 3393721987, 12],
  ])('of %s gives the whole chain of the method', (_name, selects, count, key, published) => {
    const cell = holders.filter(selects);
    expect(cell).toHaveLength(count);
    expect(keySum(cell) % 2 ** 32).toBe(key);
    expect(publishedCount(table, count, key)).toBe(published);
  });
});

describe('groupNoise', () => {
  const published = groupNoise(table, hash);

  test.each([
    [
      'all',
      () => true,
      21968844407,
      { N: 13, employed: 9 },
      { N: 0.8588454, employed: 0.41242496 },
    ],
    [
      'women',
      (h: Holder) => h.female,
      12550772895,
      { N: 7, employed: 4 },
      { employed: 0.65033729 },
    ],
    ['men', (h: Holder) => !h.female, 9418071512, { N: 5, employed: 6 }, { employed: 0.61890906 }],
  ])('gives the oracle of %s', (_name, selects, sum, expected, u) => {
    const cell = holders.filter(selects);
    const group = { keySum: keySum(cell), certified: cell.length };
    const employed = cell.filter((h) => h.employed).length;
    expect(group.keySum).toBe(sum);
    expect(published(group, 'N', cell.length)).toBe(expected.N);
    expect(published(group, 'EMPLOYED:6', employed)).toBe(expected.employed);
    const drawn = {
      N: hash(`${sum}|${cell.length}|N`) / 2 ** 32,
      employed: hash(`${sum}|${cell.length}|EMPLOYED:6`) / 2 ** 32,
    };
    for (const [name, value] of Object.entries(u)) {
      expect(drawn[name as keyof typeof drawn]).toBeCloseTo(value, 8);
    }
  });

  test('leaves 0 as it is without drawing anything', () => {
    const never = groupNoise(table, () => {
      throw new Error('drawn');
    });
    expect(never({ keySum: 12, certified: 4 }, 'EMPLOYED:6', 0)).toBe(0);
  });

  test('writes the sum of the keys of two million holders in full', () => {
    const messages: string[] = [];
    const sum = 2_000_000 * (2 ** 32 - 1);
    groupNoise(table, (message) => messages.push(message))(
      { keySum: sum, certified: 2_000_000 },
      'N',
      2_000_000,
    );
    expect(messages).toEqual(['8589934590000000|2000000|N']);
  });

  test('refuses a sum that is not exact, and counts that the group cannot have', () => {
    const group = { keySum: 2 ** 53, certified: 3 };
    expect(() => published(group, 'N', 3)).toThrow(
      '9007199254740992 is not a sum of record keys: a whole number below 2^53 is',
    );
    for (const count of [-1, 4, 1.5, Number.NaN]) {
      expect(() => published({ keySum: 5, certified: 3 }, 'EMPLOYED:24', count)).toThrow(
        `${count} is not a count of 3 holders: 0 to that is accepted`,
      );
    }
  });
});

import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/demonstration/random.ts';

const draws = (...keys: number[]) => {
  const random = createRandom(...keys);
  return Array.from({ length: 20 }, () => random.next());
};

describe('chance', () => {
  test('the same keys give the same draws', () => {
    expect(draws(1, 2)).toEqual(draws(1, 2));
  });

  test('another key, or another order of keys, gives other draws', () => {
    expect(draws(1, 2)).not.toEqual(draws(1, 3));
    expect(draws(1, 2)).not.toEqual(draws(2, 1));
  });

  test('neighbouring keys do not resemble each other', () => {
    const firsts = Array.from({ length: 2000 }, (_, key) => createRandom(7, key).next());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    const steps = firsts.slice(1).map((value, i) => Math.abs(value - (firsts[i] ?? 0)));
    expect(mean).toBeCloseTo(0.5, 1);
    // Two independent numbers of [0, 1) are a third apart on average.
    expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeCloseTo(1 / 3, 1);
  });

  test('whole numbers stay between their bounds and reach both', () => {
    const random = createRandom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });

  test('a sample has no entry twice and is the whole list when more is asked', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect(new Set(createRandom(4).sample(list, 3)).size).toBe(3);
    expect(createRandom(4).sample(list, 9).sort()).toEqual(list);
  });

  test('the normal law has its mean and its deviation', () => {
    const random = createRandom(5);
    const values = Array.from({ length: 20_000 }, () => random.normal(10, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });

  test('nothing is drawn from an empty list', () => {
    expect(() => createRandom(6).pick([])).toThrow(RangeError);
  });
});

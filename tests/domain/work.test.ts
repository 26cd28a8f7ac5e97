import { describe, expect, test } from 'vitest';
import { done, finish, inRanges, SharedWork, type Work } from '../../src/domain/work.ts';

/** Work of some pieces, each of which is noted. */
function* counted(pieces: number, made: number[]): Work<string> {
  yield* inRanges(pieces, (from) => made.push(from), 1);
  return 'all';
}

describe('ranges', () => {
  test.each([
    [0, []],
    [1, [[0, 1]]],
    [10, [[0, 10]]],
    [
      11,
      [
        [0, 10],
        [10, 11],
      ],
    ],
  ])('of ten cover %i things, with a yield between each two', (count, expected) => {
    const ranges: number[][] = [];
    const work = inRanges(count, (from, to) => ranges.push([from, to]), 10);
    let yields = 0;
    while (!work.next().done) yields += 1;
    expect(ranges).toEqual(expected);
    expect(yields).toBe(Math.max(0, expected.length - 1));
  });
});

test('work is done at once where it is finished', () => {
  const made: number[] = [];
  expect(finish(counted(3, made))).toBe('all');
  expect(made).toEqual([0, 1, 2]);
  expect(done(7).next()).toEqual({ done: true, value: 7 });
});

describe('shared work', () => {
  test('is done once by all that want it, each piece by who has a turn', () => {
    const made: number[] = [];
    const shared = new SharedWork(counted(4, made));
    const [one, other] = [shared.rest(), shared.rest()];
    one.next();
    other.next();
    one.next();
    expect(made).toEqual([0, 1, 2]);
    expect(other.next()).toEqual({ done: true, value: 'all' });
    expect(one.next()).toEqual({ done: true, value: 'all' });
    expect(finish(shared.rest())).toBe('all');
    expect(made).toEqual([0, 1, 2, 3]);
  });

  test('goes on when one of them leaves', () => {
    const made: number[] = [];
    const shared = new SharedWork(counted(3, made));
    const [one, other] = [shared.rest(), shared.rest()];
    one.next();
    other.next();
    one.return('left');
    expect(finish(other)).toBe('all');
    expect(made).toEqual([0, 1, 2]);
  });

  test('fails for all of them', () => {
    const shared = new SharedWork(
      (function* (): Work<string> {
        yield;
        throw new Error('no');
      })(),
    );
    const [one, other] = [shared.rest(), shared.rest()];
    one.next();
    expect(() => other.next()).toThrow('no');
    expect(() => one.next()).toThrow('no');
  });
});

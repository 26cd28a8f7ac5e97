import { describe, expect, test } from 'vitest';
import { finish, type Work } from '../../src/domain/work.ts';
import { Memo, memoOf } from '../../src/snapshot/memo.ts';

/** A value that says how many bytes it takes, so that none of them has to be taken. */
const sized = (bytes: number) => ({ bytes });

describe('a memo of so many values', () => {
  test('computes what a key stands for at its first use alone', () => {
    const memo = new Memo(3);
    let computed = 0;
    const read = () => memo.of('key', () => ({ value: ++computed }));
    const first = read();
    expect(first).toEqual({ value: 1 });
    expect(read()).toBe(first);
    expect(computed).toBe(1);
  });

  test('forgets the value that was unused for longest, and a look is a use', () => {
    const memo = new Memo(2);
    memo.set('a', sized(1));
    memo.set('b', sized(1));
    memo.of('a', () => sized(2));
    memo.set('c', sized(1));
    expect(memo.get('a')).toEqual(sized(1));
    expect(memo.get('b')).toBeUndefined();
    expect(memo.get('c')).toEqual(sized(1));
  });

  test('whatever its values take', () => {
    const memo = new Memo(2);
    memo.set('a', sized(1e12));
    memo.set('b', sized(1e12));
    expect(memo.get('a')).toEqual(sized(1e12));
  });

  test('does not remember a failure: the next use computes anew', () => {
    const memo = new Memo(3);
    const fail = () => {
      throw new Error('out of order');
    };
    expect(() => memo.of('key', fail)).toThrow('out of order');
    expect(memo.get('key')).toBeUndefined();
    expect(memo.of('key', () => sized(7))).toEqual(sized(7));
  });

  test('takes the value that was set last', () => {
    const memo = new Memo(3);
    memo.set('key', sized(1));
    memo.set('key', sized(2));
    expect(memo.get('key')).toEqual(sized(2));
  });

  test('lends its keys to parts that do not meet, within the same bound', () => {
    const memo = new Memo(3);
    const [monday, tuesday] = [memo.part('monday'), memo.part('tuesday')];
    monday.set('active', sized(1));
    tuesday.set('active', sized(2));
    memo.set('active', sized(3));
    expect(monday.get('active')).toEqual(sized(1));
    expect(tuesday.get('active')).toEqual(sized(2));
    expect(memo.get('active')).toEqual(sized(3));
    // A fourth value of the whole: the part that was looked at first loses its own.
    tuesday.part('evening').set('active', sized(4));
    expect(monday.get('active')).toBeUndefined();
    expect(tuesday.get('active')).toEqual(sized(2));
    expect(tuesday.part('evening').get('active')).toEqual(sized(4));
  });
});

/** 48 MB may be remembered of one owner. */
describe('what is remembered of an owner', () => {
  test('is found again by the owner, and not by another', () => {
    const [one, other] = [{}, {}];
    const value = memoOf(one).of('key', () => sized(1));
    expect(memoOf(one).of('key', () => sized(2))).toBe(value);
    expect(memoOf(other).get('key')).toBeUndefined();
  });

  test('is forgotten by bytes, what was unused for longest first', () => {
    const memo = memoOf({});
    memo.set('a', sized(20_000_000));
    memo.set('b', sized(20_000_000));
    memo.get('a');
    memo.set('c', sized(20_000_000));
    expect(memo.get('a')).toBeDefined();
    expect(memo.get('b')).toBeUndefined();
    expect(memo.get('c')).toBeDefined();
  });

  test('may be many small values', () => {
    const memo = memoOf({});
    for (let key = 0; key < 10_000; key++) memo.set(`${key}`, sized(1_000));
    expect(memo.get('0')).toBeDefined();
    expect(memo.get('9999')).toBeDefined();
  });

  test('is never what takes more than all may, which pushes nothing else out', () => {
    const memo = memoOf({});
    memo.set('small', sized(1));
    expect(memo.of('large', () => sized(48_000_001))).toEqual(sized(48_000_001));
    expect(memo.get('large')).toBeUndefined();
    expect(memo.get('small')).toBeDefined();
  });

  test.each([
    ['a column', () => new Float64Array(4_000_000)],
    [
      'columns of an object',
      () => ({ a: new Uint8Array(16_000_000), b: new Int32Array(4_000_000) }),
    ],
    ['columns one deeper', () => ({ own: { a: new Uint8Array(32_000_000) } })],
    ['a list of things', () => new Array(500_000).fill(null)],
    ['a list of things of an object', () => ({ list: new Array(500_000).fill(null) })],
  ])('counts the bytes of %s: two of 32 MB do not fit', (_, make) => {
    const memo = memoOf({});
    // Told by yes or no: a failure that shows 32 MB takes its time.
    const has = (key: string) => memo.get(key) !== undefined;
    memo.set('a', make());
    expect(has('a')).toBe(true);
    memo.set('b', make());
    expect([has('a'), has('b')]).toEqual([false, true]);
  });

  test('counts what its parts hold with the rest', () => {
    const memo = memoOf({});
    memo.part('monday').set('a', sized(30_000_000));
    memo.part('tuesday').set('a', sized(30_000_000));
    expect(memo.part('monday').get('a')).toBeUndefined();
    expect(memo.part('tuesday').get('a')).toBeDefined();
  });
});

describe('work that is remembered', () => {
  /** Work of three pieces that notes how often it was begun. */
  function making() {
    const begun: number[] = [];
    const make = function* (): Work<object> {
      begun.push(begun.length);
      yield;
      yield;
      return sized(begun.length);
    };
    return { begun, make };
  }

  test('gives its value without a yield once it is known', () => {
    const memo = new Memo(3);
    const { begun, make } = making();
    const value = finish(memo.work('key', make));
    expect(memo.work('key', make).next()).toEqual({ done: true, value });
    expect(memo.get('key')).toBe(value);
    expect(begun).toHaveLength(1);
  });

  test('is done once for all that want it by then, in parts of a memo as well', () => {
    const memo = new Memo(3);
    const { begun, make } = making();
    const [one, other] = [memo.part('day').work('key', make), memo.part('day').work('key', make)];
    expect(one.next().done).toBe(false);
    expect(other.next().done).toBe(false);
    const value = finish(one);
    expect(other.next()).toEqual({ done: true, value });
    expect(begun).toHaveLength(1);
    // Another key is other work.
    finish(memo.work('key', make));
    expect(begun).toHaveLength(2);
  });

  test('is not known before it is done, nor once all have left it', () => {
    const memo = new Memo(3);
    const { begun, make } = making();
    const left = memo.work('key', make);
    left.next();
    expect(memo.get('key')).toBeUndefined();
    left.return({});
    expect(memo.get('key')).toBeUndefined();
    expect(finish(memo.work('key', make))).toEqual(sized(2));
    expect(begun).toHaveLength(2);
  });

  test('is begun anew after a failure, of which all are told', () => {
    const memo = new Memo(3);
    const fail = function* (): Work<object> {
      yield;
      throw new Error('out of order');
    };
    const [one, other] = [memo.work('key', fail), memo.work('key', fail)];
    one.next();
    expect(() => other.next()).toThrow('out of order');
    expect(() => one.next()).toThrow('out of order');
    const { make } = making();
    expect(finish(memo.work('key', make))).toEqual(sized(1));
  });

  test('more of it than are known by name is done all the same', () => {
    const memo = new Memo(3_000);
    const { make } = making();
    const works = Array.from({ length: 1_500 }, (_, at) => memo.work(`${at}`, make));
    for (const work of works) work.next();
    for (const [at, work] of works.entries())
      expect(memo.get(`${at}`) ?? finish(work)).toBeDefined();
  });
});

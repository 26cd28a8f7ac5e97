import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inPieces, nextTurn } from '../../../src/snapshot/build/pieces.ts';

/** Work that notes each of its steps, and gives what it was told to. */
function* work<Result>(notes: string[], name: string, steps: number, result: Result) {
  for (let step = 1; step <= steps; step++) {
    notes.push(`${name}${step}`);
    yield;
  }
  return result;
}

test('turns of the event loop come in the order in which they were waited for', async () => {
  const notes: number[] = [];
  await Promise.all([1, 2, 3].map((each) => nextTurn().then(() => notes.push(each))));
  expect(notes).toEqual([1, 2, 3]);
});

describe('work in pieces', () => {
  // A clock that a step takes six milliseconds by: a piece of ten is two looks, and one step.
  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 6;
      return now;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  test('gives its result, and what the work throws', async () => {
    expect(await inPieces(work([], 'a', 3, 'done'))).toBe('done');
    const failing = (function* fail(): Generator<void, never> {
      yield;
      throw new Error('out of order');
    })();
    await expect(inPieces(failing)).rejects.toThrow('out of order');
  });

  test('side by side takes turns once a piece has lasted', async () => {
    const notes: string[] = [];
    await Promise.all([inPieces(work(notes, 'a', 3, null)), inPieces(work(notes, 'b', 3, null))]);
    expect(notes).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  test('lets the event loop do something else between two pieces', async () => {
    const notes: string[] = [];
    const other = () => {
      notes.push('other');
      if (notes.length < 20) setImmediate(other);
    };
    setImmediate(other);
    await inPieces(work(notes, 'a', 3, null));
    const between = notes.slice(notes.indexOf('a1'), notes.indexOf('a3'));
    expect(between.filter((note) => note === 'other').length).toBeGreaterThanOrEqual(2);
  });
});

test('work that lasts no piece is done in one turn', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  try {
    const notes: string[] = [];
    await Promise.all([inPieces(work(notes, 'a', 3, null)), inPieces(work(notes, 'b', 3, null))]);
    expect(notes).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
  } finally {
    vi.restoreAllMocks();
  }
});

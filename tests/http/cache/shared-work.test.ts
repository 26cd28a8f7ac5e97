import { describe, expect, test } from 'vitest';
import { createSharedWork } from '../../../src/http/cache/shared-work.ts';

const stays = () => new AbortController().signal;

describe('a single flight', () => {
  test('runs once for those who ask at the same time, and anew afterwards', async () => {
    const once = createSharedWork();
    let runs = 0;
    const make = async () => {
      runs += 1;
      return runs;
    };
    expect(await Promise.all([once('a', stays(), make), once('a', stays(), make)])).toEqual([1, 1]);
    expect(await once('a', stays(), make)).toBe(2);
  });

  test('runs apart for keys that differ', async () => {
    const once = createSharedWork();
    const answers = [
      once('a', stays(), async () => 'of a'),
      once('b', stays(), async () => 'of b'),
    ];
    expect(await Promise.all(answers)).toEqual(['of a', 'of b']);
  });

  test('goes on for the others when one leaves, and is given up when all have left', async () => {
    const once = createSharedWork();
    const { promise: gate, resolve } = Promise.withResolvers<string>();
    let given: AbortSignal | undefined;
    const make = (signal: AbortSignal) => {
      given = signal;
      return gate;
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const one = once('a', first.signal, make);
    const other = once('a', second.signal, make);
    first.abort(new Error('the first left'));
    await expect(one).rejects.toThrow('the first left');
    expect(given?.aborted).toBe(false);
    resolve('answer');
    expect(await other).toBe('answer');

    const third = new AbortController();
    const last = once('b', third.signal, () => make(given as AbortSignal));
    const { promise: never } = Promise.withResolvers<string>();
    const alone = once('c', third.signal, (signal) => {
      given = signal;
      return never;
    });
    third.abort(new Error('all left'));
    await expect(alone).rejects.toThrow('all left');
    await last.catch(() => {});
    expect(given?.aborted).toBe(true);
  });

  test('that was given up is not joined: who asks then has it run anew', async () => {
    const once = createSharedWork();
    const leaving = new AbortController();
    const { promise: never } = Promise.withResolvers<string>();
    const given = once('a', leaving.signal, () => never);
    leaving.abort(new Error('left'));
    await expect(given).rejects.toThrow('left');
    expect(await once('a', stays(), async () => 'anew')).toBe('anew');
  });

  test('that fails fails for all, and is not remembered', async () => {
    const once = createSharedWork();
    const fail = () => Promise.reject(new Error('no answer'));
    const asked = [once('a', stays(), fail), once('a', stays(), fail)];
    for (const each of asked) await expect(each).rejects.toThrow('no answer');
    expect(await once('a', stays(), async () => 'answer')).toBe('answer');
  });

  test('is not begun for who has left already', async () => {
    const once = createSharedWork();
    let runs = 0;
    const left = AbortSignal.abort(new Error('left before'));
    const asked = once('a', left, async () => {
      runs += 1;
    });
    await expect(asked).rejects.toThrow('left before');
    expect(runs).toBe(0);
  });
});

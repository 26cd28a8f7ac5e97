import { describe, expect, test } from 'vitest';
import { replacements } from '../../src/snapshot/replacements.ts';

/** What snapshots are replaced in, by hand. */
function byHand() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    replace: () => {
      for (const listener of listeners) listener();
    },
    onReplaced: (listener: () => void) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
  };
}

const item = { done: false, value: undefined };
const end = { done: true, value: undefined };

describe('replacements of what answers', () => {
  test('are told as they come, and those that come together once', async () => {
    const store = byHand();
    const events = replacements(store, new AbortController().signal);
    const first = events.next();
    store.replace();
    expect(await first).toEqual(item);
    store.replace();
    store.replace();
    expect(await events.next()).toEqual(item);
    const next = events.next();
    let isTold = false;
    void next.then(() => {
      isTold = true;
    });
    await new Promise(setImmediate);
    expect(isTold).toBe(false);
    store.replace();
    expect(await next).toEqual(item);
  });

  test('end with the signal, also for who waits, and are listened to no longer', async () => {
    const store = byHand();
    const ending = new AbortController();
    const events = replacements(store, ending.signal);
    const waiting = events.next();
    expect(store.listeners.size).toBe(1);
    ending.abort();
    expect(await waiting).toEqual(end);
    expect(await events.next()).toEqual(end);
    expect(store.listeners.size).toBe(0);
    expect(await replacements(store, ending.signal).next()).toEqual(end);
    expect(store.listeners.size).toBe(0);
  });

  test('end when nobody wants more', async () => {
    const store = byHand();
    const events = replacements(store, new AbortController().signal);
    const waiting = events.next();
    expect(await events.return?.()).toEqual(end);
    expect(await waiting).toEqual(end);
    expect(store.listeners.size).toBe(0);
  });
});

import { expect, test } from 'vitest';
import { dailyAt } from '../../src/refresh/schedule.ts';
import { type WatchedAttempt, type WatchParts, watch } from '../../src/refresh/watch.ts';

const DONE: WatchedAttempt = { outcome: 'UNCHANGED' };
const FAILED: WatchedAttempt = { outcome: 'FAILED', failure: 'SITE', detail: 'it is away' };
const BUSY: WatchedAttempt = { outcome: 'BUSY' };

const PARTS = {
  schedule: dailyAt('07:00'),
  clock: () => new Date('2026-11-24T12:00:00Z'),
  random: () => 0,
  onAttempt: async () => {},
} satisfies Partial<WatchParts>;

/** Watches over a clock that only waiting moves, and gives when it refreshed until it was stopped. */
async function watched(attempts: readonly WatchedAttempt[], began: string): Promise<string[]> {
  const controller = new AbortController();
  const times: string[] = [];
  const due: string[] = [];
  let now = Date.parse(began);
  await watch({
    ...PARTS,
    refresh: async () => {
      times.push(new Date(now).toISOString().slice(0, 16));
      if (times.length === attempts.length) controller.abort();
      return attempts[times.length - 1] ?? DONE;
    },
    onAttempt: async (attempt, next) => {
      expect(attempt).toBe(attempts[times.length - 1]);
      due.push(next.toISOString().slice(0, 16));
    },
    clock: () => new Date(now),
    random: () => 0.5,
    wait: async (ms) => {
      now += ms;
    },
    signal: controller.signal,
  });
  // Each was told when the next would be.
  expect(due).toEqual(times.slice(1));
  return times;
}

test('it refreshes at once, then each day, and sooner after failures', async () => {
  expect(await watched([DONE, DONE, FAILED, FAILED, DONE, DONE], '2026-11-24T12:00:00Z')).toEqual([
    '2026-11-24T12:00',
    '2026-11-25T06:15',
    '2026-11-26T06:15',
    '2026-11-26T06:18',
    '2026-11-26T06:26',
    '2026-11-27T06:15',
  ]);
});

test('while another process refreshes it looks again soon, again and again, and counts no failure', async () => {
  expect(await watched([BUSY, BUSY, FAILED, BUSY, FAILED, DONE], '2026-11-24T12:00:00Z')).toEqual([
    '2026-11-24T12:00',
    '2026-11-24T12:03',
    '2026-11-24T12:07',
    '2026-11-24T12:11',
    '2026-11-24T12:15',
    '2026-11-24T12:22',
  ]);
});

test('it ends at once when it is told to while it waits', async () => {
  const controller = new AbortController();
  let waits = 0;
  await watch({
    ...PARTS,
    refresh: async () => DONE,
    wait: async () => {
      waits += 1;
      controller.abort();
      throw controller.signal.reason;
    },
    signal: controller.signal,
  });
  expect(waits).toBe(1);
});

test('what waiting does not mend ends it', async () => {
  const wrong = new Error('REFRESH_DIR cannot be used');
  const refresh = () => Promise.reject(wrong);
  const { signal } = new AbortController();
  await expect(watch({ ...PARTS, refresh, wait: async () => {}, signal })).rejects.toBe(wrong);
});

import { expect, test } from 'vitest';
import { dailyAt } from '../../src/refresh/schedule.ts';
import { watch } from '../../src/refresh/watch.ts';

/** Watches over a clock that only waiting moves, and gives when it refreshed until it was stopped. */
async function watched(outcomes: readonly boolean[], began: string): Promise<string[]> {
  const controller = new AbortController();
  const times: string[] = [];
  let now = Date.parse(began);
  await watch({
    schedule: dailyAt('07:00'),
    refresh: async () => {
      times.push(new Date(now).toISOString().slice(0, 16));
      if (times.length === outcomes.length) controller.abort();
      return outcomes[times.length - 1] ?? true;
    },
    clock: () => new Date(now),
    random: () => 0.5,
    wait: async (ms) => {
      now += ms;
    },
    signal: controller.signal,
    report: () => {},
  });
  return times;
}

test('it refreshes at once, then each day, and sooner after failures', async () => {
  expect(await watched([true, true, false, false, true, true], '2026-11-24T12:00:00Z')).toEqual([
    '2026-11-24T12:00',
    '2026-11-25T06:15',
    '2026-11-26T06:15',
    '2026-11-26T06:18',
    '2026-11-26T06:26',
    '2026-11-27T06:15',
  ]);
});

test('it ends at once when it is told to while it waits', async () => {
  const controller = new AbortController();
  let waits = 0;
  await watch({
    schedule: dailyAt('07:00'),
    refresh: async () => true,
    clock: () => new Date('2026-11-24T12:00:00Z'),
    random: () => 0,
    wait: async () => {
      waits += 1;
      controller.abort();
      throw controller.signal.reason;
    },
    signal: controller.signal,
    report: () => {},
  });
  expect(waits).toBe(1);
});

test('what waiting does not mend ends it', async () => {
  const wrong = new Error('REFRESH_DIR cannot be used');
  const refresh = () => Promise.reject(wrong);
  const parts = { schedule: dailyAt('07:00'), clock: () => new Date(), random: () => 0 };
  const { signal } = new AbortController();
  await expect(
    watch({ ...parts, refresh, wait: async () => {}, signal, report: () => {} }),
  ).rejects.toBe(wrong);
});

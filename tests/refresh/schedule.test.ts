import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyAt, isTimeOfDay, nextRefresh, nextTimeOfDay } from '../../src/refresh/schedule.ts';

const next = (now: string, at: string) => nextTimeOfDay(new Date(now), at).toISOString();

describe('the next time of day in Paris', () => {
  test.each([
    ['in winter, today', '2026-11-24T05:59:00Z', '07:00', '2026-11-24T06:00:00.000Z'],
    [
      'in winter, at that very moment: tomorrow',
      '2026-11-24T06:00:00Z',
      '07:00',
      '2026-11-25T06:00:00.000Z',
    ],
    ['in summer', '2026-07-01T12:00:00Z', '07:00', '2026-07-02T05:00:00.000Z'],
    ['over the end of summer time', '2026-10-24T12:00:00Z', '07:00', '2026-10-25T06:00:00.000Z'],
    ['over the end of winter time', '2027-03-27T12:00:00Z', '07:00', '2027-03-28T05:00:00.000Z'],
    [
      'that a day has twice: the first',
      '2026-10-24T12:00:00Z',
      '02:30',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'that a day does not have: an hour later',
      '2027-03-27T12:00:00Z',
      '02:30',
      '2027-03-28T01:30:00.000Z',
    ],
    [
      'after midnight in Paris and before that of UTC',
      '2026-11-24T23:30:00Z',
      '00:15',
      '2026-11-25T23:15:00.000Z',
    ],
    ['over the year', '2026-12-31T23:30:00Z', '23:59', '2027-01-01T22:59:00.000Z'],
  ])('%s', (_, now, at, expected) => {
    expect(next(now, at)).toBe(expected);
  });

  test('is later than now, by a day and an hour at most', () => {
    const instant = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(instant, time, (now, [hour, minute]) => {
        const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const wait = nextTimeOfDay(now, at).getTime() - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

describe('the next refresh', () => {
  const schedule = dailyAt('07:00');
  const due = (now: string, failures: number, random: number) =>
    nextRefresh(schedule, new Date(now), { failures, random }).toISOString();

  test('is up to half an hour after the time of day, and tomorrow when that has begun', () => {
    expect(due('2026-11-24T05:00:00Z', 0, 0)).toBe('2026-11-24T06:00:00.000Z');
    expect(due('2026-11-24T05:00:00Z', 0, 0.5)).toBe('2026-11-24T06:15:00.000Z');
    expect(due('2026-11-24T06:10:00Z', 0, 0.9)).toBe('2026-11-25T06:27:00.000Z');
  });

  test('comes sooner after a failure, ever later, and never later than the daily one', () => {
    const minutes = (failures: number) =>
      (Date.parse(due('2026-11-24T12:00:00Z', failures, 0)) - Date.parse('2026-11-24T12:00:00Z')) /
      60_000;
    expect([1, 2, 3, 6, 7, 100].map(minutes)).toEqual([5, 10, 20, 160, 240, 240]);
    expect(due('2026-11-24T12:00:00Z', 1, 0.5)).toBe('2026-11-24T12:03:45.000Z');
    expect(due('2026-11-24T05:00:00Z', 9, 0)).toBe('2026-11-24T06:00:00.000Z');
  });
});

test('a time of day has four digits', () => {
  expect(['00:00', '07:05', '23:59'].map(isTimeOfDay)).toEqual([true, true, true]);
  expect(['24:00', '7:00', '07:60', '07h00', '', '07:00:00'].some(isTimeOfDay)).toBe(false);
});

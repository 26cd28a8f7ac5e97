import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { activityOn, isActiveOn } from '../../../src/domain/certification/activity.ts';

const END = parsePlainDate('2023-07-08');

describe('whether a certification is active', () => {
  test.each([
    ['2023-07-07', true],
    ['2023-07-08', true],
    ['2023-07-09', false],
  ] as const)('on %s, with an end on 2023-07-08 included: %s', (day, active) => {
    // The flag is that of the day of the export: it does not count where a date does.
    for (const activeFlag of [true, false, null]) {
      expect(isActiveOn({ registrationEndsOn: END, activeFlag }, parsePlainDate(day))).toBe(active);
    }
  });

  test.each([
    [true, true],
    [false, false],
    // Not known: neither active nor inactive.
    [null, null],
  ] as const)('without an end date, the flag %s says %s', (activeFlag, active) => {
    const period = { registrationEndsOn: null, activeFlag };
    expect(activityOn(period, END)).toBe(active);
    expect(isActiveOn(period, END)).toBe(active === true);
  });

  test('is known before the registration starts, whatever else is not', () => {
    const period = { registrationStartsOn: END, registrationEndsOn: null, activeFlag: null };
    expect(activityOn(period, parsePlainDate('2023-07-07'))).toBe(false);
    expect(activityOn(period, END)).toBe(null);
  });
});

import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { dueDay, lateness } from '../../../src/domain/rate/published-rate.ts';

const day = parsePlainDate;
const rate = { year: 2020, indicator: 'GLOBAL_6_MONTHS', graceMonths: 6 } as const;

describe('a rate is due', () => {
  test('six months after its observation closes', () => {
    expect(dueDay('RNCP', rate)).toBe('2021-12-31');
    expect(dueDay('RNCP', { ...rate, indicator: 'TARGET_OCCUPATION_2_YEARS' })).toBe('2023-06-30');
  });

  test('by the grace that the method gives', () => {
    expect(dueDay('RNCP', { ...rate, graceMonths: 3 })).toBe('2021-09-30');
  });

  test('never on the RS', () => {
    expect(dueDay('RS', rate)).toBeNull();
  });
});

describe('a rate is late', () => {
  const due = day('2021-12-31');

  test.each(['OVERDUE', 'OVERDUE_OPTIONAL'] as const)('by days while it is %s', (status) => {
    expect(lateness(status, due, day('2022-01-01'))).toBe(1);
    expect(lateness(status, due, day('2022-12-31'))).toBe(365);
  });

  test.each(['PUBLISHED', 'IN_COLLECTION', 'CLOSED_BEFORE_DUE'] as const)(
    'in no way when it is %s',
    (status) => {
      expect(lateness(status, due, day('2022-12-31'))).toBeNull();
    },
  );

  test('in no way where none is expected', () => {
    expect(lateness('OVERDUE', null, day('2022-12-31'))).toBeNull();
  });
});

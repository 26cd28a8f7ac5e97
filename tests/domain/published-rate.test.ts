import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { publishedRate, type RateRecord } from '../../src/domain/published-rate.ts';

const RECORD: RateRecord = {
  register: 'RNCP',
  year: 2020,
  indicator: 'GLOBAL_6_MONTHS',
  value: 86,
  firstSeenOn: null,
  inSource: true,
  certified: 23,
  registrationEndsOn: parsePlainDate('2023-07-08'),
};
const AS_OF = parsePlainDate('2022-09-01');

describe('a rate as it is served', () => {
  test('has value, status, due date, base and reliability', () => {
    expect(publishedRate(RECORD, AS_OF)).toEqual({
      indicator: 'GLOBAL_6_MONTHS',
      value: 86,
      status: 'PUBLISHED',
      dueOn: '2021-12-31',
      daysLate: null,
      basis: 'CERTIFIED_WEIGHTED',
      base: 23,
      reliability: 'MODERATE',
    });
  });

  test('without a value keeps its base and says why, and is not graded', () => {
    const missing = { ...RECORD, indicator: 'TARGET_OCCUPATION_2_YEARS', value: null } as const;
    expect(publishedRate(missing, AS_OF)).toMatchObject({
      value: null,
      status: 'NOT_YET_OBSERVABLE',
      dueOn: '2023-06-30',
      base: 23,
      reliability: null,
    });
  });

  test('is late from the day after it was due, as long as it is not there', () => {
    const missing = { ...RECORD, value: null };
    const lateOn = (day: string) => publishedRate(missing, parsePlainDate(day));
    expect(lateOn('2021-12-31')).toMatchObject({ status: 'IN_COLLECTION', daysLate: null });
    expect(lateOn('2022-01-01')).toMatchObject({ status: 'OVERDUE', daysLate: 1 });
    expect(publishedRate(RECORD, AS_OF).daysLate).toBeNull();
  });

  test('without a number of certified has no base and no grade', () => {
    expect(publishedRate({ ...RECORD, certified: null }, AS_OF)).toMatchObject({
      value: 86,
      base: null,
      reliability: null,
    });
  });

  test('is never due on the RS', () => {
    expect(publishedRate({ ...RECORD, register: 'RS' }, AS_OF)).toMatchObject({
      status: 'NOT_APPLICABLE',
      dueOn: null,
    });
  });
});

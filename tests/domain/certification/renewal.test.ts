import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import {
  isFilingPassed,
  RECOMMENDED_MONTHS,
  RENEWAL_STAGES,
  type RenewalStage,
  renewalDays,
  USUAL_COHORTS,
  WATCH_MONTHS,
} from '../../../src/domain/certification/renewal.ts';

const day = parsePlainDate;

/** RNCP35746: docs/method.md#renewal. */
const END = day('2023-07-08');
const TODAY = day('2023-01-15');

describe('the days of a renewal', () => {
  test.each([
    // The seed: E − 12, E − 8 and E − 7 months.
    ['2023-07-08', '2022-07-08', '2022-11-08', '2022-12-08'],
    // Months that are too short clamp to their last day.
    ['2023-10-31', '2022-10-31', '2023-02-28', '2023-03-31'],
    ['2024-10-31', '2023-10-31', '2024-02-29', '2024-03-31'],
    ['2023-10-30', '2022-10-30', '2023-02-28', '2023-03-30'],
    ['2023-12-31', '2022-12-31', '2023-04-30', '2023-05-31'],
    ['2023-09-30', '2022-09-30', '2023-01-30', '2023-02-28'],
    ['2024-02-29', '2023-02-28', '2023-06-29', '2023-07-29'],
    ['2023-01-01', '2022-01-01', '2022-05-01', '2022-06-01'],
  ])('of a registration that ends on %s', (end, watch, fileBy, atLatest) => {
    expect(renewalDays(day(end), TODAY)).toMatchObject({
      watchOpensOn: watch,
      fileBy,
      fileAtLatest: atLatest,
      lastActiveDay: end,
    });
  });

  test('are not known without an end', () => {
    expect(renewalDays(null, TODAY)).toEqual({
      watchOpensOn: null,
      fileBy: null,
      fileAtLatest: null,
      lastActiveDay: null,
      stage: 'UNKNOWN_END',
    });
  });

  test('are counted in months that others read too', () => {
    expect([WATCH_MONTHS, RECOMMENDED_MONTHS, USUAL_COHORTS]).toEqual([12, 8, 2]);
  });
});

describe('the stage of a registration that ends on 2023-07-08', () => {
  test.each<[string, RenewalStage]>([
    ['2019-01-01', 'NOT_OPEN'],
    ['2022-07-07', 'NOT_OPEN'],
    ['2022-07-08', 'WATCH'],
    ['2022-07-09', 'WATCH'],
    ['2022-11-07', 'WATCH'],
    ['2022-11-08', 'WATCH'],
    ['2022-11-09', 'FILE_NOW'],
    ['2022-12-07', 'FILE_NOW'],
    ['2022-12-08', 'FILE_NOW'],
    ['2022-12-09', 'LATE'],
    ['2023-01-15', 'LATE'],
    ['2023-07-07', 'LATE'],
    ['2023-07-08', 'LATE'],
    ['2023-07-09', 'ENDED'],
    ['2030-01-01', 'ENDED'],
  ])('on %s is %s', (asOf, stage) => {
    expect(renewalDays(END, day(asOf)).stage).toBe(stage);
  });

  test.each<[string, RenewalStage]>([
    ['2023-02-28', 'WATCH'],
    ['2023-03-01', 'FILE_NOW'],
    ['2023-03-31', 'FILE_NOW'],
    ['2023-04-01', 'LATE'],
  ])('of one that ends on 2023-10-31, on %s, is %s', (asOf, stage) => {
    expect(renewalDays(day('2023-10-31'), day(asOf)).stage).toBe(stage);
  });
});

describe('whether the recommended last day of filing has passed', () => {
  test.each([
    ['2022-11-07', false],
    ['2022-11-08', false],
    ['2022-11-09', true],
    ['2023-07-08', true],
    ['2023-07-09', true],
  ])('on %s, of one that ends on 2023-07-08: %s', (asOf, passed) => {
    expect(isFilingPassed(END, day(asOf))).toBe(passed);
  });

  test.each([
    ['2023-02-28', false],
    ['2023-03-01', true],
  ])('on %s, of one that ends on 2023-10-31: %s', (asOf, passed) => {
    expect(isFilingPassed(day('2023-10-31'), day(asOf))).toBe(passed);
  });

  test('is not said without an end', () => {
    expect(isFilingPassed(null, day('2200-12-31'))).toBe(false);
  });
});

describe('over any days', () => {
  const dates = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)));

  test('the days come in order, and the stage only moves forward', () => {
    fc.assert(
      fc.property(dates, dates, dates, (end, a, b) => {
        const { watchOpensOn, fileBy, fileAtLatest, lastActiveDay } = renewalDays(end, a);
        const inOrder = [watchOpensOn, fileBy, fileAtLatest, lastActiveDay];
        expect(inOrder.toSorted()).toEqual(inOrder);
        expect(new Set(inOrder).size).toBe(4);
        const [early, late] = a <= b ? [a, b] : [b, a];
        const order = (asOf: typeof a) => RENEWAL_STAGES.indexOf(renewalDays(end, asOf).stage);
        expect(order(early)).toBeLessThanOrEqual(order(late));
      }),
    );
  });

  test('filing has passed from the stage of filing on', () => {
    fc.assert(
      fc.property(fc.option(dates), dates, (end, asOf) => {
        const { stage } = renewalDays(end, asOf);
        expect(isFilingPassed(end, asOf)).toBe(['FILE_NOW', 'LATE', 'ENDED'].includes(stage));
      }),
    );
  });
});

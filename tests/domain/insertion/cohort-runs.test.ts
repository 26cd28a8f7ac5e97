import { expect, test } from 'vitest';
import { runsOfSameRates } from '../../../src/domain/insertion/cohort-runs.ts';
import { cohort } from '../findings/quality-records.ts';

test('every cohort is in one run, cut where a year is skipped or a rate differs', () => {
  const cohorts = [
    cohort(2022, 10, [50, null, null]),
    cohort(2021, 20, [50, null, null]),
    cohort(2019, 20, [50, null, null]),
    cohort(2018, 20, [50, 50, null]),
    cohort(2017, 20, [50, 50, null]),
    cohort(2016, 20, [50, 40, null]),
  ];
  const years = runsOfSameRates(cohorts).map((run) => run.map(({ year }) => year));
  expect(years).toEqual([[2022, 2021], [2019], [2018, 2017], [2016]]);
});

test('no cohort gives no run', () => {
  expect(runsOfSameRates([])).toEqual([]);
});

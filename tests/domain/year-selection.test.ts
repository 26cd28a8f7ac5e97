import { expect, test } from 'vitest';
import {
  parseYearSelection,
  readYearSelection,
  yearsSelected,
} from '../../src/domain/year-selection.ts';

const YEARS = [2024, 2023, 2021, 2019];

test.each([
  // The newest years are those that there are cohorts of: nobody of 2022 is counted.
  ['latest(1)', { from: 2024 }],
  ['latest(3)', { from: 2021 }],
  ['Latest( 4 )', { from: 2019 }],
  ['latest(9)', { from: 2019 }],
  ['from(2019)', { from: 2019 }],
  ['to(2021)', { to: 2021 }],
  [' range(2019, 2021) ', { from: 2019, to: 2021 }],
  ['2021', { from: 2021, to: 2021 }],
])('%j selects %j', (text, range) => {
  expect(yearsSelected(parseYearSelection('years', text), YEARS)).toEqual(range);
});

test('where there is no cohort the newest years leave nothing out', () => {
  expect(yearsSelected({ latest: 3 }, [])).toEqual({});
});

test.each([
  ...['', 'latest', 'latest()', 'latest(0)', 'latest(101)', 'latest(3,4)', 'last(3)'],
  ...['from()', 'from(-1)', 'from(0)', 'from(2019,2020)', 'to(20211)', 'range(2019)'],
  ...['range(2021,2019)', 'range(2019,2020,2021)', '219', '2019,2021', '2019-2021'],
])('%j names no years', (text) => {
  expect(readYearSelection(text)).toBeNull();
  expect(() => parseYearSelection('years', text)).toThrow(
    `years: ${JSON.stringify(text)} names no years: give latest(N) with N from 1 to 100, from(2019), to(2021), range(2019,2021) or one year`,
  );
});

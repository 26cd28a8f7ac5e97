import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import {
  missingCohortYears,
  type QualityStatistics,
  statisticsLikelyStale,
  statisticsNotUpdated,
} from '../../../src/domain/findings/statistics-quality.ts';
import { CLEAN, CLEAN_RS, cohort } from './quality-records.ts';

const day = parsePlainDate;
const ON = day('2026-08-16');

/** Active on request, with published global rates of some years and none of others. */
function record(
  published: readonly number[],
  without: readonly number[] = [],
  parts: Partial<QualityStatistics> = {},
): QualityStatistics {
  return {
    ...CLEAN,
    registrationEndsOn: day('2030-12-31'),
    cohorts: [
      ...published.map((year) => cohort(year, 10, [80, null, null])),
      ...without.map((year) => cohort(year, 10, [null, 50, 50])),
    ],
    ...parts,
  };
}

describe('statistics are likely stale', () => {
  const given = (of: QualityStatistics, on = ON) =>
    statisticsLikelyStale(of, on).map((remark) => remark.given);

  test.each<[string, QualityStatistics, number[]]>([
    ['of 2021 in 2026', record([2019, 2021, 2020]), [2021]],
    ['of 2022 in 2026', record([2019, 2022]), []],
    ['of 2021, newer ones being without a global rate', record([2021], [2022, 2024]), [2021]],
    ['never published', record([], [2018]), []],
    ['without cohorts', record([]), []],
    ['by law', record([2015], [], { registrationType: 'BY_LAW' }), []],
    ['of a type that is not known', record([2015], [], { registrationType: null }), []],
    ['of the RS', record([2015], [], { code: CLEAN_RS.code }), []],
    ['ended the day before', record([2015], [], { registrationEndsOn: day('2026-08-15') }), []],
    ['that ends on the day', record([2015], [], { registrationEndsOn: ON }), [2015]],
    [
      'flagged inactive, without an end',
      record([2015], [], { registrationEndsOn: null, activeFlag: false }),
      [],
    ],
  ])('%s', (_what, of, expected) => {
    expect(given(of)).toEqual(expected);
  });

  test('from the first day of the fifth year after the newest', () => {
    expect(given(record([2021]), day('2025-12-31'))).toEqual([]);
    expect(given(record([2021]), day('2026-01-01'))).toEqual([2021]);
  });
});

describe('statistics are not updated', () => {
  const rules = (of: QualityStatistics) =>
    [...statisticsNotUpdated(of, ON), ...statisticsLikelyStale(of, ON)].map(({ rule }) => rule);
  const UNCHANGED = { figuresChanged: false };

  test.each<[string, QualityStatistics, string[]]>([
    [
      'where no figure changed for two years',
      record([2024], [], UNCHANGED),
      ['STATISTICS_NOT_UPDATED'],
    ],
    ['whatever the newest cohort', record([2015], [], UNCHANGED), ['STATISTICS_NOT_UPDATED']],
    ['nor ever given', record([], [], UNCHANGED), ['STATISTICS_NOT_UPDATED']],
    [
      'unless one changed, be it of an old cohort',
      record([2015], [], { figuresChanged: true }),
      [],
    ],
    [
      'as can be guessed where history is too short',
      record([2015], [], { figuresChanged: null }),
      ['STATISTICS_LIKELY_STALE'],
    ],
    ['by law', record([2015], [], { ...UNCHANGED, registrationType: 'BY_LAW' }), []],
    ['of the RS', record([2015], [], { ...UNCHANGED, code: CLEAN_RS.code }), []],
    [
      'ended the day before',
      record([2015], [], { ...UNCHANGED, registrationEndsOn: day('2026-08-15') }),
      [],
    ],
    [
      'with a cohort that could not be read',
      record([2015], [], {
        ...UNCHANGED,
        refused: { level: false, certifier: false, cohort: true },
      }),
      [],
    ],
  ])('%s', (_what, of, expected) => {
    expect(rules(of)).toEqual(expected);
  });
});

describe('years of cohorts are missing', () => {
  const given = (of: QualityStatistics, on = ON, graceMonths = 6) =>
    missingCohortYears(of, on, graceMonths).map((remark) => remark.given);

  test.each<[string, QualityStatistics, string[]]>([
    // On 2026-08-16 the rates at 6 months of 2025 are not due: they are on 2026-12-31.
    ['since the newest', record([2022]), ['2023, 2024']],
    ['between two', record([2020, 2023], [2024]), ['2021, 2022']],
    ['both, whatever the order', record([2023, 2019], [2021]), ['2020, 2022, 2024']],
    ['none', record([2022, 2023], [2024]), []],
    ['but for one that is not due', record([2024]), []],
    ['without cohorts', record([]), []],
    ['implausible years set aside', record([1900, 2024, 2100]), []],
    ['by law', record([2015], [], { registrationType: 'BY_LAW' }), []],
    ['of the RS', record([2015], [], { code: CLEAN_RS.code }), []],
    ['ended', record([2015], [], { registrationEndsOn: day('2026-08-15') }), []],
  ])('%s', (_what, of, expected) => {
    expect(given(of)).toEqual(expected);
  });

  test('by the grace that was chosen', () => {
    expect(given(record([2022]), ON, 0)).toEqual(['2023, 2024, 2025']);
    expect(given(record([2022]), ON, 18)).toEqual(['2023']);
  });

  test('from the day after their rate was due', () => {
    expect(given(record([2023]), day('2025-12-31'))).toEqual([]);
    expect(given(record([2023]), day('2026-01-01'))).toEqual(['2024']);
  });
});

import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import {
  type CohortOwner,
  type CohortSource,
  cohortChanges,
  cohortFacts,
  cohortsFact,
  isInSource,
} from '../../../src/domain/insertion/cohort-fact.ts';
import { DEFAULT_CHOICES } from '../../../src/domain/method.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';
import type { RateOutcome } from '../../../src/domain/rate/rate-status.ts';
import { COHORTS, cohort } from '../findings/quality-records.ts';

const factsOf = (...[owner, cohorts]: [CohortOwner, readonly CohortSource[]]) =>
  cohortFacts(owner, cohorts, DEFAULT_CHOICES.graceMonths);

const day = parsePlainDate;

/** RNCP35746: docs/method.md#worked-example. */
const OWNER: CohortOwner = { register: 'RNCP', registrationEndsOn: day('2023-07-08') };

/** As `cohort` of the records, of a source that carries all three rates or, as the feed, two. */
function source(...given: Parameters<typeof cohort>): CohortSource {
  return { ...cohort(...given), targetRateAt6MonthsInSource: true };
}

function ofFeed(...given: Parameters<typeof cohort>): CohortSource {
  return { ...cohort(...given), targetRateAt6MonthsInSource: false };
}

const SOURCES = COHORTS.map((each) => ({ ...each, targetRateAt6MonthsInSource: true }));

/** The three outcomes of the only cohort, in the order of the indicators. */
function outcomes(given: CohortSource, owner = OWNER): (RateOutcome | undefined)[] {
  const [fact] = factsOf(owner, [given]);
  return INSERTION_INDICATORS.map((each) => fact?.outcomes[each]);
}

describe('the facts of cohorts', () => {
  test('of RNCP35746: newest first, the newest being the first, whatever the order given', () => {
    const facts = factsOf(OWNER, SOURCES);
    expect(facts).toEqual([
      {
        year: 2020,
        recency: 1,
        certified: 23,
        certifiedThroughVae: 0,
        rates: {
          GLOBAL_6_MONTHS: 86,
          TARGET_OCCUPATION_6_MONTHS: 50,
          TARGET_OCCUPATION_2_YEARS: null,
        },
        outcomes: {
          GLOBAL_6_MONTHS: 'PUBLISHED',
          TARGET_OCCUPATION_6_MONTHS: 'PUBLISHED',
          // Due on 2023-06-30, before the registration ends.
          TARGET_OCCUPATION_2_YEARS: 'EXPECTED',
        },
      },
      expect.objectContaining({ year: 2019, recency: 2, certified: 21 }),
      expect.objectContaining({ year: 2018, recency: 3, certified: 17 }),
    ]);
    expect(factsOf(OWNER, SOURCES.toReversed())).toEqual(facts);
    expect(SOURCES.map(({ year }) => year)).toEqual([2019, 2020, 2018]);
  });

  test('recency counts cohorts, not years', () => {
    const facts = factsOf(OWNER, [source(2010, 5, [80]), source(2020, 5, [80])]);
    expect(facts.map(({ year, recency }) => [year, recency])).toEqual([
      [2020, 1],
      [2010, 2],
    ]);
  });

  test('of no cohort are none', () => {
    expect(factsOf(OWNER, [])).toEqual([]);
  });

  test('on the RS no rate counts, whatever was published; the certified do', () => {
    const [fact] = factsOf({ ...OWNER, register: 'RS' }, [source(2020, 23, [86, 50, 57])]);
    expect(fact).toMatchObject({ certified: 23, certifiedThroughVae: 0, recency: 1 });
    expect(fact?.rates).toEqual({
      GLOBAL_6_MONTHS: null,
      TARGET_OCCUPATION_6_MONTHS: null,
      TARGET_OCCUPATION_2_YEARS: null,
    });
    expect(Object.values(fact?.outcomes ?? {})).toEqual(Array(3).fill('NOT_APPLICABLE'));
  });

  test('a rate of 0 and a number that is not known stay what they are', () => {
    const [fact] = factsOf(OWNER, [source(2020, null, [0], { vae: null })]);
    expect(fact).toMatchObject({ certified: null, certifiedThroughVae: null });
    expect(fact?.rates.GLOBAL_6_MONTHS).toBe(0);
    expect(fact?.outcomes.GLOBAL_6_MONTHS).toBe('PUBLISHED');
  });
});

describe('the outcomes of one cohort', () => {
  const [P, EARLY, EXPECTED] = ['PUBLISHED', 'PUBLISHED_EARLY', 'EXPECTED'] as const;

  test.each<[string, CohortSource, RateOutcome[]]>([
    ['all published', source(2018, 17, [100, 57, 47]), [P, P, P]],
    [
      'the target rate that the feed lacks',
      ofFeed(2018, 17, [100, null, 47]),
      [P, 'NOT_IN_SOURCE', P],
    ],
    ['one that a page gave all the same', ofFeed(2018, 17, [100, 57, 47]), [P, P, P]],
    [
      'others that the feed carries',
      ofFeed(2018, 17, [null]),
      [EXPECTED, 'NOT_IN_SOURCE', EXPECTED],
    ],
    // Of 2020, six months close on 2021-06-30 and two years on 2022-12-31.
    [
      'seen on 2021-06-29',
      source(2020, 23, [86, 50, 57], { seenOn: '2021-06-29' }),
      [EARLY, EARLY, EARLY],
    ],
    ['seen on 2021-06-30', source(2020, 23, [86, 50, 57], { seenOn: '2021-06-30' }), [P, P, EARLY]],
    ['seen on a day not known', source(2020, 23, [86, 50, 57], { seenOn: null }), [P, P, P]],
    ['of nobody', source(2020, 0, [null]), ['NO_HOLDER', 'NO_HOLDER', 'NO_HOLDER']],
    ['of a number not known', source(2020, null, [null]), [EXPECTED, EXPECTED, EXPECTED]],
    // Of 2021, due on 2022-12-31 and on 2024-06-30, the registration ending on 2023-07-08.
    ['closed before the second is due', source(2021, 9, [null]), [EXPECTED, EXPECTED, 'CLOSED']],
    // Of 2022, due on 2023-12-31.
    ['closed before any is due', source(2022, 9, [null]), ['CLOSED', 'CLOSED', 'CLOSED']],
  ])('%s', (_name, given, expected) => {
    expect(outcomes(given)).toEqual(expected);
  });

  test('are not closed without an end of the registration', () => {
    const endless = { ...OWNER, registrationEndsOn: null };
    expect(outcomes(source(2022, 9, [null]), endless)).toEqual([EXPECTED, EXPECTED, EXPECTED]);
  });
});

test('only the target rate at 6 months may be one that no source can carry', () => {
  const inSource = (targetRateAt6MonthsInSource: boolean) =>
    INSERTION_INDICATORS.map((each) => isInSource({ targetRateAt6MonthsInSource }, each));
  expect(inSource(true)).toEqual([true, true, true]);
  expect(inSource(false)).toEqual([true, false, true]);
});

describe('the cohorts of a certification, summed up', () => {
  const sumUp = (sources: readonly CohortSource[], owner = OWNER) =>
    cohortsFact(factsOf(owner, sources));

  test('of RNCP35746: three that are usable, none that lacks a rate at 6 months', () => {
    expect(sumUp(SOURCES)).toEqual({ cohorts: 3, usable: 3, newest: 2020, oldestMissing: null });
  });

  test('of none', () => {
    expect(sumUp([])).toEqual({ cohorts: 0, usable: 0, newest: null, oldestMissing: null });
  });

  test('usable are those whose global rate at 6 months is published, be it 0', () => {
    const sources = [
      source(2020, 23, [null, 50, 57]),
      source(2019, 21, [0]),
      source(2018, 17, [100]),
    ];
    expect(sumUp(sources)).toMatchObject({ cohorts: 3, usable: 2 });
  });

  test.each<[string, CohortSource[], number | null]>([
    [
      'of two that lack the global rate',
      [source(2019, 21, [null, 53]), source(2020, 23, [null, 50]), source(2018, 17, [100, 57])],
      2019,
    ],
    ['of one that lacks the target rate', [source(2018, 17, [100, null])], 2018],
    ['none, when the source cannot carry it', [ofFeed(2018, 17, [100, null])], null],
    ['none, when only the rate at 2 years lacks', [source(2018, 17, [100, 57, null])], null],
    ['none of nobody', [source(2018, 0, [null])], null],
    ['none that closed before it was due', [source(2022, 9, [null])], null],
    ['of one that is not yet due: that is for the day to tell', [source(2021, 9, [null])], 2021],
  ])('the oldest year with an expected rate that is missing: %s', (_name, sources, year) => {
    expect(sumUp(sources).oldestMissing).toBe(year);
  });

  test('on the RS, nothing is usable and nothing is missing', () => {
    const rs = { ...OWNER, register: 'RS' } as const;
    expect(sumUp([source(2020, 23, [86]), source(2019, 21, [null])], rs)).toEqual({
      cohorts: 2,
      usable: 0,
      newest: 2020,
      oldestMissing: null,
    });
  });
});

describe('the changes between cohorts', () => {
  /** "2020 GLOBAL_6_MONTHS NOT_SIGNIFICANT", one for each change. */
  const changes = (sources: readonly CohortSource[], owner = OWNER) =>
    cohortChanges(factsOf(owner, sources)).map(
      ({ year, indicator, verdict }) => `${year} ${indicator} ${verdict}`,
    );

  test('of RNCP35746: none is significant, and there is none where a rate is missing', () => {
    expect(changes(SOURCES)).toEqual([
      '2020 GLOBAL_6_MONTHS NOT_SIGNIFICANT',
      '2020 TARGET_OCCUPATION_6_MONTHS NOT_SIGNIFICANT',
      '2019 GLOBAL_6_MONTHS NOT_SIGNIFICANT',
      '2019 TARGET_OCCUPATION_6_MONTHS NOT_SIGNIFICANT',
      '2019 TARGET_OCCUPATION_2_YEARS NOT_SIGNIFICANT',
    ]);
  });

  test('are rises and falls on large cohorts', () => {
    // From 60 to 75 on 200 each: 5.8 to 23.8; the same back.
    const sources = [source(2018, 200, [60]), source(2019, 200, [75]), source(2020, 200, [60])];
    expect(changes(sources)).toEqual(['2020 GLOBAL_6_MONTHS FALL', '2019 GLOBAL_6_MONTHS RISE']);
  });

  test.each<[string, CohortSource[]]>([
    ['over a gap of a year', [source(2018, 200, [60]), source(2020, 200, [75])]],
    ['without a rate the year before', [source(2019, 200, [null]), source(2020, 200, [75])]],
    ['without a number of certified', [source(2019, null, [60]), source(2020, 200, [75])]],
    ['from a cohort of nobody', [source(2019, 0, [60]), source(2020, 200, [75])]],
    ['of a single cohort', [source(2020, 200, [75])]],
    ['of no cohort', []],
  ])('are none %s', (_name, sources) => {
    expect(changes(sources)).toEqual([]);
  });

  test('are none on the RS', () => {
    const sources = [source(2019, 200, [60]), source(2020, 200, [75])];
    expect(changes(sources, { ...OWNER, register: 'RS' })).toEqual([]);
  });
});

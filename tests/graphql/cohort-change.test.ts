import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';

const FICHES = [
  // The worked example of the method.
  ficheWith({
    code: 'RNCP35746',
    cohorts: [
      cohortWith(2020, 23, { global6: 86, target6: 50 }),
      cohortWith(2019, 21, { global6: 93, target6: 53, target24: 57 }),
      cohortWith(2018, 17, { global6: 100, target6: 57, target24: 47 }),
    ],
  }),
  ficheWith({
    code: 'RNCP1',
    cohorts: [
      cohortWith(2019, 0, { global6: 50 }),
      cohortWith(2020, 200, { global6: 60, target6: 62.5 }),
      cohortWith(2021, 200, { global6: 80 }),
      cohortWith(2022, 200, { global6: 50 }),
      cohortWith(2023, null, { global6: 70, target6: 60.25, target24: 50 }),
      cohortWith(2024, 50, { global6: 90 }),
      // 2025 is missing.
      cohortWith(2026, 50, { global6: 10 }),
    ],
  }),
  ficheWith({
    code: 'RS1',
    cohorts: [
      cohortWith(2020, 200, { global6: 60, target6: 10, target24: 90 }),
      cohortWith(2021, 200, { global6: 80, target6: 10 }),
    ],
  }),
];

const CHANGES = `query (
  $code: RegisterCode!, $indicator: InsertionIndicator = GLOBAL_6_MONTHS, $level: Float
) {
  certification(code: $code) { cohorts {
    year gapAt6Months
    change(indicator: $indicator, level: $level) { ...Change }
    targetRateChange(level: $level) { ...Change }
  } }
}
fragment Change on RateChange { from to difference lower upper level verdict }`;

interface Cohort {
  readonly year: number;
  readonly gapAt6Months: number | null;
  readonly change: Readonly<Record<string, unknown>> | null;
  readonly targetRateChange: Readonly<Record<string, unknown>> | null;
}

describeEachEngine('how rates of cohorts went on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function cohorts(variables: Variables): Promise<readonly Cohort[]> {
    const answer = await ask<{ certification: { cohorts: Cohort[] } }>(
      ...([database, CHANGES, variables] as const),
    );
    return answer.certification.cohorts;
  }

  const changes = async (code: string, indicator?: string) =>
    (await cohorts({ code, ...(indicator && { indicator }) })).map(({ year, change }) => [
      year,
      change && Object.values(change),
    ]);

  test('of the worked example is not significant from any year to the next', async () => {
    // 86 of 23: [66.75, 94.95]; 93 of 21: [74.31, 98.39]; 100 of 17: [81.57, 100].
    expect(await changes('RNCP35746')).toEqual([
      // −7 − √(19.25² + 5.39²), −7 + √(8.95² + 18.69²)
      [2020, [93, 86, -7, -26.99, 13.72, 0.95, 'NOT_SIGNIFICANT']],
      // −7 − √(18.69² + 0²), −7 + √(5.39² + 18.43²)
      [2019, [100, 93, -7, -25.69, 12.2, 0.95, 'NOT_SIGNIFICANT']],
      [2018, null],
    ]);
    expect(await changes('RNCP35746', 'TARGET_OCCUPATION_2_YEARS')).toEqual([
      [2020, null], // not published
      // 57 of 21: [36.42, 75.42]; 47 of 17: [26.12, 68.99].
      [2019, [47, 57, 10, -20.12, 37.84, 0.95, 'NOT_SIGNIFICANT']],
      [2018, null],
    ]);
  });

  test('is from the year before of the same certification, on certified of both', async () => {
    const [rise, fall] = [
      [60, 80, 20, 11.07, 28.51, 0.95, 'RISE'],
      [80, 50, -30, -38.47, -20.83, 0.95, 'FALL'],
    ];
    expect(await changes('RNCP1')).toEqual([
      [2026, null], // a gap of a year makes no change
      [2024, null], // the year before has no number of certified
      [2023, null], // nor has this one
      [2022, fall],
      [2021, rise],
      [2020, null], // the year before certified nobody
      [2019, null],
    ]);
  });

  test('from 6 months to 2 years is of one cohort', async () => {
    const rows = (await cohorts({ code: 'RNCP35746' })).map(({ year, targetRateChange }) => [
      year,
      targetRateChange && Object.values(targetRateChange),
    ]);
    expect(rows).toEqual([
      [2020, null],
      // 53 of 21: [32.90, 72.17]: 4 − √(20.58² + 19.17²), 4 + √(18.42² + 20.10²).
      [2019, [53, 57, 4, -24.12, 31.26, 0.95, 'NOT_SIGNIFICANT']],
      // 57 of 17: [34.42, 77.00]: −10 − √(20.88² + 20.00²), −10 + √(21.99² + 22.58²).
      [2018, [57, 47, -10, -38.92, 21.52, 0.95, 'NOT_SIGNIFICANT']],
    ]);
    // Without a number of certified there is nothing to judge by.
    const [, , nobody] = await cohorts({ code: 'RNCP1' });
    expect(nobody).toMatchObject({ year: 2023, targetRateChange: null });
  });

  test('the gap at 6 months is the global rate less the target rate, needs no certified', async () => {
    const gaps = async (code: string) =>
      (await cohorts({ code })).map(({ gapAt6Months }) => gapAt6Months);
    expect(await gaps('RNCP35746')).toEqual([36, 40, 43]);
    expect(await gaps('RNCP1')).toEqual([null, null, 9.75, null, null, -2.5, null]);
  });

  test('is not told on the RS, whatever was published there', async () => {
    const nothing = { gapAt6Months: null, change: null, targetRateChange: null };
    expect(await cohorts({ code: 'RS1' })).toEqual([
      { year: 2021, ...nothing },
      { year: 2020, ...nothing },
    ]);
  });

  test('is judged at the level that is asked for', async () => {
    // z = 1.281552.
    const [newest] = await cohorts({ code: 'RNCP35746', level: 0.8 });
    expect(newest?.change).toMatchObject({ lower: -19.48, upper: 5.69, level: 0.8 });
    const [, , , , rise] = await cohorts({ code: 'RNCP1', level: 0.9999999 });
    expect(rise?.change).toMatchObject({ difference: 20, verdict: 'NOT_SIGNIFICANT' });
    expect((await cohorts({ code: 'RNCP1', level: null }))[4]?.change).toMatchObject({
      ...{ level: 0.95, verdict: 'RISE' },
    });
    expect(await refusal(database, CHANGES, { code: 'RNCP1', level: 0.5 })).toEqual({
      name: 'BadUserInputError',
      message:
        'level 0.5 is not accepted: give a confidence level strictly between 0.5 and 1, for example 0.95',
    });
  });
});

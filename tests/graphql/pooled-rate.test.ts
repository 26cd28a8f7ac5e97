import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { ask, refusal, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

const POOLED = `query ($lastCohorts: Int) {
  certification(code: "RNCP35746") {
    insertion(lastCohorts: $lastCohorts) {
      indicator value base basis reliability years
      interval { lower upper }
      coverage { certified certifiedWithRate cohorts cohortsWithRate ratio }
    }
  }
}`;

interface Pooled {
  readonly indicator: string;
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly coverage: {
    readonly certified: number;
    readonly certifiedWithRate: number;
    readonly cohorts: number;
    readonly cohortsWithRate: number;
  };
  readonly years: readonly number[];
}

describeEachEngine('pooled rates of the worked example on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await importFiles(database, [PAGE], { today: TODAY, date: TODAY });
  });

  async function pooled(lastCohorts?: number): Promise<readonly Pooled[]> {
    const answer = await ask<{ certification: { insertion: Pooled[] } }>(
      database,
      POOLED,
      lastCohorts === undefined ? {} : { lastCohorts },
    );
    return answer.certification.insertion;
  }

  /** Value, bounds and coverage. */
  function summary({ indicator, value, interval, coverage }: Pooled) {
    const covered = `${coverage.certifiedWithRate}/${coverage.certified}`;
    return [indicator, value, interval?.lower, interval?.upper, covered];
  }

  test('over the last three cohorts are those of the method', async () => {
    expect((await pooled(3)).map(summary)).toEqual([
      ['GLOBAL_6_MONTHS', 92.31, 82.85, 96.76, '61/61'],
      ['TARGET_OCCUPATION_6_MONTHS', 52.98, 40.66, 64.96, '61/61'],
      ['TARGET_OCCUPATION_2_YEARS', 52.53, 37.16, 67.43, '38/61'],
    ]);
  });

  test('over the last two cohorts are those of the method', async () => {
    expect((await pooled(2)).map(summary)).toEqual([
      ['GLOBAL_6_MONTHS', 89.34, 76.88, 95.48, '44/44'],
      ['TARGET_OCCUPATION_6_MONTHS', 51.43, 37.15, 65.48, '44/44'],
      ['TARGET_OCCUPATION_2_YEARS', 57, 36.42, 75.42, '21/44'],
    ]);
  });

  test('pool three cohorts unless told otherwise, and say on what they stand', async () => {
    expect((await pooled())[2]).toEqual({
      indicator: 'TARGET_OCCUPATION_2_YEARS',
      value: 52.53,
      base: 38,
      basis: 'CERTIFIED_WEIGHTED',
      reliability: 'MODERATE',
      years: [2020, 2019, 2018],
      interval: { lower: 37.16, upper: 67.43 },
      coverage: {
        certified: 61,
        certifiedWithRate: 38,
        cohorts: 3,
        cohortsWithRate: 2,
        ratio: 62.3,
      },
    });
  });

  test.each([
    ['2023-06-30', 'IN_COLLECTION'],
    ['2023-07-01', 'OVERDUE_OPTIONAL'],
  ])('say on %s that the cohort without a rate at two years is %s', async (asOf, status) => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `query ($asOf: Date) { certification(code: "RNCP35746", asOf: $asOf) {
        insertion { statuses { status cohorts } }
        insertionRate(indicator: TARGET_OCCUPATION_2_YEARS, lastCohorts: 1) {
          value statuses { status cohorts }
        }
      } }`,
      { asOf },
    );
    const published = (cohorts: number) => ({ status: 'PUBLISHED', cohorts });
    expect(certification).toEqual({
      insertion: [
        { statuses: [published(3)] },
        { statuses: [published(3)] },
        { statuses: [published(2), { status, cohorts: 1 }] },
      ],
      insertionRate: { value: null, statuses: [{ status, cohorts: 1 }] },
    });
  });

  test('of one indicator are the same', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "RNCP35746") {
        insertionRate(indicator: GLOBAL_6_MONTHS, lastCohorts: 2) { value unweightedMean years }
      } }`,
    );
    expect(certification).toEqual({
      insertionRate: { value: 89.34, unweightedMean: 89.5, years: [2020, 2019] },
    });
  });

  test.each([0, 51])('of the last %d cohorts are refused', async (lastCohorts) => {
    expect(await refusal(database, POOLED, { lastCohorts })).toEqual({
      name: 'BadUserInputError',
      message: `lastCohorts ${lastCohorts} is not accepted: give a whole number from 1 to 50`,
    });
  });
});

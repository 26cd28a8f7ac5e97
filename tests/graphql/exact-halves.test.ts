import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

/** A certification of a level with the global rates of its cohorts, the newest of 2022. */
function certification(number: number, level: number, ...rates: readonly number[]) {
  return ficheWith({
    ...{ code: `RNCP${number}`, activeFlag: true, registrationEndsOn: day('2030-12-31') },
    level: { code: `NIV${level}`, label: `Niveau ${level}` },
    cohorts: rates.map((global6, index) => cohortWith(2022 - index, 160, { global6 }, 1)),
  });
}

const REGISTER = [
  // 50, 60, 78.70, 78.71, 90, 95: their median is 78.705; 70 is beside them.
  ...[50, 60, 78.7, 78.71, 90, 95, 70].map((rate, index) => certification(400 + index, 4, rate)),
  // Their lower quartile is 63.975, half way between the lower two.
  ...[63.95, 64, 90].map((rate, index) => certification(500 + index, 5, rate)),
  // Their upper quartile is 63.975, which interpolated in binary fractions is 63.974999999999994.
  ...[63.75, 64.05].map((rate, index) => certification(800 + index, 8, rate)),
  // Sum, mean and median are 78.705.
  ...[78.7, 78.71].map((rate, index) => certification(600 + index, 6, rate)),
  // Pooled over both cohorts 78.705.
  certification(700, 7, 78.71, 78.7),
  // 0.005, the least there is, and what is just under 100.
  certification(301, 3, 0, 0.01),
  certification(201, 2, 100, 99.99),
];

const RATE = 'value unweightedMean lowerQuartile median upperQuartile';

interface Rate {
  readonly value: number;
  readonly unweightedMean: number;
  readonly lowerQuartile: number;
  readonly median: number;
}

describeEachEngine('a figure that lies half way between two hundredths, on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, REGISTER);
  });

  const EXPECTED = [
    [2, { value: 100 }],
    [3, { value: 0.01 }],
    [5, { lowerQuartile: 63.98 }],
    [6, { value: 78.71, unweightedMean: 78.71, median: 78.71 }],
    [7, { value: 78.71 }],
    [8, { upperQuartile: 63.98 }],
  ] as const;

  test.each(EXPECTED)(
    'is shown away from zero: level %i, asked alone and among groups',
    async (level, expected) => {
      const rate = `rate(indicator: GLOBAL_6_MONTHS) { ${RATE} }`;
      const { insertionStatistics } = await ask<{
        insertionStatistics: { total: { rate: Rate }; groups: { summary: { rate: Rate } }[] };
      }>(
        database,
        `query ($levels: [Int!]) { insertionStatistics(groupBy: [LEVEL], filter: { certification: { levels: $levels } }) {
        total { ${rate} vaeShare } groups { summary { ${rate} vaeShare } }
      } }`,
        { levels: [level] },
      );
      // 1 of 160 is 0.625.
      expect(insertionStatistics.total).toMatchObject({ rate: expected, vaeShare: 0.63 });
      expect(insertionStatistics.groups).toMatchObject([
        { summary: { rate: expected, vaeShare: 0.63 } },
      ]);
    },
  );

  test('is so pooled for one certification, and as the median of peers', async () => {
    expect(
      await ask(
        database,
        `{ pooled: certification(code: "700") {
             insertionRate(indicator: GLOBAL_6_MONTHS, lastCohorts: 2) { value }
           }
           beside: certification(code: "406") {
             benchmark(indicator: GLOBAL_6_MONTHS, peersBy: LEVEL, lastCohorts: 1) {
               peerCount peerMedian difference
             }
           } }`,
      ),
    ).toEqual({
      pooled: { insertionRate: { value: 78.71 } },
      // 70 less 78.705.
      beside: { benchmark: { peerCount: 6, peerMedian: 78.71, difference: -8.71 } },
    });
  });

  test('is so in report files', async () => {
    await using server: QuestionServer = await serveQuestions(database, schema);
    const rows = async (path: string) => {
      const response = await fetch(`${server.url}/reports/${path}`);
      return ((await response.json()) as { rows: Record<string, unknown>[] }).rows;
    };
    const levels = await rows('insertion-by-level.json');
    expect(levels.filter(({ level }) => level !== 4)).toMatchObject([
      { level: 2, global_6_months: 100, vae_share: 0.63 },
      { level: 3, global_6_months: 0.01 },
      { level: 5, global_6_months_lower_quartile: 63.98 },
      {
        ...{ level: 6, global_6_months: 78.71, global_6_months_mean: 78.71 },
        global_6_months_median: 78.71,
      },
      { level: 7, global_6_months: 78.71 },
      { level: 8, global_6_months_upper_quartile: 63.98 },
    ]);
    const [beside] = await rows('benchmark.json?code=RNCP406&peers_by=LEVEL');
    expect(beside).toMatchObject({ peer_median: 78.71, difference_to_median: -8.71 });
  });
});

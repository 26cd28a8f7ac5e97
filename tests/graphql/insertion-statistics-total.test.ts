import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, STATISTICS_REGISTER } from '../support/statistics-register.ts';
import { figures, statisticsOn, TOTAL } from './statistics-question.ts';

describeEachEngine('insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, STATISTICS_REGISTER);
  });

  const statistics = (variables: Variables = {}) => statisticsOn(database, variables);

  test('without dimensions give the total alone', async () => {
    const answer = await statistics();
    expect(figures(answer.total)).toEqual(TOTAL);
    expect(answer).toMatchObject({ groups: [], groupCount: 0, overlapping: false });
  });

  test('sum up heads, and give the share of VAE over cohorts that publish both numbers', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics { total {
        certified certifiedThroughVae cohortsWithoutCertified vaeShare certifiedChange { previous }
      } } }`,
    );
    expect(insertionStatistics).toEqual({
      total: {
        certified: 310,
        // 4 + 6 + 5 + 0 + 8 + 0 + 3; without the 5, of 40 + 60 + 0 + 100 + 50 + 30: 2100 / 280.
        certifiedThroughVae: 26,
        cohortsWithoutCertified: 1,
        vaeShare: 7.5,
        certifiedChange: null,
      },
    });
  });

  test('pool cohorts, and take mean and quartiles over certifications', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics { total { rates {
        indicator value basis base reliability unweightedMean lowerQuartile median upperQuartile
        interval { lower upper level method }
        coverage { certified certifiedWithRate cohorts cohortsWithRate cohortsWithoutCertified ratio }
        change { difference }
      } } } }`,
    );
    const coverage = { certified: 310, cohorts: 9, cohortsWithoutCertified: 1 };
    expect(insertionStatistics).toEqual({
      total: {
        rates: [
          {
            indicator: 'GLOBAL_6_MONTHS',
            value: 79.13,
            basis: 'CERTIFIED_WEIGHTED',
            base: 230,
            reliability: 'GOOD',
            // The certifications pool 86, 60, 70 and 100: sorted 60, 70, 86, 100.
            unweightedMean: 79,
            lowerQuartile: 67.5, // 60 + 0.75 · 10
            median: 78,
            upperQuartile: 89.5, // 86 + 0.25 · 14
            // p = 0.791304, n = 230: centre 0.786519, half 0.052305.
            interval: { lower: 73.42, upper: 83.88, level: 0.95, method: 'WILSON' },
            // The cohort of 50 without N has a rate and no weight: 6 cohorts, 230 of 310.
            coverage: { ...coverage, certifiedWithRate: 230, cohortsWithRate: 6, ratio: 74.19 },
            change: null,
          },
          {
            indicator: 'TARGET_OCCUPATION_6_MONTHS',
            ...{ value: null, basis: 'CERTIFIED_WEIGHTED', base: 0, reliability: null },
            ...{ unweightedMean: null, lowerQuartile: null, median: null, upperQuartile: null },
            interval: null,
            coverage: { ...coverage, certifiedWithRate: 0, cohortsWithRate: 0, ratio: 0 },
            change: null,
          },
          {
            indicator: 'TARGET_OCCUPATION_2_YEARS',
            // (40·70 + 100·65) / 140 = 9300 / 140.
            ...{ value: 66.43, basis: 'CERTIFIED_WEIGHTED', base: 140, reliability: 'MODERATE' },
            // 70 and 65.
            ...{ unweightedMean: 67.5, lowerQuartile: 66.25, median: 67.5, upperQuartile: 68.75 },
            // p = 0.664286, n = 140: centre 0.659898, half 0.077298.
            interval: { lower: 58.26, upper: 73.72, level: 0.95, method: 'WILSON' },
            // 140 / 310.
            coverage: { ...coverage, certifiedWithRate: 140, cohortsWithRate: 2, ratio: 45.16 },
            change: null,
          },
        ],
      },
    });
  });

  test('never count a rate that is published on the RS', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics(filter: { certification: { register: RS } }) { total {
        cohorts certified vaeShare
        rate(indicator: GLOBAL_6_MONTHS) {
          value base unweightedMean median interval { lower }
          coverage { cohortsWithRate ratio } statuses { status cohorts }
        }
      } } }`,
    );
    expect(insertionStatistics).toEqual({
      total: {
        cohorts: 1,
        certified: 30,
        vaeShare: 10,
        rate: {
          ...{ value: null, base: 0, unweightedMean: null, median: null, interval: null },
          coverage: { cohortsWithRate: 0, ratio: 0 },
          statuses: [{ status: 'NOT_APPLICABLE', cohorts: 1 }],
        },
      },
    });
  });

  describe('statuses', () => {
    async function statuses(asOf: string | null, filter: object = {}) {
      const { insertionStatistics } = await ask<{
        insertionStatistics: {
          total: { rates: { statuses: { status: string; cohorts: number }[] }[] };
        };
      }>(
        database,
        `query ($filter: CohortFilter, $asOf: Date) {
          insertionStatistics(filter: $filter, asOf: $asOf) {
            total { rates { statuses { status cohorts } } }
          }
        }`,
        { filter, asOf },
      );
      return insertionStatistics.total.rates.map((rate) =>
        rate.statuses.map(({ status, cohorts }) => `${cohorts} ${status}`),
      );
    }

    test('are counted on the day of the tests', async () => {
      expect(await statuses(null)).toEqual([
        // RNCP900002 2023 certified nobody; RNCP900003 2024 was due on 2025-12-31.
        ['6 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '1 OVERDUE'],
        // The export never carries it.
        ['8 NOT_IN_SOURCE', '1 NOT_APPLICABLE'],
        // 2024 is observed on 2026-12-31; RNCP900002 ended before 2022 was due, on 2025-06-30; 2023
        // of RNCP900001 and RNCP1000001 was due on 2026-06-30.
        [
          ...['2 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '2 NOT_YET_OBSERVABLE'],
          ...['1 CLOSED_BEFORE_DUE', '2 OVERDUE_OPTIONAL'],
        ],
      ]);
    });

    test('follow the as-of day, for stored groups as for computed ones', async () => {
      const expected = [
        // Observed on 2025-06-30, due on 2025-12-31.
        ['6 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '1 IN_COLLECTION'],
        ['8 NOT_IN_SOURCE', '1 NOT_APPLICABLE'],
        // 2023 is observed on 2025-12-31; 2022 of RNCP900002 was due on 2025-06-30, that day included.
        [
          ...['2 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '4 NOT_YET_OBSERVABLE'],
          ...['1 IN_COLLECTION'],
        ],
      ];
      expect(await statuses('2025-06-30')).toEqual(expected);
      expect(await statuses('2025-06-30', { year: { from: 2000 } })).toEqual(expected);
    });

    test('are counted in each group', async () => {
      const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
        database,
        `{ insertionStatistics(groupBy: [ACCESS_ROUTE], filter: { year: { from: 2023 } }) {
          groups { key { accessRoute } summary { rate(indicator: GLOBAL_6_MONTHS) {
            statuses { status cohorts }
          } } }
        } }`,
      );
      const group = (accessRoute: string | null, ...counts: [string, number][]) => ({
        key: { accessRoute },
        summary: { rate: { statuses: counts.map(([status, cohorts]) => ({ status, cohorts })) } },
      });
      expect(insertionStatistics.groups).toEqual([
        group('INITIAL_TRAINING', ['PUBLISHED', 3], ['OVERDUE', 1]),
        group('VAE', ['PUBLISHED', 2], ['NO_HOLDER', 1]),
        group(null, ['PUBLISHED', 1], ['NOT_APPLICABLE', 1]),
      ]);
    });
  });

  test('over no cohort are zero, and absent where nothing can be divided', async () => {
    const filter = { year: { from: 2030 } };
    const answer = await statistics({ filter, groupBy: ['YEAR'] });
    expect(figures(answer.total)).toEqual([0, 0, 0, null]);
    expect(answer).toMatchObject({ groups: [], groupCount: 0 });
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics(filter: { year: { from: 2030 } }) { total { vaeShare rates {
        base reliability median coverage { ratio } statuses { status }
      } } } }`,
    );
    const rate = {
      ...{ base: 0, reliability: null, median: null },
      ...{ coverage: { ratio: null }, statuses: [] },
    };
    expect(insertionStatistics).toEqual({ total: { vaeShare: null, rates: [rate, rate, rate] } });
  });

  test('restrict the cohorts, and not only their certifications', async () => {
    const filter = { certified: { from: 50 }, certification: { certifiers: [SCHOOL, MINISTRY] } };
    // RNCP900001 2023 (60 at 90), RNCP900003 2023 (100 at 70) and 2024 (50): 12400 / 160.
    expect(figures((await statistics({ filter })).total)).toEqual([2, 3, 210, 77.5]);
    const has = { has: ['TARGET_OCCUPATION_2_YEARS'] };
    // 40 at 80 and 100 at 70: 10200 / 140.
    expect(figures((await statistics({ filter: has })).total)).toEqual([2, 2, 140, 72.86]);
    // All cohorts of the two certifications that have such a cohort.
    expect(figures((await statistics({ filter: { certification: has } })).total)).toEqual([
      ...[2, 5, 250, 78],
    ]);
  });

  test('are the same for a filter that keeps all as for none', async () => {
    const every = { filter: { year: { from: 1900 } } };
    for (const groupBy of [['LEVEL', 'YEAR'], ['CERTIFIER'], ['REGISTER', 'ACCESS_ROUTE']]) {
      expect(await statistics({ groupBy, ...every })).toEqual(await statistics({ groupBy }));
    }
  });

  test('look at what is active on the as-of day', async () => {
    const active = { certification: { active: true } };
    const on = async (asOf: string) =>
      figures((await statistics({ filter: active, asOf })).total)[0];
    expect(await on('2023-06-01')).toBe(4);
    expect(await on('2023-06-02')).toBe(3);
    expect(await on('2026-11-25')).toBe(2);
    const { groups } = await statistics({ groupBy: ['ACTIVE'], asOf: '2023-06-01' });
    expect(groups.map(({ key, summary }) => [key.en, summary.certifications])).toEqual([
      ['Active', 4],
      // RNCP1000001 has neither an end nor a flag.
      ['Not known', 1],
    ]);
  });
});

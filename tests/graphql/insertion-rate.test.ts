import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { ask, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

interface Rate {
  readonly indicator: string;
  readonly value: number | null;
  readonly status: string;
  readonly dueOn: string | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly base: number | null;
  readonly reliability: string | null;
}
interface Cohort {
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly insertionRates: readonly Rate[];
}

const COHORTS = `query ($code: RegisterCode!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    cohorts {
      year certified certifiedThroughVae
      insertionRates {
        indicator value status dueOn base reliability basis
        interval { lower upper level method }
      }
    }
  }
}`;

describeEachEngine('the worked example of the method on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await importFiles(database, [PAGE], { today: TODAY, date: parsePlainDate('2022-08-29') });
  });

  async function cohortsOn(asOf: string): Promise<readonly Cohort[]> {
    const answer = await ask<{ certification: { cohorts: Cohort[] } }>(database, COHORTS, {
      code: '35746',
      asOf,
    });
    return answer.certification.cohorts;
  }

  /** Heads, then value and bounds of each rate, of each cohort. */
  function figures({ year, certified, certifiedThroughVae, insertionRates }: Cohort) {
    const rates = insertionRates.map(({ value, interval }) => [
      value,
      interval && [interval.lower, interval.upper],
    ]);
    return [year, certified, certifiedThroughVae, ...rates];
  }

  test('has the published figures, newest first, with Wilson intervals on the certified', async () => {
    expect((await cohortsOn('2022-09-01')).map(figures)).toEqual([
      [2020, 23, 0, [86, [66.75, 94.95]], [50, [31.08, 68.92]], [null, null]],
      [2019, 21, 0, [93, [74.31, 98.39]], [53, [32.9, 72.17]], [57, [36.42, 75.42]]],
      [2018, 17, 0, [100, [81.57, 100]], [57, [34.42, 77]], [47, [26.12, 68.99]]],
    ]);
  });

  test('gives all three rates of each cohort, with due date, base and reliability', async () => {
    const [newest] = await cohortsOn('2022-09-01');
    expect(newest?.insertionRates).toEqual([
      {
        indicator: 'GLOBAL_6_MONTHS',
        value: 86,
        status: 'PUBLISHED',
        dueOn: '2021-12-31',
        base: 23,
        reliability: 'MODERATE',
        basis: 'CERTIFIED_WEIGHTED',
        interval: { lower: 66.75, upper: 94.95, level: 0.95, method: 'WILSON' },
      },
      {
        indicator: 'TARGET_OCCUPATION_6_MONTHS',
        value: 50,
        status: 'PUBLISHED',
        dueOn: '2021-12-31',
        base: 23,
        reliability: 'MODERATE',
        basis: 'CERTIFIED_WEIGHTED',
        interval: { lower: 31.08, upper: 68.92, level: 0.95, method: 'WILSON' },
      },
      {
        indicator: 'TARGET_OCCUPATION_2_YEARS',
        value: null,
        status: 'NOT_YET_OBSERVABLE',
        dueOn: '2023-06-30',
        base: 23,
        reliability: null,
        basis: 'CERTIFIED_WEIGHTED',
        interval: null,
      },
    ]);
  });

  test.each([
    ['2022-09-01', 'NOT_YET_OBSERVABLE'],
    ['2022-12-30', 'NOT_YET_OBSERVABLE'],
    ['2022-12-31', 'IN_COLLECTION'],
    ['2023-01-15', 'IN_COLLECTION'],
    ['2023-06-30', 'IN_COLLECTION'],
    ['2023-07-01', 'OVERDUE_OPTIONAL'],
    ['2023-07-02', 'OVERDUE_OPTIONAL'],
  ])(
    'on %s the rate of 2020 at two years is %s, and the others published',
    async (asOf, status) => {
      const cohorts = await cohortsOn(asOf);
      expect(cohorts.flatMap((cohort) => cohort.insertionRates.map((rate) => rate.status))).toEqual(
        [...['PUBLISHED', 'PUBLISHED', status], ...Array.from({ length: 6 }, () => 'PUBLISHED')],
      );
    },
  );

  test('takes another confidence level, and one indicator alone', async () => {
    const { certification } = await ask<{ certification: { cohorts: object[] } }>(
      database,
      `{ certification(code: "RNCP35746") { cohorts(lastCohorts: 1) {
        insertionRate(indicator: GLOBAL_6_MONTHS) { interval(level: 0.9) { lower upper level } }
      } } }`,
    );
    expect(certification.cohorts).toEqual([
      { insertionRate: { interval: { lower: 70.33, upper: 94.09, level: 0.9 } } },
    ]);
  });
});

describeEachEngine('insertion rates on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    const code = 'RNCP900001';
    await publishFiches(
      database,
      [
        ficheWith({
          code,
          registrationEndsOn: day('2024-03-01'),
          cohorts: [
            cohortWith(2025, 10, { global6: 90 }),
            cohortWith(2024, 0),
            cohortWith(2022, null, { global6: 40 }),
            cohortWith(2021, 20),
          ],
        }),
        ficheWith({ code: 'RS900001', cohorts: [cohortWith(2024, 5, { global6: 90 })] }),
      ],
      {
        datedOn: day('2026-01-01'),
        supplements: [
          {
            kind: 'STATISTICS_FILE',
            contents: [
              {
                code: ficheWith({ code }).code,
                fiche: null,
                cohorts: [cohortWith(2021, 20, { target6: 0 })],
              },
            ],
          },
        ],
      },
    );
  });

  async function statuses(code: string) {
    const { certification } = await ask<{ certification: { cohorts: Cohort[] } }>(
      database,
      COHORTS,
      { code },
    );
    return certification.cohorts.map(({ year, insertionRates }) => [
      year,
      ...insertionRates.map(({ status }) => status),
    ]);
  }

  test('say why each is there or missing', async () => {
    expect(await statuses('RNCP900001')).toEqual([
      [2025, 'PUBLISHED_EARLY', 'NOT_IN_SOURCE', 'NOT_YET_OBSERVABLE'],
      [2024, 'NO_HOLDER', 'NOT_IN_SOURCE', 'NO_HOLDER'],
      [2022, 'PUBLISHED', 'NOT_IN_SOURCE', 'CLOSED_BEFORE_DUE'],
      [2021, 'OVERDUE', 'PUBLISHED', 'CLOSED_BEFORE_DUE'],
    ]);
  });

  test('on the RS are not applicable, and never due', async () => {
    expect(await statuses('RS900001')).toEqual([
      [2024, 'NOT_APPLICABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE'],
    ]);
  });

  test('without certified have neither base, interval nor reliability', async () => {
    const { cohorts } = await ask<{ cohorts: { nodes: object[] } }>(
      database,
      `{ cohorts(filter: { year: { from: 2022, to: 2022 } }) { nodes {
        insertionRate(indicator: GLOBAL_6_MONTHS) { value base interval { lower } reliability }
      } } }`,
    );
    expect(cohorts.nodes).toEqual([
      { insertionRate: { value: 40, base: null, interval: null, reliability: null } },
    ]);
  });

  describe('provenance', () => {
    test('is the source of the value, else the strongest with a line for the cohort', async () => {
      const { cohorts } = await ask<{ cohorts: { nodes: { insertionRates: object[] }[] } }>(
        database,
        `{ cohorts(filter: { year: { from: 2021, to: 2022 } }) { nodes {
          insertionRates { provenance { source attribution datedOn methodVersion licence } }
        } } }`,
      );
      const feed = {
        source: 'FEED',
        attribution: 'Source : France compétences (data.gouv.fr), export du 01/01/2026',
        datedOn: '2026-01-01',
        methodVersion: '2.0',
        licence: 'Licence Ouverte 2.0 (Etalab)',
      };
      const file = {
        source: 'STATISTICS_FILE',
        attribution: 'Source : fichier statistique statistics_file.txt du 01/01/2026',
        datedOn: '2026-01-01',
        methodVersion: '2.0',
        licence: null,
      };
      const of = (...provenances: object[]) => ({
        insertionRates: provenances.map((provenance) => ({ provenance })),
      });
      expect(cohorts.nodes).toEqual([of(feed, feed, feed), of(file, file, file)]);
    });
  });
});

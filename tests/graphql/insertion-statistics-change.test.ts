import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { STATISTICS_REGISTER } from '../support/statistics-register.ts';

describeEachEngine('insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, STATISTICS_REGISTER);
  });

  test('by year say how they went from the year before, whatever is kept of the groups', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
      database,
      `{ insertionStatistics(groupBy: [YEAR], having: { certified: { from: 100 } }) { groups {
        key { year }
        summary {
          certifiedChange { previous difference growth }
          rate(indicator: GLOBAL_6_MONTHS) {
            change { from to difference lower upper level verdict }
          }
        }
      } } }`,
    );
    expect(insertionStatistics.groups).toEqual([
      {
        key: { year: 2023 },
        summary: {
          certifiedChange: { previous: 50, difference: 160, growth: 320 },
          rate: {
            change: {
              // 80 of 180: [73.56, 85.19]; 76 of 50: [62.59, 85.70].
              // 4 − √(6.44² + 9.70²), 4 + √(5.19² + 13.41²).
              ...{ from: 76, to: 80, difference: 4, lower: -7.65, upper: 18.38, level: 0.95 },
              verdict: 'NOT_SIGNIFICANT',
            },
          },
        },
      },
    ]);
  });
});

describeEachEngine('changes from year to year in insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP900020',
        cohorts: [
          cohortWith(2019, 0),
          cohortWith(2020, 200, { global6: 60 }),
          cohortWith(2021, 200, { global6: 80 }),
          cohortWith(2022, 200, { global6: 50 }),
          // 2023 is missing.
          cohortWith(2024, 100, { global6: 90 }),
        ],
      }),
      ficheWith({ code: 'RNCP900021', cohorts: [cohortWith(2023, 50, { global6: 90 })] }),
    ]);
  });

  const CHANGES = `query ($groupBy: [CohortDimension!], $level: Float, $filter: CohortFilter) {
    insertionStatistics(groupBy: $groupBy, filter: $filter) { groups {
      key { year }
      summary {
        certifiedChange { previous difference growth }
        rate(indicator: GLOBAL_6_MONTHS) {
          change(level: $level) { from to difference lower upper verdict }
        }
      }
    } }
  }`;

  interface Changes {
    readonly insertionStatistics: {
      readonly groups: readonly {
        readonly key: { readonly year: number | null };
        readonly summary: {
          readonly certifiedChange: Readonly<Record<string, number | null>> | null;
          readonly rate: { readonly change: Readonly<Record<string, unknown>> | null };
        };
      }[];
    };
  }

  async function changes(variables: Variables) {
    const { insertionStatistics } = await ask<Changes>(database, CHANGES, variables);
    return insertionStatistics.groups.map(({ key, summary }) => [
      key.year,
      summary.certifiedChange && Object.values(summary.certifiedChange),
      summary.rate.change && Object.values(summary.rate.change),
    ]);
  }

  test('have Newcombe’s bounds, and are called rise or fall when these leave 0 out', async () => {
    expect(await changes({ groupBy: ['CERTIFICATION', 'YEAR'] })).toEqual([
      [2019, null, null],
      // Nobody before: growth has no meaning, and there was no rate.
      [2020, [0, 200, null], null],
      // 80 of 200: [73.91, 84.95]; 60 of 200: [53.08, 66.54].
      // 20 − √(6.09² + 6.54²), 20 + √(4.95² + 6.92²).
      [2021, [200, 0, 0], [60, 80, 20, 11.07, 28.51, 'RISE']],
      // 50 of 200: [43.14, 56.86]: −30 − √(6.86² + 4.95²), −30 + √(6.86² + 6.09²).
      [2022, [200, 0, 0], [80, 50, -30, -38.47, -20.83, 'FALL']],
      // The year before is missing, of this certification.
      [2024, null, null],
      [2023, null, null],
    ]);
  });

  test('are between groups that are alike in all else, wherever the year stands', async () => {
    const flipped = await changes({ groupBy: ['YEAR', 'CERTIFICATION'] });
    expect(flipped.find(([year]) => year === 2024)).toEqual([2024, null, null]);
    const byYear = await changes({ groupBy: ['YEAR'] });
    // 100 after 50, at the same rate: 0 is inside, on it as it were. 90 of 100: [82.56, 94.48];
    // 90 of 50: [78.64, 95.65]: −√(7.44² + 5.65²), √(4.48² + 11.36²).
    expect(byYear.at(-1)).toEqual([
      2024,
      [50, 50, 100],
      [90, 90, 0, -9.34, 12.21, 'NOT_SIGNIFICANT'],
    ]);
    expect(await changes({ groupBy: ['REGISTER'] })).toEqual([[null, null, null]]);
  });

  test('have no year before that the filter leaves out', async () => {
    const filter = { year: { from: 2021, to: 2022 } };
    const found = await changes({ groupBy: ['YEAR'], filter });
    expect(found.map(([year, heads]) => [year, heads])).toEqual([
      [2021, null],
      [2022, [200, 0, 0]],
    ]);
  });

  test('are called at the level that is asked for', async () => {
    const variables = { groupBy: ['YEAR'], level: 0.9999999, filter: { year: { to: 2021 } } };
    const [, , rise] = await changes(variables);
    // z = 5.3267: 20 − √(18.31² + 16.07²) is below 0.
    expect(rise?.[2]).toMatchObject({ 2: 20, 5: 'NOT_SIGNIFICANT' });
    expect(await refusal(database, CHANGES, { groupBy: ['YEAR'], level: 1 })).toEqual({
      name: 'BadUserInputError',
      message:
        'level 1 is not accepted: give a confidence level strictly between 0.5 and 1, for example 0.95',
    });
  });

  test('a code is refused also where the register has none of its kind', async () => {
    const filter = { certification: { formacodes: ['30854'] } };
    expect(await refusal(database, CHANGES, { filter })).toEqual({
      name: 'BadUserInputError',
      message: 'formacodes: "30854" is not a Formacode that the register has; it has none',
    });
  });
});

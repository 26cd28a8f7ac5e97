import { beforeAll, expect, test } from 'vitest';
import { insertionByYear } from '../../src/datasets/cohorts/insertion-by-year.ts';
import { findings } from '../../src/datasets/findings/findings.ts';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { readRecords } from '../support/report-rows.ts';

// Years with cohorts: 2024, 2022, 2021, 2019. Of 2030 there is one, which has not begun.
const FICHES = [
  ficheWith({
    code: 'RNCP1',
    cohorts: [
      cohortWith(2019, 10, { global6: 50 }),
      cohortWith(2021, 20, { global6: 60 }),
      cohortWith(2022, 30, { global6: 70 }),
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    cohorts: [cohortWith(2022, 10, { global6: 90 }), cohortWith(2024, 5), cohortWith(2030, 5)],
  }),
];

describeEachEngine('years of cohorts are selected on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  const cohorts = async (years: string) =>
    (
      await ask<{ cohorts: { nodes: { year: number; certified: number }[] } }>(
        database,
        `query ($filter: CohortFilter) {
          cohorts(filter: $filter, orderBy: [{ field: YEAR }]) { nodes { year certified } }
        }`,
        { filter: { years } },
      )
    ).cohorts.nodes.map(({ year, certified }) => `${year}: ${certified}`);

  test.each([
    ['latest(1)', ['2024: 5']],
    ['latest(2)', ['2022: 30', '2022: 10', '2024: 5']],
    ['from(2022)', ['2022: 30', '2022: 10', '2024: 5']],
    ['to(2019)', ['2019: 10']],
    ['range(2020,2021)', ['2021: 20']],
    ['2019', ['2019: 10']],
  ])('by cohorts: %s', async (years, expected) => {
    expect((await cohorts(years)).toSorted()).toEqual(expected.toSorted());
  });

  test('by statistics, certifications and comparisons', async () => {
    const answer = await ask<{
      statistics: { total: { certified: number } };
      certifications: { nodes: { code: string }[] };
      comparison: { years: number[] };
    }>(
      database,
      `{
        statistics: insertionStatistics(filter: { years: "latest(2)" }) { total { certified } }
        certifications(filter: { cohortYears: "latest(1)" }) { nodes { code } }
        comparison(codes: ["RNCP1", "RNCP2"], cohortYears: "latest(3)") { years }
      }`,
    );
    // 30 and 10 of 2022, 5 of 2024.
    expect(answer.statistics.total.certified).toBe(45);
    expect(answer.certifications.nodes).toEqual([{ code: 'RNCP2' }]);
    expect(answer.comparison.years).toEqual([2024, 2022, 2021]);
  });

  test('by reports, where rates are pooled over them alone', async () => {
    const rows = await readRecords(database, insertionByYear, { years: 'latest(3)' });
    // (30 · 70 + 10 · 90) / 40 in 2022.
    expect(rows.map(({ year, global_6_months: rate }) => [year, rate])).toEqual([
      [2021, 60],
      [2022, 75],
      [2024, null],
    ]);
    expect(await readRecords(database, findings, { years: 'to(2018)' })).toEqual([]);
  });

  test('and refused where they are named twice, or not at all', async () => {
    expect(
      await refusal(
        database,
        '{ cohorts(filter: { year: { from: 2020 }, years: "2021" }) { totalCount } }',
      ),
    ).toMatchObject({ message: 'year and years cannot be given together: give one' });
    const { errors } = await send(
      database,
      'query ($years: YearSelection) { findings(filter: { cohortYears: $years }) { totalCount } }',
      { years: 'last(3)' },
    );
    expect(errors?.[0]?.message).toContain('"last(3)" names no years: give latest(N)');
    await expect(
      readRecords(database, insertionByYear, { years: 'latest(2)', year_to: '2022' }),
    ).rejects.toThrow('years and year_to are both given: give one of them');
  });
});

import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

/**
 * Published on 2026-08-16, asked on 2026-11-24. At 6 months a cohort of year Y is observed on 30 June
 * and due on 31 December of Y + 1; at 2 years observed on 31 December Y + 2, due on 30 June Y + 3.
 */
const FICHES = [
  ficheWith({
    code: 'RNCP1',
    registrationEndsOn: day('2030-12-31'),
    cohorts: [
      cohortWith(2021, 10),
      cohortWith(2022, 200, { global6: 60 }),
      cohortWith(2023, 200, { global6: 80, target6: 50 }),
      cohortWith(2024, 200, { global6: 50 }),
      cohortWith(2025, 10),
      cohortWith(2026, 3),
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    registrationEndsOn: day('2023-06-30'),
    cohorts: [cohortWith(2022, 5), cohortWith(2020, 0)],
  }),
  ficheWith({ code: 'RNCP3', cohorts: [cohortWith(2026, 5, { global6: 70 })] }),
  ficheWith({
    code: 'RS1',
    cohorts: [cohortWith(2022, 200, { global6: 10 }), cohortWith(2023, 200, { global6: 90 })],
  }),
];

const COHORTS = `query ($filter: CohortFilter, $asOf: Date) {
  cohorts(filter: $filter, asOf: $asOf) { totalCount nodes { year certification { code } } }
}`;
const CERTIFICATIONS = `query ($filter: CertificationFilter, $asOf: Date) {
  certifications(filter: $filter, asOf: $asOf) { nodes { code } }
}`;

describeEachEngine('what is asked of a cohort on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function cohorts(filter: object, asOf?: string): Promise<string[]> {
    const answer = await ask<{
      cohorts: { totalCount: number; nodes: { year: number; certification: { code: string } }[] };
    }>(database, COHORTS, { filter, asOf });
    expect(answer.cohorts.totalCount).toBe(answer.cohorts.nodes.length);
    return answer.cohorts.nodes.map((node) => `${node.certification.code} ${node.year}`);
  }

  const status = (...anyOf: string[]) => ({
    rateStatus: { indicator: 'GLOBAL_6_MONTHS', anyOf },
  });

  test.each([
    [['PUBLISHED'], ['RNCP1 2024', 'RNCP1 2023', 'RNCP1 2022']],
    [['PUBLISHED_EARLY'], ['RNCP3 2026']],
    [['NOT_IN_SOURCE'], []],
    [['NO_HOLDER'], ['RNCP2 2020']],
    [['NOT_APPLICABLE'], ['RS1 2023', 'RS1 2022']],
    [['NOT_YET_OBSERVABLE'], ['RNCP1 2026']],
    [['IN_COLLECTION'], ['RNCP1 2025']],
    [['CLOSED_BEFORE_DUE'], ['RNCP2 2022']],
    [['OVERDUE'], ['RNCP1 2021']],
    [['OVERDUE_OPTIONAL'], []], // is of the rate at two years alone
    [['SUPPRESSED'], []], // lies over a status, and is not one of the data
    [[], []],
    [
      ['OVERDUE', 'NO_HOLDER', 'SUPPRESSED'],
      ['RNCP1 2021', 'RNCP2 2020'],
    ],
  ])('is that its global rate has a status of %j', async (anyOf, expected) => {
    expect(await cohorts(status(...anyOf))).toEqual(expected);
  });

  test('is that a rate has a status on the as-of day', async () => {
    // The cohort of 2025 is observed on 2026-06-30 and due on 2026-12-31, both included.
    expect(await cohorts(status('NOT_YET_OBSERVABLE'), '2026-06-29')).toContain('RNCP1 2025');
    expect(await cohorts(status('IN_COLLECTION'), '2026-06-30')).toEqual(['RNCP1 2025']);
    expect(await cohorts(status('IN_COLLECTION'), '2026-12-31')).toEqual(['RNCP1 2025']);
    expect(await cohorts(status('OVERDUE'), '2027-01-01')).toEqual(['RNCP1 2025', 'RNCP1 2021']);
    // Before it was due nothing was closed.
    expect(await cohorts(status('CLOSED_BEFORE_DUE'), '2023-12-31')).toEqual([]);
    expect(await cohorts(status('CLOSED_BEFORE_DUE'), '2024-01-01')).toEqual(['RNCP2 2022']);
  });

  test('is the status of the rate that is named', async () => {
    const of = (indicator: string, anyOf: string[]) =>
      cohorts({ rateStatus: { indicator, anyOf } });
    expect(await of('TARGET_OCCUPATION_6_MONTHS', ['PUBLISHED'])).toEqual(['RNCP1 2023']);
    expect(await of('TARGET_OCCUPATION_6_MONTHS', ['NOT_IN_SOURCE'])).toHaveLength(8);
    // Due on 2024-06-30, 2025-06-30 and 2026-06-30.
    expect(await of('TARGET_OCCUPATION_2_YEARS', ['OVERDUE_OPTIONAL'])).toEqual([
      ...['RNCP1 2023', 'RNCP1 2022', 'RNCP1 2021'],
    ]);
    expect(await of('TARGET_OCCUPATION_2_YEARS', ['OVERDUE'])).toEqual([]);
  });

  test.each([
    // 2022 is due on 2023-12-31, 2023 on 2024-12-31: both days are included.
    [{ from: '2023-12-31', to: '2024-12-31' }, ['RNCP1 2023', 'RNCP1 2022', 'RNCP2 2022']],
    [{ from: '2024-01-01', to: '2024-12-30' }, []],
    [{ from: '2027-01-01' }, ['RNCP1 2026', 'RNCP3 2026']],
    [{ to: '2021-12-31' }, ['RNCP2 2020']],
    [{ to: '2021-12-30' }, []],
  ])(
    'is that its global rate is due in %j, which no rate of the RS ever is',
    async (days, expected) => {
      const rateDue = { indicator: 'GLOBAL_6_MONTHS', ...days };
      expect(await cohorts({ rateDue })).toEqual(expected);
    },
  );

  test('is that a rate is due, whenever that is, on the RNCP alone', async () => {
    const all = await cohorts({ rateDue: { indicator: 'TARGET_OCCUPATION_2_YEARS' } });
    expect(all).toHaveLength(9);
    expect(all.filter((name) => name.startsWith('RS'))).toEqual([]);
  });

  test.each([
    // 60, then 80, then 50 of 200 each.
    [['RISE'], ['RNCP1 2023']],
    [['FALL'], ['RNCP1 2024']],
    [
      ['FALL', 'RISE'],
      ['RNCP1 2024', 'RNCP1 2023'],
    ],
    [['NOT_SIGNIFICANT'], []],
  ])('is that its global rate went as %j, not counting the RS', async (anyOf, expected) => {
    const rateChange = { indicator: 'GLOBAL_6_MONTHS', anyOf };
    expect(await cohorts({ rateChange })).toEqual(expected);
  });

  test('is met by one and the same cohort of a certification', async () => {
    const codes = async (filter: object) => {
      const answer = await ask<{ certifications: { nodes: { code: string }[] } }>(
        database,
        CERTIFICATIONS,
        { filter },
      );
      return answer.certifications.nodes.map(({ code }) => code);
    };
    const fall = { rateChange: { indicator: 'GLOBAL_6_MONTHS', anyOf: ['FALL'] } };
    expect(await codes(fall)).toEqual(['RNCP1']);
    expect(await codes({ ...fall, cohortYear: { from: 2024 } })).toEqual(['RNCP1']);
    expect(await codes({ ...fall, cohortYear: { to: 2023 } })).toEqual([]);
    expect(await codes({ ...status('OVERDUE'), certified: { from: 11 } })).toEqual([]);
    expect(await codes({ rateDue: { indicator: 'GLOBAL_6_MONTHS' } })).toEqual([
      ...['RNCP1', 'RNCP2', 'RNCP3'],
    ]);
  });

  test('selects for statistics what it selects for lists, on the RS too', async () => {
    for (const filter of [
      { has: ['GLOBAL_6_MONTHS'] },
      { lacks: ['GLOBAL_6_MONTHS'] },
      { has: ['GLOBAL_6_MONTHS'], lacks: ['TARGET_OCCUPATION_6_MONTHS'], year: { to: 2023 } },
    ]) {
      const answer = await ask<{ insertionStatistics: { total: { cohorts: number } } }>(
        database,
        `query ($filter: CohortFilter) { insertionStatistics(filter: $filter) {
          total { cohorts }
        } }`,
        { filter },
      );
      expect([filter, answer.insertionStatistics.total.cohorts]).toEqual([
        filter,
        (await cohorts(filter)).length,
      ]);
    }
    // RNCP1 2022, 2023 and 2024, RNCP3 2026, both of RS1; then RNCP1 2021, 2025, 2026 and both of RNCP2.
    expect(await cohorts({ has: ['GLOBAL_6_MONTHS'] })).toHaveLength(6);
    expect(await cohorts({ lacks: ['GLOBAL_6_MONTHS'] })).toHaveLength(5);
  });

  test.each([
    [
      { has: ['GLOBAL_6_MONTHS'], lacks: ['GLOBAL_6_MONTHS'] },
      'has and lacks: both name GLOBAL_6_MONTHS, and no cohort publishes a rate and does not: name it in one of them',
    ],
    [
      { rateDue: { indicator: 'GLOBAL_6_MONTHS', from: '2026-01-02', to: '2026-01-01' } },
      'rateDue: { from: "2026-01-02", to: "2026-01-01" } ends before it begins: give a from that is not after to',
    ],
  ])('is refused when nothing can meet it: %j', async (filter, message) => {
    const refused = { name: 'BadUserInputError', message };
    expect(await refusal(database, COHORTS, { filter })).toEqual(refused);
    expect(await refusal(database, CERTIFICATIONS, { filter })).toEqual(refused);
  });
});

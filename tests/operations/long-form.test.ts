import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import { InsertionRatesDocument, type InsertionRatesQuery } from '../support/operations.ts';
import { QUESTION_REGISTER, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

describeEachEngine('certification, cohort and indicator in long form on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  /** Certification, year and certified, by certification and newest first. */
  const KEYS = [
    ['RNCP100', 2022, 12],
    ['RNCP100', 2021, 25],
    ['RNCP101', 2024, 20],
    ['RNCP101', 2023, 20],
    ['RNCP101', 2022, 10],
    ['RNCP111', 2023, 30],
    ['RNCP112', 2023, 30],
    ['RNCP113', 2023, 30],
    ['RNCP114', 2023, 30],
    ['RNCP115', 2023, 30],
    ['RNCP116', 2023, 30],
    ['RNCP130', 2024, 8],
    ['RNCP130', 2023, 9],
    ['RNCP140', 2019, 50],
    ['RNCP140', 2018, 40],
    ['RNCP160', 2024, 100],
    ['RNCP160', 2023, 100],
    ['RS200', 2024, 100],
    ['RS200', 2023, 80],
    ['RS201', 2024, 7],
  ];

  test('32: every cohort once, each with its three rates, in a stable order', async () => {
    const { cohorts } = await send(InsertionRatesDocument, {});
    expect(cohorts.totalCount).toBe(20);
    expect(cohorts.pageInfo).toEqual({ hasNextPage: false, endCursor: expect.any(String) });
    const keys = cohorts.nodes.map((each) => [each.certification.code, each.year, each.certified]);
    expect(keys).toEqual(KEYS);
    for (const { insertionRates } of cohorts.nodes) {
      expect(insertionRates.map(({ indicator }) => indicator)).toEqual([
        ...['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'],
      ]);
    }
    const cohortOf = (code: string, year: number) =>
      cohorts.nodes.find((each) => each.certification.code === code && each.year === year);

    // 66 of 12, published; the registration had ended before the rate at 2 years was due.
    expect(cohortOf('RNCP100', 2022)).toEqual({
      certification: {
        ...{ code: 'RNCP100', register: 'RNCP', title: 'Développeur', level: 6 },
        ...{ registrationType: 'ON_REQUEST', active: false, registrationEndsOn: '2022-05-10' },
      },
      ...{ year: 2022, certified: 12, certifiedThroughVae: null },
      insertionRates: rates([
        { ...valued(66, [38.47, 85.77], 12, 'LOW'), status: 'PUBLISHED', dueOn: '2023-12-31' },
        { ...valueless(12), status: 'NOT_IN_SOURCE', dueOn: '2023-12-31' },
        { ...valueless(12), status: 'CLOSED_BEFORE_DUE', dueOn: '2025-06-30' },
      ]),
    });
    // What is asked after 2 years cannot be observed before 2026-12-31.
    expect(cohortOf('RNCP101', 2024)).toEqual({
      certification: {
        ...{ code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels', level: 6 },
        ...{ registrationType: 'ON_REQUEST', active: true, registrationEndsOn: '2027-05-10' },
      },
      ...{ year: 2024, certified: 20, certifiedThroughVae: 2 },
      insertionRates: rates([
        { ...valued(50, [29.93, 70.07], 20, 'MODERATE'), status: 'PUBLISHED', dueOn: '2025-12-31' },
        { ...valueless(20), status: 'NOT_IN_SOURCE', dueOn: '2025-12-31' },
        { ...valueless(20), status: 'NOT_YET_OBSERVABLE', dueOn: '2027-06-30' },
      ]),
    });
    // Days late: from 2025-12-31 and, for the cohort of 2023, from 2026-06-30 to 2026-11-24.
    const rncp130 = {
      ...{ code: 'RNCP130', register: 'RNCP', title: 'Assistant de gestion', level: 4 },
      ...{ registrationType: 'ON_REQUEST', active: true, registrationEndsOn: '2026-12-15' },
    };
    expect(cohortOf('RNCP130', 2024)).toEqual({
      certification: rncp130,
      ...{ year: 2024, certified: 8, certifiedThroughVae: null },
      insertionRates: rates([
        { ...valueless(8), status: 'OVERDUE', dueOn: '2025-12-31', daysLate: 328 },
        { ...valueless(8), status: 'NOT_IN_SOURCE', dueOn: '2025-12-31' },
        { ...valueless(8), status: 'NOT_YET_OBSERVABLE', dueOn: '2027-06-30' },
      ]),
    });
    expect(cohortOf('RNCP130', 2023)).toEqual({
      certification: rncp130,
      ...{ year: 2023, certified: 9, certifiedThroughVae: 3 },
      insertionRates: rates([
        { ...valued(77, [44.53, 93.32], 9, 'VERY_LOW'), status: 'PUBLISHED', dueOn: '2024-12-31' },
        { ...valueless(9), status: 'NOT_IN_SOURCE', dueOn: '2024-12-31' },
        { ...valueless(9), status: 'OVERDUE_OPTIONAL', dueOn: '2026-06-30', daysLate: 147 },
      ]),
    });
    expect(cohortOf('RNCP140', 2018)).toEqual({
      certification: {
        ...{ code: 'RNCP140', register: 'RNCP', title: 'Dirigeant', level: null },
        ...{ registrationType: 'ON_REQUEST', active: true, registrationEndsOn: '2028-06-30' },
      },
      ...{ year: 2018, certified: 40, certifiedThroughVae: null },
      insertionRates: rates([
        { ...valued(88, [74.49, 94.85], 40, 'MODERATE'), status: 'PUBLISHED', dueOn: '2019-12-31' },
        { ...valued(80, [65.24, 89.5], 40, 'MODERATE'), status: 'PUBLISHED', dueOn: '2019-12-31' },
        { ...valued(85, [70.93, 92.94], 40, 'MODERATE'), status: 'PUBLISHED', dueOn: '2021-06-30' },
      ]),
    });
    // On the RS no rate is expected, and none is due.
    const outside = { ...valueless(80), status: 'NOT_APPLICABLE', dueOn: null };
    expect(cohortOf('RS200', 2023)).toEqual({
      certification: {
        ...{ code: 'RS200', register: 'RS', title: 'Sauveteur au travail', level: null },
        ...{ registrationType: 'ON_REQUEST', active: true, registrationEndsOn: '2027-01-31' },
      },
      ...{ year: 2023, certified: 80, certifiedThroughVae: null },
      insertionRates: rates([outside, outside, outside]),
    });
  });

  test('32: page by page it is the same list', async () => {
    const keys: unknown[] = [];
    let after: string | null = null;
    let hasNextPage = true;
    while (hasNextPage) {
      const page: InsertionRatesQuery = await send(InsertionRatesDocument, { first: 8, after });
      const { cohorts } = page;
      for (const { certification, year, certified } of cohorts.nodes) {
        keys.push([certification.code, year, certified]);
      }
      after = cohorts.pageInfo.endCursor;
      hasNextPage = cohorts.pageInfo.hasNextPage;
    }
    expect(keys).toEqual(KEYS);
  });

  test('32: of one body, from a year on; and as it stood on another day', async () => {
    const filter = { year: { from: 2024 }, certification: { certifiers: [SCHOOL_B] } };
    const { cohorts } = await send(InsertionRatesDocument, { filter });
    const keys = cohorts.nodes.map(({ certification, year }) => [certification.code, year]);
    expect(keys).toEqual([
      ['RNCP130', 2024],
      ['RNCP160', 2024],
      ['RS201', 2024],
    ]);
    const globalOf = async (asOf: string) => {
      const answer = await send(InsertionRatesDocument, { filter, first: 1, asOf });
      const [global] = answer.cohorts.nodes[0]?.insertionRates ?? [];
      return [global?.status, global?.daysLate];
    };
    expect(await globalOf('2025-06-29')).toEqual(['NOT_YET_OBSERVABLE', null]);
    expect(await globalOf('2025-06-30')).toEqual(['IN_COLLECTION', null]);
    expect(await globalOf('2025-12-31')).toEqual(['IN_COLLECTION', null]);
    expect(await globalOf('2026-01-01')).toEqual(['OVERDUE', 1]);
  });
});

/** The three rates of a cohort, not late unless it is said. */
function rates([global, target6, target24]: readonly object[]) {
  return [
    { indicator: 'GLOBAL_6_MONTHS', daysLate: null, ...global },
    { indicator: 'TARGET_OCCUPATION_6_MONTHS', daysLate: null, ...target6 },
    { indicator: 'TARGET_OCCUPATION_2_YEARS', daysLate: null, ...target24 },
  ];
}

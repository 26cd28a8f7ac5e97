import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  DueRatesDocument,
  OldCohortsDocument,
  OverdueRatesDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { by, FORMER, IN_A, IN_B } from './certifying-bodies.ts';
import { codesOf, EMPTY_PAGE, WHOLE_LIST } from './pages.ts';

/** The questions about days of rates, and old cohorts: 10 to 12. The day is 2026-11-24. */
describeEachEngine('the calendar of registrations and rates on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('10: one rate at six months is late, for both bodies that certify together', async () => {
    const owed = { certifications: 1, cohorts: 1, certified: 8 };
    expect(await send(OverdueRatesDocument, {})).toEqual({
      cohorts: {
        totalCount: 1,
        nodes: [
          {
            year: 2024,
            certified: 8,
            certification: {
              ...{ code: 'RNCP130', title: 'Assistant de gestion', active: true },
              certifiers: [IN_A, IN_B],
            },
            insertionRate: {
              ...{ indicator: 'GLOBAL_6_MONTHS', value: null, status: 'OVERDUE' },
              // From 2025-12-31 to 2026-11-24: 365 − 37.
              ...{ dueOn: '2025-12-31', daysLate: 328 },
              ...{ interval: null, basis: 'CERTIFIED_WEIGHTED', base: 8, reliability: null },
            },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
      byCertifier: {
        overlapping: true,
        groupCount: 2,
        groups: [
          { ...by(SCHOOL_A, 'École A'), summary: owed },
          { ...by(SCHOOL_B, 'École B'), summary: owed },
        ],
      },
    });
  });

  test.each([
    [{ asOf: '2025-12-31' }, []], // due on that very day
    [{ asOf: '2026-01-01' }, [1]],
    [{ asOf: '2026-12-16' }, [350]], // the registration has ended since; the rate was due before
    [{ asOf: '2026-12-16', active: true }, []],
    [{ certifiers: [MINISTRY] }, []],
    // Not in the export, and so never late.
    [{ indicator: 'TARGET_OCCUPATION_6_MONTHS' as const }, []],
  ])('10: with %j it is late by so many days: %j', async (variables, expected) => {
    const { cohorts, byCertifier } = await send(OverdueRatesDocument, variables);
    expect(cohorts.nodes.map(({ insertionRate }) => insertionRate.daysLate)).toEqual(expected);
    expect(byCertifier.groupCount).toBe(2 * expected.length);
  });

  test('11: no rate at two years falls due until 2027-05-24: they all do on 30 June', async () => {
    expect(await send(DueRatesDocument, {})).toEqual({
      cohorts: { totalCount: 0, nodes: [], pageInfo: EMPTY_PAGE },
      byYear: { groups: [] },
    });
  });

  test('11: in January the cohorts of 2024 are to be asked, whose rate is due on 2027-06-30', async () => {
    const asked = (base: number) => ({
      ...{ indicator: 'TARGET_OCCUPATION_2_YEARS', value: null, status: 'IN_COLLECTION' },
      ...{ dueOn: '2027-06-30', daysLate: null },
      ...{ interval: null, basis: 'CERTIFIED_WEIGHTED', base, reliability: null },
    });
    expect(await send(DueRatesDocument, { asOf: '2027-01-15' })).toEqual({
      cohorts: {
        totalCount: 3,
        nodes: [
          {
            ...{ year: 2024, certified: 20, insertionRate: asked(20) },
            certification: {
              ...{ code: 'RNCP101', title: 'Concepteur de logiciels' },
              ...{ active: true, registrationEndsOn: '2027-05-10', certifiers: [IN_A, FORMER] },
            },
          },
          {
            ...{ year: 2024, certified: 8, insertionRate: asked(8) },
            certification: {
              ...{ code: 'RNCP130', title: 'Assistant de gestion' },
              ...{ active: false, registrationEndsOn: '2026-12-15', certifiers: [IN_A, IN_B] },
            },
          },
          {
            ...{ year: 2024, certified: 100, insertionRate: asked(100) },
            certification: {
              ...{ code: 'RNCP160', title: 'Manager' },
              ...{ active: true, registrationEndsOn: '2028-03-31', certifiers: [IN_B] },
            },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
      byYear: {
        groups: [
          // 20 + 8 + 100
          { key: { year: 2024 }, summary: { certifications: 3, cohorts: 3, certified: 128 } },
        ],
      },
    });
  });

  test.each([
    [{ withinMonths: 8 }, ['RNCP101', 'RNCP130', 'RNCP160'], ['NOT_YET_OBSERVABLE']],
    [{ asOf: '2027-01-15', active: true }, ['RNCP101', 'RNCP160'], ['IN_COLLECTION']],
    [{ asOf: '2027-06-30', certifiers: [SCHOOL_B] }, ['RNCP130', 'RNCP160'], ['IN_COLLECTION']],
    [{ asOf: '2027-07-01' }, [], []], // past due
  ])('11: with %j', async (variables, codes, statuses) => {
    const { cohorts } = await send(DueRatesDocument, variables);
    expect(codesOf(cohorts.nodes.map(({ certification }) => certification))).toEqual(codes);
    const found = new Set(cohorts.nodes.map(({ insertionRate }) => insertionRate.status));
    expect([...found]).toEqual(statuses);
  });

  test('12: the newest cohort of one certification is of 2021 or older', async () => {
    expect(await send(OldCohortsDocument, {})).toEqual({
      certifications: {
        totalCount: 1,
        nodes: [
          {
            ...{ code: 'RNCP140', title: 'Dirigeant', registrationEndsOn: '2028-06-30' },
            cohorts: [{ year: 2019, certified: 50 }],
            certifiers: [{ name: 'Institut sans SIRET', siren: null, active: true }],
          },
        ],
        pageInfo: WHOLE_LIST,
      },
    });
  });

  test.each([
    // Of 2023 or older: the six peers too, RNCP120 and RNCP121 without cohorts never.
    [{ age: 3 }, ['RNCP140', 'RNCP111', 'RNCP112', 'RNCP113', 'RNCP114', 'RNCP115', 'RNCP116']],
    [{ age: 2, register: 'RS' as const }, ['RS200']],
    [{ asOf: '2023-12-31' }, []], // 2019 is four years before, not more
    [{ asOf: '2024-01-01' }, ['RNCP140']],
  ])('12: with %j', async (variables, expected) => {
    const { certifications } = await send(OldCohortsDocument, variables);
    expect(codesOf(certifications.nodes)).toEqual(expected);
  });
});

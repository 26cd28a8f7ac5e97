import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { covers, statuses, valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import { CompareCertificationsDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { GLOBAL_6, none, TARGET_6, TARGET_24 } from './expected-groups.ts';

describeEachEngine('certifying bodies and comparisons on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  const compared = {
    RNCP101: { code: 'RNCP101', title: 'Concepteur de logiciels', level: 6, active: true },
    RNCP130: { code: 'RNCP130', title: 'Assistant de gestion', level: 4, active: true },
    RNCP160: { code: 'RNCP160', title: 'Manager', level: 7, active: true },
  };

  test('20: three certifications on the same years, pooled over those that all of them have', async () => {
    const codes = ['RNCP101', 'rncp 130', '160'];
    expect(await send(CompareCertificationsDocument, { codes })).toEqual({
      comparison: {
        years: [2024, 2023, 2022],
        commonYears: [2024, 2023],
        certifications: [
          {
            certification: compared.RNCP101,
            years: [
              year(2024, 20, [
                { status: 'PUBLISHED', ...valued(50, [29.93, 70.07], 20, 'MODERATE') },
                { status: 'NOT_IN_SOURCE', ...valueless(20) },
                { status: 'NOT_YET_OBSERVABLE', ...valueless(20) },
              ]),
              year(2023, 20, [
                { status: 'PUBLISHED', ...valued(70, [48.1, 85.45], 20, 'MODERATE') },
                { status: 'PUBLISHED', ...valued(60, [38.66, 78.12], 20, 'MODERATE') },
                { status: 'PUBLISHED', ...valued(65, [43.29, 81.88], 20, 'MODERATE') },
              ]),
              year(2022, 10, [
                { status: 'PUBLISHED', ...valued(60, [31.27, 83.18], 10, 'VERY_LOW') },
                { status: 'PUBLISHED', ...valued(50, [23.66, 76.34], 10, 'VERY_LOW') },
                { status: 'PUBLISHED', ...valued(55, [27.37, 79.86], 10, 'VERY_LOW') },
              ]),
            ],
            // 2022 is left out: (1000 + 1400) / 40, then 1200 / 20 and 1300 / 20.
            rates: pooled([
              {
                ...valued(60, [44.6, 73.65], 40, 'MODERATE'),
                ...{ coverage: covers([40, 40], [2, 2], 100), ...statuses({ PUBLISHED: 2 }) },
                yearsWithRate: [2024, 2023],
              },
              {
                ...valued(60, [38.66, 78.12], 20, 'MODERATE'),
                coverage: covers([20, 40], [1, 2], 50),
                ...statuses({ PUBLISHED: 1, NOT_IN_SOURCE: 1 }),
                yearsWithRate: [2023],
              },
              {
                ...valued(65, [43.29, 81.88], 20, 'MODERATE'),
                coverage: covers([20, 40], [1, 2], 50),
                ...statuses({ PUBLISHED: 1, NOT_YET_OBSERVABLE: 1 }),
                yearsWithRate: [2023],
              },
            ]),
          },
          {
            certification: compared.RNCP130,
            years: [
              year(2024, 8, [
                { status: 'OVERDUE', ...valueless(8) },
                { status: 'NOT_IN_SOURCE', ...valueless(8) },
                { status: 'NOT_YET_OBSERVABLE', ...valueless(8) },
              ]),
              year(2023, 9, [
                { status: 'PUBLISHED', ...valued(77, [44.53, 93.32], 9, 'VERY_LOW') },
                { status: 'NOT_IN_SOURCE', ...valueless(9) },
                { status: 'OVERDUE_OPTIONAL', ...valueless(9) },
              ]),
              { year: 2022, cohort: null },
            ],
            rates: pooled([
              {
                ...valued(77, [44.53, 93.32], 9, 'VERY_LOW'),
                coverage: covers([9, 17], [1, 2], 52.94),
                ...statuses({ PUBLISHED: 1, OVERDUE: 1 }),
                yearsWithRate: [2023],
              },
              none(17, 2, { NOT_IN_SOURCE: 2 }),
              none(17, 2, { NOT_YET_OBSERVABLE: 1, OVERDUE_OPTIONAL: 1 }),
            ]),
          },
          {
            certification: compared.RNCP160,
            years: [
              year(2024, 100, [
                { status: 'PUBLISHED', ...valued(70, [60.42, 78.11], 100, 'GOOD') },
                { status: 'NOT_IN_SOURCE', ...valueless(100) },
                { status: 'NOT_YET_OBSERVABLE', ...valueless(100) },
              ]),
              year(2023, 100, [
                { status: 'PUBLISHED', ...valued(95, [88.82, 97.85], 100, 'GOOD') },
                { status: 'NOT_IN_SOURCE', ...valueless(100) },
                { status: 'OVERDUE_OPTIONAL', ...valueless(100) },
              ]),
              { year: 2022, cohort: null },
            ],
            // (9500 + 7000) / 200.
            rates: pooled([
              {
                ...valued(82.5, [76.64, 87.14], 200, 'GOOD'),
                ...{ coverage: covers([200, 200], [2, 2], 100), ...statuses({ PUBLISHED: 2 }) },
                yearsWithRate: [2024, 2023],
              },
              none(200, 2, { NOT_IN_SOURCE: 2 }),
              none(200, 2, { NOT_YET_OBSERVABLE: 1, OVERDUE_OPTIONAL: 1 }),
            ]),
          },
        ],
      },
    });
  });

  test('20: a range of years leaves the other cohorts out of the lists and of the rates', async () => {
    const codes = ['RNCP160', 'RNCP101'];
    const range = { codes, years: { from: 2022, to: 2023 } };
    const { comparison } = await send(CompareCertificationsDocument, range);
    expect(comparison).toMatchObject({
      years: [2023, 2022],
      commonYears: [2023],
      certifications: [
        {
          certification: { code: 'RNCP160' },
          years: [{ year: 2023 }, { year: 2022, cohort: null }],
        },
        { certification: { code: 'RNCP101' }, years: [{ year: 2023 }, { year: 2022 }] },
      ],
    });
    const globals = comparison.certifications.map(({ rates: [global] }) => [
      global?.value,
      global?.years,
    ]);
    expect(globals).toEqual([
      [95, [2023]],
      [70, [2023]],
    ]);
  });
});

/** A year of a certification that is compared, with its three rates. */
function year(of: number, certified: number, [global, target6, target24]: readonly object[]) {
  const insertionRates = [
    { ...GLOBAL_6, ...global },
    { ...TARGET_6, ...target6 },
    { ...TARGET_24, ...target24 },
  ];
  return { year: of, cohort: { certified, insertionRates } };
}

/** The three rates over the years that all have: 2024 and 2023. */
function pooled([global, target6, target24]: readonly object[]) {
  const years = [2024, 2023];
  return [
    { ...GLOBAL_6, ...global, years },
    { ...TARGET_6, ...target6, years },
    { ...TARGET_24, ...target24, years },
  ];
}

import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { covers, statuses, valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import { InsertionByDimensionsDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { schoolB } from './certifying-bodies.ts';
import { GLOBAL_6, keyOf, ofOne, type Rate, TARGET_6, TARGET_24 } from './expected-groups.ts';

/** An answer without what is said of the differences between certifications. */
function ofHolders<Answer>(answer: Answer): Answer {
  const BETWEEN = ['betweenCertifications', 'likeForLike', 'reason', 'yearsWithRate'];
  return JSON.parse(
    JSON.stringify(answer, (name, value) => (BETWEEN.includes(name) ? undefined : value)),
  ) as Answer;
}

describeEachEngine('statistics on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  /** A rate of one certification, or of none, within a group. */
  const single = (rate: Rate) => ({ ...ofOne(rate), unweightedMean: rate.value });

  const rates = ([global, target6, target24]: readonly [object, object, object]) => ({
    rates: [
      { ...GLOBAL_6, ...global },
      { ...TARGET_6, ...target6 },
      { ...TARGET_24, ...target24 },
    ],
  });

  const total = {
    ...{ certifications: 13, cohorts: 20, cohortsWithoutCertified: 0, certified: 761 },
    // 1 + 2 of RNCP101, 3 of RNCP130: 6 of 20 + 20 + 9, the cohorts that publish it.
    ...{ certifiedThroughVae: 6, vaeShare: 12.24, vaeShareBase: 49 },
    ...rates([
      {
        // (20642 of level 6 + 693 + 8020 + 16500) / 566; 11 certifications, whose rates are
        // 60, 70, 75, 75.46, 77, 80, 82.5, 85, 89.11, 90, 95: 879.07 in all.
        ...valued(81.02, [77.58, 84.03], 566, 'GOOD'),
        // (75 + 75.46) / 2, the sixth, (85 + 89.11) / 2.
        ...{
          certificationsWithRate: 11,
          unweightedMean: 79.92,
          lowerQuartile: 75.23,
          median: 80,
          upperQuartile: 87.06,
        },
        ...{
          coverage: covers([566, 761], [16, 20], 74.38),
          change: null,
          changeStatus: 'NO_YEAR_BEFORE',
        },
        ...statuses({ PUBLISHED: 16, NOT_APPLICABLE: 3, OVERDUE: 1 }),
      },
      {
        // (1700 + 6200) / 120, of 56.67 and 68.89.
        ...valued(65.83, [56.97, 73.71], 120, 'LOW'),
        ...{
          certificationsWithRate: 2,
          unweightedMean: 62.78,
          lowerQuartile: 59.72,
          median: 62.78,
          upperQuartile: 65.83,
        },
        ...{
          coverage: covers([120, 761], [4, 20], 15.77),
          change: null,
          changeStatus: 'NO_YEAR_BEFORE',
        },
        ...statuses({ PUBLISHED: 4, NOT_IN_SOURCE: 13, NOT_APPLICABLE: 3 }),
      },
      {
        // (1850 + 7600) / 120, of 61.67 and 84.44.
        ...valued(78.75, [70.6, 85.12], 120, 'LOW'),
        ...{
          certificationsWithRate: 2,
          unweightedMean: 73.06,
          lowerQuartile: 67.36,
          median: 73.06,
          upperQuartile: 78.75,
        },
        ...{
          coverage: covers([120, 761], [4, 20], 15.77),
          change: null,
          changeStatus: 'NO_YEAR_BEFORE',
        },
        // 2024 of the RNCP: 3; RNCP100: 2; 2023 but RNCP101: 8.
        ...statuses({
          ...{ PUBLISHED: 4, NOT_APPLICABLE: 3, NOT_YET_OBSERVABLE: 3, CLOSED_BEFORE_DUE: 2 },
          OVERDUE_OPTIONAL: 8,
        }),
      },
    ]),
  };

  test('33: all measures by year and level: the total, and what became of three groups', async () => {
    const answer = await send(InsertionByDimensionsDocument, {});
    const insertionStatistics = ofHolders(answer.insertionStatistics);
    expect(insertionStatistics).toMatchObject({ overlapping: false, groupCount: 12 });
    expect(insertionStatistics.total).toEqual(total);
    expect(insertionStatistics.groups.map(({ key }) => [key.year, key.level])).toEqual([
      ...[[2018, null] as const, [2019, null] as const, [2021, 6] as const, [2022, 6] as const],
      ...[[2023, 4] as const, [2023, 6] as const, [2023, 7] as const, [2023, null] as const],
      ...[[2024, 4] as const, [2024, 6] as const, [2024, 7] as const, [2024, null] as const],
    ]);
    const groupOf = (year: number, level: number | null) =>
      insertionStatistics.groups.find(({ key }) => key.year === year && key.level === level);
    const from = (rate: number, fromBase: number) => ({ from: rate, fromBase });
    const one = { certifications: 1, cohorts: 1, cohortsWithoutCertified: 0 };
    const noVae = { certifiedThroughVae: 0, vaeShare: null, vaeShareBase: 0 };

    // RNCP140 from 88, 80, 85 of 40 to 90, 60, 84 of 50.
    const all = covers([50, 50], [1, 1], 100);
    expect(groupOf(2019, null)).toEqual({
      key: keyOf({ year: 2019, label: '2019 · Niveau non renseigné', unknown: ['LEVEL'] }),
      summary: {
        ...{ ...one, certified: 50, ...noVae },
        ...rates([
          {
            ...{ ...single(valued(90, [78.64, 95.65], 50, 'GOOD')), coverage: all },
            ...statuses({ PUBLISHED: 1 }),
            // 88 is between 74.49 and 94.85: 2 − √(11.36² + 6.85²), 2 + √(5.65² + 13.51²).
            changeStatus: 'COMPUTED',
            change: {
              ...from(88, 40),
              difference: 2,
              lower: -11.27,
              upper: 16.64,
              verdict: 'NOT_SIGNIFICANT',
            },
          },
          {
            ...{ ...single(valued(60, [46.18, 72.39], 50, 'GOOD')), coverage: all },
            ...statuses({ PUBLISHED: 1 }),
            // 80 is between 65.24 and 89.5: −20 − √(13.82² + 9.5²), −20 + √(12.39² + 14.76²).
            changeStatus: 'COMPUTED',
            change: {
              ...from(80, 40),
              difference: -20,
              lower: -36.77,
              upper: -0.73,
              verdict: 'FALL',
            },
          },
          {
            ...{ ...single(valued(84, [71.49, 91.66], 50, 'GOOD')), coverage: all },
            ...statuses({ PUBLISHED: 1 }),
            changeStatus: 'COMPUTED',
            change: {
              ...from(85, 40),
              difference: -1,
              lower: -15.82,
              upper: 15.02,
              verdict: 'NOT_SIGNIFICANT',
            },
          },
        ]),
      },
    });

    // RNCP101 and its peers, from RNCP100 and RNCP101: 1392 / 22, 50 of 10, 55 of 10.
    expect(groupOf(2023, 6)).toEqual({
      key: keyOf({ year: 2023, level: 6, label: '2023 · Niveau 6' }),
      summary: {
        ...{ certifications: 7, cohorts: 7, cohortsWithoutCertified: 0, certified: 200 },
        // 1 of the 20 of RNCP101: the others do not publish it.
        ...{ certifiedThroughVae: 1, vaeShare: 5, vaeShareBase: 20 },
        ...rates([
          {
            // (1400 + 30 · 495) / 200, of 70, 70, 75, 80, 85, 90, 95.
            ...valued(81.25, [75.27, 86.05], 200, 'GOOD'),
            ...{
              certificationsWithRate: 7,
              unweightedMean: 80.71,
              lowerQuartile: 72.5,
              median: 80,
              upperQuartile: 87.5,
            },
            ...{ coverage: covers([200, 200], [7, 7], 100), ...statuses({ PUBLISHED: 7 }) },
            // 63.27 is between 42.61 and 79.99: 17.98 − √(5.98² + 16.72²), + √(4.8² + 20.66²).
            changeStatus: 'COMPUTED',
            change: {
              ...from(63.27, 22),
              difference: 17.98,
              lower: 0.22,
              upper: 39.19,
              // Of 2022 there are two certifications: too few to tell how much others differ.
              verdict: 'NOT_SIGNIFICANT',
            },
          },
          {
            ...single(valued(60, [38.66, 78.12], 20, 'LOW')),
            ...{ coverage: covers([20, 200], [1, 7], 10) },
            ...statuses({ PUBLISHED: 1, NOT_IN_SOURCE: 6 }),
            changeStatus: 'COMPUTED',
            change: {
              ...from(50, 10),
              difference: 10,
              lower: -23.9,
              upper: 41.97,
              verdict: 'NOT_SIGNIFICANT',
            },
          },
          {
            ...single(valued(65, [43.29, 81.88], 20, 'LOW')),
            ...{ coverage: covers([20, 200], [1, 7], 10) },
            ...statuses({ PUBLISHED: 1, OVERDUE_OPTIONAL: 6 }),
            changeStatus: 'COMPUTED',
            change: {
              ...from(55, 10),
              difference: 10,
              lower: -23.01,
              upper: 42.38,
              verdict: 'NOT_SIGNIFICANT',
            },
          },
        ]),
      },
    });

    // RNCP160: from 95 to 70, of 100 each.
    const none = {
      ...single(valueless(0)),
      coverage: covers([0, 100], [0, 1], 0),
      change: null,
      changeStatus: 'NO_RATE',
    };
    expect(groupOf(2024, 7)).toEqual({
      key: keyOf({ year: 2024, level: 7, label: '2024 · Niveau 7' }),
      summary: {
        ...{ ...one, certified: 100, ...noVae },
        ...rates([
          {
            ...single(valued(70, [60.42, 78.11], 100, 'GOOD')),
            ...{ coverage: covers([100, 100], [1, 1], 100), ...statuses({ PUBLISHED: 1 }) },
            // 95 is between 88.82 and 97.85: −25 − √(9.58² + 2.85²), −25 + √(8.11² + 6.18²).
            changeStatus: 'COMPUTED',
            change: {
              ...from(95, 100),
              difference: -25,
              lower: -35,
              upper: -14.81,
              verdict: 'FALL',
            },
          },
          { ...none, ...statuses({ NOT_IN_SOURCE: 1 }) },
          { ...none, ...statuses({ NOT_YET_OBSERVABLE: 1 }) },
        ]),
      },
    });
  });

  test('33: how much certifications differ stands beside each rate and each change', async () => {
    const { insertionStatistics } = await send(InsertionByDimensionsDocument, {});
    const [global, target6] = insertionStatistics.total.rates;
    // Σ N = 566 over eleven certifications; 81.02 ± 2.228 · 2.81.
    expect(global?.betweenCertifications).toEqual({
      ...{ status: 'COMPUTED', certifications: 11, standardError: 2.81, designEffect: 2.92 },
      interval: { lower: 74.74, upper: 87.29 },
    });
    expect(target6?.betweenCertifications).toEqual({
      ...{ status: 'TOO_FEW_CERTIFICATIONS', certifications: 2 },
      ...{ standardError: null, designEffect: null, interval: null },
    });
    const group = insertionStatistics.groups.find(
      ({ key }) => key.year === 2023 && key.level === 6,
    );
    expect(group?.summary.rates[0]?.change).toMatchObject({
      ...{ verdict: 'NOT_SIGNIFICANT', reason: 'TOO_FEW_CERTIFICATIONS' },
      betweenCertifications: { status: 'TOO_FEW_CERTIFICATIONS', certifications: 8, lower: null },
      // RNCP101 alone is in both years: 60 to 70.
      likeForLike: { status: 'TOO_FEW_CERTIFICATIONS', certifications: 1, difference: 10 },
    });
  });

  test('33: bodies of many certified by their rate; the total is over all', async () => {
    const { insertionStatistics } = await send(InsertionByDimensionsDocument, {
      groupBy: ['CERTIFIER'],
      having: { certified: { from: 100 } },
      orderBy: [{ by: 'VALUE', direction: 'DESC', indicator: 'GLOBAL_6_MONTHS' }],
      first: 1,
    });
    // School A has 67.55; the body without SIREN 89.11, of 90.
    expect(insertionStatistics).toMatchObject({ overlapping: true, groupCount: 2, total });
    const [best, ...others] = insertionStatistics.groups;
    expect(others).toEqual([]);
    expect(best?.key).toEqual(keyOf({ certifier: schoolB, label: 'École B' }));
    expect(best?.summary).toMatchObject({
      ...{ certifications: 9, cohorts: 11, certified: 404, certifiedThroughVae: 3 },
      rates: [
        {
          // (30 · 495 + 693 + 16500) / 389, of 70, 75, 77, 80, 82.5, 85, 90, 95; 389 of 404 heads.
          ...valued(82.37, [78.27, 85.84], 389, 'GOOD'),
          ...{ unweightedMean: 81.81, lowerQuartile: 76.5, median: 81.25, upperQuartile: 86.25 },
          coverage: covers([389, 404], [9, 11], 96.29),
        },
        {},
        {},
      ],
    });
  });
});

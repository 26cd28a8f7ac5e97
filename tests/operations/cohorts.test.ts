import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  FallingRatesDocument,
  LargestGapsDocument,
  VaeSharesDocument,
} from '../support/operations.ts';
import { QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

const WHOLE_LIST = { hasNextPage: false, endCursor: expect.any(String) };

/** A published rate. */
function published(
  value: number,
  base: number,
  [lower, upper]: readonly [number, number],
  reliability: string,
) {
  return {
    ...{ value, status: 'PUBLISHED', interval: { lower, upper } },
    ...{ basis: 'CERTIFIED_WEIGHTED', base, reliability },
  };
}

/** The questions about cohorts of the whole register: 13, 15 and 16. The day is 2026-11-24. */
describeEachEngine('cohorts of all certifications on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  const CONCEPTEUR = { code: 'RNCP101', title: 'Concepteur de logiciels' };
  const DIRIGEANT = { code: 'RNCP140', title: 'Dirigeant' };

  test('13: the four cohorts with both rates at six months, largest gap first', async () => {
    expect(await send(LargestGapsDocument, {})).toEqual({
      cohorts: {
        totalCount: 4,
        nodes: [
          {
            ...{ year: 2019, certified: 50, gapAt6Months: 30, certification: DIRIGEANT },
            global: published(90, 50, [78.64, 95.65], 'GOOD'),
            target: published(60, 50, [46.18, 72.39], 'GOOD'),
          },
          // Equal gaps: by certification, then newest first.
          {
            ...{ year: 2023, certified: 20, gapAt6Months: 10, certification: CONCEPTEUR },
            global: published(70, 20, [48.1, 85.45], 'MODERATE'),
            target: published(60, 20, [38.66, 78.12], 'MODERATE'),
          },
          {
            ...{ year: 2022, certified: 10, gapAt6Months: 10, certification: CONCEPTEUR },
            global: published(60, 10, [31.27, 83.18], 'VERY_LOW'),
            target: published(50, 10, [23.66, 76.34], 'VERY_LOW'),
          },
          {
            ...{ year: 2018, certified: 40, gapAt6Months: 8, certification: DIRIGEANT },
            global: published(88, 40, [74.49, 94.85], 'MODERATE'),
            target: published(80, 40, [65.24, 89.5], 'MODERATE'),
          },
        ],
        pageInfo: WHOLE_LIST,
      },
    });
  });

  test('13: page by page, through equal gaps', async () => {
    const { cohorts: page } = await send(LargestGapsDocument, { first: 2 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(page.nodes).toMatchObject([
      { year: 2019, gapAt6Months: 30 },
      { year: 2023, gapAt6Months: 10 },
    ]);
    const { endCursor: after } = page.pageInfo;
    const { cohorts: rest } = await send(LargestGapsDocument, { first: 2, after });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(rest.nodes).toMatchObject([
      { year: 2022, gapAt6Months: 10 },
      { year: 2018, gapAt6Months: 8 },
    ]);
  });

  test.each([
    [{ certifiedFrom: 20 }, ['RNCP140 2019', 'RNCP101 2023', 'RNCP140 2018']],
    [{ certifiers: [SCHOOL_A] }, ['RNCP101 2023', 'RNCP101 2022']],
    [{ certifiers: [SCHOOL_B] }, []],
  ])('13: with %j', async (variables, expected) => {
    const { cohorts } = await send(LargestGapsDocument, variables);
    const found = cohorts.nodes.map(({ certification, year }) => `${certification.code} ${year}`);
    expect(found).toEqual(expected);
  });

  test('15: of four rates that fell or rose, one fell beyond chance', async () => {
    // The others, with their intervals: RNCP101 60 → 70 [−21.89, 42.62] and 70 → 50 [−45.33, 9.7],
    // RNCP100 80 → 66 [−43.7, 13.51], RNCP140 88 → 90 [−11.27, 16.64].
    expect(await send(FallingRatesDocument, {})).toEqual({
      cohorts: {
        totalCount: 1,
        // Of each of the five 0.05.
        manyComparisons: { tested: 5, level: 0.05, expectedByChance: 0.25 },
        nodes: [
          {
            year: 2024,
            certified: 100,
            certification: {
              ...{ code: 'RNCP160', title: 'Manager' },
              certifiers: [{ name: 'École B', siren: SCHOOL_B, active: true }],
            },
            insertionRate: {
              indicator: 'GLOBAL_6_MONTHS',
              ...published(70, 100, [60.42, 78.11], 'GOOD'),
            },
            // −25 − √((70 − 60.42)² + (97.85 − 95)²), −25 + √((78.11 − 70)² + (95 − 88.82)²)
            change: {
              ...{ fromBase: 100, toBase: 100 },
              ...{ from: 95, to: 70, difference: -25, lower: -35, upper: -14.81 },
              verdict: 'FALL',
              pValue: expect.closeTo(6.3e-6, 7),
              // The smallest of five: five times as much.
              qValue: expect.closeTo(5 * 6.3e-6, 6),
            },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
    });
  });

  test.each([
    [{ asOf: '2028-03-31', active: true }, 1], // its last active day
    [{ asOf: '2028-04-01', active: true }, 0],
    [{ asOf: '2028-04-01' }, 1],
    // 55 → 65 at two years, and 84 from 85: the only pairs, neither beyond chance.
    [{ indicator: 'TARGET_OCCUPATION_2_YEARS' as const }, 0],
  ])('15: with %j %i did', async (variables, expected) => {
    const { cohorts } = await send(FallingRatesDocument, variables);
    expect(cohorts.totalCount).toBe(expected);
  });

  /** Certified, through VAE, and the share of those whose cohort publishes both numbers. */
  const shares = (
    certified: number,
    certifiedThroughVae: number,
    vaeShare: number | null,
    vaeShareBase: number,
  ) => ({ certified, certifiedThroughVae, vaeShare, vaeShareBase });

  test('16: validation of experience by year, by level and by certification', async () => {
    const key = { year: null, level: null, certification: null };
    // Three cohorts publish it: 1 of 20 and 2 of 20 of RNCP101, 3 of 9 of RNCP130.
    const total = shares(761, 6, 12.24, 49); // 6 / 49
    const year = (value: number) => ({ key: { ...key, year: value, label: `${value}` } });
    const level = (value: number) => ({ key: { ...key, level: value, label: `Niveau ${value}` } });
    expect(await send(VaeSharesDocument, {})).toEqual({
      byYear: {
        total,
        groups: [
          { ...year(2018), summary: shares(40, 0, null, 0) },
          { ...year(2019), summary: shares(50, 0, null, 0) },
          { ...year(2021), summary: shares(25, 0, null, 0) },
          { ...year(2022), summary: shares(22, 0, null, 0) }, // 12 + 10
          // 20 + 6 · 30 + 9 + 100 + 80; 1 + 3 of 20 + 9
          { ...year(2023), summary: shares(389, 4, 13.79, 29) },
          // 20 + 8 + 100 + 100 + 7; 2 of 20
          { ...year(2024), summary: shares(235, 2, 10, 20) },
        ],
      },
      byLevel: {
        total,
        groups: [
          { ...level(4), summary: shares(17, 3, 33.33, 9) },
          // 37 + 50 + 180; 3 of 40
          { ...level(6), summary: shares(267, 3, 7.5, 40) },
          { ...level(7), summary: shares(200, 0, null, 0) },
          // RNCP140 and the RS: 90 + 180 + 7
          {
            key: { ...key, label: 'Niveau non renseigné' },
            summary: shares(277, 0, null, 0),
          },
        ],
      },
      // Those that had somebody: RNCP130 too, whose fiche names no open route.
      byCertification: {
        total: shares(67, 6, 12.24, 49),
        groups: [
          {
            key: { ...key, certification: CONCEPTEUR, label: 'RNCP101 Concepteur de logiciels' },
            summary: shares(50, 3, 7.5, 40),
          },
          {
            key: {
              ...{ ...key, label: 'RNCP130 Assistant de gestion' },
              certification: { code: 'RNCP130', title: 'Assistant de gestion' },
            },
            summary: shares(17, 3, 33.33, 9),
          },
        ],
      },
    });
  });

  test('16: of one year, and of the RS, which publishes none', async () => {
    const of2024 = await send(VaeSharesDocument, { year: { from: 2024, to: 2024 } });
    expect(of2024.byYear.total).toEqual(shares(235, 2, 10, 20));
    expect(of2024.byLevel.groups.map(({ summary }) => summary)).toEqual([
      ...[shares(8, 0, null, 0), shares(20, 2, 10, 20)],
      ...[shares(100, 0, null, 0), shares(107, 0, null, 0)],
    ]);
    // Nobody of RNCP130 came through it that year.
    expect(of2024.byCertification).toMatchObject({
      total: shares(20, 2, 10, 20),
      groups: [{ key: { certification: CONCEPTEUR }, summary: shares(20, 2, 10, 20) }],
    });
    const ofRs = await send(VaeSharesDocument, { register: 'RS' });
    expect(ofRs.byYear.groups.map(({ summary }) => summary)).toEqual([
      ...[shares(80, 0, null, 0), shares(107, 0, null, 0)],
    ]);
    expect(ofRs.byCertification).toEqual({ total: shares(0, 0, null, 0), groups: [] });
  });
});

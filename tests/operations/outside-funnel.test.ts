import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { covers, valued } from '../support/expected-rates.ts';
import { cohortWith, publishFiches } from '../support/factories.ts';
import { BenchmarkDocument, OutsideFunnelDocument } from '../support/operations.ts';
import { QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

/** Five more peers of RNCP101, so that it has eleven: how much they differ can be told. */
const MORE = [80, 82, 83, 85, 82].map((rate, index) => {
  const like = QUESTION_REGISTER.find(({ code }) => code === 'RNCP116');
  if (!like) throw new Error('RNCP116 is in the register');
  const code = `RNCP${122 + index}` as typeof like.code;
  return { ...like, code, cohorts: [cohortWith(2023, 30, { global6: rate })] };
});

const RULE = {
  ...{ peersBy: 'OCCUPATION', codes: ['M1805'], sameLevel: true },
  ...{ lastCohorts: 3, asOf: '2026-11-24' },
};

// Expected figures were computed by another program, from the formulas of the method.
describeEachEngine('certifications outside the funnel of their peers on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(
      database,
      // The codes after RNCP121 are free but for those of other levels.
      [
        ...QUESTION_REGISTER.filter(({ code }) => !MORE.some((each) => each.code === code)),
        ...MORE,
      ],
    );
    send = sendOn(database);
  });

  test('28: RNCP101 lies below the limits of 99.8 %', async () => {
    expect(await send(OutsideFunnelDocument, {})).toEqual({
      certifications: {
        totalCount: 1,
        manyComparisons: { tested: 12, level: 0.05, expectedByChance: expect.closeTo(0.6, 10) },
        nodes: [
          {
            ...{ code: 'RNCP101', title: 'Concepteur de logiciels', level: 6 },
            certifiers: [
              { name: 'École A', siren: SCHOOL_A, active: true },
              { name: 'Ancienne école', siren: null, active: false },
            ],
            benchmark: {
              peerCount: 11,
              // All peers have 30 certified: the mean of the eleven. RNCP100 is of its lineage.
              peerPooled: 82.45,
              ...{ funnel: 'BELOW_99_8', verdict: 'BELOW', peersTooSmall: 0 },
              // φ = 0.73: chance explains how much they differ, τ² = 0; z′ = −3.5711.
              funnelLimits: [
                { level: 0.95, lower: 70.81, upper: 91.62 },
                { level: 0.998, lower: 63.31, upper: 95.5 },
              ],
              pValue: expect.closeTo(0.000355475, 8),
              // The smallest of twelve.
              qValue: expect.closeTo(12 * 0.000355475, 7),
              rule: RULE,
              own: {
                indicator: 'GLOBAL_6_MONTHS',
                // (20 · 50 + 20 · 70 + 10 · 60) / 50.
                ...valued(60, [46.18, 72.39], 50, 'GOOD'),
                coverage: covers([50, 50], [3, 3], 100),
                statuses: [{ status: 'PUBLISHED', cohorts: 3 }],
                years: [2024, 2023, 2022],
                yearsWithRate: [2024, 2023, 2022],
              },
            },
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  test('28: RNCP116 lies above the limits of 95 %, the others between them', async () => {
    const { certifications } = await send(OutsideFunnelDocument, { positions: ['ABOVE_95'] });
    expect(certifications.nodes).toEqual([
      {
        ...{ code: 'RNCP116', title: 'Développeur 6', level: 6 },
        certifiers: [{ name: 'École B', siren: SCHOOL_B, active: true }],
        benchmark: {
          ...{ peerCount: 11, peerPooled: 78.17, funnel: 'ABOVE_95', peersTooSmall: 0 },
          // The median of its peers is 82, and its interval begins at 80.95.
          verdict: 'NOT_DISTINGUISHABLE',
          funnelLimits: [
            { level: 0.95, lower: 61.92, upper: 90.86 },
            { level: 0.998, lower: 51.72, upper: 95.89 },
          ],
          pValue: expect.closeTo(0.0043044, 7),
          qValue: expect.closeTo(6 * 0.0043044, 6),
          rule: RULE,
          own: {
            indicator: 'GLOBAL_6_MONTHS',
            ...valued(95, [80.95, 98.84], 30, 'MODERATE'),
            coverage: covers([30, 30], [1, 1], 100),
            statuses: [{ status: 'PUBLISHED', cohorts: 1 }],
            years: [2023],
            yearsWithRate: [2023],
          },
        },
      },
    ]);
    const within = await send(OutsideFunnelDocument, { positions: ['WITHIN'] });
    expect(within.certifications.totalCount).toBe(10);
    // RNCP100 is within as well; but it has ended, and lists leave it out.
    const ended = await send(BenchmarkDocument, { code: 'RNCP100' });
    expect(ended.certification?.benchmark).toMatchObject({ funnel: 'WITHIN', qValue: null });
  });

  test('28: where the peers differ beyond chance the limits are wider for it', async () => {
    const { certification } = await send(BenchmarkDocument, { code: 'RNCP112' });
    expect(certification?.benchmark).toMatchObject({
      overdispersion: {
        peers: 11,
        phi: expect.closeTo(1.2775, 4),
        tauSquared: expect.closeTo(0.003195, 6),
      },
      deviate: expect.closeTo(-0.5451, 4),
      funnelLimits: [
        { level: 0.95, lower: 60.9, upper: 93.65 },
        { level: 0.998, lower: 48.85, upper: 98.23 },
      ],
    });
  });
});

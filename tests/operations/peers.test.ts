import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  BelowPeerMedianDocument,
  BenchmarkByCriterionDocument,
  BenchmarkDocument,
} from '../support/operations.ts';
import { QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

const GLOBAL = 'GLOBAL_6_MONTHS';
const WHOLE_LIST = { hasNextPage: false, endCursor: expect.any(String) };
const EMPTY_PAGE = { hasNextPage: false, endCursor: null };

/** A pooled rate all of whose cohorts publish it. */
function pooled(
  value: number,
  [lower, upper]: readonly [number, number],
  base: number,
  years: readonly number[],
) {
  const cohorts = years.length;
  return {
    ...{ indicator: GLOBAL, value, interval: { lower, upper }, basis: 'CERTIFIED_WEIGHTED', base },
    reliability: base >= 50 ? 'GOOD' : 'MODERATE',
    coverage: {
      ...{ certified: base, certifiedWithRate: base, cohorts, cohortsWithRate: cohorts },
      ratio: 100,
    },
    ...{ statuses: [{ status: 'PUBLISHED', cohorts }], years, yearsWithRate: years },
  };
}

/** RNCP101: (20·50 + 20·70 + 10·60) / 50 = 3000 / 50. */
const OWN = pooled(60, [46.18, 72.39], 50, [2024, 2023, 2022]);

const WITHHELD = {
  ...{ peerMedian: null, peerLowerQuartile: null, peerUpperQuartile: null, peerPooled: null },
  ...{ percentile: null, difference: null, excludesMedian: null, funnel: null, funnelLimits: [] },
};

/** Of fewer than ten peers nobody can tell how much they differ: nothing is said. */
const NO_FUNNEL = { funnel: null, funnelLimits: [] };
/** And what else question 6 asks for. */
const NO_VERDICT = {
  ...NO_FUNNEL,
  ...{ verdict: 'INSUFFICIENT', overdispersion: null, deviate: null, pValue: null, qValue: null },
};

/** The questions that look at peers: 5 to 7. The day is 2026-11-24. */
describeEachEngine('certifications beside their peers on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('5: of three whose day of filing has passed one is below its peers', async () => {
    // RNCP130 has no peer of its level, and RS200 no rate: neither is below a median.
    expect(await send(BelowPeerMedianDocument, {})).toEqual({
      certifications: {
        totalCount: 1,
        manyComparisons: { tested: 0, level: 0.05, expectedByChance: 0 },
        nodes: [
          {
            code: 'RNCP101',
            title: 'Concepteur de logiciels',
            level: 6,
            registrationEndsOn: '2027-05-10',
            certifiers: [
              { name: 'École A', siren: SCHOOL_A, active: true },
              { name: 'Ancienne école', siren: null, active: false },
            ],
            benchmark: {
              status: 'COMPARED',
              peerCount: 6,
              peerMedian: 82.5, // between 80 and 85
              percentile: 0,
              difference: -22.5,
              excludesMedian: true, // its interval ends at 72.39
              ...{ funnel: null, verdict: 'INSUFFICIENT', pValue: null, qValue: null },
              ...{ ranked: true, peersTooSmall: 0 },
              rule: {
                ...{ peersBy: 'OCCUPATION', codes: ['M1805'], sameLevel: true },
                ...{ lastCohorts: 3, asOf: '2026-11-24' },
              },
              own: OWN,
            },
          },
        ],
        pageInfo: WHOLE_LIST,
      },
    });
  });

  test.each([
    [{ certifiers: [SCHOOL_B] }],
    [{ asOf: '2026-09-10' }], // its recommended day of filing, which is not past
    [{ withinMonths: 5 }], // it ends on 2027-05-10
    [{ indicator: 'TARGET_OCCUPATION_2_YEARS' as const }], // which no peer publishes
  ])('5: none is with %j', async (variables) => {
    expect(await send(BelowPeerMedianDocument, variables)).toEqual({
      certifications: {
        manyComparisons: { tested: 0, level: 0.05, expectedByChance: 0 },
        ...{ totalCount: 0, nodes: [], pageInfo: EMPTY_PAGE },
      },
    });
  });

  test('6: a certification far below its six peers, each with its own rate', async () => {
    const peer = (index: number, value: number, bounds: readonly [number, number]) => ({
      certification: { code: `RNCP11${index}`, title: `Développeur ${index}` },
      sharedCodes: ['M1805'],
      rate: pooled(value, bounds, 30, [2023]),
    });
    expect(await send(BenchmarkDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        level: 6,
        benchmark: {
          status: 'COMPARED',
          peerCount: 6,
          peerMedian: 82.5,
          // A quarter of five steps is 1.25: 75 + 0.25 · 5, and 85 + 0.75 · 5.
          peerLowerQuartile: 76.25,
          peerUpperQuartile: 88.75,
          peerPooled: 82.5, // 30 · (70 + 75 + 80 + 85 + 90 + 95) / 180
          percentile: 0,
          ranked: true,
          difference: -22.5,
          excludesMedian: true,
          ...{ ...NO_VERDICT, peersTooSmall: 0 },
          // Of six values the extremes: 1 − 2/64 is 96.9 %.
          peerMedianInterval: { lower: 70, upper: 95, level: 0.95 },
          // Around 82.5 on 50: θ₀ = 1.1393, s = 0.070711; of 50 at 0.825: 36 and 46 heads, 32 and 48.
          funnels: [
            {
              ...{ kind: 'UNADJUSTED', position: 'BELOW_99_8' },
              limits: [
                { level: 0.95, lower: 70.86, upper: 91.66 },
                { level: 0.998, lower: 63.36, upper: 95.53 },
              ],
            },
            {
              ...{ kind: 'EXACT', position: 'BELOW_99_8' },
              limits: [
                { level: 0.95, lower: 72, upper: 92 },
                { level: 0.998, lower: 64, upper: 96 },
              ],
            },
          ],
          rule: {
            ...{ peersBy: 'OCCUPATION', codes: ['M1805'], sameLevel: true },
            ...{ lastCohorts: 3, minimumBase: 20, asOf: '2026-11-24' },
          },
          own: OWN,
          // Neither RNCP100, which it replaces and which has ended, nor itself.
          peers: {
            totalCount: 6,
            nodes: [
              peer(1, 70, [52.12, 83.34]),
              peer(2, 75, [57.3, 87.02]),
              peer(3, 80, [62.69, 90.49]),
              peer(4, 85, [68.36, 93.7]),
              peer(5, 90, [74.38, 96.54]),
              peer(6, 95, [80.95, 98.84]),
            ],
            pageInfo: WHOLE_LIST,
          },
        },
      },
    });
  });

  test('6: over the last cohort alone, of 20', async () => {
    const { certification } = await send(BenchmarkDocument, { code: 'RNCP101', lastCohorts: 1 });
    expect(certification?.benchmark).toMatchObject({
      own: pooled(50, [29.93, 70.07], 20, [2024]),
      ...{ percentile: 0, difference: -32.5, excludesMedian: true, ranked: true },
      ...NO_VERDICT,
    });
    // Of 20 at 0.825: 13 and 19 heads, 11 and 20.
    expect(certification?.benchmark.funnels[1]).toEqual({
      ...{ kind: 'EXACT', position: 'BELOW_99_8' },
      limits: [
        { level: 0.95, lower: 65, upper: 95 },
        { level: 0.998, lower: 55, upper: 100 },
      ],
    });
  });

  test('6: a peer of it has it for a peer, and is within its funnel', async () => {
    const variables = { code: 'RNCP111', first: 1 };
    const { certification } = await send(BenchmarkDocument, variables);
    expect(certification?.benchmark).toEqual({
      status: 'COMPARED',
      // 60 of RNCP101, then 75, 80, 85, 90, 95.
      ...{ peerCount: 6, peerMedian: 82.5, peerLowerQuartile: 76.25, peerUpperQuartile: 88.75 },
      peerPooled: 78.75, // (50 · 60 + 30 · 425) / 200 = 15750 / 200
      percentile: 16.67, // 1 of 6 below
      difference: -12.5,
      ...{ ranked: true, excludesMedian: false, ...NO_VERDICT, peersTooSmall: 0 },
      peerMedianInterval: { lower: 60, upper: 95, level: 0.95 },
      funnels: [
        expect.objectContaining({ kind: 'UNADJUSTED', position: 'WITHIN' }),
        expect.objectContaining({ kind: 'EXACT', position: 'WITHIN' }),
      ],
      rule: {
        ...{ peersBy: 'OCCUPATION', codes: ['M1805'], sameLevel: true },
        ...{ lastCohorts: 3, minimumBase: 20, asOf: '2026-11-24' },
      },
      own: pooled(70, [52.12, 83.34], 30, [2023]),
      peers: {
        totalCount: 6,
        nodes: [
          {
            certification: { code: 'RNCP101', title: 'Concepteur de logiciels' },
            ...{ sharedCodes: ['M1805'], rate: OWN },
          },
        ],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    });
    const after = certification?.benchmark.peers.pageInfo.endCursor ?? null;
    const next = await send(BenchmarkDocument, { ...variables, after });
    const [second] = next.certification?.benchmark.peers.nodes ?? [];
    expect(second?.certification.code).toBe('RNCP112');
  });

  test.each([
    // Others lead to M1302, at another level or without one.
    ['RNCP160', {}, 'INSUFFICIENT_PEERS', 0, 82.5],
    // No peer publishes it: (20·65 + 10·55) / 30.
    ['RNCP101', { indicator: 'TARGET_OCCUPATION_2_YEARS' }, 'INSUFFICIENT_PEERS', 0, 61.67],
    // The last active day of all six peers, and the day after.
    ['RNCP101', { asOf: '2029-12-31' }, 'COMPARED', 6, 60],
    ['RNCP101', { asOf: '2030-01-01' }, 'INSUFFICIENT_PEERS', 0, 60],
    // The older fiche of the lineage is not compared with the newer one: (25·80 + 12·66) / 37.
    ['RNCP100', {}, 'COMPARED', 6, 75.46],
    ['RS200', {}, 'NOT_APPLICABLE', 0, null],
  ] as const)('6: %s with %j is %s', async (code, variables, status, peerCount, value) => {
    const { certification } = await send(BenchmarkDocument, { code, ...variables });
    expect(certification?.benchmark).toMatchObject({ status, peerCount, own: { value } });
    if (status !== 'COMPARED') expect(certification?.benchmark).toMatchObject(WITHHELD);
  });

  test('7: the same by level, by NSF code and by Formacode', async () => {
    const rule = { sameLevel: true, lastCohorts: 3, asOf: '2026-11-24' };
    expect(await send(BenchmarkByCriterionDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        level: 6,
        // The six of level 6.
        byLevel: {
          status: 'COMPARED',
          ...{ peerCount: 6, peerMedian: 82.5, peerLowerQuartile: 76.25, peerUpperQuartile: 88.75 },
          ...{ peerPooled: 82.5, percentile: 0, ranked: true, difference: -22.5 },
          ...{ excludesMedian: true, ...NO_FUNNEL },
          rule: { ...rule, peersBy: 'LEVEL', codes: [] },
          own: OWN,
        },
        // 326: RNCP111 and RNCP112 carry 326n, the other four 326t as it does.
        bySpeciality: {
          status: 'COMPARED',
          ...{ peerCount: 6, peerMedian: 82.5, peerLowerQuartile: 76.25, peerUpperQuartile: 88.75 },
          ...{ peerPooled: 82.5, percentile: 0, ranked: true, difference: -22.5 },
          ...{ excludesMedian: true, ...NO_FUNNEL },
          rule: { ...rule, peersBy: 'SPECIALITY', codes: ['326'] },
          own: OWN,
        },
        // RNCP111 to RNCP115: 70, 75, 80, 85, 90.
        byFormacode: {
          status: 'COMPARED',
          ...{ peerCount: 5, peerMedian: 80, peerLowerQuartile: 75, peerUpperQuartile: 85 },
          ...{ peerPooled: 80, percentile: 0, ranked: true, difference: -20 },
          ...{ excludesMedian: true, ...NO_FUNNEL },
          rule: { ...rule, peersBy: 'FORMACODE', codes: ['31054'] },
          own: OWN,
        },
      },
    });
  });

  test.each([
    [true, 0], // it has no level, and so no peer of the same one
    [false, 1], // RNCP160
  ])('7: peers of RNCP140 by NSF code, of the same level: %s', async (sameLevel, peerCount) => {
    const variables = { code: 'RNCP140', sameLevel };
    const { certification } = await send(BenchmarkByCriterionDocument, variables);
    const status = 'INSUFFICIENT_PEERS';
    expect(certification).toMatchObject({
      level: null,
      byLevel: { status, peerCount: 0, rule: { sameLevel: true } },
      bySpeciality: { status, peerCount, rule: { sameLevel, codes: ['310'] } },
      byFormacode: { status, peerCount: 0, rule: { sameLevel, codes: [] } },
    });
  });
});

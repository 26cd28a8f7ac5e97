import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, STATISTICS_REGISTER } from '../support/statistics-register.ts';

/** Certifies nothing any more. */
const FORMER = '333333334';

const FICHES = [
  ...STATISTICS_REGISTER,
  // Without cohorts; two establishments of one body are one.
  ficheWith({
    code: 'RNCP900050',
    activeFlag: true,
    certifiers: [
      certifierWith('Ministère de l’exemple', { siret: `${MINISTRY}00022` }),
      certifierWith('École du numérique', { siret: `${SCHOOL}00011` }),
      certifierWith('École du numérique, Lyon', { siret: `${SCHOOL}00029` }),
      certifierWith('Sans SIRET'),
      certifierWith('Ancienne chambre', { siret: `${FORMER}00011`, state: 'Inactif' }),
    ],
  }),
];

const PORTFOLIO = `query ($siren: Siren!, $asOf: Date) { certifier(siren: $siren, asOf: $asOf) {
  summary {
    certifications cohorts cohortsWithoutCertified certified certifiedThroughVae vaeShare
    certifiedChange { previous }
    rate(indicator: GLOBAL_6_MONTHS) {
      value base coverage { ratio } statuses { status cohorts } change { from }
    }
  }
  certificationSummary {
    certifications active withCohorts withUsualCohorts withCompleteSixMonthRates completeShare
    replaced filingPassed
  }
  coCertifiers { certifier { siren name } certifications }
} }`;

const COHORTS = `query (
  $siren: Siren!, $asOf: Date, $filter: CohortFilter, $orderBy: [CohortOrder!]
  $first: Int, $after: String
) { certifier(siren: $siren, asOf: $asOf) {
  cohorts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { year certification { code } } pageInfo { endCursor hasNextPage }
  }
} }`;

interface Cohorts {
  readonly totalCount: number;
  readonly nodes: readonly { readonly year: number; readonly certification: { code: string } }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describeEachEngine('the portfolio of a certifying body on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  const portfolio = async (siren: string, asOf?: string) =>
    (await ask<{ certifier: object }>(database, PORTFOLIO, { siren, asOf })).certifier;

  test('sums up what it certifies now: not what it once did, nor what has no cohort', async () => {
    expect(await portfolio(SCHOOL)).toMatchObject({
      // RNCP900001 (3 cohorts), RNCP900002 (2) and RS900001 (1), not RNCP900003.
      summary: {
        ...{ certifications: 3, cohorts: 6, cohortsWithoutCertified: 1 },
        certified: 140, // 100 + 10 + 30
        certifiedThroughVae: 18, // 4 + 6 + 5, 0, 3
        vaeShare: 10, // (4 + 6 + 0 + 3) of (40 + 60 + 0 + 30)
        certifiedChange: null,
        rate: {
          ...{ value: 83.64, base: 110 }, // (8600 + 600) / 110
          coverage: { ratio: 78.57 }, // 110 / 140
          statuses: [
            { status: 'PUBLISHED', cohorts: 4 },
            { status: 'NO_HOLDER', cohorts: 1 },
            { status: 'NOT_APPLICABLE', cohorts: 1 },
          ],
          change: null,
        },
      },
    });
    expect(await portfolio(MINISTRY)).toMatchObject({
      summary: {
        ...{ certifications: 2, cohorts: 4, certified: 160 },
        rate: { value: 69.09, base: 110 }, // (600 + 7000) / 110
      },
    });
  });

  test('counts what it certifies now, with and without statistics', async () => {
    expect(await portfolio(SCHOOL)).toMatchObject({
      certificationSummary: {
        certifications: 4,
        active: 3, // all but RNCP900002
        withCohorts: 3,
        withUsualCohorts: 1, // RNCP900001 has three rates
        // RNCP900001 and RNCP900002, whose cohort of 2023 has no holder; 2 of 4.
        ...{ withCompleteSixMonthRates: 2, completeShare: 50 },
        replaced: 1, // RNCP900002
        filingPassed: 1, // RS900001: 2026-03-24
      },
    });
    expect(await portfolio(MINISTRY)).toMatchObject({
      certificationSummary: {
        ...{ certifications: 3, active: 2, withCohorts: 2, withUsualCohorts: 0 },
        // RNCP900002 alone: the cohort of 2024 of RNCP900003 is overdue. 1 of 3.
        ...{ withCompleteSixMonthRates: 1, completeShare: 33.33, replaced: 1 },
        filingPassed: 1, // RNCP900003: 2026-10-30
      },
    });
  });

  test('is seen on the as-of day', async () => {
    expect(await portfolio(MINISTRY, '2025-12-31')).toMatchObject({
      summary: {
        rate: { statuses: [{ cohorts: 2 }, { cohorts: 1 }, { status: 'IN_COLLECTION' }] },
      },
      // RNCP900003 is not late yet, and not to be renewed yet.
      certificationSummary: { withCompleteSixMonthRates: 2, completeShare: 66.67, filingPassed: 0 },
    });
    expect(await portfolio(SCHOOL, '2023-06-01')).toMatchObject({
      certificationSummary: { active: 4 },
    });
    // Two days in one document do not mix.
    const { a, b } = await ask<{ a: object; b: object }>(
      database,
      `{ a: certifier(siren: "${SCHOOL}", asOf: "2023-06-01") { certificationSummary { active } }
        b: certifier(siren: "${SCHOOL}", asOf: "2023-06-02") { certificationSummary { active } } }`,
    );
    expect([a, b]).toEqual([
      { certificationSummary: { active: 4 } },
      { certificationSummary: { active: 3 } },
    ]);
  });

  test('names who certifies with it now, with the certifications that they share', async () => {
    // RNCP900002 and RNCP900050; of RNCP900003 the school is a former one.
    expect(await portfolio(SCHOOL)).toMatchObject({
      coCertifiers: [
        { certifier: { siren: MINISTRY, name: 'Ministère de l’exemple' }, certifications: 2 },
      ],
    });
    expect(await portfolio(MINISTRY)).toMatchObject({
      coCertifiers: [{ certifier: { siren: SCHOOL }, certifications: 2 }],
    });
  });

  test('names so many of them as are asked for', async () => {
    const first = `query ($first: Int) {
      certifier(siren: "${SCHOOL}") { coCertifiers(first: $first) { certifications } } }`;
    expect(await ask(database, first, { first: 0 })).toEqual({ certifier: { coCertifiers: [] } });
    expect(await ask(database, first, { first: 1 })).toEqual({
      certifier: { coCertifiers: [{ certifications: 2 }] },
    });
    expect(await refusal(database, first, { first: -1 })).toEqual({
      name: 'BadUserInputError',
      message: 'first: -1 is not accepted: give a number of bodies, 0 or more',
    });
  });

  test('of a body that certifies nothing any more is empty', async () => {
    expect(await portfolio(FORMER)).toEqual({
      summary: {
        ...{ certifications: 0, cohorts: 0, cohortsWithoutCertified: 0 },
        ...{ certified: 0, certifiedThroughVae: 0, vaeShare: null, certifiedChange: null },
        rate: { value: null, base: 0, coverage: { ratio: null }, statuses: [], change: null },
      },
      certificationSummary: {
        ...{ certifications: 0, active: 0, withCohorts: 0, withUsualCohorts: 0 },
        ...{ withCompleteSixMonthRates: 0, completeShare: null, replaced: 0, filingPassed: 0 },
      },
      coCertifiers: [],
    });
    expect((await cohorts({ siren: FORMER })).totalCount).toBe(0);
  });

  test('is the same as the statistics of a filter by it', async () => {
    const fields = 'certifications cohorts certified vaeShare rates { value base median }';
    const { certifier, insertionStatistics } = await ask<{
      certifier: { summary: object };
      insertionStatistics: { total: object };
    }>(
      database,
      `{ certifier(siren: "${SCHOOL}") { summary { ${fields} } }
        insertionStatistics(filter: { certification: { certifiers: ["${SCHOOL}"] } }) {
          total { ${fields} }
        } }`,
    );
    expect(certifier.summary).toEqual(insertionStatistics.total);
  });

  async function cohorts(variables: Variables): Promise<Cohorts> {
    const answer = await ask<{ certifier: { cohorts: Cohorts } }>(database, COHORTS, variables);
    return answer.certifier.cohorts;
  }

  const names = ({ nodes }: Cohorts) =>
    nodes.map(({ year, certification }) => `${certification.code} ${year}`);

  const ALL = [
    ...['RNCP900001 2024', 'RNCP900001 2023', 'RNCP900001 2022', 'RNCP900002 2023'],
    ...['RNCP900002 2022', 'RS900001 2023'],
  ];

  test('lists its cohorts by certification, newest first, page by page', async () => {
    const all = await cohorts({ siren: SCHOOL });
    expect([names(all), all.totalCount]).toEqual([ALL, 6]);
    const first = await cohorts({ siren: SCHOOL, first: 4 });
    expect([names(first), first.pageInfo.hasNextPage]).toEqual([ALL.slice(0, 4), true]);
    const after = first.pageInfo.endCursor;
    const second = await cohorts({ siren: SCHOOL, first: 4, after });
    expect([names(second), second.pageInfo.hasNextPage]).toEqual([ALL.slice(4), false]);
    // Unknown numbers last.
    const orderBy = [{ field: 'CERTIFIED', direction: 'DESC' }];
    expect(names(await cohorts({ siren: SCHOOL, orderBy }))).toEqual([
      ...['RNCP900001 2023', 'RNCP900001 2022', 'RS900001 2023', 'RNCP900002 2022'],
      ...['RNCP900002 2023', 'RNCP900001 2024'],
    ]);
  });

  test('lists those that are overdue on the as-of day', async () => {
    const rateStatus = { indicator: 'GLOBAL_6_MONTHS', anyOf: ['OVERDUE'] };
    const overdue = async (asOf?: string) =>
      names(await cohorts({ siren: MINISTRY, filter: { rateStatus }, asOf }));
    expect(await overdue()).toEqual(['RNCP900003 2024']);
    expect(await overdue('2025-12-31')).toEqual([]);
    const filter = { certification: { levels: [6] }, year: { from: 2023 } };
    expect(names(await cohorts({ siren: MINISTRY, filter }))).toEqual(['RNCP900002 2023']);
  });

  test('refuses a filter of cohorts as the list of all cohorts does', async () => {
    const variables = { siren: SCHOOL, filter: { certification: { occupations: ['M1806'] } } };
    expect(await refusal(database, COHORTS, variables)).toEqual({
      name: 'BadUserInputError',
      message:
        'occupations: "M1806" is not a ROME code that the register has; some that it has: M1802, M1805, M1203',
    });
  });
});

import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { covers, statuses, valued } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import {
  CertifierPortfolioDocument,
  CoCertifiedDocument,
  PartnersByRoleDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { schoolA, schoolB } from './certifying-bodies.ts';
import { GLOBAL_6, none, TARGET_6, TARGET_24 } from './expected-groups.ts';

describeEachEngine('certifying bodies and comparisons on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  // The only one that School B certifies with another body.
  const owing = {
    year: 2024,
    certified: 8,
    certification: { code: 'RNCP130', title: 'Assistant de gestion' },
    // Due on 2025-12-31: 328 days before 2026-11-24 (304 up to the end of October, and 24).
    insertionRate: { status: 'OVERDUE', dueOn: '2025-12-31', daysLate: 328 },
  };

  test('19: all that School A certifies: counts, rates over all, each one, what is overdue', async () => {
    // RNCP100 (ended), RNCP101, RNCP130 and RS200.
    const { certifier } = await send(CertifierPortfolioDocument, { siren: SCHOOL_A });
    expect(certifier).toEqual({
      ...schoolA,
      certificationSummary: {
        certifications: 4,
        active: 3,
        withCohorts: 4,
        // RNCP100 has two global rates, RNCP101 three, RNCP130 one.
        withUsualCohorts: 2,
        // RNCP130 owes that of 2024; RS200 has none.
        withCompleteSixMonthRates: 2,
        replaced: 1,
        // 8 months before the end: 2026-09-10, 2026-04-15, 2026-05-31. RNCP100 is not active.
        filingPassed: 3,
      },
      summary: {
        // 2 + 3 + 2 + 2 cohorts, of 25 + 12, 10 + 20 + 20, 8 + 9, 80 + 100.
        cohorts: 9,
        certified: 284,
        // Published in 2023 and 2024 of RNCP101, in 2023 of RNCP130: 6 of 20 + 20 + 9.
        certifiedThroughVae: 6,
        vaeShare: 12.24,
        vaeShareBase: 49,
        rates: [
          {
            ...GLOBAL_6,
            // 2000 + 792, 600 + 1400 + 1000, 693: 6485 / 96.
            ...valued(67.55, [57.67, 76.08], 96, 'MODERATE'),
            // Of 75.46 (2792/37), 60 (3000/50) and 77: quartiles half way to the middle one.
            ...{ unweightedMean: 70.82, median: 75.46, lowerQuartile: 67.73, upperQuartile: 76.23 },
            coverage: covers([96, 284], [6, 9], 33.8),
            yearsWithRate: [2024, 2023, 2022, 2021],
            statuses: [
              { status: 'PUBLISHED', cohorts: 6 },
              { status: 'NOT_APPLICABLE', cohorts: 2 },
              { status: 'OVERDUE', cohorts: 1 },
            ],
          },
          {
            ...TARGET_6,
            // 500 + 1200 of 30, RNCP101 alone.
            ...valued(56.67, [39.2, 72.62], 30, 'LOW'),
            ...{ unweightedMean: 56.67, median: 56.67, lowerQuartile: 56.67, upperQuartile: 56.67 },
            coverage: covers([30, 284], [2, 9], 10.56),
            yearsWithRate: [2023, 2022],
            statuses: [
              { status: 'PUBLISHED', cohorts: 2 },
              { status: 'NOT_IN_SOURCE', cohorts: 5 },
              { status: 'NOT_APPLICABLE', cohorts: 2 },
            ],
          },
          {
            ...TARGET_24,
            // 550 + 1300 of 30.
            ...valued(61.67, [43.91, 76.78], 30, 'LOW'),
            ...{ unweightedMean: 61.67, median: 61.67, lowerQuartile: 61.67, upperQuartile: 61.67 },
            coverage: covers([30, 284], [2, 9], 10.56),
            yearsWithRate: [2023, 2022],
            // 2024 twice; RNCP100 twice; 2023 of RNCP130, due on 2026-06-30.
            statuses: [
              { status: 'PUBLISHED', cohorts: 2 },
              { status: 'NOT_APPLICABLE', cohorts: 2 },
              { status: 'NOT_YET_OBSERVABLE', cohorts: 2 },
              { status: 'CLOSED_BEFORE_DUE', cohorts: 2 },
              { status: 'OVERDUE_OPTIONAL', cohorts: 1 },
            ],
          },
        ],
      },
      certifications: {
        totalCount: 4,
        nodes: [
          {
            ...{ code: 'RNCP100', title: 'Développeur', level: 6, active: false },
            registrationEndsOn: '2022-05-10',
            renewal: { stage: 'ENDED', fileBy: '2021-09-10' },
            cohorts: [
              { year: 2022, certified: 12 },
              { year: 2021, certified: 25 },
            ],
            insertion: [
              {
                ...{ ...GLOBAL_6, ...valued(75.46, [59.65, 86.48], 37, 'MODERATE') },
                ...{ coverage: covers([37, 37], [2, 2], 100), ...statuses({ PUBLISHED: 2 }) },
                yearsWithRate: [2022, 2021],
              },
              { ...TARGET_6, ...none(37, 2, { NOT_IN_SOURCE: 2 }) },
              { ...TARGET_24, ...none(37, 2, { CLOSED_BEFORE_DUE: 2 }) },
            ],
          },
          {
            ...{ code: 'RNCP130', title: 'Assistant de gestion', level: 4, active: true },
            registrationEndsOn: '2026-12-15',
            renewal: { stage: 'LATE', fileBy: '2026-04-15' },
            cohorts: [
              { year: 2024, certified: 8 },
              { year: 2023, certified: 9 },
            ],
            insertion: [
              {
                ...{ ...GLOBAL_6, ...valued(77, [44.53, 93.32], 9, 'VERY_LOW') },
                // 9 of 17.
                coverage: covers([9, 17], [1, 2], 52.94),
                ...statuses({ PUBLISHED: 1, OVERDUE: 1 }),
                yearsWithRate: [2023],
              },
              { ...TARGET_6, ...none(17, 2, { NOT_IN_SOURCE: 2 }) },
              { ...TARGET_24, ...none(17, 2, { NOT_YET_OBSERVABLE: 1, OVERDUE_OPTIONAL: 1 }) },
            ],
          },
          {
            ...{ code: 'RS200', title: 'Sauveteur au travail', level: null, active: true },
            registrationEndsOn: '2027-01-31',
            renewal: { stage: 'LATE', fileBy: '2026-05-31' },
            cohorts: [
              { year: 2024, certified: 100 },
              { year: 2023, certified: 80 },
            ],
            insertion: [GLOBAL_6, TARGET_6, TARGET_24].map((indicator) => ({
              ...{ ...indicator, ...none(180, 2, { NOT_APPLICABLE: 2 }) },
            })),
          },
          {
            ...{ code: 'RNCP101', title: 'Concepteur de logiciels', level: 6, active: true },
            registrationEndsOn: '2027-05-10',
            renewal: { stage: 'LATE', fileBy: '2026-09-10' },
            cohorts: [
              { year: 2024, certified: 20 },
              { year: 2023, certified: 20 },
              { year: 2022, certified: 10 },
            ],
            insertion: [
              {
                ...{ ...GLOBAL_6, ...valued(60, [46.18, 72.39], 50, 'GOOD') },
                ...{ coverage: covers([50, 50], [3, 3], 100), ...statuses({ PUBLISHED: 3 }) },
                yearsWithRate: [2024, 2023, 2022],
              },
              {
                ...{ ...TARGET_6, ...valued(56.67, [39.2, 72.62], 30, 'MODERATE') },
                coverage: covers([30, 50], [2, 3], 60),
                ...statuses({ PUBLISHED: 2, NOT_IN_SOURCE: 1 }),
                yearsWithRate: [2023, 2022],
              },
              {
                ...{ ...TARGET_24, ...valued(61.67, [43.91, 76.78], 30, 'MODERATE') },
                coverage: covers([30, 50], [2, 3], 60),
                ...statuses({ PUBLISHED: 2, NOT_YET_OBSERVABLE: 1 }),
                yearsWithRate: [2023, 2022],
              },
            ],
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      overdue: {
        totalCount: 1,
        nodes: [owing],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      coCertifiers: [{ certifier: schoolB, certifications: 1 }],
    });
  });

  test('19: a body without cohorts, one cohort at a time, and a SIREN that no fiche has', async () => {
    const { certifier } = await send(CertifierPortfolioDocument, { siren: MINISTRY });
    expect(certifier).toMatchObject({
      certificationSummary: {
        ...{ certifications: 2, active: 2, withCohorts: 0, replaced: 1 },
        // RNCP120 ends on 2027-08-31: 8 months before, 2026-12-31, is to come.
        filingPassed: 0,
      },
      summary: { cohorts: 0, certified: 0, certifiedThroughVae: 0, vaeShare: null },
      overdue: { totalCount: 0 },
      coCertifiers: [],
    });
    // Over its newest cohort alone RNCP100 has the rate of 2022.
    const newest = await send(CertifierPortfolioDocument, {
      ...{ siren: SCHOOL_A, lastCohorts: 1, first: 1 },
      indicator: 'TARGET_OCCUPATION_2_YEARS',
    });
    expect(newest.certifier?.certifications).toMatchObject({
      totalCount: 4,
      nodes: [{ code: 'RNCP100', cohorts: [{ year: 2022 }], insertion: [{ value: 66 }, {}, {}] }],
      pageInfo: { hasNextPage: true },
    });
    // A rate at 2 years is never more than optionally overdue.
    expect(newest.certifier?.overdue.totalCount).toBe(0);
    expect(await send(CertifierPortfolioDocument, { siren: '999999999' })).toEqual({
      certifier: null,
    });
  });

  const coCertified = {
    code: 'RNCP130',
    title: 'Assistant de gestion',
    active: true,
    certifiers: [
      {
        ...{ ...schoolA, active: true },
        certifier: { coCertifiers: [{ certifier: schoolB, certifications: 1 }] },
      },
      {
        ...{ ...schoolB, active: true },
        certifier: { coCertifiers: [{ certifier: schoolA, certifications: 1 }] },
      },
    ],
  };

  test('21: what two bodies in force certify together', async () => {
    // The former body of RNCP101 does not count.
    const expected = {
      certifications: {
        totalCount: 1,
        nodes: [coCertified],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    };
    expect(await send(CoCertifiedDocument, {})).toEqual(expected);
    expect(await send(CoCertifiedDocument, { certifiers: [SCHOOL_B], active: true })).toEqual(
      expected,
    );
  });

  test('21: nothing with a body that certifies alone, and nothing once it has ended', async () => {
    const none = { certifications: { totalCount: 0, nodes: [] } };
    expect(await send(CoCertifiedDocument, { certifiers: [MINISTRY] })).toMatchObject(none);
    const ended = { active: true, asOf: '2026-12-16' };
    expect(await send(CoCertifiedDocument, ended)).toMatchObject(none);
  });

  const ofRncp101 = [
    { role: 'ASSESS', state: 'Actif', active: true, rows: 1, establishments: 1, legalUnits: 1 },
    // Two establishments of the legal unit 444444442.
    { role: 'TRAIN', state: 'Actif', active: true, rows: 2, establishments: 2, legalUnits: 1 },
    { role: 'TRAIN', state: 'Inactif', active: false, rows: 1, establishments: 1, legalUnits: 1 },
  ];

  test('22: partners by role and state, an establishment and a legal unit once', async () => {
    expect(await send(PartnersByRoleDocument, {})).toEqual({ partnerStatistics: ofRncp101 });
  });

  test('22: those of the certifications of one body alone', async () => {
    const ofBody = (siren: string) =>
      send(PartnersByRoleDocument, { filter: { certifiers: [siren] } });
    expect(await ofBody(SCHOOL_A)).toEqual({ partnerStatistics: ofRncp101 });
    expect(await ofBody(SCHOOL_B)).toEqual({ partnerStatistics: [] });
  });
});

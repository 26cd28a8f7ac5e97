import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  CertificationCardDocument,
  CertificationCohortsDocument,
  PooledRatesDocument,
  TargetRateChangeDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

const [GLOBAL, TARGET, TARGET_2] = [
  'GLOBAL_6_MONTHS',
  'TARGET_OCCUPATION_6_MONTHS',
  'TARGET_OCCUPATION_2_YEARS',
];

/** The questions about one certification: 1, 2, 8 and 14. */
describeEachEngine('one certification on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('1: the card says what it is, who certifies it, until when, and what it replaces', async () => {
    expect(await send(CertificationCardDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        register: 'RNCP',
        active: true,
        level: 6,
        registrationType: 'ON_REQUEST',
        validFrom: '2022-05-10', // the decision: there is no date of effect
        registrationEndsOn: '2027-05-10',
        certifiers: [
          { name: 'École A', siret: `${SCHOOL_A}00011`, active: true },
          { name: 'Ancienne école', siret: null, active: false },
        ],
        specialities: [{ code: '326t', label: 'Programmation, mise en place de logiciels' }],
        occupations: [{ code: 'M1805', label: 'Études et développement informatique' }],
        formacodes: [{ code: '31054', label: 'Informatique et systèmes d’information' }],
        accessRoutes: [
          { route: 'INITIAL_TRAINING', open: true },
          { route: 'VAE', open: true },
        ],
        blocks: [
          { code: 'RNCP101BC01', title: 'Concevoir' },
          { code: 'RNCP101BC02', title: 'Développer' },
        ],
        lineage: { replaces: [{ code: 'RNCP100', title: 'Développeur' }], replacedBy: [] },
      },
    });
  });

  test('1: what the fiche does not say is absent, and what another says of it is there', async () => {
    const { certification } = await send(CertificationCardDocument, { code: 'rncp 120' });
    expect(certification).toEqual({
      code: 'RNCP120',
      title: 'Comptabilité et gestion',
      register: 'RNCP',
      active: true,
      level: 5,
      registrationType: 'BY_LAW',
      validFrom: '2022-09-01',
      registrationEndsOn: '2027-08-31',
      certifiers: [{ name: 'Ministère', siret: `${MINISTRY}00033`, active: true }],
      specialities: [{ code: '314', label: 'Comptabilité, gestion' }],
      occupations: [{ code: 'M1203', label: 'Comptabilité' }],
      formacodes: [],
      accessRoutes: [{ route: 'VAE', open: true }],
      blocks: [],
      lineage: {
        replaces: [],
        replacedBy: [{ code: 'RNCP121', title: 'Comptabilité et gestion, rénové' }],
      },
    });
  });

  test.each([
    ['2027-05-10', true], // the last active day
    ['2027-05-11', false],
  ])('1: on %s the card says that it is active: %s', async (asOf, active) => {
    const { certification } = await send(CertificationCardDocument, { code: 'RNCP101', asOf });
    expect(certification?.active).toBe(active);
  });

  /** What every rate of the register stands on, and what is absent unless it is given. */
  const ANY_RATE = {
    daysLate: null,
    interval: null,
    basis: 'CERTIFIED_WEIGHTED',
    reliability: null,
    provenance: {
      source: 'FEED',
      datedOn: '2026-08-16',
      attribution: 'Source : France compétences (data.gouv.fr), export du 16/08/2026',
    },
  };
  const absent = { ...ANY_RATE, value: null };

  test('2: the cohorts come newest first, and each empty cell says why it is', async () => {
    const { certification } = await send(CertificationCohortsDocument, { code: 'RNCP101' });
    expect(certification).toEqual({
      code: 'RNCP101',
      title: 'Concepteur de logiciels',
      cohorts: [
        {
          year: 2024,
          certified: 20,
          certifiedThroughVae: 2,
          insertionRates: [
            {
              ...ANY_RATE,
              ...{ indicator: GLOBAL, value: 50, status: 'PUBLISHED', dueOn: '2025-12-31' },
              ...{ interval: { lower: 29.93, upper: 70.07 }, base: 20, reliability: 'MODERATE' },
            },
            // The export never carries it: when it would be due does not matter.
            {
              ...absent,
              ...{ indicator: TARGET, status: 'NOT_IN_SOURCE', dueOn: '2025-12-31', base: 20 },
            },
            // Observed on 2026-12-31 only.
            {
              ...absent,
              ...{ indicator: TARGET_2, status: 'NOT_YET_OBSERVABLE', dueOn: '2027-06-30' },
              base: 20,
            },
          ],
        },
        {
          year: 2023,
          certified: 20,
          certifiedThroughVae: 1,
          insertionRates: [
            {
              ...ANY_RATE,
              ...{ indicator: GLOBAL, value: 70, status: 'PUBLISHED', dueOn: '2024-12-31' },
              ...{ interval: { lower: 48.1, upper: 85.45 }, base: 20, reliability: 'MODERATE' },
            },
            {
              ...ANY_RATE,
              ...{ indicator: TARGET, value: 60, status: 'PUBLISHED', dueOn: '2024-12-31' },
              ...{ interval: { lower: 38.66, upper: 78.12 }, base: 20, reliability: 'MODERATE' },
            },
            {
              ...ANY_RATE,
              ...{ indicator: TARGET_2, value: 65, status: 'PUBLISHED', dueOn: '2026-06-30' },
              ...{ interval: { lower: 43.29, upper: 81.88 }, base: 20, reliability: 'MODERATE' },
            },
          ],
        },
        {
          year: 2022,
          certified: 10,
          certifiedThroughVae: null, // not published is not none
          insertionRates: [
            {
              ...ANY_RATE,
              ...{ indicator: GLOBAL, value: 60, status: 'PUBLISHED', dueOn: '2023-12-31' },
              ...{ interval: { lower: 31.27, upper: 83.18 }, base: 10, reliability: 'VERY_LOW' },
            },
            {
              ...ANY_RATE,
              ...{ indicator: TARGET, value: 50, status: 'PUBLISHED', dueOn: '2023-12-31' },
              ...{ interval: { lower: 23.66, upper: 76.34 }, base: 10, reliability: 'VERY_LOW' },
            },
            {
              ...ANY_RATE,
              ...{ indicator: TARGET_2, value: 55, status: 'PUBLISHED', dueOn: '2025-06-30' },
              ...{ interval: { lower: 27.37, upper: 79.86 }, base: 10, reliability: 'VERY_LOW' },
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['2026-12-30', 'NOT_YET_OBSERVABLE'],
    ['2026-12-31', 'IN_COLLECTION'],
    ['2027-06-30', 'IN_COLLECTION'],
    // The registration ended on 2027-05-10, before the rate was due: nobody owes it.
    ['2027-07-01', 'CLOSED_BEFORE_DUE'],
  ])('2: on %s the rate of 2024 at two years is %s', async (asOf, status) => {
    const { certification } = await send(CertificationCohortsDocument, { code: 'RNCP101', asOf });
    expect(certification?.cohorts[0]?.insertionRates[2]).toMatchObject({ status, daysLate: null });
  });

  test('2: a rate that is late says since when; nothing is expected on the RS', async () => {
    const late = await send(CertificationCohortsDocument, { code: 'RNCP130' });
    expect(late.certification?.cohorts[0]?.insertionRates).toEqual([
      {
        ...absent,
        // From 2025-12-31 to 2026-11-24: a year of 365 days without the last 37.
        ...{ indicator: GLOBAL, status: 'OVERDUE', dueOn: '2025-12-31', daysLate: 328, base: 8 },
      },
      {
        ...absent,
        ...{ indicator: TARGET, status: 'NOT_IN_SOURCE', dueOn: '2025-12-31', base: 8 },
      },
      {
        ...absent,
        ...{ indicator: TARGET_2, status: 'NOT_YET_OBSERVABLE', dueOn: '2027-06-30', base: 8 },
      },
    ]);
    const { certification } = await send(CertificationCohortsDocument, { code: 'RS201' });
    expect(certification?.cohorts).toEqual([
      {
        year: 2024,
        certified: 7,
        certifiedThroughVae: null,
        insertionRates: [GLOBAL, TARGET, TARGET_2].map((indicator) => ({
          ...absent,
          ...{ indicator, status: 'NOT_APPLICABLE', dueOn: null, base: 7 },
        })),
      },
    ]);
  });

  test('8: three cohorts pooled by their certified, with what each rate speaks of', async () => {
    const years = [2024, 2023, 2022];
    const covered = { certified: 50, cohorts: 3, cohortsWithoutCertified: 0 };
    expect(await send(PooledRatesDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        insertion: [
          {
            indicator: GLOBAL,
            value: 60, // (20·50 + 20·70 + 10·60) / 50 = 3000 / 50
            interval: { lower: 46.18, upper: 72.39 },
            basis: 'CERTIFIED_WEIGHTED',
            base: 50,
            reliability: 'GOOD',
            coverage: { ...covered, certifiedWithRate: 50, cohortsWithRate: 3, ratio: 100 },
            statuses: [{ status: 'PUBLISHED', cohorts: 3 }],
            ...{ years, yearsWithRate: years },
            unweightedMean: 60, // (50 + 70 + 60) / 3
          },
          {
            indicator: TARGET,
            value: 56.67, // (20·60 + 10·50) / 30 = 1700 / 30
            interval: { lower: 39.2, upper: 72.62 },
            basis: 'CERTIFIED_WEIGHTED',
            base: 30,
            reliability: 'MODERATE',
            coverage: { ...covered, certifiedWithRate: 30, cohortsWithRate: 2, ratio: 60 },
            statuses: [
              { status: 'PUBLISHED', cohorts: 2 },
              { status: 'NOT_IN_SOURCE', cohorts: 1 },
            ],
            ...{ years, yearsWithRate: [2023, 2022] },
            unweightedMean: 55, // (60 + 50) / 2
          },
          {
            indicator: TARGET_2,
            value: 61.67, // (20·65 + 10·55) / 30 = 1850 / 30
            interval: { lower: 43.91, upper: 76.78 },
            basis: 'CERTIFIED_WEIGHTED',
            base: 30,
            reliability: 'MODERATE',
            coverage: { ...covered, certifiedWithRate: 30, cohortsWithRate: 2, ratio: 60 },
            statuses: [
              { status: 'PUBLISHED', cohorts: 2 },
              { status: 'NOT_YET_OBSERVABLE', cohorts: 1 },
            ],
            ...{ years, yearsWithRate: [2023, 2022] },
            unweightedMean: 60, // (65 + 55) / 2
          },
        ],
      },
    });
  });

  test.each([
    // The newest cohort alone has its global rate and no other.
    ['RNCP101', 1, [50, null, null], ['20/20', '0/20', '0/20'], [2024]],
    // (8 of 17 without a rate) the older one of 9 stands alone.
    ['RNCP130', 2, [77, null, null], ['9/17', '0/17', '0/17'], [2024, 2023]],
    ['RS200', 3, [null, null, null], ['0/180', '0/180', '0/180'], [2024, 2023]],
    ['RNCP120', 3, [null, null, null], ['0/0', '0/0', '0/0'], []],
  ])(
    '8: %s over its last cohorts, %i at most',
    async (code, lastCohorts, values, covered, years) => {
      const { certification } = await send(PooledRatesDocument, { code, lastCohorts });
      const rates = certification?.insertion ?? [];
      expect(rates.map(({ value }) => value)).toEqual(values);
      expect(
        rates.map(({ coverage }) => `${coverage.certifiedWithRate}/${coverage.certified}`),
      ).toEqual(covered);
      for (const rate of rates) {
        expect(rate.years).toEqual(years);
        if (rate.value !== null) continue;
        const nothing = { interval: null, base: 0, reliability: null, unweightedMean: null };
        expect(rate).toMatchObject(nothing);
      }
    },
  );

  const published = (
    value: number,
    base: number,
    [lower, upper]: readonly [number, number],
    reliability: string,
  ) => ({
    ...{ value, status: 'PUBLISHED', interval: { lower, upper } },
    ...{ basis: 'CERTIFIED_WEIGHTED', base, reliability },
  });
  const missing = (status: string, base: number) => ({
    ...{ value: null, status, interval: null },
    ...{ basis: 'CERTIFIED_WEIGHTED', base, reliability: null },
  });

  test('14: from six months to two years no cohort of a small one changes beyond chance', async () => {
    const change = { level: 0.95, verdict: 'NOT_SIGNIFICANT' };
    expect(await send(TargetRateChangeDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        cohorts: [
          {
            year: 2024,
            certified: 20,
            sixMonths: missing('NOT_IN_SOURCE', 20),
            twoYears: missing('NOT_YET_OBSERVABLE', 20),
            targetRateChange: null,
          },
          {
            year: 2023,
            certified: 20,
            sixMonths: published(60, 20, [38.66, 78.12], 'MODERATE'),
            twoYears: published(65, 20, [43.29, 81.88], 'MODERATE'),
            // 5 − √((65 − 43.29)² + (78.12 − 60)²), 5 + √((81.88 − 65)² + (60 − 38.66)²)
            targetRateChange: {
              ...change,
              ...{ fromBase: 20, toBase: 20 },
              ...{ from: 60, to: 65, difference: 5, lower: -23.28, upper: 32.21 },
            },
          },
          {
            year: 2022,
            certified: 10,
            sixMonths: published(50, 10, [23.66, 76.34], 'VERY_LOW'),
            twoYears: published(55, 10, [27.37, 79.86], 'VERY_LOW'),
            targetRateChange: {
              ...change,
              ...{ fromBase: 10, toBase: 10 },
              ...{ from: 50, to: 55, difference: 5, lower: -33.18, upper: 41.22 },
            },
          },
        ],
      },
    });
  });

  test.each([
    [0.95, 6.39, 39.8, 'RISE'],
    [0.999, -5.55, 48.88, 'NOT_SIGNIFICANT'],
  ])('14: at a level of %d a rise from 60 to 84 of 50 is in [%d, %d]: %s', async (...expected) => {
    const [level, lower, upper, verdict] = expected;
    const { certification } = await send(TargetRateChangeDocument, { code: 'RNCP140', level });
    expect(certification?.cohorts.map(({ year }) => year)).toEqual([2019, 2018]);
    expect(certification?.cohorts[0]?.targetRateChange).toEqual({
      ...{ fromBase: 50, toBase: 50 },
      ...{ from: 60, to: 84, difference: 24, lower, upper, level, verdict },
    });
  });
});

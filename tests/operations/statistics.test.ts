import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { covers, statuses, valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import {
  CertifiedGrowthDocument,
  type CohortDimension,
  FilterPanelDocument,
  InsertionByDimensionsDocument,
  RateDistributionsDocument,
  RegistrationDurationsDocument,
  SmallRsCohortsDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

const GLOBAL_6 = { indicator: 'GLOBAL_6_MONTHS' };
const TARGET_6 = { indicator: 'TARGET_OCCUPATION_6_MONTHS' };
const TARGET_24 = { indicator: 'TARGET_OCCUPATION_2_YEARS' };

const schoolA = { siren: SCHOOL_A, name: 'École A' };
const schoolB = { siren: SCHOOL_B, name: 'École B' };

type Rate = ReturnType<typeof valued> | ReturnType<typeof valueless>;

/** A rate of a group in which one certification publishes it, or none: all quartiles are alike. */
function ofOne(rate: Rate) {
  const { value } = rate;
  const certificationsWithRate = value === null ? 0 : 1;
  return {
    ...{ ...rate, certificationsWithRate },
    ...{ median: value, lowerQuartile: value, upperQuartile: value },
  };
}

const NONE = ofOne(valueless(0));

describeEachEngine('statistics on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('17: certified per year and level, and their growth', async () => {
    const group = (
      [year, level]: readonly [number, number | null],
      [certifications, certified]: readonly [number, number],
      certifiedChange: object | null = null,
    ) => ({
      key: {
        ...{ year, level, register: null, speciality: null, certifier: null },
        label: `${year} · ${level === null ? 'Niveau non renseigné' : `Niveau ${level}`}`,
      },
      // No certification has two cohorts of one year.
      summary: {
        ...{ certifications, cohorts: certifications, cohortsWithoutCertified: 0, certified },
        certifiedChange,
      },
    });
    expect(await send(CertifiedGrowthDocument, {})).toEqual({
      insertionStatistics: {
        overlapping: false,
        groupCount: 12,
        // All but RNCP120 and RNCP121. 574 in the RNCP, 187 in the RS.
        total: { certifications: 13, cohorts: 20, certified: 761 },
        groups: [
          group([2018, null], [1, 40]),
          // 100 · 10 / 40.
          group([2019, null], [1, 50], { previous: 40, difference: 10, growth: 25 }),
          // No year 2020 to compare with.
          group([2021, 6], [1, 25]),
          // 12 of RNCP100 and 10 of RNCP101; 100 · −3 / 25.
          group([2022, 6], [2, 22], { previous: 25, difference: -3, growth: -12 }),
          group([2023, 4], [1, 9]),
          // 20, and six times 30; 100 · 178 / 22.
          group([2023, 6], [7, 200], { previous: 22, difference: 178, growth: 809.09 }),
          group([2023, 7], [1, 100]),
          // RS200: certifications of the RS have no level.
          group([2023, null], [1, 80]),
          // 100 · −1 / 9.
          group([2024, 4], [1, 8], { previous: 9, difference: -1, growth: -11.11 }),
          group([2024, 6], [1, 20], { previous: 200, difference: -180, growth: -90 }),
          group([2024, 7], [1, 100], { previous: 100, difference: 0, growth: 0 }),
          // 100 and 7; 100 · 27 / 80.
          group([2024, null], [2, 107], { previous: 80, difference: 27, growth: 33.75 }),
        ],
      },
    });
  });

  test('17: by register, and by certifying body from a year on', async () => {
    const byRegister = await send(CertifiedGrowthDocument, { groupBy: ['YEAR', 'REGISTER'] });
    const rows = byRegister.insertionStatistics.groups.map(({ key, summary }) => [
      ...[key.year, key.register, summary.certified, summary.certifiedChange?.growth ?? null],
    ]);
    expect(rows).toEqual([
      [2018, 'RNCP', 40, null],
      [2019, 'RNCP', 50, 25],
      [2021, 'RNCP', 25, null],
      [2022, 'RNCP', 22, -12],
      // 9 + 200 + 100: 287 more than 22. Then 8 + 20 + 100: 181 less than 309.
      [2023, 'RNCP', 309, 1304.55],
      [2023, 'RS', 80, null],
      [2024, 'RNCP', 128, -58.58],
      [2024, 'RS', 107, 33.75],
    ]);
    const group = (
      [year, certifier]: readonly [number, typeof schoolA],
      [certifications, certified]: readonly [number, number],
      certifiedChange: object | null,
    ) => ({
      key: {
        ...{ year, certifier, register: null, level: null, speciality: null },
        label: `${year} · ${certifier.name}`,
      },
      summary: {
        ...{ certifications, cohorts: certifications, cohortsWithoutCertified: 0, certified },
        certifiedChange,
      },
    });
    const bodies = { certifiers: [SCHOOL_A, SCHOOL_B] };
    const byBody = await send(CertifiedGrowthDocument, {
      groupBy: ['YEAR', 'CERTIFIER'],
      filter: { year: { from: 2023 }, certification: bodies },
    });
    expect(byBody.insertionStatistics).toEqual({
      // Cohorts of RNCP130 are in the groups of both bodies, and once in the total: 641 and 624.
      overlapping: true,
      groupCount: 4,
      total: { certifications: 11, cohorts: 15, certified: 624 },
      groups: [
        // RNCP101, RNCP130, RS200: 20 + 9 + 80.
        group([2023, schoolA], [3, 109], null),
        // Six times 30, RNCP130, RNCP160: 180 + 9 + 100.
        group([2023, schoolB], [8, 289], null),
        // 20 + 8 + 100; 100 · 19 / 109.
        group([2024, schoolA], [3, 128], { previous: 109, difference: 19, growth: 17.43 }),
        // RNCP130, RNCP160, RS201: 8 + 100 + 7; 100 · −174 / 289.
        group([2024, schoolB], [3, 115], { previous: 289, difference: -174, growth: -60.21 }),
      ],
    });
  });

  const small = {
    ...{ year: 2024, certified: 7 },
    certification: {
      ...{ code: 'RS201', title: 'Langue régionale', active: false },
      certifiers: [{ ...schoolB, active: true }],
    },
  };

  test('18: the certified of the RS per year, and its cohorts of fewer than ten', async () => {
    expect(await send(SmallRsCohortsDocument, {})).toEqual({
      byYear: {
        groups: [
          { key: { year: 2023 }, summary: { certifications: 1, cohorts: 1, certified: 80 } },
          { key: { year: 2024 }, summary: { certifications: 2, cohorts: 2, certified: 107 } },
        ],
      },
      // RNCP130 has cohorts of 8 and of 9, but is not of the RS.
      cohorts: {
        totalCount: 1,
        nodes: [small],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  test('18: of active certifications alone, and up to another number', async () => {
    const active = await send(SmallRsCohortsDocument, { active: true });
    expect(active.byYear.groups.at(-1)?.summary.certified).toBe(100);
    expect(active.cohorts).toMatchObject({ totalCount: 0, nodes: [] });
    const { cohorts } = await send(SmallRsCohortsDocument, { atMost: 80 });
    expect(cohorts.nodes.map(({ certified }) => certified)).toEqual([7, 80]);
  });

  test('25: median and quartiles of each rate, over certifications, by level and domain', async () => {
    const group = (
      key: object,
      [certifications, cohorts]: readonly [number, number],
      [global, target6, target24]: readonly [object, object, object],
    ) => ({
      key,
      summary: {
        ...{ certifications, cohorts },
        rates: [
          { ...GLOBAL_6, ...global },
          { ...TARGET_6, ...target6 },
          { ...TARGET_24, ...target24 },
        ],
      },
    });
    const coverage = ([cohortsWithRate, cohorts]: readonly [number, number], ratio: number) => ({
      coverage: { cohorts, cohortsWithRate, ratio },
    });
    const onRs = (cohorts: number) => {
      const rate = {
        ...NONE,
        ...coverage([0, cohorts], 0),
        ...statuses({ NOT_APPLICABLE: cohorts }),
      };
      return [rate, rate, rate] as const;
    };
    // RNCP130: 77 of 9, and a cohort of 8 that owes its rate; 9 of 17 heads.
    const rncp130 = [
      {
        ...ofOne(valued(77, [44.53, 93.32], 9, 'VERY_LOW')),
        ...{ ...coverage([1, 2], 52.94), ...statuses({ PUBLISHED: 1, OVERDUE: 1 }) },
      },
      { ...NONE, ...coverage([0, 2], 0), ...statuses({ NOT_IN_SOURCE: 2 }) },
      {
        ...{ ...NONE, ...coverage([0, 2], 0) },
        ...statuses({ NOT_YET_OBSERVABLE: 1, OVERDUE_OPTIONAL: 1 }),
      },
    ] as const;
    // RNCP100, RNCP101 and its peers are all of level 6, NSF 326 and M1805.
    const developers = [
      {
        // (2792 + 3000 + 30 · 495) / 267, and the quartiles of 60, 70, 75, 75.46, 80, 85, 90, 95:
        // 70 + 0.75 · 5; (75.46 + 80) / 2; 85 + 0.25 · 5.
        ...valued(77.31, [71.92, 81.93], 267, 'GOOD'),
        ...{ certificationsWithRate: 8, lowerQuartile: 73.75, median: 77.73, upperQuartile: 86.25 },
        ...{ ...coverage([11, 11], 100), ...statuses({ PUBLISHED: 11 }) },
      },
      {
        // (500 + 1200) / 30; 30 of 267 heads.
        ...ofOne(valued(56.67, [39.2, 72.62], 30, 'MODERATE')),
        ...{ ...coverage([2, 11], 11.24), ...statuses({ PUBLISHED: 2, NOT_IN_SOURCE: 9 }) },
      },
      {
        // (550 + 1300) / 30. RNCP101 in 2024; RNCP100 twice; six times 2023, due on 2026-06-30.
        ...{ ...ofOne(valued(61.67, [43.91, 76.78], 30, 'MODERATE')), ...coverage([2, 11], 11.24) },
        ...statuses({
          ...{ PUBLISHED: 2, NOT_YET_OBSERVABLE: 1, CLOSED_BEFORE_DUE: 2, OVERDUE_OPTIONAL: 6 },
        }),
      },
    ] as const;
    // RNCP140: (40 · 88 + 50 · 90) / 90, (3200 + 3000) / 90, (3400 + 4200) / 90.
    const rncp140 = [
      ofOne(valued(89.11, [81.01, 94.01], 90, 'GOOD')),
      ofOne(valued(68.89, [58.72, 77.51], 90, 'GOOD')),
      ofOne(valued(84.44, [75.57, 90.5], 90, 'GOOD')),
    ] as const;
    // Both of the RS have no level either: 90 of 277 heads.
    const withRs = {
      ...{ ...coverage([2, 5], 32.49), ...statuses({ PUBLISHED: 2, NOT_APPLICABLE: 3 }) },
    };
    // RNCP130, RNCP140 and RNCP160 are of NSF 31 and M1302.
    const managers = [
      {
        // (693 + 8020 + 16500) / 299, and the quartiles of 77, 82.5 and 89.11; 299 of 307 heads.
        ...valued(84.32, [79.77, 88.01], 299, 'GOOD'),
        ...{ certificationsWithRate: 3, lowerQuartile: 79.75, median: 82.5, upperQuartile: 85.81 },
        ...{ ...coverage([5, 6], 97.39), ...statuses({ PUBLISHED: 5, OVERDUE: 1 }) },
      },
      {
        ...{ ...rncp140[1], ...coverage([2, 6], 29.32) },
        ...statuses({ PUBLISHED: 2, NOT_IN_SOURCE: 4 }),
      },
      {
        ...{ ...rncp140[2], ...coverage([2, 6], 29.32) },
        ...statuses({ PUBLISHED: 2, NOT_YET_OBSERVABLE: 2, OVERDUE_OPTIONAL: 2 }),
      },
    ] as const;

    const byLevel = (level: number | null) => ({
      ...{ level, label: level === null ? 'Niveau non renseigné' : `Niveau ${level}` },
      unknown: level === null ? ['LEVEL'] : [],
    });
    const bySubdomain = (code: string, label: string) => ({
      ...{ specialitySubdomain: { code, label }, label: `${code} ${label}`, unknown: [] },
    });
    const byDomain = (code: string, label: string) => ({
      ...{ occupationDomain: { code, label }, label: `${code} ${label}`, unknown: [] },
    });
    expect(await send(RateDistributionsDocument, {})).toEqual({
      byLevel: {
        overlapping: false,
        groups: [
          group(byLevel(4), [1, 2], rncp130),
          group(byLevel(6), [8, 11], developers),
          group(
            byLevel(7),
            [1, 2],
            [
              {
                // RNCP160: (9500 + 7000) / 200.
                ...ofOne(valued(82.5, [76.64, 87.14], 200, 'GOOD')),
                ...{ ...coverage([2, 2], 100), ...statuses({ PUBLISHED: 2 }) },
              },
              { ...NONE, ...coverage([0, 2], 0), ...statuses({ NOT_IN_SOURCE: 2 }) },
              {
                ...{ ...NONE, ...coverage([0, 2], 0) },
                ...statuses({ NOT_YET_OBSERVABLE: 1, OVERDUE_OPTIONAL: 1 }),
              },
            ],
          ),
          group(
            byLevel(null),
            [3, 5],
            [
              { ...rncp140[0], ...withRs },
              { ...rncp140[1], ...withRs },
              { ...rncp140[2], ...withRs },
            ],
          ),
        ],
      },
      bySpecialitySubdomain: {
        overlapping: true,
        groups: [
          group(bySubdomain('13', 'Lettres et arts'), [1, 1], onRs(1)),
          group(bySubdomain('31', 'Échanges et gestion'), [3, 6], managers),
          group(bySubdomain('32', 'Communication et information'), [8, 11], developers),
          group(bySubdomain('34', 'Services à la collectivité'), [1, 2], onRs(2)),
        ],
      },
      byOccupationDomain: {
        overlapping: true,
        groups: [
          // RNCP130 is in both: M1203 and M1302.
          group(byDomain('M12', 'Comptabilité et gestion'), [1, 2], rncp130),
          group(byDomain('M13', 'Direction d’entreprise'), [3, 6], managers),
          group(
            byDomain('M18', 'Systèmes d’information et de télécommunication'),
            ...([[8, 11], developers] as const),
          ),
          group(
            { occupationDomain: null, label: 'Sans code ROME', unknown: ['OCCUPATION_DOMAIN'] },
            ...([[2, 3], onRs(3)] as const),
          ),
        ],
      },
    });
  });

  test('25: of one year and one register', async () => {
    const filter = { year: { from: 2023, to: 2023 }, certification: { register: 'RNCP' } } as const;
    const { byLevel, byOccupationDomain } = await send(RateDistributionsDocument, { filter });
    const rows = [...byLevel.groups, ...byOccupationDomain.groups].map(({ key, summary }) => {
      const [global] = summary.rates;
      return [
        ...[key.label.slice(0, 8), summary.certifications, global?.value],
        ...[global?.lowerQuartile, global?.median, global?.upperQuartile],
      ];
    });
    expect(rows).toEqual([
      ['Niveau 4', 1, 77, 77, 77, 77],
      // 70 of RNCP101, and its peers: 70, 75 … 95. (1400 + 30 · 495) / 200.
      ['Niveau 6', 7, 81.25, 72.5, 80, 87.5],
      ['Niveau 7', 1, 95, 95, 95, 95],
      ['M12 Comp', 1, 77, 77, 77, 77],
      // 77 of 9 and 95 of 100: 10193 / 109.
      ['M13 Dire', 2, 93.51, 81.5, 86, 90.5],
      ['M18 Syst', 7, 81.25, 72.5, 80, 87.5],
    ]);
  });

  test('31: the years that were granted, by level and registration type', async () => {
    const group = (
      [level, registrationType, registrationYears]: readonly [number | null, string, number | null],
      [certifications, active]: readonly [number, number],
    ) => {
      const labels = [
        level === null ? 'Niveau non renseigné' : `Niveau ${level}`,
        registrationType === 'BY_LAW' ? 'Enregistrement de droit' : 'Enregistrement sur demande',
        registrationYears === null ? 'Durée non renseignée' : `${registrationYears} ans`,
      ];
      return {
        key: { level, registrationType, registrationYears, label: labels.join(' · ') },
        summary: { certifications, active },
      };
    };
    expect(await send(RegistrationDurationsDocument, {})).toEqual({
      certificationStatistics: {
        total: { certifications: 15, active: 13 },
        groups: [
          group([4, 'ON_REQUEST', 3], [1, 1]),
          group([5, 'BY_LAW', null], [2, 2]),
          // RNCP100, which has ended.
          group([6, 'ON_REQUEST', 3], [1, 0]),
          group([6, 'ON_REQUEST', 5], [7, 7]),
          group([7, 'ON_REQUEST', 3], [1, 1]),
          // RNCP140, then RS200 and RS201.
          group([null, 'ON_REQUEST', 5], [1, 1]),
          group([null, 'ON_REQUEST', null], [2, 1]),
        ],
      },
    });
    const ofSchoolA = await send(RegistrationDurationsDocument, {
      filter: { register: 'RNCP', certifiers: [SCHOOL_A], active: true },
    });
    expect(ofSchoolA).toEqual({
      certificationStatistics: {
        total: { certifications: 2, active: 2 },
        groups: [group([4, 'ON_REQUEST', 3], [1, 1]), group([6, 'ON_REQUEST', 5], [1, 1])],
      },
    });
  });

  /** A key of the long form of question 33: what groups are not by is absent. */
  const keyOf = (parts: object) => ({
    ...{ year: null, register: null, level: null, registrationType: null, abbreviation: null },
    ...{ active: null, accessRoute: null, certification: null, certifier: null },
    ...{ specialityDomain: null, specialitySubdomain: null, speciality: null },
    ...{ occupationDomain: null, occupation: null, formacode: null, unknown: [] },
    ...parts,
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
        ...{ coverage: covers([566, 761], [16, 20], 74.38), change: null },
        ...statuses({ PUBLISHED: 16, NOT_APPLICABLE: 3, OVERDUE: 1 }),
      },
      {
        // (1700 + 6200) / 120, of 56.67 and 68.89.
        ...valued(65.83, [56.97, 73.71], 120, 'GOOD'),
        ...{
          certificationsWithRate: 2,
          unweightedMean: 62.78,
          lowerQuartile: 59.72,
          median: 62.78,
          upperQuartile: 65.83,
        },
        ...{ coverage: covers([120, 761], [4, 20], 15.77), change: null },
        ...statuses({ PUBLISHED: 4, NOT_IN_SOURCE: 13, NOT_APPLICABLE: 3 }),
      },
      {
        // (1850 + 7600) / 120, of 61.67 and 84.44.
        ...valued(78.75, [70.6, 85.12], 120, 'GOOD'),
        ...{
          certificationsWithRate: 2,
          unweightedMean: 73.06,
          lowerQuartile: 67.36,
          median: 73.06,
          upperQuartile: 78.75,
        },
        ...{ coverage: covers([120, 761], [4, 20], 15.77), change: null },
        // 2024 of the RNCP: 3; RNCP100: 2; 2023 but RNCP101: 8.
        ...statuses({
          ...{ PUBLISHED: 4, NOT_APPLICABLE: 3, NOT_YET_OBSERVABLE: 3, CLOSED_BEFORE_DUE: 2 },
          OVERDUE_OPTIONAL: 8,
        }),
      },
    ]),
  };

  test('33: all measures by year and level: the total, and what became of three groups', async () => {
    const { insertionStatistics } = await send(InsertionByDimensionsDocument, {});
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
            change: {
              ...from(63.27, 22),
              difference: 17.98,
              lower: 0.22,
              upper: 39.19,
              verdict: 'RISE',
            },
          },
          {
            ...single(valued(60, [38.66, 78.12], 20, 'MODERATE')),
            ...{ coverage: covers([20, 200], [1, 7], 10) },
            ...statuses({ PUBLISHED: 1, NOT_IN_SOURCE: 6 }),
            change: {
              ...from(50, 10),
              difference: 10,
              lower: -23.9,
              upper: 41.97,
              verdict: 'NOT_SIGNIFICANT',
            },
          },
          {
            ...single(valued(65, [43.29, 81.88], 20, 'MODERATE')),
            ...{ coverage: covers([20, 200], [1, 7], 10) },
            ...statuses({ PUBLISHED: 1, OVERDUE_OPTIONAL: 6 }),
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
    const none = { ...single(valueless(0)), coverage: covers([0, 100], [0, 1], 0), change: null };
    expect(groupOf(2024, 7)).toEqual({
      key: keyOf({ year: 2024, level: 7, label: '2024 · Niveau 7' }),
      summary: {
        ...{ ...one, certified: 100, ...noVae },
        ...rates([
          {
            ...single(valued(70, [60.42, 78.11], 100, 'GOOD')),
            ...{ coverage: covers([100, 100], [1, 1], 100), ...statuses({ PUBLISHED: 1 }) },
            // 95 is between 88.82 and 97.85: −25 − √(9.58² + 2.85²), −25 + √(8.11² + 6.18²).
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

  const DIMENSIONS: readonly (readonly [CohortDimension, readonly object[]])[] = [
    ['YEAR', [2022, 2023, 2024].map((year) => ({ year, label: String(year) }))],
    ['REGISTER', [{ register: 'RNCP', label: 'RNCP' }]],
    ['LEVEL', [{ level: 6, label: 'Niveau 6' }]],
    [
      'REGISTRATION_TYPE',
      [{ registrationType: 'ON_REQUEST', label: 'Enregistrement sur demande' }],
    ],
    ['ABBREVIATION', [{ abbreviation: 'TP', label: 'TP Titre professionnel' }]],
    ['ACTIVE', [{ active: true, label: 'Active' }]],
    [
      'CERTIFICATION',
      [
        {
          certification: { code: 'RNCP101', title: 'Concepteur de logiciels' },
          label: 'RNCP101 Concepteur de logiciels',
        },
      ],
    ],
    [
      'SPECIALITY_DOMAIN',
      [
        {
          specialityDomain: { code: '3', label: 'Domaines technico-professionnels des services' },
          label: '3 Domaines technico-professionnels des services',
        },
      ],
    ],
    [
      'SPECIALITY_SUBDOMAIN',
      [
        {
          specialitySubdomain: { code: '32', label: 'Communication et information' },
          label: '32 Communication et information',
        },
      ],
    ],
    // Fiches carry 326n and 326t; none carries the group itself, with its label.
    ['SPECIALITY', [{ speciality: { code: '326', label: null }, label: '326' }]],
    [
      'OCCUPATION_DOMAIN',
      [
        {
          occupationDomain: {
            code: 'M18',
            label: 'Systèmes d’information et de télécommunication',
          },
          label: 'M18 Systèmes d’information et de télécommunication',
        },
      ],
    ],
    [
      'OCCUPATION',
      [
        {
          occupation: { code: 'M1805', label: 'Études et développement informatique' },
          label: 'M1805 Études et développement informatique',
        },
      ],
    ],
    [
      'FORMACODE',
      [
        {
          formacode: { code: '31054', label: 'Informatique et systèmes d’information' },
          label: '31054 Informatique et systèmes d’information',
        },
      ],
    ],
    ['CERTIFIER', [{ certifier: schoolA, label: 'École A' }]],
    [
      'ACCESS_ROUTE',
      [
        { accessRoute: 'INITIAL_TRAINING', label: 'Formation initiale' },
        { accessRoute: 'VAE', label: 'VAE' },
      ],
    ],
  ];

  test.each(DIMENSIONS)('33: by %s, of RNCP101', async (dimension, keys) => {
    const { insertionStatistics } = await send(InsertionByDimensionsDocument, {
      groupBy: [dimension],
      filter: { certification: { codes: ['RNCP101'] } },
    });
    expect(insertionStatistics.groups.map(({ key }) => key)).toEqual(keys.map(keyOf));
    expect(insertionStatistics.total.certified).toBe(50);
  });

  test('beside the questions: every dimension with its values, the most frequent first', async () => {
    const { certificationFacets } = await send(FilterPanelDocument, {});
    const facets = certificationFacets.map(({ dimension, overlapping, valueCount, values }) => {
      expect(values).toHaveLength(valueCount);
      return [
        ...[dimension, overlapping],
        values.map(({ key: { label, ...key }, certifications }) => {
          const given = Object.values(key).filter((value) => value !== null);
          return [...given, label, certifications];
        }),
      ];
    });
    const code = (of: string) => ({ code: of });
    expect(facets).toEqual([
      [
        ...['REGISTER', false],
        [
          ['RNCP', 'RNCP', 13],
          ['RS', 'RS', 2],
        ],
      ],
      [
        ...['LEVEL', false],
        [
          [6, 'Niveau 6', 8],
          // RNCP140 and the RS.
          ['Niveau non renseigné', 3],
          [5, 'Niveau 5', 2],
          [4, 'Niveau 4', 1],
          [7, 'Niveau 7', 1],
        ],
      ],
      [
        ...['REGISTRATION_TYPE', false],
        [
          ['ON_REQUEST', 'Enregistrement sur demande', 13],
          ['BY_LAW', 'Enregistrement de droit', 2],
        ],
      ],
      [
        ...['REGISTRATION_YEARS', false],
        [
          // RNCP101, its peers, RNCP140.
          [5, '5 ans', 8],
          ['Durée non renseignée', 4],
          [3, '3 ans', 3],
        ],
      ],
      [
        ...['REGISTRATION_END_MONTH', false],
        [
          ['2029-12-01', '2029-12', 6],
          ['2022-05-01', '2022-05', 1],
          ['2025-06-01', '2025-06', 1],
          ['2026-12-01', '2026-12', 1],
          ['2027-01-01', '2027-01', 1],
          ['2027-05-01', '2027-05', 1],
          ['2027-08-01', '2027-08', 1],
          ['2028-03-01', '2028-03', 1],
          ['2028-06-01', '2028-06', 1],
          ['2031-08-01', '2031-08', 1],
        ],
      ],
      [
        ...['ABBREVIATION', false],
        [
          ['Sans abrégé', 12],
          // Typed BTS and bts.
          ['BTS', 'BTS Brevet de technicien supérieur', 2],
          ['TP', 'TP Titre professionnel', 1],
        ],
      ],
      [
        ...['ACTIVE', false],
        [
          [true, 'Active', 13],
          [false, 'Inactive', 2],
        ],
      ],
      [
        ...['SPECIALITY_DOMAIN', true],
        [
          [code('3'), '3 Domaines technico-professionnels des services', 14],
          [code('1'), '1 Domaines disciplinaires', 1],
        ],
      ],
      [
        ...['SPECIALITY_SUBDOMAIN', true],
        [
          [code('32'), '32 Communication et information', 8],
          [code('31'), '31 Échanges et gestion', 5],
          [code('13'), '13 Lettres et arts', 1],
          [code('34'), '34 Services à la collectivité', 1],
        ],
      ],
      [
        ...['SPECIALITY', true],
        [
          [code('326'), '326', 8],
          [code('314'), '314 Comptabilité, gestion', 3],
          [code('310'), '310 Échanges et gestion', 2],
          [code('136'), '136 Langues vivantes', 1],
          [code('344'), '344 Sécurité des biens et des personnes', 1],
        ],
      ],
      [
        ...['OCCUPATION_DOMAIN', true],
        [
          [code('M18'), 'M18 Systèmes d’information et de télécommunication', 8],
          [code('M12'), 'M12 Comptabilité et gestion', 3],
          [code('M13'), 'M13 Direction d’entreprise', 3],
          ['Sans code ROME', 2],
        ],
      ],
      [
        ...['OCCUPATION', true],
        [
          [code('M1805'), 'M1805 Études et développement informatique', 8],
          [code('M1203'), 'M1203 Comptabilité', 3],
          [code('M1302'), 'M1302 Direction de petite ou moyenne entreprise', 3],
          ['Sans code ROME', 2],
        ],
      ],
      [
        ...['FORMACODE', true],
        [
          ['Sans Formacode', 9],
          [code('31054'), '31054 Informatique et systèmes d’information', 6],
        ],
      ],
      [
        ...['CERTIFIER', true],
        [
          [{ siren: SCHOOL_B }, 'École B', 9],
          [{ siren: SCHOOL_A }, 'École A', 4],
          [{ siren: MINISTRY }, 'Ministère', 2],
          ['Sans certificateur connu par SIREN', 1],
        ],
      ],
      [
        ...['ACCESS_ROUTE', true],
        [
          ['Sans voie d’accès ouverte', 13],
          ['VAE', 'VAE', 2],
          ['INITIAL_TRAINING', 'Formation initiale', 1],
        ],
      ],
    ]);
  });

  test('beside the questions: a panel under a filter still counts its other values', async () => {
    const { certificationFacets } = await send(FilterPanelDocument, {
      dimensions: ['CERTIFIER', 'LEVEL', 'REGISTER'],
      filter: { levels: [6], certifiers: [SCHOOL_B] },
      first: 2,
    });
    const facets = certificationFacets.map(({ dimension, valueCount, values }) => [
      ...[
        dimension,
        valueCount,
        values.map(({ key, certifications }) => [key.label, certifications]),
      ],
    ]);
    expect(facets).toEqual([
      // Of level 6, whoever certifies them.
      [
        ...['CERTIFIER', 2],
        [
          ['École B', 6],
          ['École A', 2],
        ],
      ],
      // Of School B, whatever their level: RNCP160 and RS201 are cut off.
      [
        ...['LEVEL', 4],
        [
          ['Niveau 6', 6],
          ['Niveau 4', 1],
        ],
      ],
      ['REGISTER', 1, [['RNCP', 6]]],
    ]);
  });
});

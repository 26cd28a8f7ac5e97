import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { statuses, valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import { RateDistributionsDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { GLOBAL_6, ofOne, TARGET_6, TARGET_24 } from './expected-groups.ts';

const NONE = { ...ofOne(valueless(0)), yearsWithRate: [] };
const YEARS_18_19 = { yearsWithRate: [2019, 2018] };

describeEachEngine('statistics on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
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
        yearsWithRate: [2023],
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
        yearsWithRate: [2024, 2023, 2022, 2021],
      },
      {
        // (500 + 1200) / 30; 30 of 267 heads.
        ...ofOne(valued(56.67, [39.2, 72.62], 30, 'LOW')),
        ...{ ...coverage([2, 11], 11.24), ...statuses({ PUBLISHED: 2, NOT_IN_SOURCE: 9 }) },
        yearsWithRate: [2023, 2022],
      },
      {
        // (550 + 1300) / 30. RNCP101 in 2024; RNCP100 twice; six times 2023, due on 2026-06-30.
        ...{ ...ofOne(valued(61.67, [43.91, 76.78], 30, 'LOW')), ...coverage([2, 11], 11.24) },
        yearsWithRate: [2023, 2022],
        ...statuses({
          ...{ PUBLISHED: 2, NOT_YET_OBSERVABLE: 1, CLOSED_BEFORE_DUE: 2, OVERDUE_OPTIONAL: 6 },
        }),
      },
    ] as const;
    // They speak of less than half of the certified. RNCP140: (40 · 88 + 50 · 90) / 90, (3200 + 3000) / 90, (3400 + 4200) / 90.
    const rncp140 = [
      { ...ofOne(valued(89.11, [81.01, 94.01], 90, 'MODERATE')), ...YEARS_18_19 },
      { ...ofOne(valued(68.89, [58.72, 77.51], 90, 'MODERATE')), ...YEARS_18_19 },
      { ...ofOne(valued(84.44, [75.57, 90.5], 90, 'MODERATE')), ...YEARS_18_19 },
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
        yearsWithRate: [2024, 2023, 2019, 2018],
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
                yearsWithRate: [2024, 2023],
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
});

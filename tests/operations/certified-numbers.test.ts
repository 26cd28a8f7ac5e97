import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { CertifiedGrowthDocument, SmallRsCohortsDocument } from '../support/operations.ts';
import { QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { schoolA, schoolB } from './certifying-bodies.ts';

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
        certifiedChangeStatus: certifiedChange ? 'COMPUTED' : 'NO_YEAR_BEFORE',
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
        certifiedChangeStatus: certifiedChange ? 'COMPUTED' : 'NO_YEAR_BEFORE',
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
});

import { expect, test } from 'vitest';
import { insertionByCertifier } from '../../../src/datasets/cohorts/insertion-by-certifier.ts';
import { insertionByLevel } from '../../../src/datasets/cohorts/insertion-by-level.ts';
import { insertionByOccupation } from '../../../src/datasets/cohorts/insertion-by-occupation.ts';
import { insertionBySpeciality } from '../../../src/datasets/cohorts/insertion-by-speciality.ts';
import { insertionByYear } from '../../../src/datasets/cohorts/insertion-by-year.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import {
  MINISTRY,
  QUESTION_REGISTER,
  SCHOOL_A,
  SCHOOL_B,
} from '../../support/question-register.ts';
import { pick, readRecords, readRows } from '../../support/report-rows.ts';

const AS_OF = { as_of: '2026-11-24' };

/** The columns of one indicator, in the order that the figures are given in. */
function rate(
  name: string,
  [value, low, high, base]: readonly (number | null)[],
  [certifications, mean, median, lower, upper, coverage]: readonly (number | null)[],
  [published, notYet, collected, overdue, closed, notInSource, notExpected]: readonly number[],
  [lowBetween, highBetween, designEffect]: readonly (number | null)[] = [null, null, null],
) {
  return {
    [name]: value,
    [`${name}_low`]: low,
    [`${name}_high`]: high,
    [`${name}_base`]: base,
    [`${name}_low_between`]: lowBetween,
    [`${name}_high_between`]: highBetween,
    [`${name}_design_effect`]: designEffect,
    [`${name}_status`]: value === null ? 'NO_RATE' : 'POOLED',
    [`${name}_certifications`]: certifications,
    [`${name}_mean`]: mean,
    [`${name}_median`]: median,
    [`${name}_lower_quartile`]: lower,
    [`${name}_upper_quartile`]: upper,
    [`${name}_coverage`]: coverage,
    [`${name}_published`]: published,
    [`${name}_not_yet_observable`]: notYet,
    [`${name}_in_collection`]: collected,
    [`${name}_overdue`]: overdue,
    [`${name}_closed_before_due`]: closed,
    [`${name}_not_in_source`]: notInSource,
    [`${name}_not_expected`]: notExpected,
    [`${name}_unreadable`]: 0,
  };
}

describeEachEngine('insertion by group on', (openDatabase) => {
  const opened = openDatabase().then(async (database) => {
    await publishFiches(database, QUESTION_REGISTER);
    return database;
  });

  test('by level: all that a row says, and a last row of those without a level', async () => {
    const NONE = [null, null, null, 0];
    const OF_NONE = [0, null, null, null, null, 0];
    expect(await readRecords(await opened, insertionByLevel, AS_OF)).toEqual([
      {
        // RNCP130: 8 of 2024, who publish no rate, and 9 of 2023, 3 of them through VAE.
        ...{ level: 4, level_label: 'Niveau 4', certifications: 1, cohorts: 2, notes: null },
        ...{ cohorts_without_certified: 0, certified: 17, certified_through_vae: 3 },
        ...{ vae_share: 33.33, vae_share_base: 9 },
        // The rate of 2024 was due on 2025-12-31.
        ...rate(
          'global_6_months',
          [77, 44.53, 93.32, 9],
          [1, 77, 77, 77, 77, 52.94],
          [1, 0, 0, 1, 0, 0, 0],
        ),
        ...rate('target_occupation_6_months', NONE, OF_NONE, [0, 0, 0, 0, 0, 2, 0]),
        // That of 2023 at two years was due on 2026-06-30.
        ...rate('target_occupation_2_years', NONE, OF_NONE, [0, 1, 0, 1, 0, 0, 0]),
      },
      {
        // RNCP100, RNCP101 and its six peers: 25 + 12, 10 + 20 + 20, 6 · 30.
        ...{ level: 6, level_label: 'Niveau 6', certifications: 8, cohorts: 11, notes: null },
        ...{ cohorts_without_certified: 0, certified: 267, certified_through_vae: 3 },
        ...{ vae_share: 7.5, vae_share_base: 40 }, // 2 of 20 and 1 of 20
        // (2792 + 3000 + 30 · 495) / 267; certifications have 75.46, 60, 70, 75, 80, 85, 90, 95.
        ...rate(
          'global_6_months',
          [77.31, 71.92, 81.93, 267],
          [8, 78.81, 77.73, 73.75, 86.25, 100],
          [11, 0, 0, 0, 0, 0, 0],
          // Eight certifications: 77.31 ± 2.3646 · 4.73, and 4.73² / (77.31 · 22.69 / 267).
          [66.12, 88.5, 3.41],
        ),
        // RNCP101 alone: (10 · 50 + 20 · 60) / 30.
        ...rate(
          'target_occupation_6_months',
          [56.67, 39.2, 72.62, 30],
          [1, 56.67, 56.67, 56.67, 56.67, 11.24],
          [2, 0, 0, 0, 0, 9, 0],
        ),
        // RNCP101 alone: (10 · 55 + 20 · 65) / 30, its cohort of 2024 is observed until 2026-12-31.
        // RNCP100 had ended before its two rates were due; those of the six peers are late.
        ...rate(
          'target_occupation_2_years',
          [61.67, 43.91, 76.78, 30],
          [1, 61.67, 61.67, 61.67, 61.67, 11.24],
          [2, 1, 0, 6, 2, 0, 0],
        ),
      },
      {
        // RNCP160: 95 % of 100, then 70 % of 100.
        ...{ level: 7, level_label: 'Niveau 7', certifications: 1, cohorts: 2, notes: null },
        ...{ cohorts_without_certified: 0, certified: 200, certified_through_vae: 0 },
        ...{ vae_share: null, vae_share_base: 0 },
        ...rate(
          'global_6_months',
          [82.5, 76.64, 87.14, 200],
          [1, 82.5, 82.5, 82.5, 82.5, 100],
          [2, 0, 0, 0, 0, 0, 0],
        ),
        ...rate('target_occupation_6_months', NONE, OF_NONE, [0, 0, 0, 0, 0, 2, 0]),
        ...rate('target_occupation_2_years', NONE, OF_NONE, [0, 1, 0, 1, 0, 0, 0]),
      },
      {
        // RNCP140, of 90 in all, and the RS: 180 and 7, of whom no rate is expected.
        ...{
          level: null,
          level_label: 'Niveau non renseigné',
          certifications: 3,
          cohorts: 5,
          notes: null,
        },
        ...{ cohorts_without_certified: 0, certified: 277, certified_through_vae: 0 },
        ...{ vae_share: null, vae_share_base: 0 },
        ...rate(
          'global_6_months',
          [89.11, 81.01, 94.01, 90],
          [1, 89.11, 89.11, 89.11, 89.11, 32.49],
          [2, 0, 0, 0, 0, 0, 3],
        ),
        ...rate(
          'target_occupation_6_months',
          [68.89, 58.72, 77.51, 90],
          [1, 68.89, 68.89, 68.89, 68.89, 32.49],
          [2, 0, 0, 0, 0, 0, 3],
        ),
        ...rate(
          'target_occupation_2_years',
          [84.44, 75.57, 90.5, 90],
          [1, 84.44, 84.44, 84.44, 84.44, 32.49],
          [2, 0, 0, 0, 0, 0, 3],
        ),
      },
    ]);
  });

  test('by year', async () => {
    const rows = await readRecords(await opened, insertionByYear, AS_OF);
    const names = ['year', 'certifications', 'certified', 'global_6_months'];
    expect(rows.map((row) => pick(row, names))).toEqual([
      [2018, 1, 40, 88],
      [2019, 1, 50, 90],
      [2021, 1, 25, 80],
      [2022, 2, 22, 63.27], // (12 · 66 + 10 · 60) / 22
      [2023, 10, 389, 85.58], // (1400 + 14 850 + 693 + 9500) / 309: the 80 of RS200 weigh nothing
      [2024, 5, 235, 66.67], // (20 · 50 + 100 · 70) / 120
    ]);
  });

  test('by NSF group, with the domain and subdomain that it is of', async () => {
    const rows = await readRecords(await opened, insertionBySpeciality, AS_OF);
    const names = [
      ...['speciality_domain', 'speciality_domain_label', 'speciality_subdomain'],
      ...['speciality_subdomain_label', 'speciality', 'speciality_label', 'certified'],
    ];
    const services = ['3', 'Domaines technico-professionnels des services'];
    expect(rows.map((row) => pick(row, names))).toEqual([
      ['1', 'Domaines disciplinaires', '13', 'Lettres et arts', '136', '136 Langues vivantes', 7],
      [...services, '31', 'Échanges et gestion', '310', '310 Échanges et gestion', 290],
      [...services, '31', 'Échanges et gestion', '314', '314 Comptabilité, gestion', 17],
      // 326t and 326n together: no fiche says what 326 is called.
      [...services, '32', 'Communication et information', '326', '326', 267],
      [
        ...services,
        ...['34', 'Services à la collectivité'],
        ...['344', '344 Sécurité des biens et des personnes', 180],
      ],
    ]);
  });

  test('by ROME code: a certification is in the row of each of its codes', async () => {
    const rows = await readRecords(await opened, insertionByOccupation, AS_OF);
    const names = [
      ...['occupation_domain', 'occupation_domain_label', 'occupation', 'occupation_label'],
      ...['certifications', 'certified'],
    ];
    expect(rows.map((row) => pick(row, names))).toEqual([
      // RNCP130 is in two of them.
      ['M12', 'Comptabilité et gestion', 'M1203', 'M1203 Comptabilité', 1, 17],
      [
        ...['M13', 'Direction d’entreprise', 'M1302'],
        ...['M1302 Direction de petite ou moyenne entreprise', 3, 307],
      ],
      [
        ...['M18', 'Systèmes d’information et de télécommunication', 'M1805'],
        ...['M1805 Études et développement informatique', 8, 267],
      ],
      [null, null, null, 'Sans code ROME', 2, 187],
    ]);
  });

  test('by certifying body in force', async () => {
    const rows = await readRecords(await opened, insertionByCertifier, AS_OF);
    const names = ['certifier_siren', 'certifier_name', 'certifications', 'certified'];
    expect(rows.map((row) => pick(row, names))).toEqual([
      [SCHOOL_A, 'École A', 4, 284], // RNCP100, 101, 130 and RS200: 37 + 50 + 17 + 180
      [SCHOOL_B, 'École B', 9, 404], // its six, RNCP130, RNCP160 and RS201: 180 + 17 + 200 + 7
      [null, 'Sans certificateur connu par SIREN', 1, 90],
    ]);
    // What it certifies has no cohorts.
    expect(await readRows(await opened, insertionByCertifier, { certifier: MINISTRY })).toEqual([]);
  });

  test('parameters restrict the cohorts of all groups', async () => {
    const query = { ...AS_OF, register: 'RNCP', year_from: '2024', year_to: '2024' };
    const rows = await readRecords(await opened, insertionByLevel, query);
    expect(rows.map((row) => pick(row, ['level', 'cohorts', 'certified']))).toEqual([
      [4, 1, 8],
      [6, 1, 20],
      [7, 1, 100],
    ]);
  });
});

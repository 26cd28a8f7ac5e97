import { beforeAll, expect, test } from 'vitest';
import { blocks } from '../../../src/datasets/certifications/blocks.ts';
import { certifications } from '../../../src/datasets/certifications/certifications.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import {
  certifierWith,
  cohortWith,
  day,
  ficheWith,
  publishFiches,
} from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { readRecords } from '../../support/report-rows.ts';

/** Two establishments of one body, and a body that has left; codes that are given twice. */
const TWICE = ficheWith({
  code: 'RNCP170',
  title: 'Technicien',
  abbreviation: { code: 'TP', label: null },
  registrationEndsOn: day('2026-01-31'),
  specialities: ['326t', '326n', '326t'].map((code) => ({ code, label: null })),
  certifiers: [
    certifierWith('École A', { siret: '11111111800011' }),
    certifierWith('Institut'),
    certifierWith('École B', { siret: '22222222600022', state: 'Inactif' }),
    certifierWith('École A', { siret: '11111111800029' }),
  ],
  accessRoutes: [
    { route: 'APPRENTICESHIP', open: false, jury: null, changedOn: null },
    { route: 'VAE', open: null, jury: null, changedOn: null },
  ],
  cohorts: [cohortWith(2024, null, { global6: 70 }), cohortWith(2019, 30, { target24: 55.5 })],
});

describeEachEngine('the report of certifications on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [...QUESTION_REGISTER, TWICE]);
  });

  test('has all of a certification in one row', async () => {
    const query = { code: 'RNCP101', as_of: '2026-11-24' };
    expect(await readRecords(database, certifications, query)).toEqual([
      {
        certification_code: 'RNCP101',
        register: 'RNCP',
        title: 'Concepteur de logiciels',
        level: 6,
        registration_type: 'ON_REQUEST',
        active: true,
        registration_ends_on: '2027-05-10',
        abbreviation: 'TP',
        abbreviation_label: 'Titre professionnel',
        decision_on: '2022-05-10',
        effective_on: null,
        registration_years: 5,
        nsf_codes: '326t',
        rome_codes: 'M1805',
        formacodes: '31054',
        certifier_sirens: '111111118',
        certifier_names: 'École A',
        access_initial_training: true,
        access_apprenticeship: null,
        access_continuing_training: null,
        access_professionalisation_contract: null,
        access_individual_application: null,
        access_vae: true,
        blocks: 2,
        cohorts: 3,
        usable_cohorts: 3,
        newest_cohort: 2024,
        // (20·50 + 20·70 + 10·60) / 50
        pooled_global_6_months: 60,
        pooled_global_6_months_low: 46.18,
        pooled_global_6_months_high: 72.39,
        pooled_global_6_months_base: 50,
        pooled_global_6_months_status: 'POOLED',
        // (20·60 + 10·50) / 30
        pooled_target_occupation_6_months: 56.67,
        pooled_target_occupation_6_months_low: 39.2,
        pooled_target_occupation_6_months_high: 72.62,
        pooled_target_occupation_6_months_base: 30,
        pooled_target_occupation_6_months_status: 'POOLED',
        // (20·65 + 10·55) / 30
        pooled_target_occupation_2_years: 61.67,
        pooled_target_occupation_2_years_low: 43.91,
        pooled_target_occupation_2_years_high: 76.78,
        pooled_target_occupation_2_years_base: 30,
        pooled_target_occupation_2_years_status: 'POOLED',
        notes: null,
      },
    ]);
  });

  test('joins codes and bodies in force, each once, and says what is not known', async () => {
    const query = { code: 'RNCP170', as_of: '2026-11-24' };
    const [row] = await readRecords(database, certifications, query);
    expect(row).toMatchObject({
      ...{ active: false, level: null, abbreviation: 'TP', abbreviation_label: null },
      ...{ nsf_codes: '326t ; 326n', rome_codes: null, formacodes: null },
      ...{ certifier_sirens: '111111118', certifier_names: 'École A ; Institut' },
      ...{ access_apprenticeship: false, access_vae: null, blocks: 0 },
      // Of one cohort the certified are not known: it is usable, and weighs nothing.
      ...{ cohorts: 2, usable_cohorts: 1, newest_cohort: 2024 },
      ...{ pooled_global_6_months: null, pooled_global_6_months_low: null },
      ...{ pooled_global_6_months_base: 0, pooled_global_6_months_status: 'NO_RATE' },
      ...{ pooled_target_occupation_2_years: 55.5, pooled_target_occupation_2_years_base: 30 },
    });
  });

  test('pools as many cohorts as are asked for', async () => {
    const pooled = async (lastCohorts: string) => {
      const query = { code: 'RNCP101', last_cohorts: lastCohorts };
      const [row] = await readRecords(database, certifications, query);
      return [row?.['pooled_global_6_months'], row?.['pooled_global_6_months_base']];
    };
    expect(await pooled('1')).toEqual([50, 20]);
    expect(await pooled('2')).toEqual([60, 40]);
    await expect(pooled('51')).rejects.toThrow('1 to 50');
  });

  test('is in the order of the registers, and its parameters choose among them', async () => {
    const codes = async (query: Readonly<Record<string, string>>) =>
      (await readRecords(database, certifications, query)).map((row) => row['certification_code']);
    expect(await codes({ occupation: 'M13' })).toEqual(['RNCP130', 'RNCP140', 'RNCP160']);
    expect(await codes({ register: 'RS', active: 'true', as_of: '2026-11-24' })).toEqual(['RS200']);
    expect(await codes({ certifier: '333333334' })).toEqual(['RNCP120', 'RNCP121']);
    expect(await codes({ formacode: '31054', active: 'true', level: '6' })).toHaveLength(6);
    await expect(codes({ formacode: '310' })).rejects.toThrow('310');
    expect(await codes({})).toHaveLength(16);
  });

  test('has the blocks of a certification in their order in a report of their own', async () => {
    const query = { code: 'RNCP101', as_of: '2027-05-11' };
    const certification = {
      ...{ certification_code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels' },
      ...{ level: 6, registration_type: 'ON_REQUEST', active: false },
      registration_ends_on: '2027-05-10',
    };
    const absent = { skills: null, entry_prerequisites: null, validation_prerequisites: null };
    expect(await readRecords(database, blocks, query)).toEqual([
      {
        ...certification,
        ...{ position: 1, block_code: 'RNCP101BC01', block_title: 'Concevoir' },
        ...{ ...absent, assessment_modes: 'Étude de cas' },
      },
      {
        ...certification,
        ...{ position: 2, block_code: 'RNCP101BC02', block_title: 'Développer' },
        ...{ ...absent, assessment_modes: 'Mise en situation' },
      },
    ]);
  });
});

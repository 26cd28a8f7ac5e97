import { beforeAll, expect, test } from 'vitest';
import { vae } from '../../../src/datasets/cohorts/vae.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { readRecords } from '../../support/report-rows.ts';

describeEachEngine('the report of validation of experience on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
  });

  test('gives number and share of each cohort, newest first, absent where not published', async () => {
    const certification = {
      ...{ certification_code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels' },
      ...{ level: 6, registration_type: 'ON_REQUEST', active: true },
      ...{ registration_ends_on: '2027-05-10', access_vae: true, notes: null },
    };
    const query = { code: 'rncp 101', as_of: '2026-11-24' };
    expect(await readRecords(database, vae, query)).toEqual([
      { ...certification, year: 2024, certified: 20, certified_through_vae: 2, vae_share: 10 },
      { ...certification, year: 2023, certified: 20, certified_through_vae: 1, vae_share: 5 },
      { ...certification, year: 2022, certified: 10, certified_through_vae: null, vae_share: null },
    ]);
  });

  test('rounds shares to two decimals, and leaves out years that are not asked for', async () => {
    const rows = await readRecords(database, vae, { code: 'RNCP130', year_to: '2023' });
    expect(rows).toMatchObject([
      { year: 2023, certified: 9, certified_through_vae: 3, vae_share: 33.33, access_vae: null },
    ]);
  });
});
